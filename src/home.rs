//! The start page, `/`.

mod go_to;
mod page;
mod recents;

pub use go_to::GoTo;
pub use page::HomePage;
