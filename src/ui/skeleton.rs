//! The page's layout before its data.

use std::cell::OnceCell;

use leptos::html::Div;
use leptos::prelude::*;
use web_sys::Element;

use super::effect::use_effect;
use super::progress::use_is_slow;
use crate::locale::texts;

thread_local! {
    static SHAPE: OnceCell<Element> = const { OnceCell::new() };
}

/// Keeps the grey shape that index.html shows before this program runs, for [`Skeleton`] to show again.
pub fn keep_shape() {
    if let Some(shape) = document().get_element_by_id("skeleton") {
        let _ = shape.remove_attribute("id");
        shape.set_class_name("skeleton");
        SHAPE.with(|kept| drop(kept.set(shape)));
    }
}

/// The grey shape of a customer's page: a copy of the one in index.html, so that there is one definition of it and nothing
/// moves when the program starts.
#[component]
pub fn Skeleton() -> impl IntoView {
    let place = NodeRef::<Div>::new();
    use_effect(move || {
        if let Some(place) = place.get()
            && let Some(copy) = SHAPE.with(|kept| kept.get()?.clone_node_with_deep(true).ok())
        {
            let _ = place.append_child(&copy);
        }
    });
    let is_slow = use_is_slow();
    view! {
        <div aria-busy="true">
            <h1 class="visually-hidden">{texts().loading}</h1>
            <div node_ref=place class:slow=is_slow></div>
        </div>
    }
}
