//! Which page an address leads to.

use super::not_found::not_found;
use crate::config::Config;
use crate::customer::{customer_id, customer_page};
use crate::home::home_page;
use crate::ui::element::El;

/// A page of the program.
pub enum Page {
    /// `/`
    Start,
    /// `/customers/{id}`; holds the id.
    Customer(String),
    /// Any other; holds its path.
    Unknown(String),
}

impl Page {
    /// The page at a path.
    pub fn of(path: &str, config: &Config) -> Self {
        let inside = path.strip_prefix(&config.base_path).filter(|_| config.has_path(path));
        match inside {
            Some("" | "/") => Self::Start,
            Some(inside) => customer_id(inside).map_or_else(|| Self::Unknown(path.to_owned()), Self::Customer),
            None => Self::Unknown(path.to_owned()),
        }
    }

    /// Draws it.
    pub fn draw(self) -> Vec<El> {
        match self {
            Self::Start => start_page(),
            Self::Customer(id) => vec![customer_page(id)],
            Self::Unknown(path) => vec![not_found(&path)],
        }
    }
}

/// The start page; in debug builds with the designers' gallery.
fn start_page() -> Vec<El> {
    #[cfg(all(debug_assertions, target_arch = "wasm32"))]
    return std::iter::once(home_page()).chain(crate::gallery::gallery()).collect();
    #[cfg(not(all(debug_assertions, target_arch = "wasm32")))]
    vec![home_page()]
}
