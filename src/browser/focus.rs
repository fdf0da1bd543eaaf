//! The keyboard's focus. What is drawn anew or taken off the page takes the focus with it unless somebody leads it on.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

/// The page's main part, which has the focus while what it is to show is on its way.
const MAIN: &str = "#main";
/// What can have the focus.
const FOCUSABLE: &str = "a[href], button, input, [tabindex]";

/// Moves the focus to the main part.
pub fn rest_on_main() {
    if let Some(main) = find(MAIN) {
        focus(main);
    }
}

/// Moves the focus to the main part unless it is on something outside: what comes there is to take it over.
pub fn rest_on_main_unless_elsewhere() {
    leave_to_main();
    if focused_thing().is_none() {
        rest_on_main();
    }
}

/// Moves the focus to the main part if something inside has it, which is about to go.
pub fn leave_to_main() {
    if let (Some(main), Some(focused)) = (find(MAIN), document().active_element())
        && main.contains(Some(&focused))
    {
        focus(main);
    }
}

/// Whether the main part itself has the focus.
pub fn is_on_main() -> bool {
    document().active_element().is_some_and(|focused| Some(focused) == find(MAIN))
}

/// Moves the focus to the first element of this selector, with the next frame: what a signal draws is there by then.
pub fn move_to(selector: impl Into<String>) {
    let selector = selector.into();
    request_animation_frame(move || {
        if let Some(element) = find(&selector) {
            focus(element);
        }
    });
}

/// Leaves the focus on the same thing while something is drawn anew after this call: with the next frame, it is given to
/// what stands in the same place among all that can have it.
pub fn keep() {
    let Some(focused) = focused_thing() else { return };
    let Some(place) = focusable().iter().position(|element| *element == focused) else {
        return;
    };
    request_animation_frame(move || {
        if focused_thing().is_none()
            && let Some(element) = focusable().into_iter().nth(place)
        {
            focus(element);
        }
    });
}

/// What has the focus, unless that is only the page or its main part.
fn focused_thing() -> Option<Element> {
    document()
        .active_element()
        .filter(|focused| !matches!(focused.tag_name().as_str(), "BODY" | "MAIN"))
}

fn focusable() -> Vec<Element> {
    let Ok(found) = document().query_selector_all(FOCUSABLE) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.get(index)?.dyn_into().ok())
        .collect()
}

fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// In a frame, only where the focus is in there: a page that shows this one has its own.
fn focus(element: Element) {
    if super::parent().is_some() && !document().has_focus().unwrap_or(true) {
        return;
    }
    let stay = FocusOptions::new();
    stay.set_prevent_scroll(element.id() == "main");
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let _ = element.focus_with_options(&stay);
    }
}
