//! Print-only text.

use leptos::html::Div;
use leptos::prelude::*;
use web_sys::Event;

use crate::browser::listener::use_window_listener;

/// Renders a text when printing begins. The text stays afterwards: browsers on iPads send `afterprint` before they
/// capture the page.
#[component]
pub fn PrintOnly(class: &'static str, write: Box<dyn Fn() -> String>) -> impl IntoView {
    let element = NodeRef::<Div>::new();
    // Not a signal, which would render the text after the event: the browser prints right after its listeners.
    use_window_listener("beforeprint", move |_: Event| {
        if let Some(element) = element.get_untracked() {
            element.set_text_content(Some(&write()));
        }
    });
    view! { <div class=class node_ref=element></div> }
}
