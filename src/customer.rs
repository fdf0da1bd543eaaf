//! One customer: loading it, and showing it. A file a section.

mod announcements;
mod area;
mod basics;
mod changes;
mod classification;
mod field;
mod finance;
mod followers;
mod freshness;
mod header;
mod kept;
mod load_error;
mod load_state;
mod members;
mod name;
mod outcome_told;
mod ratio;
mod recents;
mod record;
mod scale;
mod summary;
mod title;
mod unreadable;
mod use_customer;
mod words;

pub use announcements::use_announcements;
pub use freshness::FreshnessBar;
pub use kept::Kept;
pub use load_error::LoadError;
pub use load_state::{Freshness, LoadState};
pub use outcome_told::use_outcome_told;
pub use recents::use_recents;
pub use record::{Record, SECTIONS};
pub use title::use_customer_title;
pub use use_customer::{CustomerQuery, use_customer};
