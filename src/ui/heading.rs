//! The heading of a page.

use leptos::prelude::*;

use super::effect::use_effect;
use crate::browser::focus;

/// The id of the heading, for what it names.
pub const HEADING_ID: &str = "heading";

/// The `h1` of a page. After navigation it takes focus from `<main>`, and from no other element: the first page leaves
/// focus where the browser put it, and a user may have moved it meanwhile.
#[component]
pub fn PageHeading(children: Children) -> impl IntoView {
    // Effects run after the page is mounted.
    use_effect(|| {
        if focus::is_on_main() {
            focus::enter_heading();
        }
    });
    view! {
        <h1 id=HEADING_ID tabindex="-1">
            {children()}
        </h1>
    }
}
