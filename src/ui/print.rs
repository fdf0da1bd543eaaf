//! Text that is on paper only.

use leptos::html::P;
use leptos::prelude::*;
use web_sys::Event;

use crate::browser::listener::use_window_listener;

/// A text that is written when printing begins, and removed when it ends.
#[component]
pub fn PrintOnly(class: &'static str, #[prop(into)] write: Callback<(), String>) -> impl IntoView {
    let paragraph = NodeRef::<P>::new();
    // Not a signal: that would render the text after the event, and the browser prints during it.
    let set_text = move |text: Option<&str>| {
        if let Some(paragraph) = paragraph.get_untracked() {
            paragraph.set_text_content(text);
        }
    };
    use_window_listener("beforeprint", move |_: Event| set_text(Some(&write.run(()))));
    use_window_listener("afterprint", move |_: Event| set_text(None));
    view! { <p class=class node_ref=paragraph></p> }
}
