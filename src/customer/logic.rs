//! Plain functions over a customer, tested on the host.

pub mod changes;
pub mod comparison_rows;
pub mod contacts;
pub mod display_text;
pub mod failure;
pub mod fingerprint;
pub mod load_state;
pub mod merge_followers;
pub mod name;
pub mod ratio;
pub mod scale;
