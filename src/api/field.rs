//! JSON → fields. Each value is read from its JSON text ([`Raw`]), so no digit passes through a float, and an unreadable
//! value affects only its own field. The types of values have their own modules; `normalize.rs` has the rules that they share.

use serde::{Deserialize, Deserializer};

use super::normalize::{
    NormalValue, Part, clean, is_null_word, is_placeholder, join_lines, normalize, scalar,
    without_zero_fraction,
};
use crate::json::{Json, Object, Raw};

/// The maximum number of characters of an unreadable value.
const MAX_RAW: usize = 2_000;

/// The value of a key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Field<T> {
    /// Absent. `0` is a value.
    #[default]
    Absent,
    Value(T),
    /// Text to be shown in place of another type: `面议` for an amount.
    Words(Text),
    /// The beginning of the JSON.
    Unreadable(String),
}

/// The state of a [`Field`], without its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State<'a> {
    Absent,
    Present,
    /// The value's JSON.
    Unreadable(&'a str),
}

impl Field<Text> {
    /// Reads a member of an object as text.
    pub fn of(object: &Object<'_>, key: &str) -> Self {
        object.find(key).map_or(Self::Absent, Text::read)
    }

    /// Returns the text to show, or the raw text; empty if absent.
    pub fn to_text(&self) -> Text {
        match self {
            Self::Absent => Text::new(),
            Self::Value(text) | Self::Words(text) | Self::Unreadable(text) => text.clone(),
        }
    }
}

impl<T> Field<T> {
    pub fn unreadable(raw: Raw<'_>) -> Self {
        let mut text: String = raw.text().chars().take(MAX_RAW).collect();
        if text.len() < raw.text().len() {
            text.push('…');
        }
        Self::Unreadable(text)
    }

    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Words(_) | Self::Unreadable(_) => None,
        }
    }

    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    pub fn state(&self) -> State<'_> {
        match self {
            Self::Absent => State::Absent,
            Self::Value(_) | Self::Words(_) => State::Present,
            Self::Unreadable(raw) => State::Unreadable(raw),
        }
    }
}

/// Reads a field from [`Raw`] JSON. This never fails: the field may be [`Field::Unreadable`].
impl<'de, T: FromJson> Deserialize<'de> for Field<T> {
    #[inline(always)]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(T::read(Raw::deserialize(deserializer)?))
    }
}

/// A type of values in a response. It implements [`of`](Self::of), or [`read`](Self::read) if it needs the JSON.
pub trait FromJson: Sized {
    /// Reads a normalized value; `None` if it is not of this type.
    fn of(_value: &NormalValue) -> Option<Field<Self>> {
        None
    }

    // Not inlined: the code of serde for a struct would have a copy for each field.
    #[inline(never)]
    fn read(raw: Raw<'_>) -> Field<Self> {
        Self::of(&normalize(raw)).unwrap_or_else(|| Field::unreadable(raw))
    }
}

/// A text or an id.
pub type Text = String;

impl FromJson for Text {
    #[inline(never)]
    fn read(raw: Raw<'_>) -> Field<Self> {
        read_text(raw, is_placeholder)
    }
}

/// Reads the part of a value that is a text, unless `is_placeholder` says that it means no value.
pub fn text_of(value: &NormalValue, part: Part, is_placeholder: fn(&str) -> bool) -> Option<Field<Text>> {
    match scalar(value, part) {
        NormalValue::Nothing => Some(Field::Absent),
        NormalValue::Number(digits) => Some(Field::Value(without_zero_fraction(&digits))),
        NormalValue::Text(text) if is_placeholder(&text) => Some(Field::Absent),
        NormalValue::Text(text) => Some(Field::Value(text)),
        _ => None,
    }
}

/// Reads a text. A string with the JSON of something else is a text, too.
pub fn read_text(raw: Raw<'_>, is_placeholder: fn(&str) -> bool) -> Field<Text> {
    text_of(&normalize(raw), Part::Words, is_placeholder).unwrap_or_else(|| match raw.peek() {
        Json::Text(text) => Field::Value(clean(&text)),
        _ => Field::unreadable(raw),
    })
}

/// Reads the name of a customer or a person, on one line. It is absent only for a placeholder that programs write.
#[inline(never)]
pub fn read_name(raw: Raw<'_>) -> Field<Text> {
    on_one_line(read_text(raw, is_null_word))
}

/// Reads the name in a value.
pub fn name_of(value: &NormalValue) -> Option<Field<Text>> {
    text_of(value, Part::Words, is_null_word).map(on_one_line)
}

fn on_one_line(name: Field<Text>) -> Field<Text> {
    match name {
        Field::Value(name) => Field::Value(join_lines(name)),
        other => other,
    }
}

/// Reads the id in a value.
pub fn id_of(value: &NormalValue) -> Option<Field<Text>> {
    match text_of(value, Part::Id, is_placeholder)? {
        Field::Value(id) => Some(Field::Value(id_without_fraction(id))),
        other => Some(other),
    }
}

/// Removes the fraction that a double gave an id: `87.0`. An exponent alone does not indicate a double: `1E5` may be an id.
pub fn id_without_fraction(id: Text) -> Text {
    if id.contains('.') {
        without_zero_fraction(&id)
    } else {
        id
    }
}

#[inline(never)]
fn read_id(raw: Raw<'_>) -> Field<Text> {
    id_of(&normalize(raw)).unwrap_or_else(|| Field::unreadable(raw))
}

/// For `#[serde(deserialize_with)]`.
#[inline(always)]
pub fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Field<Text>, D::Error> {
    Ok(read_id(Raw::deserialize(deserializer)?))
}

/// For `#[serde(deserialize_with)]`.
#[inline(always)]
pub fn name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Field<Text>, D::Error> {
    Ok(read_name(Raw::deserialize(deserializer)?))
}
