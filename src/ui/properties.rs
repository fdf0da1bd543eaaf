//! Labels and values.

use leptos::prelude::*;

use super::former::FormerValue;
use crate::locale::texts;

/// A list of labels and values: one `<dl>` of `dt`/`dd` pairs.
#[component]
pub fn Properties(
    /// The pairs, each a [`Property`].
    children: Children,
) -> impl IntoView {
    view! { <dl class="properties">{children()}</dl> }
}

/// A value beside its label, a `dt`/`dd` pair of a list of properties.
#[component]
pub fn Property(
    /// The label.
    label: &'static str,
    /// Whether it takes the whole width.
    #[prop(optional)]
    wide: bool,
    /// The value.
    value: AnyView,
) -> impl IntoView {
    view! {
        <div class=if wide { "property property-wide" } else { "property" }>
            <dt>{label}</dt>
            <dd>
                {value}
                <FormerValue label/>
            </dd>
        </div>
    }
}

/// Stands before the list of a section in which nothing is filled in: says so once, in a quiet line that unfolds what is
/// not filled in. The style sheet hides what follows from the eye until then; screen readers have it all the time.
#[component]
pub fn NothingFilledIn() -> impl IntoView {
    view! {
        <details class="unfilled">
            <summary>{texts().nothing_filled_in}</summary>
        </details>
    }
}

/// Stands where a value is not filled in.
#[component]
pub fn AbsentValue() -> impl IntoView {
    view! {
        <span class="absent">
            <span aria-hidden="true">{"—"}</span>
            <span class="visually-hidden">{texts().absent}</span>
        </span>
    }
}

/// Stands where a value could not be read: its raw text as it came, marked.
#[component]
pub fn UnreadableValue(
    /// The value as it came.
    raw: String,
) -> impl IntoView {
    view! {
        <span class="unreadable">
            <code dir="ltr">{raw}</code>
            <span class="unreadable-mark">{texts().unreadable_mark}</span>
        </span>
    }
}
