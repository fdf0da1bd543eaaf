//! What screen readers are told as it happens.

use leptos::prelude::*;
use web_sys::Element;

use super::live::follow;

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

/// Has the live region of index.html's frame say what [`announce`] is given. It stands there from the beginning,
/// because a region that comes with its text is often not read.
pub fn provide_announcements(frame: &Element) {
    let said = ArcRwSignal::new(String::new());
    provide_context(Announcement(said.clone()));
    let Ok(Some(region)) = frame.query_selector("[aria-live]") else { return };
    follow(move || region.set_text_content(Some(&said.get())));
}
