//! What screen readers are told as it happens.

use super::drawn::drawn;
use leptos::prelude::*;

/// Says a text to people who do not see the page change.
pub fn announce(text: String) {
    if let Some(Announcement(said)) = use_context() {
        // The same words twice are a change too, and nothing but a change is said.
        said.update(|before| *before = if *before == text { text + "\u{a0}" } else { text });
    }
}

/// The text said last.
#[derive(Clone, Copy)]
struct Announcement(RwSignal<String>);

/// The live region that says what [`announce`] is given. One stands in the page, around everything that announces.
#[component]
pub fn Announcer() -> impl IntoView {
    let said = RwSignal::new(String::new());
    provide_context(Announcement(said));
    drawn(view! {
        <div class="visually-hidden" role="status" aria-live="polite">
            {said}
        </div>
    })
}
