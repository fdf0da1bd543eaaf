//! What holds for any bytes that come as an answer. The fuzz target checks it over bytes that it makes up, and
//! `tests/fuzz_target.rs` over the samples and seeds, so that this stays true and compiles without a nightly compiler.

use customer_profile::api::{Cause, State, answer, text};
use customer_profile::config::Config;
use customer_profile::json::{self, Json, Raw};
use serde_json::Value;

#[path = "../tests/support/charset.rs"]
mod charset;

/// The codes that these answers may carry as a success.
const SUCCESS_CODES: [&str; 2] = ["0", "ok"];
/// The charsets that an answer may come in.
const LABELS: [&str; 8] =
    ["utf-8", "gbk", "gb18030", "big5", "utf-16le", "utf-16be", "iso-8859-1", "shift_jis"];
/// The most characters of a server's message that an error may carry.
const MAX_MESSAGE: usize = 300;

/// Checks one body, under every charset.
///
/// # Panics
/// Where something does not hold, and where the code under test panics.
pub fn hold_for_answer(body: &[u8]) {
    // The first byte says under which label the others come, so that what is made up tries all of them.
    let label = body.first().map_or("utf-8", |first| LABELS[usize::from(*first) % LABELS.len()]);
    for (label, body) in [("utf-8", body), (label, body.get(1..).unwrap_or_default())] {
        hold_for_text(&text::decode(
            body.to_vec(),
            Some(&format!("application/json; charset={label}")),
            charset::decode,
        ));
    }
}

fn config() -> Config {
    let mut config = Config::default();
    config.success_codes = SUCCESS_CODES.map(str::to_owned).to_vec();
    config
}

fn hold_for_text(text: &str) {
    taken_apart_like_serde_json(text);

    let read = |text: &str| answer::customer(text, &config());
    let said = |message: &Option<String>| {
        let message = message.as_deref().unwrap_or_default();
        assert!(message.chars().count() <= MAX_MESSAGE, "a message is too long");
        assert!(!quotes_path(message), "a message quotes a path of the server");
    };
    said(&answer::failure(400, None, text, &config()).message);
    match read(text) {
        Ok(customer) => {
            assert!(!customer.is_empty(), "an empty record is no customer");
            for key in customer.unreadable_keys() {
                assert_ne!(customer.get(key).state(), State::Absent, "{key:?} is absent and unreadable");
            }
            if let Some(wrapped) = wrapped(text) {
                assert_eq!(read(&wrapped).as_ref(), Ok(&customer), "an envelope changes its record");
            }
        }
        Err(error) => {
            said(&error.message);
            if let Cause::Refused { code } = &error.cause {
                said(&Some(code.clone()));
            }
            let shows_nothing = !matches!(error.cause, Cause::Unreadable { .. }) || error.message.is_none();
            assert!(shows_nothing, "something is shown of what could not be read");
        }
    }
}

/// Whether a text has a path from the root of a server. Behind a name or a host it is none: `a/var/www/b`.
fn quotes_path(text: &str) -> bool {
    let goes_before =
        |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.' | '/' | ':');
    text.match_indices("/var/www/")
        .any(|(at, _)| !text[..at].ends_with(goes_before))
}

/// The same record in an envelope; `None` where it is in one already, or is no JSON by itself.
fn wrapped(text: &str) -> Option<String> {
    let found = answer::find(json::parse(text)?, &config()).ok()?;
    found
        .path
        .is_empty()
        .then(|| format!(r#"{{"code": 0, "data": {}}}"#, found.record.root().text()))
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
    match (raw.peek(), value) {
        (Json::Null, Value::Null) => {}
        (Json::Bool(truth), Value::Bool(expected)) => assert_eq!(truth, *expected),
        (Json::Number(digits), Value::Number(_)) => {
            assert_eq!(serde_json::from_str(digits).ok().as_ref(), Some(value))
        }
        (Json::Text(text), Value::String(string)) => assert_eq!(text.as_ref(), string),
        (Json::List(items), Value::Array(values)) => {
            assert_eq!(items.len(), values.len());
            items.into_iter().zip(values).for_each(|(item, value)| same(item, value));
        }
        (Json::Object(object), Value::Object(values)) => {
            assert!(object.members().iter().all(|(key, _)| values.contains_key(*key)));
            values.iter().for_each(|(key, value)| match object.get(key) {
                Some(member) => same(member, value),
                None => panic!("the member {key:?} is lost in {}", raw.text()),
            });
        }
        (_, value) => panic!("{} was taken for something else than {value}", raw.text()),
    }
}
