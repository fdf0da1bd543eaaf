//! What stands on paper only.

use leptos::html::P;
use leptos::prelude::*;

/// A text that is written when a print begins, and gone when it ends.
#[component]
pub fn PrintOnly(
    /// Its class in the style sheet.
    class: &'static str,
    /// Writes the text.
    write: impl Fn() -> String + 'static,
) -> impl IntoView {
    let place = NodeRef::<P>::new();
    // Into the element itself: a signal would put the text there in a moment, and the browser prints at once.
    let put = move |text: Option<&str>| {
        if let Some(place) = place.get_untracked() {
            place.set_text_content(text);
        }
    };
    let before = window_event_listener_untyped("beforeprint", move |_| put(Some(&write())));
    let after = window_event_listener_untyped("afterprint", move |_| put(None));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    view! { <p class=class node_ref=place></p> }
}
