//! Test helpers: the page under test, a mocked network, user actions.

mod elements;
mod network;
mod overrides;
mod page;
pub mod samples;
mod user;
mod wait;

pub use elements::{focused, is_enabled, name, text};
pub use network::{MockResponse, SentRequest};
pub use overrides::{Calls, record, replace, replace_getter, script};
pub use page::TestPage;
pub use wait::{settle, wait_until};
