//! Fields of an answer as properties of the page: the value, or what stands where there is none.

use leptos::prelude::*;

use crate::api::{Field, Text, Trail};
use crate::ui::copy::CopyButton;
use crate::ui::properties::{AbsentValue, Property, UnreadableValue};
use crate::ui::trail;

/// A property of any field, its value shown by `show`.
pub fn property<T, V: IntoView + 'static>(label: &'static str, field: Field<T>, show: impl FnOnce(T) -> V) -> Property {
    Property::new(label, value(field, show))
}

/// What stands beside the label of a field.
pub fn value<T, V: IntoView + 'static>(field: Field<T>, show: impl FnOnce(T) -> V) -> AnyView {
    match field {
        Field::Value(value) => show(value).into_any(),
        Field::Absent => view! { <AbsentValue/> }.into_any(),
        Field::Unreadable(raw) => view! { <UnreadableValue raw/> }.into_any(),
    }
}

/// A property that is a text.
pub fn text(label: &'static str, field: Field<Text>) -> Property {
    property(label, field, |text| text)
}

/// A property that is a text which people copy.
pub fn copyable(label: &'static str, field: Field<Text>) -> Property {
    property(label, field, move |text| {
        view! {
            <span class="copyable">
                <span>{text.clone()}</span>
                <CopyButton value=text label/>
            </span>
        }
    })
}

/// A property that is a trail.
pub fn trail(label: &'static str, field: Field<Trail>) -> Property {
    property(label, field, move |trail| view! { <trail::Trail label steps=trail.0/> })
}
