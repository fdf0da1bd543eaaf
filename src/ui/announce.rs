//! What screen readers are told as it happens.

use leptos::prelude::*;

use super::element::{El, el};

/// Says a text to people who do not see the page change.
pub fn announce(text: String) {
    if let Some(Announcement(said)) = use_context() {
        // The same words twice are a change too, and nothing but a change is said.
        said.update(|before| *before = if *before == text { text + "\u{a0}" } else { text });
    }
}

/// The text said last.
#[derive(Clone)]
struct Announcement(ArcRwSignal<String>);

/// The live region that says what [`announce`] is given. One stands in the page, around everything that announces.
pub fn announcer() -> El {
    let said = ArcRwSignal::new(String::new());
    provide_context(Announcement(said.clone()));
    el("div").class("visually-hidden").attr("role", "status").attr("aria-live", "polite").live_text(move || said.get())
}
