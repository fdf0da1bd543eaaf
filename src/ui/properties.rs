//! Labels and values.

use super::element::{El, el};
use crate::locale::words;

/// A value beside its label, a `dt`/`dd` pair; `value` is the `dd`.
pub fn property(label: &str, value: El) -> El {
    el("div").class("property").child(el("dt").text(label)).child(value)
}

/// The same pair, across the whole width.
pub fn wide(property: El) -> El {
    property.class("property property-wide")
}

/// A list of labels and values, in order: one `<dl>` of such pairs.
pub fn properties(pairs: impl IntoIterator<Item = El>) -> El {
    el("dl").class("properties").children(pairs)
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
