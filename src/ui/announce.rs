//! What screen readers are told as it happens.

use leptos::prelude::{provide_context, use_context};
use send_wrapper::SendWrapper;
use web_sys::Element;

/// Says a text to people who do not see the page change.
pub fn announce(text: &str) {
    if let Some(Region(region)) = use_context() {
        // The same words twice are a change too, and nothing but a change is said.
        let is_said = region.text_content().is_some_and(|before| before == text);
        let end = if is_said { "\u{a0}" } else { "" };
        region.set_text_content(Some(&[text, end].concat()));
    }
}

/// Takes back what was said last: it is not to be found on the page any more.
pub fn hush() {
    if let Some(Region(region)) = use_context() {
        region.set_text_content(None);
    }
}

/// Where [`announce`] writes.
#[derive(Clone)]
struct Region(SendWrapper<Element>);

/// Has the live region of index.html's frame say what [`announce`] is given. It stands there from the beginning,
/// because a region that comes with its text is often not read.
pub fn provide_announcements(frame: &Element) {
    if let Ok(Some(region)) = frame.query_selector("[aria-live]") {
        provide_context(Region(SendWrapper::new(region)));
    }
}
