//! JSON a level at a time: what is not looked at stays the text it came in, so that no digit passes through a float
//! and a value that cannot be read costs only itself.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// One level of a JSON value; what is below it stays raw text.
pub enum Json<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool,
    /// A number, as its digits stand in the text.
    Number(&'a str),
    /// A string, unescaped.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<&'a RawValue>),
    /// An object.
    Object(Object<'a>),
}

impl<'a> Json<'a> {
    /// Looks one level deep; `None` where a text holds an escape that is no character.
    pub fn look(raw: &'a RawValue) -> Option<Self> {
        let text = raw.get();
        match text.as_bytes().first()? {
            b'n' => Some(Self::Null),
            b't' | b'f' => Some(Self::Bool),
            b'"' => unquote(text).map(Self::Text),
            b'[' => serde_json::from_str(text).ok().map(Self::List),
            b'{' => serde_json::from_str(text).ok().map(Self::Object),
            _ => Some(Self::Number(text)),
        }
    }

    /// The parts of a list: an array, an object with integer keys (in key order), or the JSON text of either.
    /// `None` for everything else.
    pub fn into_list(self) -> Option<Vec<Cow<'a, RawValue>>> {
        match self {
            Self::List(items) => Some(items.into_iter().map(Cow::Borrowed).collect()),
            Self::Object(object) => {
                let keyed = object.0.into_iter().map(|(key, item)| Some((key.parse::<i64>().ok()?, item)));
                let mut keyed: Vec<_> = keyed.collect::<Option<_>>()?;
                keyed.sort_by_key(|(key, _)| *key);
                Some(keyed.into_iter().map(|(_, item)| Cow::Borrowed(item)).collect())
            }
            Self::Text(text) if text.trim_start().starts_with(['[', '{']) => {
                let nested: Box<RawValue> = serde_json::from_str(&text).ok()?;
                let items = Json::look(&nested)?.into_list()?;
                Some(items.into_iter().map(|item| Cow::Owned(item.into_owned())).collect())
            }
            _ => None,
        }
    }

    /// `null`, blank text, an empty list or object: what back ends send where there is nothing.
    pub fn says_nothing(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::List(items) => items.is_empty(),
            Self::Object(object) => object.0.is_empty(),
            Self::Bool | Self::Number(_) => false,
        }
    }
}

/// The members of a JSON object, each still raw; of a key that comes twice the last counts.
pub struct Object<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'a> Object<'a> {
    /// The member of this name.
    pub fn get(&self, key: &str) -> Option<&'a RawValue> {
        self.0.iter().rev().find(|(name, _)| name == key).map(|(_, raw)| *raw)
    }

    /// The names of all members.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_ref())
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Object<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;

        impl<'de> Visitor<'de> for Members {
            type Value = Object<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                // Keys stay raw at first: one with a broken escape is passed over, not the end of the answer.
                while let Some((name, value)) = map.next_entry::<&RawValue, &RawValue>()? {
                    if let Some(name) = unquote(name.get()) {
                        members.push((name, value));
                    }
                }
                Ok(Object(members))
            }
        }

        deserializer.deserialize_map(Members)
    }
}

/// The text that a JSON string stands for, borrowed where it has no escape.
fn unquote(json: &str) -> Option<Cow<'_, str>> {
    let inner = json.strip_prefix('"')?.strip_suffix('"')?;
    if inner.contains('\\') { serde_json::from_str(json).ok().map(Cow::Owned) } else { Some(Cow::Borrowed(inner)) }
}
