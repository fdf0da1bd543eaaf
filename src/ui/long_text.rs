//! A text that may be very long.

use leptos::html::Div;
use leptos::prelude::*;

use super::linked_text::LinkedText;
use crate::locale::texts;

/// A text of more characters than this is shown by its beginning first.
const LONG: usize = 240;
/// A text of more lines than this, too.
const MANY_LINES: usize = 5;

/// A text with its line breaks; a long one unfolds on request, and is whole on paper.
#[component]
pub fn LongText(
    /// The text.
    text: String,
) -> impl IntoView {
    let is_long = text.chars().nth(LONG).is_some() || text.lines().count() > MANY_LINES;
    let is_folded = RwSignal::new(is_long);
    let body = NodeRef::<Div>::new();
    view! {
        <div class="long-text">
            <div class="long-text-body" class:folded=is_folded tabindex="-1" node_ref=body>
                <LinkedText text/>
            </div>
            {is_long.then(|| view! { <FoldButton is_folded body/> })}
        </div>
    }
}

/// Folds and unfolds a text.
#[component]
fn FoldButton(
    /// Whether it is folded.
    is_folded: RwSignal<bool>,
    /// The text's element.
    body: NodeRef<Div>,
) -> impl IntoView {
    let texts = texts();
    let fold = move |_| {
        is_folded.update(|folded| *folded = !*folded);
        // The button is where the text ended, which may be screens below its beginning.
        if is_folded.get_untracked()
            && let Some(body) = body.get_untracked()
        {
            let _ = body.focus();
            body.scroll_into_view_with_bool(true);
        }
    };
    let is_expanded = move || if is_folded.get() { "false" } else { "true" };
    let name = move || if is_folded.get() { texts.expand } else { texts.collapse };
    view! {
        <button
            type="button"
            class="link-button no-print"
            aria-expanded=is_expanded
            on:click=fold
        >
            {name}
        </button>
    }
}
