//! The heading of a page.

use leptos::prelude::*;

use super::effect::use_effect;
use crate::browser::{focus, scroll};

/// The id of the heading, for what it names.
pub const HEADING_ID: &str = "heading";

/// The `h1` of a page, mounted with its content: Back and Forward then restore the scroll position. After navigation it takes
/// focus from `<main>`, and from no other element: the first page leaves focus where the browser put it, and a user may have
/// moved it meanwhile.
#[component]
pub fn PageHeading(children: Children) -> impl IntoView {
    // Effects run after the page is mounted.
    use_effect(|| {
        let is_restored = scroll::restore();
        if focus::is_on_main() {
            focus::enter_heading(is_restored);
        }
    });
    view! {
        <h1 id=HEADING_ID tabindex="-1">
            {children()}
        </h1>
    }
}
