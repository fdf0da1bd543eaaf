//! Text that is on paper only.

use leptos::html::P;
use leptos::prelude::*;
use web_sys::Event;

use crate::browser::listener::use_window_listener;

/// A text that is written when printing begins. It is not removed when printing ends: browsers on iPads say so before they
/// take the picture of the page.
#[component]
pub fn PrintOnly(class: &'static str, #[prop(into)] write: Callback<(), String>) -> impl IntoView {
    let paragraph = NodeRef::<P>::new();
    // Not a signal: that would render the text after the event, and the browser prints during it.
    use_window_listener("beforeprint", move |_: Event| {
        if let Some(paragraph) = paragraph.get_untracked() {
            paragraph.set_text_content(Some(&write.run(())));
        }
    });
    view! { <p class=class node_ref=paragraph></p> }
}
