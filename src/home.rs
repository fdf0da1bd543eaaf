//! The start page, `/`.

mod go_to;
mod page;
mod recents;

pub use go_to::go_to;
pub use page::home_page;
