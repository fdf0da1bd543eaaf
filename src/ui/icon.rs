//! Icons, from the sprite in index.html.

use wasm_bindgen::JsCast;

use super::element::{El, el};
use crate::browser;

/// The icons of the sprite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Two sheets.
    Copy,
    /// A tick.
    Done,
    /// A cross.
    Close,
    /// A circular arrow.
    Refresh,
    /// A printer.
    Print,
    /// A moon.
    Dark,
    /// A sun.
    Light,
    /// A keyboard.
    Keyboard,
    /// A magnifier.
    Search,
}

impl Icon {
    /// Every icon, for the gallery.
    pub const ALL: [Self; 9] = [
        Self::Copy,
        Self::Done,
        Self::Close,
        Self::Refresh,
        Self::Print,
        Self::Dark,
        Self::Light,
        Self::Keyboard,
        Self::Search,
    ];

    /// Its name in the sprite.
    fn as_str(self) -> &'static str {
        match self {
            Self::Copy => "copy",
            Self::Done => "done",
            Self::Close => "close",
            Self::Refresh => "refresh",
            Self::Print => "print",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Keyboard => "keyboard",
            Self::Search => "search",
        }
    }
}

/// An icon beside a text or inside a named button; screen readers pass over it. It is a copy of the one in the sprite: a
/// reference to it (`<use>`) takes browsers longer to draw.
pub fn icon(icon: Icon) -> El {
    let of_sprite = browser::document().query_selector(&format!("#icons [data-icon={}]", icon.as_str()));
    match of_sprite {
        Ok(Some(found)) => found.unchecked_into::<El>().copy(),
        _ => el("span"),
    }
}
