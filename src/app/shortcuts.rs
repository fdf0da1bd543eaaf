//! Keyboard shortcuts, and the sheet that lists them.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement, HtmlInputElement, KeyboardEvent};

use crate::browser;
use crate::locale::said;
use crate::ui::element::{El, el};
use crate::ui::icon::{Icon, icon};
use crate::ui::live::{closest, listen};

/// Where it is kept in localStorage that somebody wants no single-key shortcuts: speech input types by accident.
const OFF: &str = "customer-profile.shortcuts-off";

/// What a shortcut belongs to says so itself: any element with this attribute is what its key clicks, or focuses if it
/// is a box for text.
const ATTRIBUTE: &str = "aria-keyshortcuts";

/// Follows the keyboard, and shows the sheet of shortcuts at `?`; it is what is drawn, and made when it is first asked
/// for.
pub fn shortcuts() -> El {
    let is_on = Rc::new(Cell::new(browser::stored(OFF).is_none()));
    let is_followed = is_on.clone();
    listen("keydown", move |event| {
        let key: &KeyboardEvent = event.unchecked_ref();
        if is_followed.get() && is_free(key) {
            act(key);
        }
    });
    let (place, made) = (el("div"), OnceCell::new());
    let inside = place.clone();
    listen("show-shortcuts", move |_| {
        let (sheet, lines) = made.get_or_init(|| {
            let lines = el("dl").class("shortcut-list");
            let sheet = sheet(lines.clone(), is_on.clone());
            drop(inside.clone().child(sheet.clone()));
            (sheet, lines)
        });
        lines.set_text_content(None);
        drop(lines.clone().children(all().iter().map(|(key, name)| line(key, name))));
        let dialog: &HtmlDialogElement = sheet.unchecked_ref();
        if !dialog.open() {
            let _ = dialog.show_modal();
        }
    });
    place
}

/// The sheet, with a switch for single-key shortcuts.
fn sheet(lines: El, is_on: Rc<Cell<bool>>) -> El {
    let switch = el("input").attr("type", "checkbox");
    let input: HtmlInputElement = switch.clone().unchecked_into();
    input.set_checked(is_on.get());
    let switch = switch.on("change", move |_| {
        is_on.set(input.checked());
        if input.checked() { browser::forget(OFF) } else { browser::store(OFF, "1") }
    });
    let label = el("label").class("shortcut-switch").child(switch).live_text(said(|texts| texts.shortcuts_on));
    let close = el("button").class("button button-primary").live_text(said(|texts| texts.close));
    el("dialog")
        .class("sheet")
        .attr("aria-labelledby", "shortcuts")
        .child(el("h2").attr("id", "shortcuts").live_text(said(|texts| texts.shortcuts)))
        .child(lines)
        .child(label)
        .child(el("form").attr("method", "dialog").child(close))
}

/// Asks for the sheet.
pub fn shortcuts_button() -> El {
    let ask = |_| {
        if let Ok(event) = web_sys::Event::new("show-shortcuts") {
            let _ = browser::window().dispatch_event(&event);
        }
    };
    el("button")
        .attr("type", "button")
        .class("icon-button")
        .attr("aria-keyshortcuts", "?")
        .live_attr("aria-label", said(|texts| texts.shortcuts))
        .live_attr("title", said(|texts| texts.shortcuts))
        .on("click", ask)
        .child(icon(Icon::Keyboard))
}

/// A key and what it does.
fn line(key: &str, name: &str) -> El {
    el("div").child(el("dt").child(el("kbd").text(key))).child(el("dd").text(name))
}

/// Whether a key press is nobody else's: not typed into a box, not part of a chord, not in a dialog.
fn is_free(event: &KeyboardEvent) -> bool {
    // In a dialog that has been closed the focus stays until the next frame.
    let is_taken = closest(event, "input, textarea, select, dialog, [contenteditable]").is_some()
        && closest(event, "dialog:not([open])").is_none();
    !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !event.is_composing() && !is_taken
}

/// Does what belongs to a key.
fn act(event: &KeyboardEvent) {
    // The lower case of all the world's letters would take six kilobytes, compressed.
    let key = event.key().to_ascii_lowercase();
    let owner = owners().into_iter().find(|element| element.get_attribute(ATTRIBUTE).as_deref() == Some(&key));
    if let Some(owner) = owner {
        event.prevent_default();
        if owner.tag_name() == "INPUT" {
            let _ = owner.focus();
        } else {
            owner.click();
        }
    }
}

/// Every element with a shortcut, in the page's order.
fn owners() -> Vec<HtmlElement> {
    let Ok(found) = browser::document().query_selector_all(&format!("[{ATTRIBUTE}]")) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
}

/// Every key with what it does, as the elements themselves are called.
fn all() -> Vec<(String, String)> {
    let name = |element: &HtmlElement| {
        let named = ["title", "aria-label"].iter().find_map(|attribute| element.get_attribute(attribute));
        named.unwrap_or_else(|| element.inner_text())
    };
    owners().iter().filter_map(|element| Some((element.get_attribute(ATTRIBUTE)?, name(element)))).collect()
}
