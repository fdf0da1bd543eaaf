//! Labels and values.

use super::element::{El, el};
use crate::locale::words;

/// A value that stands beside its label.
pub struct Property {
    label: &'static str,
    class: &'static str,
    value: El,
}

impl Property {
    /// A property; its value is whatever `fill` puts into the place it is given.
    pub fn new(label: &'static str, fill: impl FnOnce(El) -> El) -> Self {
        Self { label, class: "property", value: fill(el("dd")) }
    }

    /// The same, across the whole width.
    pub fn wide(self) -> Self {
        Self { class: "property property-wide", ..self }
    }
}

/// A list of labels and values, in order: one `<dl>` of `dt`/`dd` pairs.
pub fn properties(items: impl IntoIterator<Item = Property>) -> El {
    let pair = |item: Property| el("div").class(item.class).child(el("dt").text(item.label)).child(item.value);
    el("dl").class("properties").children(items.into_iter().map(pair))
}

/// Stands where a value is not filled in.
pub fn absent_value() -> El {
    el("span")
        .class("absent")
        .child(el("span").attr("aria-hidden", "true").text("—"))
        .child(el("span").class("visually-hidden").text(words().texts.absent))
}

/// Stands where a value could not be read: its raw text as it came, marked.
pub fn unreadable_value(raw: &str) -> El {
    el("span")
        .class("unreadable")
        .child(el("code").text(raw))
        .child(el("span").class("unreadable-mark").text(words().texts.unreadable_mark))
}
