//! JSON a level at a time: what is not looked at stays the text it came in, so that no digit passes through a float
//! and a value that cannot be read costs only itself.
//!
//! serde_json says whether a text is JSON, once ([`parse`]). What is taken apart here is known to be: the parts of a
//! list or an object are found by their brackets and quotes alone. Its own typed reading would bring the reading and
//! writing of floats along, which no value of this API may pass through and every visitor would wait for.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

use serde::de::{Deserialize, IgnoredAny};

/// A value, as the JSON text it came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raw<'a>(&'a str);

/// Checks that a text is JSON; `None` where it is not.
pub fn parse(text: &str) -> Option<Raw<'_>> {
    let mut json = serde_json::Deserializer::from_str(text);
    IgnoredAny::deserialize(&mut json).ok()?;
    json.end().ok()?;
    Some(Raw(text.trim_matches([' ', '\t', '\n', '\r'])))
}

impl<'a> Raw<'a> {
    /// The JSON text.
    pub fn text(self) -> &'a str {
        self.0
    }

    /// Looks one level deep.
    pub fn look(self) -> Json<'a> {
        let text = self.0;
        match text.as_bytes().first() {
            Some(b'n') => Json::Null,
            Some(b't' | b'f') => Json::Bool,
            Some(b'"') => Json::Text(unquote(text)),
            Some(b'[') => Json::List(parts(text).map(Raw).collect()),
            Some(b'{') => Json::Object(Object::new(text)),
            _ => Json::Number(text),
        }
    }
}

/// One level of a JSON value.
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
    List(Vec<Raw<'a>>),
    /// An object.
    Object(Object<'a>),
}

impl<'a> Json<'a> {
    /// Reads the items of a list one after the other: of an array, an object with integer keys (in key order), or the
    /// JSON text of either. `None` for everything else, of which nothing is read.
    pub fn read_items(self, read: &mut dyn FnMut(Raw<'_>)) -> Option<()> {
        match self {
            Self::List(items) => items.into_iter().for_each(read),
            Self::Object(object) => {
                let place = |(place, (key, _)): (usize, &(Cow<'_, str>, Raw<'a>))| {
                    Some((key.parse::<i64>().ok()?, Reverse(place)))
                };
                let places = object.0.iter().enumerate().map(place).collect::<Option<BinaryHeap<_>>>()?;
                // In key order; of a key that comes twice the last comes first, and stays.
                let mut places = places.into_sorted_vec();
                places.dedup_by_key(|(key, _)| *key);
                places.into_iter().for_each(|(_, Reverse(place))| read(object.0[place].1));
            }
            Self::Text(text) if is_list_text(&text) => parse(&text)?.look().read_items(read)?,
            _ => return None,
        }
        Some(())
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

/// Whether a string may be the JSON text of a list.
pub fn is_list_text(text: &str) -> bool {
    text.trim_start().starts_with(['[', '{'])
}

/// The members of a JSON object, each still raw; of a key that comes twice the last counts.
pub struct Object<'a>(Vec<(Cow<'a, str>, Raw<'a>)>);

impl<'a> Object<'a> {
    fn new(text: &'a str) -> Self {
        let mut parts = parts(text);
        let mut members = Vec::new();
        while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
            members.push((unquote(name), Raw(value)));
        }
        Self(members)
    }

    /// The member of this name.
    pub fn get(&self, key: &str) -> Option<Raw<'a>> {
        self.0.iter().rev().find(|(name, _)| name == key).map(|(_, raw)| *raw)
    }

    /// The names of all members.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_ref())
    }
}

/// The values directly inside a list; inside an object, names and values in turn. The text is known to be JSON.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    // Byte by byte, here and below: nothing that is looked for is a part of a longer character, and it takes half as long.
    let bytes = text.as_bytes();
    let end = bytes.len().saturating_sub(1);
    let mut at = 1;
    std::iter::from_fn(move || {
        while at < end && matches!(bytes[at], b',' | b':' | b' ' | b'\t' | b'\n' | b'\r') {
            at += 1;
        }
        let start = at;
        at += length(bytes.get(at..end)?);
        text.get(start..at).filter(|part| !part.is_empty())
    })
}

/// How many bytes the value at the beginning of a text takes.
fn length(bytes: &[u8]) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += 1;
        if !IS_MARK[usize::from(*byte)] {
            continue;
        }
        match byte {
            b'"' => {
                at = end_of_string(bytes, at);
                if depth == 0 {
                    return at;
                }
            }
            b'[' | b'{' => depth += 1,
            b']' | b'}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return at;
                }
            }
            _ if depth == 0 => return at - 1,
            _ => {}
        }
    }
    at
}

/// The bytes that begin or end a value.
static IS_MARK: [bool; 256] = {
    let mut marks = [false; 256];
    let mut of = b"\"[{]},: \t\n\r".as_slice();
    while let [mark, rest @ ..] = of {
        marks[*mark as usize] = true;
        of = rest;
    }
    marks
};

/// Where the string ends whose inside begins at `at`: behind its closing quote.
fn end_of_string(bytes: &[u8], mut at: usize) -> usize {
    while let Some(byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'\\' => at += 1,
            b'"' => break,
            _ => {}
        }
    }
    at.min(bytes.len())
}

/// The text that a JSON string stands for, borrowed where it has no escape. An escape that is half a character, as
/// from a text cut off in the middle, becomes `\u{fffd}`.
fn unquote(json: &str) -> Cow<'_, str> {
    let inner = json.get(1..json.len().saturating_sub(1)).unwrap_or_default();
    if !inner.bytes().any(|byte| byte == b'\\') {
        return Cow::Borrowed(inner);
    }
    let mut text = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some(start) = rest.find('\\') {
        text.push_str(&rest[..start]);
        let escape = rest[start + 1..].chars().next().unwrap_or('\\');
        rest = rest.get(start + 1 + escape.len_utf8()..).unwrap_or_default();
        text.push(match escape {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => unescape(&mut rest),
            other => other,
        });
    }
    text.push_str(rest);
    Cow::Owned(text)
}

/// The character of a `\u` escape whose digits `rest` begins with; takes the second half of a pair too.
fn unescape(rest: &mut &str) -> char {
    let half = |text: &str| u32::from_str_radix(text.get(..4)?, 16).ok();
    let Some(first) = half(rest) else { return char::REPLACEMENT_CHARACTER };
    *rest = &rest[4..];
    let second = rest.strip_prefix("\\u").and_then(half).filter(|second| (0xdc00..0xe000).contains(second));
    if let (0xd800..0xdc00, Some(second)) = (first, second) {
        *rest = &rest[6..];
        let code = 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00);
        return char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
    }
    char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a text as serde_json does, to compare with.
    fn reference(json: &str) -> serde_json::Value {
        serde_json::from_str(json).unwrap()
    }

    fn same(raw: Raw<'_>, value: &serde_json::Value) {
        match (raw.look(), value) {
            (Json::Null, value) => assert!(value.is_null()),
            (Json::Bool, value) => assert_eq!(raw.text(), value.to_string()),
            (Json::Number(digits), value) => assert_eq!(digits.parse::<f64>().ok(), value.as_f64()),
            (Json::Text(text), value) => assert_eq!(Some(text.as_ref()), value.as_str()),
            (Json::List(items), value) => {
                let values = value.as_array().unwrap();
                assert_eq!(items.len(), values.len());
                items.into_iter().zip(values).for_each(|(item, value)| same(item, value));
            }
            (Json::Object(object), value) => {
                let values = value.as_object().unwrap();
                assert_eq!(object.keys().count(), values.len());
                values.iter().for_each(|(key, value)| same(object.get(key).unwrap(), value));
            }
        }
    }

    #[test]
    fn takes_apart_what_serde_json_takes_apart() {
        for json in [
            r#"{"a": [1, -2.5e3, "x,]}\"\\", {}, [], {"b": null}], "中\n文": true, "": false}"#,
            "[ ]",
            "{ }",
            " [ [ ] , { } ,\"\" ] ",
            r#"["\u0041\ud83d\ude00\/\b\f\n\r\t\"", "]", "\\", "\\\""]"#,
            "12",
            r#""[not a list]""#,
        ] {
            same(parse(json).unwrap(), &reference(json));
        }
    }

    #[test]
    fn what_is_no_json_is_none() {
        for text in ["", "{", "[1,]", "{\"a\"}", "nul", "\"", "1 2", "<html>", "[1", "'a'"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn half_a_character_is_marked() {
        let text = |json: &'static str| match parse(json).unwrap().look() {
            Json::Text(text) => text.into_owned(),
            _ => unreachable!("a string"),
        };
        assert_eq!(text(r#""a\ud83d""#), "a\u{fffd}");
        assert_eq!(text(r#""\ud83dx\ude00""#), "\u{fffd}x\u{fffd}");
    }

    #[test]
    fn the_last_of_two_members_counts() {
        let Json::Object(object) = parse(r#"{"a": 1, "a": 2}"#).unwrap().look() else { unreachable!("an object") };
        assert_eq!(object.get("a").map(Raw::text), Some("2"));
    }
}
