//! Long texts, collapsed at first.

use leptos::html::Div;
use leptos::prelude::*;
use web_sys::Event;

use super::copy::CopyButton;
use super::linked_text::LinkedText;
use super::reactive::{reactive, reactive_value};
use crate::browser::handler::{handler, on_click};
use crate::locale::texts;

/// Texts with more characters or lines than this are collapsed at first.
const MAX_CHARACTERS: usize = 240;
const MAX_LINES: usize = 5;

/// Renders a text with its line breaks and a copy button. A long text is collapsed at first, except in print. It expands
/// when the browser scrolls into the collapsed part, because of find-in-page or focus on a link.
#[component]
pub fn LongText(
    /// The name for the copy button.
    label: &'static str,
    text: String,
    /// The language of the text, if it is not that of the page.
    lang: Option<String>,
    expanded: RwSignal<bool>,
) -> impl IntoView {
    let value = text.clone();
    let is_long = text.chars().nth(MAX_CHARACTERS).is_some() || text.lines().count() > MAX_LINES;
    let is_collapsed = move || is_long && !expanded.get();
    let body = NodeRef::<Div>::new();
    let expand_if_scrolled = move |_: Event| {
        if let Some(body) = body.get_untracked()
            && body.scroll_top() > 0
        {
            expanded.set(true);
        }
    };
    view! {
        <div class=if is_long { "long-text" } else { "long-text long-text-short" }>
            <div class="long-text-body" class:folded=reactive_value(is_collapsed) lang=lang tabindex="-1" node_ref=body on:scroll=handler(expand_if_scrolled)>
                <LinkedText text/>
            </div>
            {is_long.then(|| view! { <ExpandButton expanded body/> })}
            <CopyButton value label/>
        </div>
    }
}

#[component]
fn ExpandButton(expanded: RwSignal<bool>, body: NodeRef<Div>) -> impl IntoView {
    let texts = texts();
    let toggle = move |_| {
        expanded.update(|expanded| *expanded = !*expanded);
        // The button was at the end of the text, which may be far below its beginning.
        if !expanded.get_untracked()
            && let Some(body) = body.get_untracked()
        {
            let _ = body.focus();
            body.scroll_into_view_with_bool(true);
        }
    };
    let is_expanded = move || if expanded.get() { "true" } else { "false" };
    let name = move || if expanded.get() { texts.collapse } else { texts.expand };
    view! {
        <button
            type="button"
            class="link-button no-print"
            aria-expanded=reactive_value(is_expanded)
            on:click=on_click(toggle)
        >
            {reactive(name)}
        </button>
    }
}
