//! Fields of an answer as properties of the page: the value, or what stands where there is none.

use crate::api::{Field, Text, Trail};
use crate::ui::copy::copy_button;
use crate::ui::element::{El, el};
use crate::ui::properties::{self, absent_value, unreadable_value};
use crate::ui::trail;

/// Puts a field into its place: its value as `show` does, or what stands where there is none.
pub fn value<T>(place: El, field: &Field<T>, show: impl FnOnce(El, &T) -> El) -> El {
    match field {
        Field::Value(value) => show(place, value),
        Field::Absent => place.child(absent_value()),
        Field::Unreadable(raw) => place.child(unreadable_value(raw)),
    }
}

/// A property of any field, its value put into its place by `show`.
pub fn property<T>(label: &str, field: &Field<T>, show: impl FnOnce(El, &T) -> El) -> El {
    properties::property(label, value(el("dd"), field, show))
}

/// A property that is a text.
pub fn text(label: &str, field: &Field<Text>) -> El {
    property(label, field, |place, text| place.text(text))
}

/// A property that is a text which people copy.
pub fn copyable(label: &str, field: &Field<Text>) -> El {
    property(label, field, |place, text| {
        let shown = el("span").text(text);
        place.child(el("span").class("copyable").child(shown).child(copy_button(text, label)))
    })
}

/// A property that is a trail.
pub fn trail(label: &str, field: &Field<Trail>) -> El {
    property(label, field, |place, steps| place.child(trail::trail(label, &steps.0)))
}
