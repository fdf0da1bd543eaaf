//! The heading of a page.

use leptos::html::H1;
use leptos::prelude::*;

use super::effect::use_effect;
use crate::browser::focus;

/// The id of the heading, for `aria-labelledby`.
pub const HEADING_ID: &str = "heading";

/// Renders the `h1` of a page. After navigation it takes focus from `<main>`, but from no other element: on the first
/// page focus stays where the browser put it, and the user may have moved it since.
#[component]
pub fn PageHeading(children: Children) -> impl IntoView {
    let heading = NodeRef::<H1>::new();
    use_effect(move || {
        if let Some(heading) = heading.get()
            && focus::is_on_main()
        {
            let _ = heading.focus();
        }
    });
    view! {
        <h1 id=HEADING_ID tabindex="-1" node_ref=heading>
            {children()}
        </h1>
    }
}
