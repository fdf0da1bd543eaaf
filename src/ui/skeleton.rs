//! The page's layout before its data.

use std::cell::OnceCell;

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::element::{El, el};
use super::live::after_long;
use crate::browser;
use crate::locale::words;

thread_local! {
    static SHAPE: OnceCell<Element> = const { OnceCell::new() };
}

/// Keeps the grey shape that index.html shows before this program runs, for [`skeleton`] to show again.
pub fn keep_shape() {
    if let Some(shape) = browser::document().get_element_by_id("skeleton") {
        let _ = shape.remove_attribute("id");
        shape.set_class_name("skeleton");
        SHAPE.with(|kept| drop(kept.set(shape)));
    }
}

/// The grey shape of a customer's page: a copy of the one in index.html, so that there is one of it and nothing moves.
#[inline(never)] // A function of its own: it is not to be compiled for the first customer.
pub fn skeleton() -> El {
    let shape = el("div");
    if let Some(copy) = SHAPE.with(|kept| kept.get()?.clone_node_with_deep(true).ok()) {
        let _ = shape.append_child(&copy);
    }
    let slow = shape.clone();
    after_long(move || drop(slow.class("slow")));
    loading().child(shape)
}

/// Says that something is loading, to those who do not see it.
pub fn loading() -> El {
    let title = el("h1").class("visually-hidden").text(words().texts.loading);
    el("div").attr("aria-busy", "true").child(el("div").attr("role", "status").child(title))
}

/// The grey shape of one card, to stand in its place until it is drawn; `name` is the card's.
pub fn blank_card(name: &str) -> Option<El> {
    let find = |shape: &Element| shape.query_selector(&format!(".card-{name}")).ok()?;
    let card: El = SHAPE.with(|kept| find(kept.get()?))?.unchecked_into();
    Some(card.copy().attr("aria-hidden", "true"))
}
