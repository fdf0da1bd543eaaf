//! Invariants of decoding, for any response body. The fuzz target checks generated bodies; `tests/fuzz_target.rs` checks the
//! samples and seeds, with a stable compiler.

use customer_profile::api::{Cause, State, answer, text};
use customer_profile::config::Config;
use customer_profile::json::{self, Json, Raw};
use serde_json::Value;

#[path = "../tests/support/charset.rs"]
mod charset;

/// The `successCodes` of the configuration.
const SUCCESS_CODES: [&str; 2] = ["0", "ok"];
/// Charsets of responses.
const LABELS: [&str; 8] =
    ["utf-8", "gbk", "gb18030", "big5", "utf-16le", "utf-16be", "iso-8859-1", "shift_jis"];
/// Maximum length of a server's message in an error, in characters.
const MAX_MESSAGE: usize = 300;

/// Checks a body as UTF-8, and again in the charset that its first byte selects.
///
/// # Panics
/// If an invariant is violated.
pub fn check_body(body: &[u8]) {
    let label = body.first().map_or("utf-8", |first| LABELS[usize::from(*first) % LABELS.len()]);
    for (label, body) in [("utf-8", body), (label, body.get(1..).unwrap_or_default())] {
        check_text(&text::decode(
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

fn check_text(text: &str) {
    assert_parsed_like_serde_json(text);

    let read = |text: &str| answer::customer(text, &config());
    let said = |message: &Option<String>| {
        let message = message.as_deref().unwrap_or_default();
        assert!(message.chars().count() <= MAX_MESSAGE, "a message is too long");
        assert!(!quotes_path(message), "a message quotes a path of the server");
    };
    said(&answer::failure(400, None, text, &config()).message);
    match read(text) {
        Ok(customer) => {
            assert!(!customer.is_empty(), "an empty record is taken for a customer");
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
            assert!(shows_nothing, "an unreadable body has a message");
        }
    }
}

/// Whether a text has an absolute path of a server. After a name or host it is part of a URL: `a/var/www/b`.
fn quotes_path(text: &str) -> bool {
    let goes_before =
        |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.' | '/');
    text.match_indices("/var/www/")
        .any(|(at, _)| !text[..at].ends_with(goes_before))
}

/// Returns the same record in an envelope; `None` if it already has one or is not JSON.
fn wrapped(text: &str) -> Option<String> {
    let texts = answer::Texts::new();
    let found = answer::find(json::parse(text)?, &texts, &config()).ok()?;
    found
        .path
        .is_empty()
        .then(|| format!(r#"{{"code": 0, "data": {}}}"#, found.record.raw().text()))
}

/// Compares the lenient JSON parser with serde_json, unless serde_json rejects the text: it does not accept lone surrogates and
/// nesting deeper than 128 levels. The key `$serde_json::private…` has a special meaning there.
fn assert_parsed_like_serde_json(text: &str) {
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
            assert!(object.members().all(|(key, _)| values.contains_key(key)));
            values.iter().for_each(|(key, value)| match object.get(key) {
                Some(member) => same(member, value),
                None => panic!("the member {key:?} is lost in {}", raw.text()),
            });
        }
        (_, value) => panic!("{} was parsed as another type than {value}", raw.text()),
    }
}
