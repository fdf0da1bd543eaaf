//! What this page asks of the browser beyond what Leptos asks of it; each function says what happens where a browser
//! refuses.

pub mod clipboard;
pub mod focus;
pub mod listener;
pub mod storage;
pub mod time_zone;

use leptos::prelude::*;
use web_sys::Window;

/// Sets an attribute of the document's root element.
pub fn set_root(attribute: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(attribute, value);
    }
}

/// Removes an attribute of the document's root element.
pub fn remove_root(attribute: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.remove_attribute(attribute);
    }
}

/// The text inside the element of this id.
pub fn text_of(id: &str) -> Option<String> {
    document().get_element_by_id(id)?.text_content()
}

/// The path of the present address.
pub fn path() -> String {
    location().pathname().unwrap_or_default()
}

/// The present address, whole.
pub fn address() -> String {
    location().href().unwrap_or_default()
}

/// The window of the page that shows this one in a frame; nothing where none does.
pub fn parent() -> Option<Window> {
    let window = window();
    window.parent().ok().flatten().filter(|parent| *parent != window)
}

/// Opens the browser's print dialog.
pub fn print() {
    let _ = window().print();
}

/// Milliseconds since the page was opened.
pub fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

/// Whether a media query holds.
pub fn matches_media(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|media| media.matches())
}
