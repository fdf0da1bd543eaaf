//! Text → JSON, a level at a time: what is not looked at stays the text it came in, so that no digit passes through a
//! float and a value that cannot be read costs only itself.
//!
//! serde_json says whether a text is JSON, once. What is taken apart here is known to be: the parts of a list or an
//! object are found by their brackets and quotes alone. A [`Document`] takes a little more than JSON, [`parse`] does not:
//!
//! | what comes | what is done |
//! |---|---|
//! | `NaN`, `Infinity`, `-Infinity`, `undefined` as a value (Python, JavaScript) | read as `null` |
//! | the same key twice | the last counts |
//! | half a character (`\ud83d`) | costs that character: it becomes U+FFFD |
//! | nesting of any depth | read, without recursion |
//! | anything else that is no JSON | refused |
//!
//! [`Raw`] is also a [`serde::Deserializer`], so that records are read by `#[derive(Deserialize)]`:
//!
//! | a type that asks for | is given |
//! |---|---|
//! | a [`Raw`] | the JSON text itself |
//! | a struct | the members it names, and of a name that comes twice the last; nothing for what is no object |
//! | anything else | what the JSON is; a number that is no whole one as its digits, never as a float |

use std::borrow::Cow;
use std::collections::HashSet;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Deserialize, Deserializer, IgnoredAny, IntoDeserializer, Visitor};

/// A value, as the JSON text it came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raw<'a>(&'a str);

/// A text that is JSON, but for the words of other languages that are named above.
pub struct Document<'a>(Cow<'a, str>);

impl<'a> Document<'a> {
    /// Checks that a text is JSON; `None` where it is not.
    pub fn parse(text: &'a str) -> Option<Self> {
        if parse(text).is_some() {
            return Some(Self(text.into()));
        }
        let text = without_words(text)?;
        parse(&text)?;
        Some(Self(text.into()))
    }

    /// A value that is known to be JSON.
    pub fn of(raw: Raw<'a>) -> Self {
        Self(raw.0.into())
    }

    /// Likewise, with a text of its own.
    pub fn copy_of(raw: Raw<'_>) -> Self {
        Self(raw.0.to_owned().into())
    }

    /// A text that is known to be JSON.
    pub fn of_text(text: String) -> Document<'static> {
        Document(text.into())
    }

    /// The value.
    pub fn root(&self) -> Raw<'_> {
        Raw(trim(&self.0))
    }
}

/// The words for which there is none in JSON.
const WORDS: [&str; 4] = ["NaN", "Infinity", "-Infinity", "undefined"];

/// A text with `null` for each of the [`WORDS`] that stands outside of strings; `None` where there is none.
fn without_words(text: &str) -> Option<String> {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'+' | b'.');
    let bytes = text.as_bytes();
    let mut mended = String::new();
    let (mut at, mut copied) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        if *byte == b'"' {
            at = end_of_string(bytes, at + 1);
        } else if is_part(byte) {
            let start = at;
            at += bytes[start..].iter().take_while(|byte| is_part(byte)).count();
            if WORDS.contains(&&text[start..at]) {
                mended.push_str(&text[copied..start]);
                mended.push_str("null");
                copied = at;
            }
        } else {
            at += 1;
        }
    }
    mended.push_str(&text[copied..]);
    (copied > 0).then_some(mended)
}

/// How long the JSON is that a text begins with; `None` where it begins with none.
pub fn length_of_first(text: &str) -> Option<usize> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
    values.next()?.ok()?;
    Some(values.byte_offset())
}

/// Checks that a text is JSON; `None` where it is not.
pub fn parse(text: &str) -> Option<Raw<'_>> {
    let mut json = serde_json::Deserializer::from_str(text);
    IgnoredAny::deserialize(&mut json).ok()?;
    json.end().ok()?;
    Some(Raw(trim(text)))
}

/// A text without the white space of JSON around it.
fn trim(text: &str) -> &str {
    text.trim_matches([' ', '\t', '\n', '\r'])
}

impl<'a> Raw<'a> {
    /// The JSON text.
    pub fn text(self) -> &'a str {
        self.0
    }

    /// Looks one level deep.
    pub fn peek(self) -> Json<'a> {
        let text = self.0;
        match text.as_bytes().first() {
            Some(b'n') => Json::Null,
            Some(b't') => Json::Bool(true),
            Some(b'f') => Json::Bool(false),
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
    Bool(bool),
    /// A number, as its digits stand in the text.
    Number(&'a str),
    /// A string, unescaped.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Raw<'a>>),
    /// An object.
    Object(Object<'a>),
}

impl Json<'_> {
    /// `null`, `false`, blank text, an empty list or object, an object whose members all say nothing: what back ends send
    /// where there is nothing. (`0` is something.)
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Null | Self::Bool(false) => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::List(items) => items.is_empty(),
            Self::Object(object) => object
                .members
                .iter()
                .all(|(_, raw)| matches!(raw.0, "null" | "false" | r#""""#)),
            Self::Bool(true) | Self::Number(_) => false,
        }
    }
}

/// Whether two names are the same but for case, `_`, `-` and spaces.
pub fn is_spelled_alike(name: &str, other: &str) -> bool {
    // Most names differ in their first letter already.
    folded(name).next() == folded(other).next() && folded(name).eq(folded(other))
}

/// The letters of a name, in lower case and without what separates words.
fn folded(name: &str) -> impl Iterator<Item = u8> + '_ {
    let is_letter = |byte: &u8| !matches!(byte, b'_' | b'-' | b' ');
    name.bytes().filter(is_letter).map(|byte| byte.to_ascii_lowercase())
}

/// Whether a string may be the JSON text of a list or an object.
pub fn may_be_json(text: &str) -> bool {
    text.trim_start().starts_with(['[', '{'])
}

/// The members of a JSON object, each still raw; of a key that comes twice the last counts.
pub struct Object<'a> {
    raw: Raw<'a>,
    members: Vec<(Cow<'a, str>, Raw<'a>)>,
}

impl<'a> Object<'a> {
    fn new(text: &'a str) -> Self {
        let mut parts = parts(text);
        let mut members = Vec::new();
        while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
            members.push((unquote(name), Raw(value)));
        }
        Self { raw: Raw(text), members }
    }

    /// The whole object.
    pub fn raw(&self) -> Raw<'a> {
        self.raw
    }

    /// Returns the member of exactly this name.
    pub fn get(&self, key: &str) -> Option<Raw<'a>> {
        self.members.iter().rev().find(|(name, _)| name == key).map(|(_, raw)| *raw)
    }

    /// Returns the member of this name; if there is none, one that is spelled alike: `customer_no` or `CustomerNo` for
    /// `customerNo`.
    pub fn find(&self, key: &str) -> Option<Raw<'a>> {
        self.member(key).map(|(_, raw)| raw)
    }

    /// Returns the same member with its name as it came.
    pub fn member(&self, key: &str) -> Option<(&str, Raw<'a>)> {
        let find = |is_it: &dyn Fn(&str) -> bool| self.members.iter().rev().find(|(name, _)| is_it(name));
        let member = find(&|name| name == key).or_else(|| find(&|name| is_spelled_alike(name, key)));
        member.map(|(name, raw)| (name.as_ref(), *raw))
    }

    /// Returns the keys that occur more than once.
    pub fn duplicate_keys(&self) -> Vec<String> {
        let mut names = HashSet::new();
        let repeated = self.members.iter().filter(|(name, _)| !names.insert(name.as_ref()));
        repeated.map(|(name, _)| name.to_string()).collect()
    }

    /// Every member once, in their order.
    pub fn members(&self) -> Vec<(&str, Raw<'a>)> {
        let mut names = HashSet::new();
        // From the end: of a key that comes twice the last counts.
        let members = self.members.iter().rev().filter(|(name, _)| names.insert(name.as_ref()));
        let mut members: Vec<_> = members.map(|(name, raw)| (name.as_ref(), *raw)).collect();
        members.reverse();
        members
    }
}

/// Why a value is not what a type asks for. What is then shown is the value's own text, so no more is said here.
#[derive(Debug, PartialEq, Eq)]
pub enum TypeMismatch {
    /// The type has no field of this name.
    UnknownField,
    /// It is something else.
    WrongValue,
}

impl std::fmt::Display for TypeMismatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::UnknownField => "unknown field",
            Self::WrongValue => "wrong value",
        })
    }
}

impl std::error::Error for TypeMismatch {}

impl serde::de::Error for TypeMismatch {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self::WrongValue
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self::UnknownField
    }
}

/// The name by which [`Raw`] asks a [`Deserializer`] of this module for its JSON text.
const RAW: &str = "customer_profile::json::Raw";

impl<'de> Deserializer<'de> for Raw<'de> {
    type Error = TypeMismatch;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TypeMismatch> {
        match self.peek() {
            Json::Null => visitor.visit_unit(),
            Json::Bool(truth) => visitor.visit_bool(truth),
            Json::Number(digits) => match digits.parse() {
                Ok(number) => visitor.visit_i64(number),
                Err(_) => visitor.visit_borrowed_str(digits),
            },
            Json::Text(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            Json::Text(Cow::Owned(text)) => visitor.visit_string(text),
            Json::List(items) => {
                let mut items = SeqDeserializer::new(items.into_iter());
                let value = visitor.visit_seq(&mut items)?;
                items.end().map(|()| value)
            }
            Json::Object(object) => visitor.visit_map(MapDeserializer::new(object.members.into_iter())),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, TypeMismatch> {
        let Json::Object(object) = self.peek() else {
            return Err(TypeMismatch::WrongValue);
        };
        object.deserialize_struct(name, fields, visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, TypeMismatch> {
        if name == RAW {
            visitor.visit_borrowed_str(self.0)
        } else {
            visitor.visit_newtype_struct(self)
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TypeMismatch> {
        if self.0 == "null" {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// An object that has been looked at already.
impl<'de> Deserializer<'de> for &Object<'de> {
    type Error = TypeMismatch;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TypeMismatch> {
        self.raw.deserialize_any(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, TypeMismatch> {
        let named = fields.iter().filter_map(|field| Some((*field, self.find(field)?)));
        visitor.visit_map(MapDeserializer::new(named))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, TypeMismatch> for Raw<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Raw<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl<'de> Visitor<'de> for Text {
            type Value = &'de str;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("JSON")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<&'de str, E> {
                Ok(text)
            }
        }

        deserializer.deserialize_newtype_struct(RAW, Text).map(Raw)
    }
}

/// The values directly inside a list; inside an object, names and values in turn. The text is known to be JSON.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    // Byte by byte, here and below: nothing that is looked for is a part of a longer character.
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
            b',' | b':' | b' ' | b'\t' | b'\n' | b'\r' if depth == 0 => return at - 1,
            _ => {}
        }
    }
    at
}

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
    let Some(first) = half(rest) else {
        return char::REPLACEMENT_CHARACTER;
    };
    *rest = &rest[4..];
    let second = rest
        .strip_prefix("\\u")
        .and_then(half)
        .filter(|second| (0xdc00..0xe000).contains(second));
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
        match (raw.peek(), value) {
            (Json::Null, value) => assert!(value.is_null()),
            (Json::Bool(truth), value) => assert_eq!(Some(truth), value.as_bool()),
            (Json::Number(digits), value) => assert_eq!(digits.parse::<f64>().ok(), value.as_f64()),
            (Json::Text(text), value) => assert_eq!(Some(text.as_ref()), value.as_str()),
            (Json::List(items), value) => {
                let values = value.as_array().unwrap();
                assert_eq!(items.len(), values.len());
                items.into_iter().zip(values).for_each(|(item, value)| same(item, value));
            }
            (Json::Object(object), value) => {
                let values = value.as_object().unwrap();
                assert_eq!(object.members().len(), values.len());
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
    fn a_document_has_null_for_words_that_are_no_json() {
        let root = |text: &str| Document::parse(text).map(|document| document.root().text().to_owned());
        for (text, read) in [
            (
                r#"{"a": NaN, "b": [-Infinity,undefined], "c": "NaN"}"#,
                r#"{"a": null, "b": [null,null], "c": "NaN"}"#,
            ),
            (r#" {"\"NaN": Infinity, "中": NaN} "#, r#"{"\"NaN": null, "中": null}"#),
            ("NaN", "null"),
            (" [1] ", "[1]"),
        ] {
            assert_eq!(root(text).as_deref(), Some(read), "{text}");
        }
        for text in [
            "{\"a\": nan}",
            "{\"a\": NaNa}",
            "{\"a\": -NaN}",
            "{NaN: 1}",
            "[NaN",
            "{\"a\": 'NaN'}",
            "\"NaN",
            "[undefined undefined]",
            "\"\\",
        ] {
            assert_eq!(root(text), None, "{text}");
        }
        assert_eq!(parse("[NaN]"), None);
    }

    #[test]
    fn a_first_value_has_an_end() {
        for (text, length) in
            [("{\"a\": 1} <b>", Some(8)), (" [1]]", Some(4)), ("x", None), ("{\"a\"", None), ("", None)]
        {
            assert_eq!(length_of_first(text), length, "{text}");
        }
    }

    #[test]
    fn half_a_character_is_marked() {
        let text = |json: &'static str| match parse(json).unwrap().peek() {
            Json::Text(text) => text.into_owned(),
            _ => unreachable!("a string"),
        };
        assert_eq!(text(r#""a\ud83d""#), "a\u{fffd}");
        assert_eq!(text(r#""\ud83dx\ude00""#), "\u{fffd}x\u{fffd}");
    }

    #[test]
    fn the_last_of_two_members_counts() {
        let Json::Object(object) = parse(r#"{"a": 1, "a": 2}"#).unwrap().peek() else {
            unreachable!("an object")
        };
        assert_eq!(object.get("a").map(Raw::text), Some("2"));
        assert_eq!(object.members(), [("a", Raw("2"))]);
    }

    #[test]
    fn a_member_is_found_by_another_spelling_if_there_is_no_exact_one() {
        let member = |json: &str, key: &str| match parse(json).unwrap().peek() {
            Json::Object(object) => object.member(key).map(|(name, raw)| format!("{name}={}", raw.text())),
            _ => None,
        };
        for name in ["customer_no", "CustomerNo", "customerno", "CUSTOMER-NO", "customer no"] {
            let json = format!(r#"{{"{name}": 1, "x": 2}}"#);
            assert_eq!(member(&json, "customerNo"), Some(format!("{name}=1")), "{json}");
        }
        assert_eq!(
            member(r#"{"customerNo": 1, "customer_no": 2}"#, "customerNo").as_deref(),
            Some("customerNo=1")
        );
        assert_eq!(member(r#"{"customer.no": 1, "customer": 2, "no": 3}"#, "customerNo"), None);
    }

    #[derive(Debug, PartialEq, serde::Deserialize)]
    #[serde(default)]
    struct Person<'a> {
        #[serde(borrow)]
        id: Option<Raw<'a>>,
        name: Option<String>,
        age: u8,
    }

    impl Default for Person<'_> {
        fn default() -> Self {
            Self { id: None, name: None, age: 1 }
        }
    }

    fn person(json: &str) -> Result<Person<'_>, TypeMismatch> {
        Person::deserialize(parse(json).unwrap())
    }

    #[test]
    fn a_struct_is_given_the_members_it_names_and_the_last_of_two() {
        let json = r#"{"name": "old", "extra": {"id": 3}, "id": 1.50, "name": "\u5f20", "age": 7}"#;
        assert_eq!(
            person(json),
            Ok(Person {
                id: Some(Raw("1.50")),
                name: Some("张".into()),
                age: 7
            })
        );
        assert_eq!(person("{}"), Ok(Person::default()));
        assert_eq!(person(r#"{"name": null}"#), Ok(Person::default()));
    }

    #[test]
    fn what_a_type_does_not_ask_for_is_a_misfit() {
        for json in ["[]", "1", "null", "\"a\"", r#"{"age": 1.5}"#, r#"{"age": 256}"#, r#"{"name": 1}"#] {
            assert_eq!(person(json), Err(TypeMismatch::WrongValue), "{json}");
        }
    }

    #[test]
    fn lists_and_maps_are_read_as_any_deserializer_reads_them() {
        let pairs = Vec::<(String, i64)>::deserialize(parse(r#"[["a", -1], ["b\n", 2]]"#).unwrap());
        assert_eq!(pairs, Ok(vec![("a".to_owned(), -1), ("b\n".to_owned(), 2)]));
        let map = std::collections::BTreeMap::<String, bool>::deserialize(
            parse(r#"{"a": true, "b": false}"#).unwrap(),
        );
        assert_eq!(map, Ok([("a".to_owned(), true), ("b".to_owned(), false)].into()));
    }
}
