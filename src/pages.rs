//! The pages: one component for each [`Route`](crate::routes::Route).

pub mod compare;
pub mod customer;
pub mod home;
