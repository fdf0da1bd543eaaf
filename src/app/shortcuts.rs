//! Keyboard shortcuts, and the sheet that lists them.

use crate::ui::drawn::drawn;
use leptos::html::Dialog;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::browser;
use crate::locale::said;
use crate::ui::icon::{Icon, IconView};

/// Where it is kept in localStorage that somebody wants no single-key shortcuts: speech input types by accident.
const OFF: &str = "customer-profile.shortcuts-off";

/// What a shortcut belongs to says so itself: any element with this attribute is what its key clicks, or focuses if it
/// is a box for text.
const ATTRIBUTE: &str = "aria-keyshortcuts";

/// Follows the keyboard, and shows the sheet of shortcuts at `?`.
#[component]
pub fn Shortcuts() -> impl IntoView {
    let sheet = NodeRef::<Dialog>::new();
    let is_on = RwSignal::new(browser::stored(OFF).is_none());
    let lines = RwSignal::new(Vec::new());
    let open = move || {
        lines.set(all());
        if let Some(sheet) = sheet.get_untracked().filter(|sheet| !sheet.open()) {
            let _ = sheet.show_modal();
        }
    };
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        if is_on.get_untracked() && is_free(&event) {
            act(&event);
        }
    });
    let asked = window_event_listener_untyped("show-shortcuts", move |_| open());
    on_cleanup(move || {
        keys.remove();
        asked.remove();
    });
    let switch = move |event| {
        let on = event_target_checked(&event);
        is_on.set(on);
        if on { browser::forget(OFF) } else { browser::store(OFF, "1") }
    };
    drawn(view! {
        <dialog class="sheet" node_ref=sheet aria-labelledby="shortcuts">
            <h2 id="shortcuts">{said(|texts| texts.shortcuts)}</h2>
            <dl class="shortcut-list">
                {move || lines.get().into_iter().map(|line| view! { <Line line/> }).collect_view()}
            </dl>
            <label class="shortcut-switch">
                <input type="checkbox" prop:checked=is_on on:change=switch/>
                {said(|texts| texts.shortcuts_on)}
            </label>
            <form method="dialog">
                <button class="button button-primary">{said(|texts| texts.close)}</button>
            </form>
        </dialog>
    })
}

/// Asks for the sheet.
#[component]
pub fn ShortcutsButton() -> impl IntoView {
    let ask = |_| {
        if let Ok(event) = web_sys::Event::new("show-shortcuts") {
            let _ = browser::window().dispatch_event(&event);
        }
    };
    let name = said(|texts| texts.shortcuts);
    drawn(view! {
        <button type="button" class="icon-button" aria-keyshortcuts="?" aria-label=name title=name on:click=ask>
            <IconView icon=Icon::Keyboard/>
        </button>
    })
}

/// A key and what it does.
#[component]
fn Line(
    /// Both.
    line: (String, String),
) -> impl IntoView {
    drawn(view! {
        <div>
            <dt>
                <kbd>{line.0}</kbd>
            </dt>
            <dd>{line.1}</dd>
        </div>
    })
}

/// Whether a key press is nobody else's: not typed into a box, not part of a chord, not in a dialog.
fn is_free(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_taken =
        |target: Element| target.closest("input, textarea, select, dialog, [contenteditable]").ok().flatten().is_some();
    !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !event.is_composing() && !target.is_some_and(is_taken)
}

/// Does what belongs to a key.
fn act(event: &KeyboardEvent) {
    let key = event.key().to_lowercase();
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
