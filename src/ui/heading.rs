//! The heading of a page.

use leptos::html::H1;
use leptos::prelude::*;

use crate::browser::focus;

/// The `h1` of a page. Whoever moves to another page has the focus on its main part while it loads; the heading takes it
/// over from there, and from nowhere else: the first page leaves it where the browser has it, and a person who has gone
/// elsewhere meanwhile stays there.
#[component]
pub fn PageHeading(
    /// What it says.
    children: Children,
) -> impl IntoView {
    let heading = NodeRef::<H1>::new();
    heading.on_load(|heading| {
        if focus::is_on_main() {
            let _ = heading.focus();
        }
    });
    view! {
        <h1 tabindex="-1" node_ref=heading>
            {children()}
        </h1>
    }
}
