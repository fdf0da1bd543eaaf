//! Browser APIs that Leptos does not wrap. They do nothing if the browser refuses.

pub mod clipboard;
pub mod favicon;
pub mod focus;
pub mod handler;
pub mod js;
pub mod listener;
pub mod pinyin;
pub mod scroll;
pub mod storage;
pub mod task;
pub mod time_zone;
pub mod timer;

use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, Window};

/// Sets an attribute of `<html>`.
pub fn set_root_attribute(attribute: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(attribute, value);
    }
}

/// Removes an attribute of `<html>`.
pub fn remove_root_attribute(attribute: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.remove_attribute(attribute);
    }
}

/// Returns the text content of the element with an id.
pub fn text_of(id: &str) -> Option<String> {
    document().get_element_by_id(id)?.text_content()
}

pub fn path() -> String {
    location().pathname().unwrap_or_default()
}

/// Returns the value of a cookie, still percent-encoded. `None` for HttpOnly cookies.
pub fn cookie(name: &str) -> Option<String> {
    let cookies = document().unchecked_into::<HtmlDocument>().cookie().ok()?;
    let value = cookies
        .split("; ")
        .find_map(|cookie| cookie.strip_prefix(name)?.strip_prefix('='))?;
    Some(value.to_owned())
}

/// Returns the window of the host page; `None` outside of a frame.
pub fn parent() -> Option<Window> {
    let window = window();
    window.parent().ok().flatten().filter(|parent| *parent != window)
}

/// Opens the browser's print dialog. Returns whether the browser has one: those inside other programs may have none.
pub fn print() -> bool {
    window().print().is_ok()
}

/// Whether find-in-page finds elements with `hidden="until-found"`.
pub fn finds_hidden() -> bool {
    document()
        .body()
        .is_some_and(|body| Reflect::has(&body, &"onbeforematch".into()).unwrap_or(false))
}

/// Returns a random text of 16 hexadecimal digits.
pub fn random() -> String {
    let mut bytes = [0; 8];
    if let Ok(crypto) = window().crypto() {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Returns the milliseconds since the page was opened.
pub fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

pub fn matches_media(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|media| media.matches())
}
