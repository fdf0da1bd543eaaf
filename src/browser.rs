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

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDocument, HtmlElement, Window};

/// Returns the first element that matches a selector.
pub fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// Returns all elements that match a selector.
pub fn find_all(selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = document().query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.get(index)?.dyn_into().ok())
        .collect()
}

/// Sets an attribute of `<html>`, or removes it.
pub fn set_root_attribute(attribute: &str, value: Option<&str>) {
    if let Some(root) = find("html") {
        let _ = match value {
            Some(value) => root.set_attribute(attribute, value),
            None => root.remove_attribute(attribute),
        };
    }
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
    find("body").is_some_and(|body| !js::get(&body, "onbeforematch").is_undefined())
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
