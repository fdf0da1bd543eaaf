//! A word with a colour.

use super::element::{El, el};

/// The colours of badges; each comes with its text, which says the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadgeTone {
    /// Settled and good.
    Positive,
    /// Aimed at.
    Accent,
    /// Begun.
    Warm,
    /// Nothing is known of it.
    Neutral,
}

impl BadgeTone {
    /// Every tone, for the gallery.
    pub const ALL: [Self; 4] = [Self::Positive, Self::Accent, Self::Warm, Self::Neutral];

    /// The class in the style sheet.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Positive => "badge badge-positive",
            Self::Accent => "badge badge-accent",
            Self::Warm => "badge badge-warm",
            Self::Neutral => "badge badge-neutral",
        }
    }
}

/// A short text in a coloured shape.
pub fn badge(tone: BadgeTone, text: &str) -> El {
    el("span").class(tone.as_str()).text(text)
}
