//! A bar from zero.

use super::element::{El, el};

/// An amount as a length from zero on a scale that it shares with others. The exact figure stands beside it as text, so
/// screen readers pass over the bar.
pub struct Bar {
    element: El,
    fill: El,
}

impl Bar {
    /// A bar of no length; `tone` is its colour, a class of the style sheet.
    pub fn new(tone: &'static str) -> Self {
        let fill = el("div").class(&format!("bar-fill {tone}"));
        Self { element: el("div").class("bar").attr("aria-hidden", "true").child(fill.clone()), fill }
    }

    /// The element.
    pub fn element(&self) -> El {
        self.element.clone()
    }

    /// Shows where the amount begins and how long it is, in thousandths of the scale.
    pub fn show(&self, from: u32, length: u32) {
        let percent = |thousandths: u32| format!("{}.{}%", thousandths / 10, thousandths % 10);
        drop(self.fill.clone().style("margin-left", &percent(from)).style("width", &percent(length)));
    }

    /// Makes it a bar of no length again.
    pub fn empty(&self) {
        let _ = self.fill.remove_attribute("style");
    }
}
