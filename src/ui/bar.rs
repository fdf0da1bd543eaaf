//! A bar from zero.

use super::element::{El, el};

/// An amount as a length from zero on a scale that it shares with others: where it begins and how long it is, in
/// thousandths of the scale; `tone` is its colour, a class of the style sheet. The exact figure stands beside it as
/// text, so screen readers pass over the bar.
pub fn bar(from: u32, length: u32, tone: &'static str) -> El {
    let percent = |thousandths: u32| format!("{}.{}%", thousandths / 10, thousandths % 10);
    let fill = el("div").class(&format!("bar-fill {tone}"));
    let fill = fill.style("margin-left", &percent(from)).style("width", &percent(length));
    el("div").class("bar").attr("aria-hidden", "true").child(fill)
}
