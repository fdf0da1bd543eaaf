//! What leads to a customer.

mod go_to;
mod recents;
mod typed;

pub use go_to::GoTo;
pub use recents::Recents;
