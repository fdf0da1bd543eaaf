//! What holds for any bytes that come as an answer. The fuzz target checks it over bytes that it makes up, and
//! `tests/fuzz_target.rs` over the samples and seeds, so that this stays true and compiles without a nightly compiler.

use customer_profile::api::{CustomerDetail, answer};
use customer_profile::json::{self, Json, Raw};
use serde_json::Value;

/// The codes that these answers may carry as a success.
const SUCCESS_CODES: [&str; 2] = ["0", "ok"];
/// The most characters of a server's message that an error may carry.
const MAX_MESSAGE: usize = 300;

/// Checks one body.
///
/// # Panics
/// Where something does not hold, and where the code under test panics.
pub fn hold_for_answer(body: &[u8]) {
    let text = String::from_utf8_lossy(body);
    taken_apart_like_serde_json(&text);

    let read = |body: &[u8]| answer::customer(body, &SUCCESS_CODES.map(str::to_owned));
    let length_of = |message: &Option<String>| message.as_ref().map_or(0, |message| message.chars().count());
    assert!(length_of(&answer::message(body)) <= MAX_MESSAGE, "a message is too long");
    match read(body) {
        Ok(customer) => {
            assert!(!customer.is_empty(), "an empty record is no customer");
            let unknown = |key: &&str| !CustomerDetail::KEYS.contains(key);
            assert!(!customer.unreadable().iter().any(unknown), "a key that is none is called unreadable");
            if let Some(wrapped) = wrapped(&text) {
                assert_eq!(read(wrapped.as_bytes()).as_ref(), Ok(&customer), "an envelope changes its record");
            }
        }
        Err(error) => assert!(length_of(&error.message) <= MAX_MESSAGE, "an error's message is too long"),
    }
}

/// The same record in an envelope; `None` where it may be in one already, whose key may be written with escapes.
fn wrapped(text: &str) -> Option<String> {
    let record = text.trim_start_matches('\u{feff}').trim();
    (!record.contains("data") && !record.contains('\\')).then(|| format!(r#"{{"code": 0, "data": {record}}}"#))
}

/// The project takes JSON apart by its brackets and quotes; serde_json, which reads it whole, is the reference. It has
/// no opinion on nesting deeper than 128 levels and on halves of characters, and reads one key as a word of its own.
fn taken_apart_like_serde_json(text: &str) {
    if text.contains("$serde_json::private") {
        return;
    }
    if let (Some(raw), Ok(value)) = (json::parse(text), serde_json::from_str(text)) {
        same(raw, &value);
    }
}

fn same(raw: Raw<'_>, value: &Value) {
    match (raw.look(), value) {
        (Json::Null, Value::Null) => {}
        (Json::Bool(truth), Value::Bool(expected)) => assert_eq!(truth, *expected),
        (Json::Number(digits), Value::Number(_)) => assert_eq!(serde_json::from_str(digits).ok().as_ref(), Some(value)),
        (Json::Text(text), Value::String(string)) => assert_eq!(text.as_ref(), string),
        (Json::List(items), Value::Array(values)) => {
            assert_eq!(items.len(), values.len());
            items.into_iter().zip(values).for_each(|(item, value)| same(item, value));
        }
        (Json::Object(object), Value::Object(values)) => {
            assert!(object.keys().all(|key| values.contains_key(key)));
            values.iter().for_each(|(key, value)| match object.get(key) {
                Some(member) => same(member, value),
                None => panic!("the member {key:?} is lost in {}", raw.text()),
            });
        }
        (_, value) => panic!("{} was taken for something else than {value}", raw.text()),
    }
}
