//! Loads and renders a customer.
//!
//! - `hooks/`: the hooks of the page (`use_customer` sends the request)
//! - `sections/`: the sections of the record, and their rows
//! - `logic/`: plain functions, tested on the host
//! - this folder: the record around the sections, its notes, and the error view

mod comparison;
mod data_text;
mod expanded_state;
mod follower_search;
mod freshness;
mod hooks;
mod load_error;
mod logic;
mod notes;
mod record;
mod sections;
mod summary;

pub use comparison::Comparison;
pub use data_text::DataText;
pub use expanded_state::ExpandedState;
pub use hooks::side_effects::{
    use_announcements, use_customer_icon, use_customer_title, use_host_events, use_recent_customers,
};
pub use hooks::use_changes::{provide_changes, use_last_visit};
pub use hooks::use_comparison::use_comparison;
pub use hooks::use_customer::{CustomerQuery, use_customer};
pub use load_error::LoadError;
pub use logic::display_text::display_text;
pub use logic::load_state::{Freshness, LoadState};
pub use logic::merge_followers::merge_followers;
pub use record::Record;
#[cfg(all(debug_assertions, target_arch = "wasm32"))]
pub use {
    notes::StaleNote,
    sections::{contacts::Contacts, followers::Followers, rows::TypeBadge, section::Section},
};
