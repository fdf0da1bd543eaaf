//! The page's layout before its data.

use std::cell::OnceCell;

use super::drawn::drawn;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::browser;
use crate::locale::words;

thread_local! {
    static SHAPE: OnceCell<Element> = const { OnceCell::new() };
}

/// Keeps the grey shape that index.html shows before this program runs, for [`Skeleton`] to show again.
pub fn keep_shape() {
    if let Some(shape) = browser::document().get_element_by_id("skeleton") {
        shape.remove();
        let _ = shape.remove_attribute("id");
        SHAPE.with(|kept| drop(kept.set(shape)));
    }
}

/// The grey shape of a customer's page: a copy of the one in index.html, so that there is one of it and nothing moves.
#[component]
pub fn Skeleton() -> impl IntoView {
    let place = NodeRef::<leptos::html::Div>::new();
    place.on_load(|place| {
        let copy = SHAPE.with(|kept| kept.get()?.clone_node_with_deep(true).ok());
        if let Some(copy) = copy.and_then(|copy| copy.dyn_into::<Element>().ok()) {
            let _ = place.append_child(&copy);
        }
    });
    drawn(view! {
        <div aria-busy="true">
            <div role="status">
                <h1 class="visually-hidden" tabindex="-1">
                    {words().texts.loading}
                </h1>
            </div>
            <div node_ref=place></div>
        </div>
    })
}
