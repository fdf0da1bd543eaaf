//! JSON → fields: how one odd value is read. The document says one type, real back ends send several.
//!
//! A value is looked at as the JSON text it came in ([`Raw`]), so that no digit passes through a float, one value
//! that cannot be read costs only itself, and its raw text is there to be shown.
//!
//! | what comes | what it is |
//! |---|---|
//! | `null`, a missing key, `""`, `[]`, `{}`, an object of nothing but these; `false` | nothing: absent |
//! | a text of invisible characters only; a zero date | nothing: absent |
//! | a number where a text or an id was meant | its digits |
//! | an object where a text was meant: `{"id": 3, "name": "战略级"}` | its words: the first of [`WORDS`] that is a text or a number |
//! | an object where an id was meant | the first of [`IDS`] that is a text or a number |
//! | `[3, "战略级"]` (Odoo) where a text or an id was meant | the second, or the first |
//! | a text where a number was meant: `"1,234.50"`, `1E+2` | that number |
//! | a number whose last digits a float has made up: `277.199999999999989` | the number it meant, with the digits of the wire |
//! | a list as an object with integer keys, or as JSON text | that list |
//! | one text, number or object where a trail was meant | a trail of one step |
//! | ids in a text: `1,2,3` | a list of ids |
//! | HTML entities | decoded once |
//! | anything else | unreadable: its raw text |
//!
//! A time is read in `timestamp.rs`; a type of customer, and a follower, in `customer.rs`.

use serde::{Deserialize, Deserializer};

use super::entities;
use crate::decimal::Decimal;
use crate::json::{Json, Object, Raw};

/// The most characters of an unreadable value that are kept to be shown.
const MAX_RAW: usize = 2_000;

/// The members in which an object has its words, the best first.
pub const WORDS: [&str; 8] =
    ["name", "label", "title", "text", "desc", "description", "displayName", "value"];

/// The members in which an object has its id, the best first.
pub const IDS: [&str; 4] = ["id", "value", "code", "key"];

/// One key of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Field<T> {
    /// Nothing was said. (`0` is something.)
    #[default]
    Absent,
    /// The value.
    Value(T),
    /// Something that is no such value: its JSON as it came, at most 2,000 characters of it.
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
    /// Reads the member of this name; absent where it is missing.
    pub fn of(object: &Object<'_>, key: &str) -> Self {
        object.get(key).map_or(Self::Absent, Self::read)
    }

    /// Reads one value.
    pub fn read(raw: Raw<'_>) -> Self {
        let json = raw.look();
        let is_blank = matches!(&json, Json::Text(text) if text.chars().all(is_invisible));
        if is_blank || json.says_nothing() {
            return Self::Absent;
        }
        match T::from_json(json) {
            Some(value) if value.says_nothing() => Self::Absent,
            Some(value) => Self::Value(value),
            None => Self::unreadable(raw),
        }
    }
}

impl Field<Text> {
    /// What is there to be shown of it, be it raw; empty where nothing is.
    pub fn to_text(&self) -> Text {
        match self {
            Self::Absent => Text::new(),
            Self::Value(text) | Self::Unreadable(text) => text.clone(),
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

    /// The value, where there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Unreadable(_) => None,
        }
    }

    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    pub fn state(&self) -> State<'_> {
        match self {
            Self::Absent => State::Absent,
            Self::Value(_) => State::Present,
            Self::Unreadable(raw) => State::Unreadable(raw),
        }
    }

    /// The field of what a value comes to.
    pub fn map<U>(self, to: impl FnOnce(T) -> U) -> Field<U> {
        match self {
            Self::Absent => Field::Absent,
            Self::Value(value) => Field::Value(to(value)),
            Self::Unreadable(raw) => Field::Unreadable(raw),
        }
    }
}

/// Reads a field from [`Raw`] JSON. That never fails: what cannot be read is [`Field::Unreadable`].
impl<'de, T: FromJson> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Raw::deserialize(deserializer).map(Self::read)
    }
}

/// A kind of value that an answer carries.
pub trait FromJson: Sized {
    /// The value that this JSON stands for; `None` where it is no such value. What says nothing at all is not asked for.
    fn from_json(json: Json<'_>) -> Option<Self>;

    /// Whether the value means that there is none, as a zero date does.
    fn says_nothing(&self) -> bool {
        false
    }
}

/// Text for people to read, or an id.
pub type Text = String;

impl FromJson for Text {
    fn from_json(json: Json<'_>) -> Option<Self> {
        match json {
            Json::List(pair) => pair_of(&pair).map(|(_, text)| text),
            Json::Object(object) => first_of(&object, &WORDS),
            other => plain_text(&other),
        }
    }

    fn says_nothing(&self) -> bool {
        self.chars().all(is_invisible)
    }
}

/// An id where back ends may send what it is the id of.
pub struct Id(pub Text);

impl FromJson for Id {
    fn from_json(json: Json<'_>) -> Option<Self> {
        let id = match json {
            Json::List(pair) => pair_of(&pair).map(|(id, _)| id),
            Json::Object(object) => first_of(&object, &IDS),
            other => plain_text(&other),
        };
        id.map(Self)
    }

    fn says_nothing(&self) -> bool {
        self.0.says_nothing()
    }
}

/// Reads a field of text as an id; for `#[serde(deserialize_with)]`.
pub fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Field<Text>, D::Error> {
    Field::<Id>::deserialize(deserializer).map(|field| field.map(|Id(id)| id))
}

/// A text, or the digits of a number.
fn plain_text(json: &Json<'_>) -> Option<Text> {
    match json {
        Json::Text(text) => Some(entities::decode(text.trim())),
        Json::Number(digits) => Some((*digits).to_owned()),
        _ => None,
    }
}

/// The first of these members that is a number or a text which says something.
pub fn first_of(object: &Object<'_>, keys: &[&str]) -> Option<Text> {
    let texts = keys.iter().filter_map(|key| plain_text(&object.get(key)?.look()));
    texts.into_iter().find(|text| !text.says_nothing())
}

/// An id and its text, as Odoo writes a reference.
pub fn pair_of(items: &[Raw<'_>]) -> Option<(Text, Text)> {
    match items {
        [id, text] => match (id.look(), text.look()) {
            (id @ Json::Number(_), text @ Json::Text(_)) => Some((plain_text(&id)?, plain_text(&text)?)),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a character leaves nothing to see: white space, controls, formats, fillers, variation selectors.
pub fn is_invisible(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(
            character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
        )
}

/// An amount or a count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// What is shown, copied, printed and computed with.
    pub value: Decimal,
    /// The digits that came, where they are others: float noise.
    pub wire: Option<String>,
}

impl Field<Number> {
    /// The number, where there is one.
    pub fn decimal(&self) -> Option<&Decimal> {
        self.value().map(|number| &number.value)
    }
}

impl FromJson for Number {
    fn from_json(json: Json<'_>) -> Option<Self> {
        match json {
            Json::Number(digits) => {
                let value = Decimal::parse(digits)?;
                Some(match value.without_float_noise() {
                    Some(meant) => Self { value: meant, wire: Some(digits.to_owned()) },
                    None => Self { value, wire: None },
                })
            }
            Json::Text(text) => Some(Self { value: Decimal::parse(&text)?, wire: None }),
            _ => None,
        }
    }
}

/// A path from the widest to the narrowest, such as province, city, district; or their codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trail(pub Vec<Text>);

impl FromJson for Trail {
    fn from_json(json: Json<'_>) -> Option<Self> {
        let Some(items) = json.items() else {
            return Text::from_json(json).map(|step| Self(vec![step]));
        };
        let steps = items.into_iter().filter_map(|item| match Field::read(item) {
            Field::Value(step) => Some(Some(step)),
            Field::Absent => None,
            Field::Unreadable(_) => Some(None),
        });
        steps.collect::<Option<_>>().map(Self)
    }

    fn says_nothing(&self) -> bool {
        self.0.iter().all(FromJson::says_nothing)
    }
}
