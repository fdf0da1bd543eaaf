//! What a value was before a change.

use leptos::prelude::*;

use crate::locale::{around, texts};

/// Renders the previous value, if there is one, after its children.
#[component]
pub fn WithPrevious(previous: Option<AnyView>, children: Children) -> impl IntoView {
    match previous {
        None => children(),
        Some(previous) => {
            let (before, after) = around(texts().previous);
            view! {
                {children()}
                <span class="previous no-print">{before} {previous} {after}</span>
            }
            .into_any()
        }
    }
}
