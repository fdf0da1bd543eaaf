//! Fields of an answer: the value, or what stands where there is none.

use leptos::prelude::*;

use crate::api::{Field, Number, Text, Trail};
use crate::config::config;
use crate::format::number;
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

/// The language that the data is in, whatever the language of the page: a BCP 47 tag.
pub fn data_language() -> String {
    config().data_language.clone()
}

/// A text of the data: in its own language, and isolated, so that what is written from right to left in it leaves the text
/// around it in order.
pub fn data(text: &str) -> impl IntoView + use<> {
    view! { <bdi lang=data_language()>{text.to_owned()}</bdi> }
}

/// A text, or what stands where there is none.
pub fn text(field: &Field<Text>) -> AnyView {
    value(field, |text| data(text).into_any())
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

/// A text that may be a code: in the words that the configuration has for it, its title the code.
pub fn coded(key: &str, field: &Field<Text>) -> AnyView {
    value(field, |code| match config().word(key, code) {
        Some(word) => view! { <span title=code.to_owned()>{data(word)}</span> }.into_any(),
        None => data(code).into_any(),
    })
}

/// A property that is a text which may be a code.
#[component]
pub fn CodeProperty<'a>(
    /// The key, as the API spells it.
    key: &'static str,
    /// Its label.
    label: &'static str,
    /// The field.
    field: &'a Field<Text>,
) -> impl IntoView + use<> {
    view! { <Property label value=coded(key, field)/> }
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
                <span>{data(text)}</span>
                <CopyButton value=text label/>
            </span>
        }
        .into_any()
    });
    view! { <Property label value/> }
}

/// A property that is a count, or a place in an order.
#[component]
pub fn CountProperty<'a>(
    /// What it is called.
    label: &'static str,
    /// The number.
    field: &'a Field<Number>,
) -> impl IntoView + use<> {
    let value = value(field, |count| {
        view! { <span title=count.wire.clone()>{number(&count.value)}</span> }.into_any()
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
    let value = value(field, |trail| {
        view! { <trail::Trail label steps=trail.0.clone() lang=data_language()/> }.into_any()
    });
    view! { <Property label wide=true value/> }
}
