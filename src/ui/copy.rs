//! Copying a value.

use std::cell::OnceCell;

use leptos::prelude::Owner;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::announce::announce;
use super::element::{El, el};
use super::icon::{Icon, icon};
use super::live::{closest, listen};
use crate::browser;
use crate::locale::{fill, words};

/// How many milliseconds the button says that it has copied.
const SAID_FOR: i32 = 2_000;

/// A button that copies an exact, whole value, and says so when that has happened; `label` is what the value is called.
/// It works where [`follow_copying`] has been called: a page has many of them, so they have one listener between them.
pub fn copy_button(value: &str, label: &str) -> El {
    copying(blank_copy_button(label), value)
}

/// The same button before there is a value, to be [`copying`] one.
pub fn blank_copy_button(label: &str) -> El {
    let name = fill(words().texts.copy, &[label]);
    let blank = BLANK.with(|blank| blank.get_or_init(blank_button).copy());
    blank.attr("data-label", label).attr("aria-label", &name).attr("title", &name)
}

/// The button that copies this value from now on.
pub fn copying(button: El, value: &str) -> El {
    button.attr("value", value)
}

/// Makes a button blank again.
pub fn copying_nothing(button: &El) {
    let _ = button.remove_attribute("value");
    if button.class_list().contains("copied") {
        show(button, "copy", Icon::Copy);
    }
}

thread_local! {
    /// What all copy buttons have in common, to make each of them from.
    static BLANK: OnceCell<El> = const { OnceCell::new() };
}

fn blank_button() -> El {
    el("button").attr("type", "button").class("copy").child(icon(Icon::Copy))
}

/// Has every copy button of the page copy its value.
pub fn follow_copying() {
    listen("click", |event| {
        if let Some(button) = closest(&event, "button.copy") {
            copy(button);
        }
    });
}

fn copy(button: Element) {
    let owner = Owner::current();
    let [value, label] = ["value", "data-label"].map(|name| button.get_attribute(name).unwrap_or_default());
    browser::spawn(async move {
        let done = browser::copy(&value).await;
        let say = || {
            let texts = &words().texts;
            if done { announce(&fill(texts.copied, &[&label])) } else { announce(texts.copy_failed) }
        };
        if let Some(owner) = owner {
            owner.with(say);
        }
        // The button may be another customer's by now.
        if done && button.get_attribute("value").is_some_and(|now| now == value) {
            show(&button, "copy copied", Icon::Done);
            browser::after(SAID_FOR, move || show(&button, "copy", Icon::Copy));
        }
    });
}

fn show(button: &Element, class: &str, sign: Icon) {
    let button: El = button.clone().unchecked_into();
    button.set_text_content(None);
    drop(button.class(class).child(icon(sign)));
}
