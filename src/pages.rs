//! The pages that addresses lead to: what each reads of its address, and what it is made of.

pub mod customer;
pub mod home;
