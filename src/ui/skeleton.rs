//! The page's layout before its data.

use std::cell::RefCell;

use leptos::html::Div;
use leptos::prelude::*;
use web_sys::Element;

use super::effect::use_effect;
use super::progress::use_is_slow;
use crate::locale::texts;

thread_local! {
    static SHAPE: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Keeps the grey shape that index.html shows before the program runs, for [`Skeleton`].
pub fn keep_shape() {
    if let Some(shape) = document().get_element_by_id("skeleton") {
        let _ = shape.remove_attribute("id");
        shape.set_class_name("skeleton");
        SHAPE.set(Some(shape));
    }
}

/// The grey shape of a customer's page: a copy of the one in index.html, so that it has one definition and nothing shifts
/// when the program starts.
#[component]
pub fn Skeleton() -> impl IntoView {
    let parent = NodeRef::<Div>::new();
    use_effect(move || {
        if let Some(parent) = parent.get()
            && let Some(copy) = SHAPE.with_borrow(|shape| shape.as_ref()?.clone_node_with_deep(true).ok())
        {
            let _ = parent.append_child(&copy);
        }
    });
    let is_slow = use_is_slow();
    view! {
        <div aria-busy="true">
            <h1 class="visually-hidden">{texts().loading}</h1>
            <div node_ref=parent class:slow=is_slow></div>
        </div>
    }
}
