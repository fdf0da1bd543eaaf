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
    /// The language that it is in, as a BCP 47 tag.
    lang: String,
    /// Whether a long one is unfolded.
    #[prop(optional)]
    unfolded: RwSignal<bool>,
    /// What stands behind the text, such as the button that copies it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let is_long = text.chars().nth(LONG).is_some() || text.lines().count() > MANY_LINES;
    let is_folded = move || is_long && !unfolded.get();
    let body = NodeRef::<Div>::new();
    view! {
        <div class="long-text" class:long-text-short=!is_long>
            <div class="long-text-body" class:folded=is_folded lang=lang tabindex="-1" node_ref=body>
                <LinkedText text/>
            </div>
            {is_long.then(|| view! { <FoldButton unfolded body/> })}
            {children.map(|children| children())}
        </div>
    }
}

/// Folds and unfolds a text.
#[component]
fn FoldButton(
    /// Whether it is unfolded.
    unfolded: RwSignal<bool>,
    /// The text's element.
    body: NodeRef<Div>,
) -> impl IntoView {
    let texts = texts();
    let fold = move |_| {
        unfolded.update(|unfolded| *unfolded = !*unfolded);
        // The button is where the text ended, which may be screens below its beginning.
        if !unfolded.get_untracked()
            && let Some(body) = body.get_untracked()
        {
            let _ = body.focus();
            body.scroll_into_view_with_bool(true);
        }
    };
    let is_expanded = move || if unfolded.get() { "true" } else { "false" };
    let name = move || if unfolded.get() { texts.collapse } else { texts.expand };
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
