//! A text that may be very long.

use super::drawn::drawn;
use leptos::prelude::*;

use crate::locale::words;

/// A text of more characters than this is shown by its beginning first.
const LONG: usize = 240;

/// A text with its line breaks; a long one unfolds on request, and is whole on paper.
#[component]
pub fn LongText(
    /// The text.
    text: String,
) -> impl IntoView {
    let is_long = text.chars().nth(LONG).is_some() || text.lines().count() > 5;
    let open = RwSignal::new(!is_long);
    let texts = &words().texts;
    let is_open = Signal::derive(move || open.get().to_string());
    let is_folded = Signal::derive(move || !open.get());
    let name = Signal::derive(move || if open.get() { texts.collapse } else { texts.expand });
    let unfold = is_long.then(|| {
        drawn(view! {
            <button
                type="button"
                class="link-button no-print"
                aria-expanded=is_open
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {name}
            </button>
        })
    });
    drawn(view! {
        <div class="long-text">
            <div class="long-text-body" class:folded=is_folded>
                {text}
            </div>
            {unfold}
        </div>
    })
}
