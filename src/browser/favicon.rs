//! The favicon.

use js_sys::Array;
use leptos::prelude::*;
use web_sys::Element;

use super::find;
use super::js::{apply, call, get, set};

/// The attribute that keeps the icon's original URL while another icon is shown.
const ORIGINAL: &str = "data-original";

/// Shows the text of an element as the icon, in the element's colours.
pub fn show(element: &Element) {
    if let (Some(icon), Some(image)) = (icon(), draw(element)) {
        if !icon.has_attribute(ORIGINAL) {
            let _ = icon.set_attribute(ORIGINAL, &icon.get_attribute("href").unwrap_or_default());
        }
        let _ = icon.set_attribute("href", &image);
    }
}

/// Shows the icon of index.html again.
pub fn restore() {
    if let Some(icon) = icon()
        && let Some(original) = icon.get_attribute(ORIGINAL)
    {
        let _ = icon.set_attribute("href", &original);
    }
}

fn icon() -> Option<Element> {
    find("link[rel=icon]")
}

/// Draws the icon, and returns its URL. A PNG: browsers render an SVG icon as a separate document.
fn draw(element: &Element) -> Option<String> {
    let style = apply(&window(), "getComputedStyle", &Array::of1(element));
    let canvas = document().create_element("canvas").ok()?;
    set(&canvas, "width", "64");
    set(&canvas, "height", "64");
    let context = call(&canvas, "getContext", &["2d"]);
    set(&context, "fillStyle", &get(&style, "backgroundColor").as_string()?);
    call(&context, "fillRect", &["0", "0", "64", "64"]);
    set(&context, "fillStyle", &get(&style, "color").as_string()?);
    set(&context, "font", "600 44px sans-serif");
    set(&context, "textAlign", "center");
    call(&context, "fillText", &[&element.text_content()?, "32", "48"]);
    call(&canvas, "toDataURL", &[]).as_string()
}
