//! Keyboard focus. If the focused element is removed or re-rendered, the browser moves focus to `<body>`.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

use super::{find, find_all, parent};

/// `<main>` has focus while a page loads.
const MAIN: &str = "#main";
/// Focusable elements, except the tab stops at the ends of an embedded page (src/app/embedded.rs).
const FOCUSABLE: &str = "a[href], button, input, summary, [tabindex]:not([data-tab-stop])";

/// An end of the tab order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    First,
    Last,
}

/// Moves focus to the first or last element of the tab order; to `<main>` if there is none.
pub fn move_to_end(end: End) {
    let mut elements = focusable();
    if end == End::Last {
        elements.reverse();
    }
    elements.retain(|element| element.tab_index() >= 0);
    elements.extend(find(MAIN).and_then(|main| main.dyn_into().ok()));
    for element in elements {
        let _ = element.focus();
        // Hidden and disabled elements do not take focus.
        if document().active_element().as_ref() == Some(&element) {
            return;
        }
    }
}

/// Moves focus to `<main>`.
pub fn move_to_main() {
    if let Some(main) = find(MAIN) {
        focus(main, true);
    }
}

/// Moves focus to `<main>` when the caller unmounts, if focus is inside it then.
pub fn move_to_main_on_unmount() {
    on_cleanup(move_to_main_if_inside);
}

/// Moves focus to `<main>` when the caller unmounts, unless another element outside of it has focus. The next page's heading
/// then takes it.
pub fn move_to_main_on_unmount_unless_elsewhere() {
    on_cleanup(|| {
        move_to_main_if_inside();
        move_to_main_unless_elsewhere();
    });
}

fn move_to_main_if_inside() {
    if let Some(focused) = focused_element()
        && find(MAIN).is_some_and(|main| main.contains(Some(&focused)))
    {
        move_to_main();
    }
}

/// Moves focus to the heading of the page, and scrolls to it unless `keeps_scroll` is true.
pub fn move_to_heading(keeps_scroll: bool) {
    if let Some(heading) = find("h1") {
        focus(heading, keeps_scroll);
    }
}

/// Moves focus to `<main>` unless another element has focus.
pub fn move_to_main_unless_elsewhere() {
    if focused_element().is_none() {
        move_to_main();
    }
}

/// Whether `<main>` itself has focus.
pub fn is_on_main() -> bool {
    document().active_element().is_some_and(|focused| Some(focused) == find(MAIN))
}

/// Moves focus to the first element that matches, in the next animation frame: effects have rendered it by then.
pub fn move_to(selector: impl Into<String>) {
    let selector = selector.into();
    request_animation_frame(move || {
        if let Some(element) = find(&selector) {
            focus(element, false);
        }
    });
}

/// Keeps focus in place across a re-render: if the focused element is gone in the next animation frame, focus moves to the
/// element at the same position among the focusable ones.
pub fn keep_while_rerendering() {
    let Some(focused) = focused_element() else { return };
    let Some(position) = focusable().iter().position(|element| **element == focused) else {
        return;
    };
    request_animation_frame(move || {
        if focused_element().is_none()
            && let Some(element) = focusable().into_iter().nth(position)
        {
            focus(element.into(), false);
        }
    });
}

/// Returns the focused element, except `<body>` and `<main>`.
fn focused_element() -> Option<Element> {
    document()
        .active_element()
        .filter(|focused| !matches!(focused.tag_name().as_str(), "BODY" | "MAIN"))
}

/// Returns the focusable elements, except those in notes, which appear and disappear when the record re-renders.
fn focusable() -> Vec<HtmlElement> {
    let mut elements = find_all(FOCUSABLE);
    elements.retain(|element| matches!(element.closest(".record-notes"), Ok(None)));
    elements
}

/// Moves focus to an element, and scrolls to it unless `keeps_scroll` is true. Does nothing in a frame without focus:
/// the host page has it.
fn focus(element: Element, keeps_scroll: bool) {
    if parent().is_some() && !document().has_focus().unwrap_or(true) {
        return;
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(keeps_scroll);
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let _ = element.focus_with_options(&options);
    }
}
