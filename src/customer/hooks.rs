//! Hooks of the customer page.

pub mod use_announcements;
pub mod use_changes;
pub mod use_comparison;
pub mod use_customer;
pub mod use_customer_icon;
pub mod use_customer_title;
pub mod use_host_events;
pub mod use_recent_customers;
pub mod use_shows_all_sections;
