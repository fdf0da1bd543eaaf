//! Labels and values.

use super::drawn::drawn;
use leptos::prelude::*;

use crate::locale::words;

/// A value that stands beside its label.
pub struct Property {
    label: &'static str,
    class: &'static str,
    value: AnyView,
}

impl Property {
    /// A property whose value is shown by `view`.
    pub fn new(label: &'static str, view: impl IntoView + 'static) -> Self {
        Self { label, class: "property", value: view.into_any() }
    }

    /// The same, across the whole width.
    pub fn wide(self) -> Self {
        Self { class: "property property-wide", ..self }
    }
}

/// A list of labels and values: one `<dl>` of `dt`/`dd` pairs.
#[component]
pub fn Properties(
    /// The pairs, in order.
    items: Vec<Property>,
) -> impl IntoView {
    let pair = |item: Property| {
        view! {
            <div class=item.class>
                <dt>{item.label}</dt>
                <dd>{item.value}</dd>
            </div>
        }
    };
    drawn(view! { <dl class="properties">{items.into_iter().map(pair).collect_view()}</dl> })
}

/// Stands where a value is not filled in.
#[component]
pub fn AbsentValue() -> impl IntoView {
    drawn(view! {
        <span class="absent">
            <span aria-hidden="true">{"—"}</span>
            <span class="visually-hidden">{words().texts.absent}</span>
        </span>
    })
}

/// Stands where a value could not be read: its raw text, marked.
#[component]
pub fn UnreadableValue(
    /// The value as it came.
    raw: String,
) -> impl IntoView {
    drawn(view! {
        <span class="unreadable">
            <code>{raw}</code>
            <span class="unreadable-mark">{words().texts.unreadable_mark}</span>
        </span>
    })
}
