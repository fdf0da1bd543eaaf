//! Marks of what has just changed.

use leptos::prelude::*;

use crate::locale::{fill, texts};

/// The former values of what has just changed, each under its label.
#[derive(Clone, Default)]
pub struct FormerValues(pub Vec<(&'static str, String)>);

impl FormerValues {
    /// Makes them known to everything below.
    pub fn provide(self) {
        provide_context(self);
    }
}

/// Behind a value that has just changed: what it was before; the style sheet takes it away after a while. Nothing behind any
/// other value.
#[component]
pub fn FormerValue(
    /// The value's label.
    label: &'static str,
) -> impl IntoView {
    let FormerValues(values) = use_context().unwrap_or_default();
    let former = values.into_iter().find(|(changed, _)| *changed == label);
    former.map(|(_, former)| view! { <span class="former">{fill(texts().former, &[&former])}</span> })
}
