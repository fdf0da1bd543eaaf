//! What the body of an answer means: a customer, an envelope around one, an envelope's error, or nothing we know.

use serde::Deserialize;

use super::customer::CustomerDetail;
use super::error::{ApiError, Cause};
use super::field::{Field, Text};
use crate::json::{self, Json, Object, Raw};

/// The members in which back ends put what they have to say to people.
const MESSAGE_KEYS: [&str; 5] = ["message", "msg", "errorMessage", "errmsg", "error"];
/// The members in which back ends put a code of their own.
const CODE_KEYS: [&str; 4] = ["code", "errcode", "errorCode", "status"];
/// The most characters of a server's message that are shown.
const MAX_MESSAGE: usize = 300;

/// Reads the body of an answer of status 200.
///
/// `success_codes` are the envelope codes that mean success.
///
/// # Errors
/// [`Cause::NotFound`] for an empty record, what an envelope's code says, [`Cause::Unreadable`] for the rest.
pub fn customer(body: &[u8], success_codes: &[String]) -> Result<CustomerDetail, ApiError> {
    let text = String::from_utf8_lossy(body);
    let text = text.trim_start_matches('\u{feff}').trim();
    let unreadable = || ApiError::from(Cause::Unreadable { login: looks_like_login(text) });
    let raw = json::parse(text).ok_or_else(unreadable)?;
    let top = match raw.look() {
        Json::Object(top) => top,
        // PHP writes an empty array where an empty object was meant.
        Json::List(items) if items.is_empty() => return Err(Cause::NotFound.into()),
        Json::Null => return Err(Cause::NotFound.into()),
        _ => return Err(unreadable()),
    };
    let record = record_of(&top, success_codes)?.unwrap_or(raw);
    let customer = CustomerDetail::deserialize(record).map_err(|_| unreadable())?;
    if customer.is_empty() {
        // Members, but none that we know, is some other API's answer.
        let says_other = top.keys().next().is_some() && known_keys(&top) == 0 && !is_envelope(&top);
        let said = || message_of(&top).filter(|message| !is_success(message, success_codes));
        return Err(if says_other { unreadable() } else { ApiError { cause: Cause::NotFound, message: said() } });
    }
    Ok(customer)
}

/// What a server that answered with an error status had to say, if its body is JSON that holds a message.
pub fn message(body: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(body);
    match json::parse(text.trim_start_matches('\u{feff}').trim())?.look() {
        Json::Object(object) => message_of(&object),
        _ => None,
    }
}

/// The record inside an envelope; `None` where the top level is the customer itself, or there is no record at all.
fn record_of<'a>(top: &Object<'a>, success_codes: &[String]) -> Result<Option<Raw<'a>>, ApiError> {
    let data = top.get("data");
    let looked = data.map(Raw::look);
    let inner = match &looked {
        Some(Json::Object(data)) => known_keys(data),
        _ => 0,
    };
    let own = known_keys(top);
    // One key alone, such as an `id` of the request, may be an envelope's.
    let is_customer = own > 1 || top.get("name").is_some() || !is_envelope(top);
    if own > inner && is_customer {
        return Ok(None);
    }
    if let Some(code) = failure_of(top, success_codes) {
        return Err(ApiError { cause: Cause::of_code(&code), message: message_of(top) });
    }
    match looked {
        Some(Json::Object(_)) => Ok(data),
        None | Some(Json::Null) => Ok(None),
        Some(Json::List(items)) if items.is_empty() => Ok(None),
        Some(_) => Err(Cause::Unreadable { login: false }.into()),
    }
}

/// Whether a code, or a message that is one, means success.
fn is_success(code: &str, success_codes: &[String]) -> bool {
    success_codes.iter().any(|success| success.eq_ignore_ascii_case(code))
}

/// How many of a customer's keys an object has.
fn known_keys(object: &Object<'_>) -> usize {
    CustomerDetail::KEYS.iter().filter(|key| object.get(key).is_some()).count()
}

fn is_envelope(object: &Object<'_>) -> bool {
    object.get("data").is_some() || object.get("success").is_some() || code_of(object).is_some()
}

/// The envelope's code, as text.
fn code_of(object: &Object<'_>) -> Option<String> {
    CODE_KEYS.iter().find_map(|key| Field::<Text>::of(object, key).value().cloned())
}

/// The code of a failure that an envelope tells. A `success` that is false is one whatever the code says.
fn failure_of(object: &Object<'_>, success_codes: &[String]) -> Option<String> {
    let code = code_of(object);
    let has_failed =
        object.get("success").is_some_and(|success| matches!(success.text(), "false" | "0" | r#""false""#));
    if has_failed {
        return Some(code.unwrap_or_else(|| "false".to_owned()));
    }
    code.filter(|code| !is_success(code, success_codes))
}

fn message_of(object: &Object<'_>) -> Option<String> {
    MESSAGE_KEYS.iter().find_map(|key| match Field::<Text>::of(object, key) {
        Field::Value(text) => Some(text.chars().take(MAX_MESSAGE).collect()),
        Field::Absent | Field::Unreadable(_) => None,
    })
}

/// Whether a body that is no JSON looks like a page that asks to sign in.
fn looks_like_login(body: &str) -> bool {
    if !body.starts_with('<') {
        return false;
    }
    let body = body.to_ascii_lowercase();
    ["type=\"password\"", "type='password'", "type=password", "登录", "登陆", "login", "sign in"]
        .iter()
        .any(|sign| body.contains(sign))
}
