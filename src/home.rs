//! The start page, `/`.

#[cfg(all(debug_assertions, target_arch = "wasm32"))]
mod gallery;
mod go_to;
mod page;
mod recents;

pub use go_to::GoTo;
pub use page::HomePage;
