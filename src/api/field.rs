//! JSON → fields. A value is read as the JSON text it came in ([`Raw`]): no digit passes through a float, and a value that
//! cannot be read costs only its own field. What a kind of value reads is in its own module; `normalize.rs` has the rules
//! that they share.

use serde::{Deserialize, Deserializer};

use super::normalize::{
    Part, Value, clean, is_nothing, is_programs_nothing, normalize, one_line, scalar, whole,
};
use crate::json::{Json, Object, Raw};

/// The most characters of an unreadable value that are kept to be shown.
const MAX_RAW: usize = 2_000;

/// One key of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Field<T> {
    /// Not filled in. (`0` is a value.)
    #[default]
    Absent,
    Value(T),
    /// Words where something else was expected, to be shown as they are: `面议` for an amount.
    Words(Text),
    /// Its JSON as it came, at most 2,000 characters of it.
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

impl<T: FromJson> Field<T> {
    /// Reads the member of this name; absent if there is none.
    pub fn of(object: &Object<'_>, key: &str) -> Self {
        object.find(key).map_or(Self::Absent, T::read)
    }
}

impl Field<Text> {
    /// The text to show, raw if it could not be read; empty if absent.
    pub fn to_text(&self) -> Text {
        match self {
            Self::Absent => Text::new(),
            Self::Value(text) | Self::Words(text) | Self::Unreadable(text) => text.clone(),
        }
    }
}

impl<T> Field<T> {
    /// A value that cannot be read.
    pub fn unreadable(raw: Raw<'_>) -> Self {
        let mut text: String = raw.text().chars().take(MAX_RAW).collect();
        if text.len() < raw.text().len() {
            text.push('…');
        }
        Self::Unreadable(text)
    }

    /// The field with its raw text, if it could not be read.
    pub fn or_raw(self, raw: Raw<'_>) -> Self {
        match self {
            Self::Unreadable(_) => Self::unreadable(raw),
            other => other,
        }
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

/// Reads a field from [`Raw`] JSON. That never fails: what cannot be read is [`Field::Unreadable`].
impl<'de, T: FromJson> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Raw::deserialize(deserializer).map(T::read)
    }
}

/// A kind of value that an answer carries.
pub trait FromJson: Sized {
    /// Reads a normalised value that says something; an empty [`Field::Unreadable`] if it is no such value.
    fn of(value: &Value) -> Field<Self>;

    // Out of line: serde's code for a struct would take in a copy for each of its fields.
    #[inline(never)]
    fn read(raw: Raw<'_>) -> Field<Self> {
        match normalize(raw) {
            Value::Nothing => Field::Absent,
            value => Self::of(&value).or_raw(raw),
        }
    }
}

/// Text for people to read, or an id.
pub type Text = String;

impl FromJson for Text {
    fn of(value: &Value) -> Field<Self> {
        text_of(value, Part::Words, is_nothing)
    }

    #[inline(never)]
    fn read(raw: Raw<'_>) -> Field<Self> {
        read_text(raw, Part::Words, is_nothing)
    }
}

/// The part of a value that is a text, unless `is_nothing` says that it stands for nothing.
pub fn text_of(value: &Value, part: Part, is_nothing: fn(&str) -> bool) -> Field<Text> {
    match scalar(value, part) {
        Value::Nothing => Field::Absent,
        Value::Number(digits) => Field::Value(whole(&digits)),
        Value::Text(text) if is_nothing(&text) => Field::Absent,
        Value::Text(text) => Field::Value(text),
        _ => Field::Unreadable(String::new()),
    }
}

/// Reads a text. The JSON of something else is a text, too.
pub fn read_text(raw: Raw<'_>, part: Part, is_nothing: fn(&str) -> bool) -> Field<Text> {
    match (text_of(&normalize(raw), part, is_nothing), raw.peek()) {
        (Field::Unreadable(_), Json::Text(text)) => Field::Value(clean(&text)),
        (field, _) => field.or_raw(raw),
    }
}

/// Reads the name of a customer or a person: on one line, and nothing only if a program wrote that.
#[inline(never)]
pub fn read_name(raw: Raw<'_>) -> Field<Text> {
    on_one_line(read_text(raw, Part::Words, is_programs_nothing))
}

/// The name that a value holds.
pub fn name_of(value: &Value) -> Field<Text> {
    on_one_line(text_of(value, Part::Words, is_programs_nothing))
}

fn on_one_line(name: Field<Text>) -> Field<Text> {
    match name {
        Field::Value(name) => Field::Value(one_line(&name)),
        other => other,
    }
}

/// The id that a value holds. One that went through a double is whole again: `87.0`.
pub fn id_of(value: &Value) -> Field<Text> {
    match text_of(value, Part::Id, is_nothing) {
        Field::Value(id) => Field::Value(whole_id(id)),
        other => other,
    }
}

/// An id without the fraction that a double gave it. `1E5` may be an id of its own: an exponent alone is no sign of a double.
pub fn whole_id(id: Text) -> Text {
    if id.contains('.') { whole(&id) } else { id }
}

#[inline(never)]
fn read_id(raw: Raw<'_>) -> Field<Text> {
    id_of(&normalize(raw)).or_raw(raw)
}

/// For `#[serde(deserialize_with)]`.
pub fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Field<Text>, D::Error> {
    Raw::deserialize(deserializer).map(read_id)
}

/// For `#[serde(deserialize_with)]`.
pub fn name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Field<Text>, D::Error> {
    Raw::deserialize(deserializer).map(read_name)
}
