//! A page for each [`Route`](crate::routes::Route).

pub mod customer;
pub mod home;
