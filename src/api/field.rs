//! How one odd value is read: the document says one type, real back ends send several.
//!
//! A value is looked at as the JSON text it came in ([`Raw`]), so that no digit passes through a float, one value
//! that cannot be read costs only itself, and its raw text is there to be shown.

use serde::{Deserialize, Deserializer};

use super::entities;
use crate::decimal::Decimal;
use crate::json::{Json, Object, Raw, is_list_text};

/// The most characters of an unreadable value that are kept to be shown.
const MAX_RAW: usize = 2_000;

/// One key of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Field<T> {
    /// `null`, a missing key, `""`, `[]`, `{}`: nothing was said. (`0` is something.)
    #[default]
    Absent,
    /// The value.
    Value(T),
    /// Something that is no such value: its JSON as it came, at most 2,000 characters of it.
    Unreadable(String),
}

impl<T: FromJson> Field<T> {
    /// Reads the member of this name; absent where it is missing.
    pub fn of(object: &Object<'_>, key: &str) -> Self {
        object.get(key).map_or(Self::Absent, Self::read)
    }

    /// Reads one value.
    pub fn read(raw: Raw<'_>) -> Self {
        let json = raw.look();
        if json.says_nothing() {
            return Self::Absent;
        }
        match T::from_json(json) {
            Some(value) if value.says_nothing() => Self::Absent,
            Some(value) => Self::Value(value),
            None => Self::unreadable(raw),
        }
    }

    /// Whether this field, or a part of it, could not be read.
    pub fn has_unreadable(&self) -> bool {
        match self {
            Self::Absent => false,
            Self::Value(value) => value.has_unreadable(),
            Self::Unreadable(_) => true,
        }
    }

    fn unreadable(raw: Raw<'_>) -> Self {
        let mut text: String = raw.text().chars().take(MAX_RAW).collect();
        if text.len() < raw.text().len() {
            text.push('…');
        }
        Self::Unreadable(text)
    }
}

/// Reads a field from [`Raw`] JSON. That never fails: what cannot be read is [`Field::Unreadable`].
impl<'de, T: FromJson> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Raw::deserialize(deserializer).map(Self::read)
    }
}

impl<T> Field<T> {
    /// The value, where there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Unreadable(_) => None,
        }
    }

    /// Whether nothing was said.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

/// A kind of value that an answer carries.
pub trait FromJson: Sized {
    /// The value that this JSON stands for; `None` where it is no such value.
    fn from_json(json: Json<'_>) -> Option<Self>;

    /// Whether the value means that there is none, as a zero date does.
    fn says_nothing(&self) -> bool {
        false
    }

    /// Whether a part of the value could not be read.
    fn has_unreadable(&self) -> bool {
        false
    }
}

/// Text for people to read, or an id: HTML entities decoded once, numbers taken by their digits.
pub type Text = String;

impl FromJson for Text {
    fn from_json(json: Json<'_>) -> Option<Self> {
        match json {
            Json::Text(text) => Some(entities::decode(text.trim())),
            Json::Number(digits) => Some(digits.to_owned()),
            _ => None,
        }
    }

    fn says_nothing(&self) -> bool {
        self.trim().is_empty()
    }
}

impl FromJson for Decimal {
    fn from_json(json: Json<'_>) -> Option<Self> {
        match json {
            Json::Number(digits) => Decimal::parse(digits),
            Json::Text(text) => Decimal::parse(&text),
            _ => None,
        }
    }
}

/// A path from the widest to the narrowest, such as province, city, district; or their codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trail(pub Vec<Text>);

impl FromJson for Trail {
    fn from_json(json: Json<'_>) -> Option<Self> {
        let json = match json {
            Json::Number(digits) => return Some(Self(vec![digits.to_owned()])),
            Json::Text(text) if !is_list_text(&text) => {
                return Some(Self(vec![entities::decode(text.trim())]));
            }
            other => other,
        };
        texts(json).map(Self)
    }

    fn says_nothing(&self) -> bool {
        self.0.is_empty()
    }
}

/// Ids in the order they came, each once or more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ids(pub Vec<Text>);

impl FromJson for Ids {
    fn from_json(json: Json<'_>) -> Option<Self> {
        match json {
            Json::Number(digits) => Some(Self(vec![digits.to_owned()])),
            // `1,2,3`, as a database column holds them.
            Json::Text(text) if !is_list_text(&text) => {
                let ids = text.split([',', '，']).map(str::trim).filter(|id| !id.is_empty());
                Some(Self(ids.map(str::to_owned).collect()))
            }
            other => texts(other).map(Self),
        }
    }

    fn says_nothing(&self) -> bool {
        self.0.is_empty()
    }
}

/// The texts of a list, without those that say nothing; `None` where it is no list or one of them is no text.
fn texts(json: Json<'_>) -> Option<Vec<Text>> {
    let texts = json.items()?.into_iter().filter_map(|item| match Field::read(item) {
        Field::Value(text) => Some(Some(text)),
        Field::Absent => None,
        Field::Unreadable(_) => Some(None),
    });
    texts.collect()
}
