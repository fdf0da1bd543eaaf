//! Keyboard shortcuts, and the sheet that lists them.

use leptos::html::Dialog;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::browser::storage;
use crate::locale::translated;
use crate::ui::effect::use_effect;
use crate::ui::icon::{Icon, IconView};

/// Where it is kept in localStorage that somebody wants no single-key shortcuts: speech input types by accident.
const OFF: &str = "customer-profile.shortcuts-off";

/// What a shortcut belongs to says so itself: any element with this attribute is what its key clicks, or focuses if it
/// is a box for text.
const ATTRIBUTE: &str = "aria-keyshortcuts";

/// Whether the sheet of shortcuts is open.
#[derive(Clone, Copy)]
struct IsSheetOpen(RwSignal<bool>);

/// Lets [`ShortcutsButton`] open the sheet of [`Shortcuts`].
pub fn provide() {
    provide_context(IsSheetOpen(RwSignal::new(false)));
}

fn use_is_sheet_open() -> RwSignal<bool> {
    use_context().map_or_else(RwSignal::default, |IsSheetOpen(is_open)| is_open)
}

/// Follows the keyboard, and shows the sheet of shortcuts at `?`.
#[component]
pub fn Shortcuts() -> impl IntoView {
    let is_open = use_is_sheet_open();
    let is_on = RwSignal::new(storage::read(OFF).is_none());
    let keys = window_event_listener_untyped("keydown", move |event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        if is_on.get_untracked() && is_free(event) {
            act(event);
        }
    });
    on_cleanup(move || keys.remove());
    move || is_open.get().then(|| view! { <Sheet is_open is_on/> }).into_any()
}

/// Asks for the sheet.
#[component]
pub fn ShortcutsButton() -> impl IntoView {
    let is_open = use_is_sheet_open();
    let name = translated(|texts| texts.shortcuts);
    view! {
        <button
            type="button"
            class="icon-button shortcuts-button"
            aria-keyshortcuts="?"
            aria-label=name
            title=name
            on:click=move |_| is_open.set(true)
        >
            <IconView icon=Icon::Keyboard/>
        </button>
    }
}

/// The sheet: every shortcut of the page as it is now, and a switch for all of them.
#[component]
fn Sheet(
    /// Whether it is open; it closes itself.
    is_open: RwSignal<bool>,
    /// Whether single keys are shortcuts.
    is_on: RwSignal<bool>,
) -> impl IntoView {
    let sheet = NodeRef::<Dialog>::new();
    use_effect(move || {
        if let Some(sheet) = sheet.get() {
            let _ = sheet.show_modal();
        }
    });
    let switch = move |event| {
        let on = event_target_checked(&event);
        is_on.set(on);
        if on {
            storage::remove(OFF)
        } else {
            storage::write(OFF, "1")
        }
    };
    let lines = all().into_iter().map(|(key, name)| view! { <Line key name/> }).collect_view();
    view! {
        <dialog class="sheet" node_ref=sheet aria-labelledby="shortcuts" on:close=move |_| is_open.set(false)>
            <h2 id="shortcuts">{translated(|texts| texts.shortcuts)}</h2>
            <dl class="shortcut-list">{lines}</dl>
            <label class="shortcut-switch">
                <input type="checkbox" prop:checked=is_on on:change=switch/>
                {translated(|texts| texts.shortcuts_on)}
            </label>
            <Version/>
            <form method="dialog">
                <button class="button button-primary">{translated(|texts| texts.close)}</button>
            </form>
        </dialog>
    }
}

/// Which version of the page this is, as the build has noted it in index.html; nothing in a build that has noted none.
#[component]
fn Version() -> impl IntoView {
    let noted = document().query_selector("meta[name=version]").ok().flatten();
    let version = noted.and_then(|meta| meta.get_attribute("content"));
    let label = translated(|texts| texts.version);
    version.map(|version| view! { <p class="secondary">{label} " " <span>{version}</span></p> })
}

/// A key and what it does.
#[component]
fn Line(
    /// The key.
    key: String,
    /// What it does.
    name: String,
) -> impl IntoView {
    view! {
        <div>
            <dt>
                <kbd>{key}</kbd>
            </dt>
            <dd>{name}</dd>
        </div>
    }
}

/// The element of this selector in which an event has happened, or which it has happened to.
fn closest(event: &web_sys::Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// Whether a key press is nobody else's: not typed into a box, not part of a chord, not in a dialog.
pub fn is_free(event: &KeyboardEvent) -> bool {
    // In a dialog that has been closed the focus stays until the next frame.
    let is_taken = closest(event, "input, textarea, select, dialog, [contenteditable]").is_some()
        && closest(event, "dialog:not([open])").is_none();
    !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !event.is_composing() && !is_taken
}

/// Does what belongs to a key.
fn act(event: &KeyboardEvent) {
    // `to_lowercase` knows the letters of all the world, and takes six kilobytes for them.
    let key = event.key().to_ascii_lowercase();
    let owner = owners()
        .into_iter()
        .find(|element| element.get_attribute(ATTRIBUTE).as_deref() == Some(&key));
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
    let Ok(found) = document().query_selector_all(&format!("[{ATTRIBUTE}]")) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.get(index)?.dyn_into().ok())
        .collect()
}

/// Every key with what it does, as the elements themselves are called.
fn all() -> Vec<(String, String)> {
    let name = |element: &HtmlElement| {
        let named = ["title", "aria-label"]
            .iter()
            .find_map(|attribute| element.get_attribute(attribute));
        named.unwrap_or_else(|| element.inner_text())
    };
    owners()
        .iter()
        .filter_map(|element| Some((element.get_attribute(ATTRIBUTE)?, name(element))))
        .collect()
}
