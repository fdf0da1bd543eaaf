//! Parses JSON one level at a time. Deeper levels stay text, so no digit passes through a float, and an unreadable
//! value affects only itself.
//!
//! Special cases:
//!
//! | input | result |
//! |---|---|
//! | `NaN`, `Infinity`, `-Infinity`, `undefined` as a value (Python, JavaScript), only in [`parse_response`] | [`Json::Null`] |
//! | duplicate keys | the last one wins |
//! | a lone surrogate (`\ud83d`) | U+FFFD |
//! | nesting of any depth | read, without recursion |
//! | anything else that is not JSON | rejected |
//!
//! Structs with `#[derive(Deserialize)]` are read from an [`Object`]; each of their fields reads a [`Raw`].

use std::borrow::Cow;

use serde::de::value::{BorrowedStrDeserializer, Error};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, SeqAccess, Visitor};

/// The JSON text of one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raw<'a>(&'a str);

/// Checks that a text is JSON.
pub fn parse(text: &str) -> Option<Raw<'_>> {
    checked(text, false)
}

/// Checks that a text is JSON, except for the literals above.
pub fn parse_response(text: &str) -> Option<Raw<'_>> {
    checked(text, true)
}

fn checked(text: &str, with_literals: bool) -> Option<Raw<'_>> {
    let text = text.trim_matches([' ', '\t', '\n', '\r']);
    (end_of_value(text.as_bytes(), 0, with_literals)? == text.len()).then_some(Raw(text))
}

/// Returns the length of the JSON that a text begins with.
pub fn length_of_first(text: &str) -> Option<usize> {
    end_of_value(text.as_bytes(), 0, false)
}

impl<'a> Raw<'a> {
    /// Returns the JSON text.
    pub fn text(self) -> &'a str {
        self.0
    }

    pub fn is_null(self) -> bool {
        matches!(self.0.as_bytes(), [b'n' | b'N' | b'I' | b'u', ..] | [b'-', b'I', ..])
    }

    /// Returns the value if it is a string.
    pub fn to_text(self) -> Option<String> {
        self.0.starts_with('"').then(|| unquote(self.0).into_owned())
    }

    /// Returns the text between the quotation marks of a string, with its escapes.
    pub fn quoted(self) -> Option<&'a str> {
        self.0.strip_prefix('"')?.strip_suffix('"')
    }

    /// Returns the values of an object that has only these two members, in this order. The keys are JSON.
    pub fn only_members(self, [first, second]: [&str; 2]) -> Option<[Raw<'a>; 2]> {
        let mut parts = self.0.starts_with('{').then(|| parts(self.0))?;
        let mut value = |key| parts.next().filter(|name| *name == key).and_then(|_| parts.next());
        let values = [Raw(value(first)?), Raw(value(second)?)];
        parts.next().is_none().then_some(values)
    }

    /// Returns the outermost level of the value.
    pub fn peek(self) -> Json<'a> {
        let text = self.0;
        match text.as_bytes().first() {
            _ if self.is_null() => Json::Null,
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
    Null,
    Bool(bool),
    /// The digits of a number, as sent.
    Number(&'a str),
    /// An unescaped string.
    Text(Cow<'a, str>),
    List(Vec<Raw<'a>>),
    Object(Object<'a>),
}

impl Json<'_> {
    /// Whether back ends send this for an absent value: `null`, `false`, blank text, an empty list or object. `0` is a value.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Null | Self::Bool(false) => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::List(items) => items.is_empty(),
            Self::Object(object) => object.members.is_empty(),
            Self::Bool(true) | Self::Number(_) => false,
        }
    }
}

/// Whether two names differ only in case, `_`, `-` and spaces.
pub fn is_spelled_alike(name: &str, other: &str) -> bool {
    letters(name).eq(letters(other))
}

/// Returns the part of a name before an ending, in any spelling: `result` of `resultCode` for `code`.
pub fn stem<'n>(name: &'n str, ending: &str) -> Option<&'n str> {
    let (stem, end) = name.split_at_checked(name.len().checked_sub(ending.len())?)?;
    is_spelled_alike(end, ending).then_some(stem)
}

/// Whether a name ends with one of several words, which are separated by `|`.
pub fn has_ending(name: &str, endings: &str) -> bool {
    endings.split('|').any(|ending| stem(name, ending).is_some())
}

/// Returns a name in lower case, without word separators.
fn letters(name: &str) -> impl Iterator<Item = u8> + '_ {
    let is_letter = |byte: &u8| !matches!(byte, b'_' | b'-' | b' ');
    name.bytes().filter(is_letter).map(|byte| byte.to_ascii_lowercase())
}

/// Whether a string may be the JSON text of a list or an object.
pub fn may_be_json(text: &str) -> bool {
    text.trim_start().starts_with(['[', '{'])
}

/// Returns the JSON of a string.
pub fn quote(text: &str) -> String {
    let mut json = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => json.extend(['\\', letter]),
            '\n' => json.push_str("\\n"),
            '\0'..' ' => json.push_str(&format!("\\u{:04x}", u32::from(letter))),
            _ => json.push(letter),
        }
    }
    json.push('"');
    json
}

/// A JSON object. Of duplicate keys, it has the last value.
pub struct Object<'a> {
    raw: Raw<'a>,
    members: Vec<(Cow<'a, str>, Raw<'a>)>,
    duplicate_keys: Vec<String>,
}

impl<'a> Object<'a> {
    fn new(text: &'a str) -> Self {
        let mut members: Vec<(Cow<'_, str>, _)> = Vec::new();
        let mut duplicate_keys = Vec::new();
        // Positions, sorted by key. A HashMap would make the program larger.
        let mut by_key: Vec<usize> = Vec::new();
        let mut parts = parts(text);
        while let (Some(key), Some(value)) = (parts.next(), parts.next()) {
            let key = unquote(key);
            match by_key.binary_search_by(|at| members[*at].0.cmp(&key)) {
                Ok(place) => {
                    members[by_key[place]].1 = Raw(value);
                    duplicate_keys.push(key.into_owned());
                }
                Err(place) => {
                    by_key.insert(place, members.len());
                    members.push((key, Raw(value)));
                }
            }
        }
        Self { raw: Raw(text), members, duplicate_keys }
    }

    /// Returns the whole object, as sent.
    pub fn raw(&self) -> Raw<'a> {
        self.raw
    }

    /// Returns the member with exactly this key.
    pub fn get(&self, key: &str) -> Option<Raw<'a>> {
        self.members.iter().find(|(name, _)| name == key).map(|(_, raw)| *raw)
    }

    /// Returns the member with this key or, if there is none, with a similar key: `customer_no` or `CustomerNo` for
    /// `customerNo`.
    pub fn find(&self, key: &str) -> Option<Raw<'a>> {
        self.member(key).map(|(_, raw)| raw)
    }

    /// Returns the result of [`find`](Self::find), with the key as sent.
    pub fn member(&self, key: &str) -> Option<(&str, Raw<'a>)> {
        let exact = self.members.iter().find(|(name, _)| name == key);
        let (name, raw) =
            exact.or_else(|| self.members.iter().rev().find(|(name, _)| is_spelled_alike(name, key)))?;
        Some((name, *raw))
    }

    /// Returns the first member that passes a test.
    #[inline(never)]
    pub fn first(&self, test: &dyn Fn(&str, Raw<'a>) -> bool) -> Option<(&str, Raw<'a>)> {
        self.members().find(|(name, raw)| test(name, *raw))
    }

    /// Adds a member. The object must not have its key.
    pub fn add(&mut self, key: &'a str, value: Raw<'a>) {
        self.members.push((Cow::Borrowed(key), value));
    }

    /// Drops the prefix that all keys have (`customer_name`, `c_name`), except from keys that `is_kept` (`customer_no`). Does
    /// nothing if there is no `key` then.
    pub fn drop_prefix(&mut self, key: &str, is_kept: fn(&str) -> bool) {
        let Some((name, _)) = self.members.first() else { return };
        let length = name.find('_').map_or(0, |at| at + 1);
        let prefix = name[..length].to_owned();
        let is_key = |name: &str| is_spelled_alike(name, key) || is_spelled_alike(&name[length..], key);
        let has_prefix = |name: &str, _: Raw<'_>| name.starts_with(&prefix);
        if self.members.len() > 2
            && length > 0
            && self.first(&|name, raw| !has_prefix(name, raw)).is_none()
            && self.first(&|name, _| is_key(name)).is_some()
        {
            for (name, _) in &mut self.members {
                if !is_kept(name) {
                    *name = Cow::Owned(name[length..].to_owned());
                }
            }
        }
    }

    /// Returns the keys that occur more than once.
    pub fn duplicate_keys(&self) -> &[String] {
        &self.duplicate_keys
    }

    /// Returns keys and values in their order.
    pub fn members(&self) -> impl ExactSizeIterator<Item = (&str, Raw<'a>)> {
        self.members.iter().map(|(name, raw)| (name.as_ref(), *raw))
    }
}

/// Gives a struct the values of its fields in the order of the struct; `null` for a missing one.
impl<'de> Deserializer<'de> for &Object<'de> {
    type Error = Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_seq(Values { object: self, fields })
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_borrowed_str(self.raw.0)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// The values of these fields.
struct Values<'o, 'de> {
    object: &'o Object<'de>,
    fields: &'static [&'static str],
}

impl<'de> Values<'_, 'de> {
    fn next(&mut self) -> &'de str {
        let value = self.fields.split_off_first().and_then(|field| self.object.find(field));
        value.map_or("null", Raw::text)
    }
}

impl<'de> SeqAccess<'de> for Values<'_, 'de> {
    type Error = Error;

    // Inlined here and below: the compiler sees that there is always a value, and leaves out the code for all other cases.
    #[inline(always)]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        Ok(Some(seed.deserialize(BorrowedStrDeserializer::new(self.next()))?))
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Raw<'a> {
    #[inline(always)]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Raw(<&str>::deserialize(deserializer)?))
    }
}

/// Returns the values in a list; in an object, keys and values in turn. The text must be JSON.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    let mut at = 1;
    std::iter::from_fn(move || {
        while let Some(b',' | b':' | b' ' | b'\t' | b'\n' | b'\r') = bytes.get(at) {
            at += 1;
        }
        let start = at;
        at = skip_value(bytes, start)?;
        text.get(start..at)
    })
}

/// Returns the end of the value that begins at `at`; `None` at the end of the list or object. The text must be JSON: checking
/// it again on each level would take most of the time for decoding.
fn skip_value(bytes: &[u8], mut at: usize) -> Option<usize> {
    let mut depth = 0;
    loop {
        match bytes.get(at)? {
            b'"' => at = end_of_string(bytes, at + 1)?,
            b'[' | b'{' => {
                depth += 1;
                at += 1;
            }
            b']' | b'}' => {
                depth -= 1;
                at += 1;
            }
            _ => at += bytes[at..].iter().take_while(|byte| is_of_word(byte)).count().max(1),
        }
        if depth <= 0 {
            return (depth == 0).then_some(at);
        }
    }
}

/// Whether a byte may be in a number or a literal.
fn is_of_word(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.' | b'_')
}

fn skip_space(bytes: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\t' | b'\n' | b'\r') = bytes.get(at) {
        at += 1;
    }
    at
}

/// Returns the end of the value that begins at `at`; `None` if there is no JSON.
fn end_of_value(bytes: &[u8], mut at: usize, with_literals: bool) -> Option<usize> {
    // The closing brackets that are still expected. No recursion: the stack is small.
    let mut open = Vec::new();
    loop {
        at = skip_space(bytes, at);
        match *bytes.get(at)? {
            b'"' => at = end_of_string(bytes, at + 1)?,
            // In ASCII, `]` is two after `[`, and `}` after `{`.
            bracket @ (b'[' | b'{') => {
                open.push(bracket + 2);
                at = skip_space(bytes, at + 1);
                if *bytes.get(at)? != bracket + 2 {
                    if bracket == b'{' {
                        at = end_of_key(bytes, at)?;
                    }
                    continue;
                }
            }
            _ => at = end_of_word(bytes, at, with_literals)?,
        }
        while let Some(close) = open.last() {
            at = skip_space(bytes, at);
            let byte = *bytes.get(at)?;
            at += 1;
            if byte == *close {
                open.pop();
            } else if byte != b',' {
                return None;
            } else {
                if *close == b'}' {
                    at = end_of_key(bytes, at)?;
                }
                break;
            }
        }
        if open.is_empty() {
            return Some(at);
        }
    }
}

/// Returns the position after the colon of the key that begins at `at`.
fn end_of_key(bytes: &[u8], at: usize) -> Option<usize> {
    let at = skip_space(bytes, at);
    let is_key = bytes.get(at) == Some(&b'"');
    let at = skip_space(bytes, end_of_string(bytes, at + 1).filter(|_| is_key)?);
    (bytes.get(at) == Some(&b':')).then_some(at + 1)
}

/// Returns the end of the string whose content begins at `at`.
fn end_of_string(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match *bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => {
                at += match *bytes.get(at + 1)? {
                    b'u' if bytes.get(at + 2..at + 6)?.iter().all(u8::is_ascii_hexdigit) => 6,
                    b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => 2,
                    _ => return None,
                };
            }
            ..b' ' => return None,
            _ => at += 1,
        }
    }
}

/// Returns the end of the number, `true`, `false` or `null` that begins at `at`.
fn end_of_word(bytes: &[u8], at: usize, with_literals: bool) -> Option<usize> {
    let rest = bytes.get(at..)?;
    let length = rest.iter().take_while(|byte| is_of_word(byte)).count();
    let is_valid = match &rest[..length] {
        b"true" | b"false" | b"null" => true,
        b"NaN" | b"Infinity" | b"-Infinity" | b"undefined" => with_literals,
        word => is_number(word),
    };
    is_valid.then_some(at + length)
}

/// Whether a text is a number of JSON. `+5`, `05`, `.5` and `5.` are not.
fn is_number(text: &[u8]) -> bool {
    let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut rest = text.strip_prefix(b"-").unwrap_or(text);
    let count = digits(rest);
    let has_leading_zero = count > 1 && rest.starts_with(b"0");
    let mut is_number = count > 0 && !has_leading_zero;
    rest = &rest[count..];
    if let [b'.', fraction @ ..] = rest {
        let count = digits(fraction);
        is_number &= count > 0;
        rest = &fraction[count..];
    }
    if let [b'e' | b'E', b'+' | b'-', exponent @ ..] | [b'e' | b'E', exponent @ ..] = rest {
        let count = digits(exponent);
        is_number &= count > 0;
        rest = &exponent[count..];
    }
    is_number && rest.is_empty()
}

/// Returns the unescaped text of a JSON string.
fn unquote(json: &str) -> Cow<'_, str> {
    let inner = json.get(1..json.len().saturating_sub(1)).unwrap_or_default();
    let Some((before, mut rest)) = inner.split_once('\\') else {
        return Cow::Borrowed(inner);
    };
    let mut text = String::from(before);
    loop {
        let escape = rest.chars().next().unwrap_or('\\');
        rest = rest.get(escape.len_utf8()..).unwrap_or_default();
        text.push(match escape {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => unescape(&mut rest),
            other => other,
        });
        let Some((before, behind)) = rest.split_once('\\') else {
            return Cow::Owned(text + rest);
        };
        text.push_str(before);
        rest = behind;
    }
}

/// Returns the character of a `\u` escape whose digits `rest` begins with, and removes them; U+FFFD for a lone surrogate.
fn unescape(rest: &mut &str) -> char {
    let code_unit = |text: &str| u32::from_str_radix(text.get(..4)?, 16).ok();
    let mut code = code_unit(rest).unwrap_or(0xd800);
    *rest = rest.get(4..).unwrap_or_default();
    let second = rest.strip_prefix("\\u").and_then(code_unit).unwrap_or(0);
    if let (0xd800..0xdc00, 0xdc00..0xe000) = (code, second) {
        *rest = &rest[6..];
        code = 0x1_0000 + ((code - 0xd800) << 10) + (second - 0xdc00);
    }
    char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
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
    fn valid_json_is_parsed_like_serde_json() {
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
    fn invalid_json_is_rejected_like_serde_json() {
        let texts = [
            "",
            "{",
            "[1,]",
            "{\"a\"}",
            "nul",
            "\"",
            "1 2",
            "<html>",
            "[1",
            "'a'",
            "{\"a\":1,}",
            "{1:2}",
            "[1 2]",
            "[,]",
            "{,}",
            "[1}",
            "]",
            "{\"a\" 1}",
            "01",
            "-",
            "+1",
            "1.",
            ".5",
            "1e",
            "1e+",
            "-01",
            "1.5.2",
            "--1",
            "truex",
            "\"\\x\"",
            "\"\\u12g4\"",
            "\"a\nb\"",
            "\"\\",
            "0x1",
            "[1]]",
        ];
        for text in texts {
            assert!(serde_json::from_str::<serde_json::Value>(text).is_err(), "{text}");
            assert_eq!(parse(text), None, "{text}");
        }
        for text in ["0", "-0", "-0.5e-10", "10E+2", "\"\u{7f}\"", "[[],{}]"] {
            same(parse(text).unwrap(), &reference(text));
        }
    }

    #[test]
    fn literals_of_other_languages_are_null_in_a_response() {
        let root = |text| parse_response(text).map(Raw::text);
        for (text, json) in [
            (
                r#"{"a": NaN, "b": [-Infinity,undefined], "c": "NaN"}"#,
                r#"{"a": null, "b": [null,null], "c": "NaN"}"#,
            ),
            (r#" {"\"NaN": Infinity, "中": NaN} "#, r#"{"\"NaN": null, "中": null}"#),
            ("NaN", "null"),
            (" [1] ", "[1]"),
        ] {
            same(parse_response(text).unwrap(), &reference(json));
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
    fn length_of_the_first_value_is_found() {
        for (text, length) in
            [("{\"a\": 1} <b>", Some(8)), (" [1]]", Some(4)), ("x", None), ("{\"a\"", None), ("", None)]
        {
            assert_eq!(length_of_first(text), length, "{text}");
        }
    }

    #[test]
    fn lone_surrogates_are_replaced() {
        let text = |json: &'static str| match parse(json).unwrap().peek() {
            Json::Text(text) => text.into_owned(),
            _ => unreachable!("a string"),
        };
        assert_eq!(text(r#""a\ud83d""#), "a\u{fffd}");
        assert_eq!(text(r#""\ud83dx\ude00""#), "\u{fffd}x\u{fffd}");
    }

    #[test]
    fn last_of_duplicate_keys_wins() {
        let Json::Object(object) = parse(r#"{"a": 1, "a": 2}"#).unwrap().peek() else {
            unreachable!("an object")
        };
        assert_eq!(object.get("a").map(Raw::text), Some("2"));
        assert!(object.members().eq([("a", Raw("2"))]));
    }

    #[test]
    fn member_is_found_by_another_spelling_without_an_exact_one() {
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

    #[test]
    fn only_members_of_an_object_are_read_in_their_order() {
        let values = |json| parse(json).unwrap().only_members([r#""a""#, r#""b""#]);
        assert_eq!(
            values(r#" { "a" : [1, {"a": 2}] , "b":"}" } "#),
            Some([Raw(r#"[1, {"a": 2}]"#), Raw(r#""}""#)])
        );
        for json in [
            "{}",
            r#"{"a": 1}"#,
            r#"{"b": 1, "a": 2}"#,
            r#"{"a": 1, "b": 2, "c": 3}"#,
            r#"{"a": 1, "b": 2, "b": 3}"#,
            r#"{"A": 1, "b": 2}"#,
            r#"["a", 1, "b", 2]"#,
            r#""a""#,
            "1",
        ] {
            assert_eq!(values(json), None, "{json}");
        }
    }

    #[derive(Debug, PartialEq, serde::Deserialize)]
    #[serde(default)]
    struct Person<'a> {
        #[serde(borrow, rename = "customerNo")]
        number: Raw<'a>,
        name: Raw<'a>,
    }

    impl Default for Person<'_> {
        fn default() -> Self {
            Self { number: Raw(""), name: Raw("") }
        }
    }

    #[test]
    fn struct_fields_are_filled_by_key() {
        for (json, name, number) in [
            (
                r#"{"name": "old", "extra": {"name": 3}, "customer_no": 1.50, "name": "\u5f20"}"#,
                r#""\u5f20""#,
                "1.50",
            ),
            (r#"{"customerNo": 1, "customer_no": 2}"#, "null", "1"),
            ("{}", "null", "null"),
        ] {
            let Json::Object(object) = parse(json).unwrap().peek() else {
                unreachable!("an object")
            };
            let person = Person { number: Raw(number), name: Raw(name) };
            assert_eq!(Person::deserialize(&object), Ok(person), "{json}");
        }
    }

    #[test]
    fn quoted_text_is_json() {
        let text = "金职院\n<b>\"\\\u{1}\u{1f}é𠮷";
        assert_eq!(reference(&quote(text)), text);
    }
}
