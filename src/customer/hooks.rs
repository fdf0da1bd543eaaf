//! Hooks of the customer page.

pub mod side_effects;
pub mod use_changes;
pub mod use_comparison;
pub mod use_customer;
