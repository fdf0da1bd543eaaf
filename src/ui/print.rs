//! Text that is on paper only.

use leptos::html::Div;
use leptos::prelude::*;
use web_sys::Event;

use crate::browser::listener::use_window_listener;

/// A text that is written when printing begins. It is not removed when printing ends: browsers on iPads say so before they
/// take the picture of the page.
#[component]
pub fn PrintOnly(class: &'static str, #[prop(into)] write: Callback<(), String>) -> impl IntoView {
    let element = NodeRef::<Div>::new();
    // Not a signal: that would render the text after the event, and the browser prints during it.
    use_window_listener("beforeprint", move |_: Event| {
        if let Some(element) = element.get_untracked() {
            element.set_text_content(Some(&write.run(())));
        }
    });
    view! { <div class=class node_ref=element></div> }
}
