//! A bar from zero.

use super::drawn::drawn;
use leptos::prelude::*;

/// An amount as a length from zero on a scale that it shares with others. The exact figure stands beside it as text,
/// so screen readers pass over the bar.
#[component]
pub fn Bar(
    /// Where the bar begins, in thousandths of the scale.
    from: u32,
    /// How long it is, in thousandths of the scale.
    length: u32,
    /// Its colour: a class of the style sheet.
    tone: &'static str,
) -> impl IntoView {
    let percent = |thousandths: u32| format!("{}.{}%", thousandths / 10, thousandths % 10);
    drawn(view! {
        <div class="bar" aria-hidden="true">
            <div class=format!("bar-fill {tone}") style:margin-left=percent(from) style:width=percent(length)></div>
        </div>
    })
}
