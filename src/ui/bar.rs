//! A bar from zero.

use leptos::prelude::*;

/// The colours of bars; each amount keeps its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarTone {
    /// What has been sold.
    Turnover,
    /// What is still owed.
    Outstanding,
    /// What is held back.
    Retention,
    /// Any amount below zero: another fill than what is above it, and the colour of danger.
    BelowZero,
}

impl BarTone {
    /// The class in the style sheet.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Turnover => "bar-fill bar-turnover",
            Self::Outstanding => "bar-fill bar-outstanding",
            Self::Retention => "bar-fill bar-retention",
            Self::BelowZero => "bar-fill bar-below-zero",
        }
    }
}

/// An amount as a length from a marked zero, on a scale that it shares with others. The exact figure stands beside it as
/// text, so screen readers pass over the bar.
#[component]
pub fn Bar(
    /// Where the bar begins, in thousandths of the scale.
    from: u32,
    /// How long it is, in thousandths of the scale.
    length: u32,
    /// Where zero is, in thousandths of the scale.
    zero: u32,
    /// Its colour.
    tone: BarTone,
) -> impl IntoView {
    view! {
        <div class="bar" aria-hidden="true">
            <div class=tone.as_str() style:margin-left=percent(from) style:width=percent(length)></div>
            <div class="bar-zero" style:left=percent(zero)></div>
        </div>
    }
}

fn percent(thousandths: u32) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}
