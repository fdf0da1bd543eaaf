//! The pages: one component for each [`Route`](crate::routes::Route).

pub mod customer;
pub mod home;
