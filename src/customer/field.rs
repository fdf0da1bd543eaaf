//! Fields of an answer: the value, or what stands where there is none.

use leptos::prelude::*;

use crate::api::{Field, Text, Trail};
use crate::ui::copy::CopyButton;
use crate::ui::properties::{AbsentValue, Property, UnreadableValue};
use crate::ui::trail;

/// What stands beside the label of a field: its value as `show` has it, or what stands where there is none.
pub fn value<T>(field: &Field<T>, show: impl FnOnce(&T) -> AnyView) -> AnyView {
    match field {
        Field::Value(value) => show(value),
        Field::Absent => view! { <AbsentValue/> }.into_any(),
        Field::Unreadable(raw) => view! { <UnreadableValue raw=raw.clone()/> }.into_any(),
    }
}

/// A text, or what stands where there is none.
pub fn text(field: &Field<Text>) -> AnyView {
    value(field, |text| text.clone().into_any())
}

/// A property that is a text.
#[component]
pub fn TextProperty<'a>(
    /// Its label.
    label: &'static str,
    /// The field.
    field: &'a Field<Text>,
) -> impl IntoView + use<> {
    view! { <Property label value=text(field)/> }
}

/// A property that is a text which people copy.
#[component]
pub fn CopyableProperty<'a>(
    /// Its label.
    label: &'static str,
    /// The field.
    field: &'a Field<Text>,
) -> impl IntoView + use<> {
    let value = value(field, |text| {
        view! {
            <span class="copyable">
                <span>{text.clone()}</span>
                <CopyButton value=text label/>
            </span>
        }
        .into_any()
    });
    view! { <Property label value/> }
}

/// A property that is a trail.
#[component]
pub fn TrailProperty<'a>(
    /// Its label.
    label: &'static str,
    /// The field.
    field: &'a Field<Trail>,
) -> impl IntoView + use<> {
    let value = value(field, |trail| view! { <trail::Trail label steps=trail.0.clone()/> }.into_any());
    view! { <Property label wide=true value/> }
}
