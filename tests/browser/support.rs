//! Test helpers: the page under test, a mocked network, user actions.

mod elements;
mod network;
mod overrides;
mod person;
pub mod samples;
mod stage;
mod wait;

pub use elements::{active, is_enabled, name, text};
pub use network::{Answer, Sent};
pub use overrides::{Calls, record, replace, replace_getter, script};
pub use stage::Stage;
pub use wait::{settle, wait_until};
