//! The pages: one component for each [`Route`](crate::routes::Route).

pub mod compare_page;
pub mod customer_page;
pub mod home_page;
