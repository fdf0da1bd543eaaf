//! Labels and values.

use leptos::prelude::*;

use crate::locale::{fill_view, texts};

/// Renders a `<dl>` of [`Property`] rows.
#[component]
pub fn Properties(children: Children) -> impl IntoView {
    view! { <dl class="properties">{children()}</dl> }
}

/// Renders a label with its value.
#[component]
pub fn Property(
    label: &'static str,
    /// Whether it takes the whole width of the list.
    #[prop(optional)]
    wide: bool,
    #[prop(optional_no_strip)] previous: Option<AnyView>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class=if wide { "property property-wide" } else { "property" }>
            <dt>{label}</dt>
            <dd>
                <WithPrevious previous>{children()}</WithPrevious>
            </dd>
        </div>
    }
}

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

/// Renders the placeholder for an absent value.
#[component]
pub fn AbsentValue() -> impl IntoView {
    view! {
        <span class="absent">
            <span aria-hidden="true">{"—"}</span>
            <span class="visually-hidden">{texts().absent}</span>
        </span>
    }
}

/// Renders the raw text of an unreadable value, marked as such.
#[component]
pub fn UnreadableValue(raw: String) -> impl IntoView {
    view! {
        <span class="unreadable">
            <code>{raw}</code>
            <span class="unreadable-mark">{texts().unreadable_mark}</span>
        </span>
    }
}
