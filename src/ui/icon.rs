//! Icons, from the sprite in index.html.

use super::element::{El, svg};

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

    /// The symbol's address in the page.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Copy => "#icon-copy",
            Self::Done => "#icon-done",
            Self::Close => "#icon-close",
            Self::Refresh => "#icon-refresh",
            Self::Print => "#icon-print",
            Self::Dark => "#icon-dark",
            Self::Light => "#icon-light",
            Self::Keyboard => "#icon-keyboard",
            Self::Search => "#icon-search",
        }
    }
}

/// An icon beside a text or inside a named button; screen readers pass over it.
pub fn icon(icon: Icon) -> El {
    sign().child(svg("use").attr("href", icon.as_str()))
}

/// The same, following its signals.
pub fn live_icon(icon: impl Fn() -> Icon + 'static) -> El {
    sign().child(svg("use").live_attr("href", move || icon().as_str()))
}

fn sign() -> El {
    svg("svg").class("icon").attr("aria-hidden", "true")
}
