//! The heading of a page.

use leptos::prelude::*;

use super::effect::use_effect;
use crate::browser::task::after_paint;
use crate::browser::{focus, scroll};

/// The id of the heading, for `aria-labelledby`.
pub const HEADING_ID: &str = "heading";

/// Renders the `h1` of a page. Mount it together with the page's content, because it restores the scroll position after Back
/// and Forward. After navigation it takes focus from `<main>`, but from no other element: on the first page focus stays
/// where the browser put it, and later the user may have moved it.
#[component]
pub fn PageHeading(children: Children) -> impl IntoView {
    // Effects run after the page is mounted.
    use_effect(|| {
        let is_restored = scroll::restore();
        // Before the paint, focus would compute a layout that the frame computes once more.
        after_paint(move || {
            if focus::is_on_main() {
                focus::move_to_heading(is_restored);
            }
        });
    });
    view! {
        <h1 id=HEADING_ID tabindex="-1">
            {children()}
        </h1>
    }
}
