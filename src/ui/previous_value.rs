//! The previous value of a changed value.

use leptos::prelude::*;

use crate::locale::{fill_view, texts};

/// Renders the previous value, if there is one, after its children.
#[component]
pub fn WithPrevious(previous: Option<AnyView>, children: Children) -> impl IntoView {
    match previous {
        None => children(),
        Some(previous) => view! {
            {children()}
            <span class="previous no-print">{fill_view(texts().previous, vec![previous])}</span>
        }
        .into_any(),
    }
}
