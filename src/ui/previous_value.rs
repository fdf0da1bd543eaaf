//! What a value was before a change.

use leptos::prelude::*;

use crate::locale::{fill, texts};

/// Renders the previous value, if there is one, after its children.
#[component]
pub fn WithPrevious(previous: Option<String>, children: Children) -> impl IntoView {
    match previous {
        None => children(),
        Some(previous) => view! {
            {children()}
            <span class="previous no-print">{fill(texts().previous, &[&previous])}</span>
        }
        .into_any(),
    }
}
