//! Bars of amounts.

use leptos::prelude::*;

/// The colours of bars; each amount keeps its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarTone {
    Turnover,
    Outstanding,
    Retention,
    /// Any amount below zero.
    BelowZero,
}

impl BarTone {
    fn as_str(self) -> &'static str {
        match self {
            Self::Turnover => "bar-fill bar-turnover",
            Self::Outstanding => "bar-fill bar-outstanding",
            Self::Retention => "bar-fill bar-retention",
            Self::BelowZero => "bar-fill bar-below-zero",
        }
    }
}

/// Renders an amount as a bar from a zero line, in thousandths of a common scale. Hidden from screen readers: the exact
/// figure is next to it.
#[component]
pub fn Bar(from: u32, length: u32, zero: u32, tone: BarTone) -> impl IntoView {
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
