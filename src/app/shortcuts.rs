//! Keyboard shortcuts, and the dialog that lists them.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, KeyboardEvent};

use crate::browser::handler::{handler, on_click};
use crate::browser::listener::use_window_listener;
use crate::browser::{find, find_all, storage};
use crate::locale::translated;
use crate::ui::effect::use_effect;
use crate::ui::icon::{Icon, IconView};
use crate::ui::reactive::reactive;

/// localStorage key. Single-key shortcuts can be disabled because speech input triggers them by accident (WCAG 2.1.4).
const DISABLED: &str = "customer-profile.shortcuts-off";

/// An element declares its shortcut in this attribute: the key focuses an input and clicks any other element.
const ATTRIBUTE: &str = "aria-keyshortcuts";

/// Handles shortcut keys while the caller is mounted. Returns whether they are enabled.
pub fn use_shortcuts() -> RwSignal<bool> {
    let is_enabled = RwSignal::new(storage::read(DISABLED).is_none());
    use_window_listener("keydown", move |event: KeyboardEvent| {
        if is_enabled.get_untracked() && can_be_shortcut(&event) {
            run_shortcut(&event);
        }
    });
    is_enabled
}

/// Handles shortcut keys, and opens the dialog that lists them.
#[component]
pub fn ShortcutsButton() -> impl IntoView {
    let is_enabled = use_shortcuts();
    let is_open = RwSignal::new(false);
    let name = translated(|texts| texts.shortcuts);
    view! {
        <button
            type="button"
            class="icon-button shortcuts-button"
            aria-keyshortcuts="?"
            title=name
            on:click=on_click(move |_| is_open.set(true))
        >
            <IconView icon=Icon::Keyboard/>
        </button>
        {reactive(move || is_open.get().then(|| view! { <Sheet is_open is_enabled/> }))}
    }
}

/// Lists the shortcuts of the current page, with a switch to disable them.
#[component]
fn Sheet(is_open: RwSignal<bool>, is_enabled: RwSignal<bool>) -> impl IntoView {
    // Effects run after the dialog is mounted.
    use_effect(|| {
        if let Some(sheet) = find("dialog") {
            let _ = sheet.unchecked_into::<HtmlDialogElement>().show_modal();
        }
    });
    let set_enabled = move |event: Event| {
        let enabled = event_target_checked(&event);
        is_enabled.set(enabled);
        if enabled {
            storage::remove(DISABLED)
        } else {
            storage::write(DISABLED, "1")
        }
    };
    view! {
        <dialog class="sheet" aria-labelledby="shortcuts" on:close=move |_| is_open.set(false)>
            <h2 id="shortcuts" tabindex="-1" autofocus>{translated(|texts| texts.shortcuts)}</h2>
            <dl class="shortcut-list">
                {elements_with_shortcut()
                    .into_iter()
                    .map(|element| {
                        view! {
                            <div>
                                <dt>
                                    <kbd>{element.get_attribute(ATTRIBUTE)}</kbd>
                                </dt>
                                <dd>{name_of(&element)}</dd>
                            </div>
                        }
                            .into_any()
                    })
                    .collect_view()}
            </dl>
            <label class="shortcut-switch">
                <input type="checkbox" checked=is_enabled.get_untracked() on:input=handler(set_enabled)/>
                {translated(|texts| texts.shortcuts_on)}
            </label>
            <Version/>
            <form method="dialog">
                <button class="button button-primary">{translated(|texts| texts.close)}</button>
            </form>
        </dialog>
    }
}

/// Renders the version that a release build has written into index.html.
#[component]
fn Version() -> impl IntoView {
    let version = find("meta[name=version]").and_then(|meta| meta.get_attribute("content"));
    let label = translated(|texts| texts.version);
    version.map(|version| view! { <p class="secondary">{label} " " <span>{version}</span></p> }.into_any())
}

/// Whether a key press can be a shortcut: without modifiers, and not in a text field or dialog.
pub fn can_be_shortcut(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_within = |selector: &str| {
        target
            .as_ref()
            .is_some_and(|target| target.closest(selector).ok().flatten().is_some())
    };
    // A dialog keeps focus until the frame after it was closed.
    let is_taken =
        is_within("input, textarea, select, dialog, [contenteditable]") && !is_within("dialog:not([open])");
    !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !event.is_composing() && !is_taken
}

fn run_shortcut(event: &KeyboardEvent) {
    // `to_lowercase` would add six kilobytes of Unicode tables.
    let key = event.key().to_ascii_lowercase();
    let element = elements_with_shortcut()
        .into_iter()
        .find(|element| element.get_attribute(ATTRIBUTE).as_deref() == Some(&key));
    if let Some(element) = element {
        event.prevent_default();
        if element.tag_name() == "INPUT" {
            let _ = element.focus();
        } else {
            element.click();
        }
    }
}

fn elements_with_shortcut() -> Vec<HtmlElement> {
    find_all(&["[", ATTRIBUTE, "]"].concat())
}

fn name_of(element: &HtmlElement) -> String {
    ["title", "aria-label"]
        .iter()
        .find_map(|attribute| element.get_attribute(attribute))
        // `innerText` is empty in a closed menu.
        .or_else(|| element.text_content())
        .unwrap_or_default()
}
