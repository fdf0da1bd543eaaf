//! The bearer token of the CRM's sign-in. public/boot.js reads it by the same rules; tests/head_start/cases.json tests both.

use crate::browser::{self, storage};
use crate::config::Config;
use crate::decimal::Decimal;
use crate::json::{self, Json, Object, Raw};
use crate::plain_text::strip_prefix;
use crate::url::decode_segment;

/// Members of a stored record that hold the token.
const TOKENS: [&str; 4] = ["token", "access_token", "accessToken", "value"];
/// Members of a stored record that hold the record with the token.
const RECORDS: [&str; 6] = ["token", "value", "state", "data", "user", "auth"];
/// Members of a stored record that hold the time at which it expires, in seconds or milliseconds since 1970.
const EXPIRIES: [&str; 6] = ["expire", "expires", "expiresAt", "expires_at", "expireTime", "exp"];
/// The maximum number of nested records.
const MAX_DEPTH: usize = 4;
/// A time since 1970 above this is in milliseconds.
const MAX_SECONDS: i64 = 100_000_000_000;

/// Returns the token from sessionStorage, localStorage or a cookie, as configured. `None` if it cannot be sent in a header.
///
/// The first access to localStorage is slow (13 ms on a slow machine): call this after first paint.
pub fn token(config: &Config) -> Option<String> {
    parse_token(&stored(config)?, js_sys::Date::now() as i64)
}

/// Whether the configured token is missing. Returns false if none is configured, or if the stored value is not a token: the
/// page cannot know then.
pub fn is_signed_out(config: &Config) -> bool {
    config.token_key.is_some() && stored(config).is_none_or(|stored| stored.trim_ascii().is_empty())
}

fn stored(config: &Config) -> Option<String> {
    let key = config.token_key.as_deref()?;
    match key.strip_prefix("cookie:") {
        Some(name) => browser::cookie(name).map(|value| decode_segment(&value)),
        None => storage::read_session(key).or_else(|| storage::read(key)),
    }
}

/// Returns the token in a stored text, which is the token itself or a JSON record that contains it.
fn parse_token(stored: &str, now: i64) -> Option<String> {
    let text = stored.trim_ascii();
    let record = json::parse(text).map(Raw::peek);
    let token = match record {
        Some(Json::Object(record)) => token_in(&record, now, MAX_DEPTH)?,
        _ => text.trim_matches('"').to_owned(),
    };
    let token = without_scheme(&token);
    let is_sendable = !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_graphic());
    // Scripts may store these words if there is no token.
    let is_token = is_sendable && !["null", "undefined"].contains(&token);
    is_token.then(|| token.to_owned())
}

fn without_scheme(token: &str) -> &str {
    match strip_prefix(token, "Bearer") {
        Some(rest) if rest.is_empty() || rest.starts_with(' ') => rest.trim_start_matches(' '),
        _ => token,
    }
}

fn token_in(record: &Object<'_>, now: i64, depth: usize) -> Option<String> {
    let depth = depth.checked_sub(1)?;
    let is_expired = |key: &&str| {
        let time = record.get(key).and_then(|time| Decimal::parse(time.text())?.to_i64());
        time.is_some_and(|time| time.saturating_mul(if time > MAX_SECONDS { 1 } else { 1000 }) < now)
    };
    if EXPIRIES.iter().any(is_expired) {
        return None;
    }
    let text = |key: &&str| record.get(key)?.to_text();
    let inside = |key: &&str| match record.get(key)?.peek() {
        Json::Object(inner) => token_in(&inner, now, depth),
        _ => None,
    };
    TOKENS.iter().find_map(text).or_else(|| RECORDS.iter().find_map(inside))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expired_records_have_no_token() {
        const NOW: i64 = 1_700_000_000_000;
        for (record, token) in [
            (r#"{"value": "a", "expire": 1700000000001}"#, Some("a")),
            (r#"{"value": "a", "expire": 1700000000}"#, Some("a")),
            (r#"{"value": "a", "expire": 1699999999}"#, None),
            (r#"{"value": "a", "expire": 1699999999999}"#, None),
            (r#"{"value": "a", "expire": null}"#, Some("a")),
            (r#"{"value": "a", "expire": "soon"}"#, Some("a")),
            (r#"{"state": {"token": "a", "exp": 1}}"#, None),
        ] {
            assert_eq!(parse_token(record, NOW).as_deref(), token, "{record}");
        }
    }
}
