//! Finds the record in a response: a customer, an envelope around one, an error in an envelope, or something else.
//!
//! The rules are in docs/api.md, "The record" and "Errors".

use elsa::FrozenVec;
use serde::Deserialize;

use super::customer_detail::{CustomerDetail, Key, is_key};
use super::envelope::{
    ERROR_KEYS, Names, WRAPPERS, cause_of_code, failure_of, has_failure_flag, has_outcome, is_about_route,
    is_message, is_success_code, is_wrapper, message_of, says_missing, says_session_ended, says_success,
    shown,
};
use super::error::{ApiError, Cause, Reason};
use super::followers::pair_ids_with_names;
use super::html_page::{asks_to_sign_in, is_firewall_page};
use super::normalize::{ATTRIBUTES, is_listed, is_one_of};
#[cfg(not(target_arch = "wasm32"))]
use super::normalize::{Rule, applied_rules};
use super::text::{is_html, without_guard};
use crate::config::Config;
use crate::json::{Json, Object, Raw, is_spelled_alike, length_of_first, parse, parse_response};

/// The maximum depth of a record if, from the second level on, each object around it contains only one object.
const MAX_RECORD_DEPTH: usize = 4;
/// The maximum depth of a record otherwise.
const RECORD_DEPTH: usize = 2;
/// The maximum number of single-item lists and JSON texts that are unwrapped on each level.
const MAX_UNWRAPS: usize = 3;

/// Reads the text of a successful response.
///
/// # Errors
/// [`Cause::NotFound`] for an empty record, [`Cause::Unavailable`] if that has an unclear message, the cause of an envelope's
/// code, [`Cause::Unreadable`] for anything else.
pub fn customer(text: &str, config: &Config) -> Result<CustomerDetail, ApiError> {
    let text = without_guard(text);
    let response = parse_response(text).ok_or_else(|| not_json_error(text))?;
    let texts = Texts::new();
    let found = find(response, &texts, config)?;
    let mut customer = CustomerDetail::deserialize(&found.record).unwrap_or_default();
    // The zero value of a struct, which some back ends send for a missing customer.
    let is_empty = |key: &Key| {
        let is_zero = |raw: Raw<'_>| raw.text().bytes().all(|byte| b"\"0.-".contains(&byte));
        customer.has_none_of(&[*key]) || found.record.find(key.as_str()).is_some_and(is_zero)
    };
    if Key::ALL.iter().all(is_empty) {
        return Err(not_found(&candidates(response, &texts), config));
    }
    pair_ids_with_names(&mut customer);
    Ok(customer)
}

/// Returns the rules by which the value of a key is read, for `make check-answer`.
#[cfg(not(target_arch = "wasm32"))]
pub fn rules_of(key: Key, value: Raw<'_>) -> Vec<Rule> {
    let record = format!(r#"{{"{}":{}}}"#, key.as_str(), value.text());
    match parse_response(&record).map(Raw::peek) {
        Some(Json::Object(record)) => applied_rules(|| CustomerDetail::deserialize(&record)).1,
        _ => Vec::new(),
    }
}

/// Returns the error for a response with an error status.
pub fn failure(status: u16, retry_after: Option<u32>, text: &str, config: &Config) -> ApiError {
    let cause = Cause::from_status(status, retry_after);
    let text = without_guard(text);
    let response = parse_response(text);
    let texts = Texts::new();
    let candidates = response.map_or_else(Vec::new, |response| candidates(response, &texts));
    if candidates.is_empty() {
        return if is_html(text) && is_firewall_page(text) {
            Reason::Firewall.into()
        } else if !text.is_empty()
            && response.is_none()
            && matches!(cause, Cause::Forbidden | Cause::NotFound)
        {
            // Not JSON, so not from the API: a gateway's page, for example during a restart.
            Cause::Unavailable { retry_after }.into()
        } else {
            cause.into()
        };
    }
    let search =
        |names| find_in_envelope(&candidates, MAX_RECORD_DEPTH, &|object| failure_of(object, names, config));
    let envelope_cause = search(Names::Usual).or_else(|| search(Names::Other));
    let envelope_cause = envelope_cause.map(|code| cause_of_code(&code, config));
    let cause = match envelope_cause {
        _ if status >= 500 => cause,
        _ if ends_session(&candidates) => Cause::SignedOut,
        Some(envelope_cause @ (Cause::SignedOut | Cause::Forbidden | Cause::NotFound)) => envelope_cause,
        _ => cause,
    };
    with_message(cause, &candidates)
}

/// The JSON texts inside a response, which a record may borrow from.
pub type Texts = FrozenVec<String>;

/// The record in a response.
pub struct Found<'a> {
    /// The object with the keys of a customer.
    pub record: Object<'a>,
    /// The keys that lead to it.
    pub path: Vec<String>,
}

/// Finds the record in a response.
///
/// # Errors
/// The same as those of [`customer`].
pub fn find<'a>(response: Raw<'a>, texts: &'a Texts, config: &Config) -> Result<Found<'a>, ApiError> {
    let mut candidates = candidates(response, texts);
    let Some(Candidate { object: top, .. }) = candidates.first() else {
        let is_blank = response.peek().is_blank();
        return Err(if is_blank {
            Cause::NotFound.into()
        } else {
            Reason::NoCustomer.into()
        });
    };
    let record = record_in(&candidates);
    let is_beside_empty = record.is_some_and(|record| is_beside_empty(&candidates, record));
    let found = record.filter(|record| {
        let is_filled = |_: &str, raw: Raw<'_>| !raw.peek().is_blank();
        !is_beside_empty && candidates[*record].object.first(&is_filled).is_some()
    });
    let has_number = |record: usize| candidates[record].object.find("customerNo").is_some();
    // Beside a record, only usual codes of the envelope count.
    let levels = if found.is_some() { 1 } else { MAX_RECORD_DEPTH };
    let search = |names| find_in_envelope(&candidates, levels, &|object| failure_of(object, names, config));
    // If the envelope has a code, codes inside it are ignored.
    let mut failure = if has_outcome(top) {
        failure_of(top, Names::Usual, config)
    } else {
        search(Names::Usual)
    };
    let mut error = None;
    if found.is_none() {
        error = search(Names::Error);
        failure = failure.or_else(|| search(Names::Other)).or_else(|| error.clone());
    }
    let failure = failure.map(|code| cause_of_code(&code, config));
    let is_success = |cause: &Cause| error.is_none() && reports_success(cause, top, &candidates);
    let error = match (found, failure) {
        (Some(found), Some(cause)) if candidates[found].outweighs(&cause) || is_success(&cause) => None,
        (Some(_), None) => None,
        (None, _) if ends_session(&candidates) => Some(with_message(Cause::SignedOut, &candidates)),
        (None, Some(cause)) if is_success(&cause) => Some(not_found(&candidates, config)),
        (_, Some(cause)) => Some(with_message(cause, &candidates)),
        // It may be the customer under an unusual key.
        (None, None) if is_beside_empty && record.is_some_and(has_number) => Some(Reason::NoCustomer.into()),
        (None, None) if record.is_some() || is_empty_envelope(top) => Some(not_found(&candidates, config)),
        (None, None) => Some(Reason::NoCustomer.into()),
    };
    match (found, error) {
        (Some(found), None) => {
            let id = resource_id(&candidates, found);
            let Candidate { object: mut record, path, .. } = candidates.swap_remove(found);
            if let Some(id) = id {
                record.add("id", id);
            }
            Ok(Found { record, path })
        }
        (_, error) => Err(error.unwrap_or_else(|| Reason::NoCustomer.into())),
    }
}

/// An object of a response: the envelope, the record or another one.
struct Candidate<'a> {
    object: Object<'a>,
    /// The keys that lead to it.
    path: Vec<String>,
    /// The index of the object around it.
    parent: usize,
    /// Whether it belongs to a record around it.
    is_part: bool,
}

/// Lists the objects of a response, the outermost first, except those under a key of a customer.
fn candidates<'a>(response: Raw<'a>, texts: &'a Texts) -> Vec<Candidate<'a>> {
    let top = unwrapped_object(response, MAX_UNWRAPS, texts).map(|object| Candidate {
        object,
        path: Vec::new(),
        parent: 0,
        is_part: false,
    });
    let mut candidates: Vec<Candidate<'_>> = top.into_iter().collect();
    let mut next = 0;
    while let Some(Candidate { object, path, is_part, .. }) = candidates.get(next)
        && path.len() < MAX_RECORD_DEPTH
    {
        let mut inside = Vec::new();
        let keys = count_keys(object);
        let is_record = keys > 1 && has_name(object);
        let number = object.find("customerNo").filter(|_| keys > 2);
        for (name, member) in object.members() {
            if is_key(name) {
                continue;
            }
            let first = match member.peek() {
                // Only the first of several errors.
                Json::List(items) if is_spelled_alike(name, "errors") => items.first().copied(),
                _ => None,
            };
            if let Some(object) = unwrapped_object(first.unwrap_or(member), MAX_UNWRAPS, texts) {
                let mut path = path.clone();
                path.push(name.to_owned());
                let is_other = match (number, object.find("customerNo")) {
                    (Some(number), Some(other)) => number.text() != other.text(),
                    _ => false,
                };
                let is_part = *is_part || is_record && !is_wrapper(name) || is_other;
                inside.push(Candidate { object, path, parent: next, is_part });
            }
        }
        if inside.len() == 1 || path.len() < RECORD_DEPTH {
            candidates.append(&mut inside);
        }
        next += 1;
    }
    candidates
}

/// Returns the object in a value: the value itself, or the only content of a list or a JSON text.
fn unwrapped_object<'a>(value: Raw<'a>, unwraps: usize, texts: &'a Texts) -> Option<Object<'a>> {
    match value.peek() {
        Json::Object(mut object) => {
            object.drop_prefix("customerNo", is_key);
            Some(object)
        }
        _ if unwraps == 0 => None,
        Json::List(items) => match items.as_slice() {
            [one] => unwrapped_object(*one, unwraps - 1, texts),
            _ => None,
        },
        Json::Text(text) => unwrapped_object(parse(texts.push_get(text.into_owned()))?, unwraps - 1, texts),
        _ => None,
    }
}

impl Candidate<'_> {
    fn is_under_usual_keys(&self) -> bool {
        self.path.iter().all(|name| is_wrapper(name))
    }

    /// Returns the number of keys, and more if it has a name; 0 if this object cannot be the record. `around`: the object
    /// around it.
    fn weight(&self, around: &Object<'_>) -> usize {
        let object = &self.object;
        let keys = count_keys(object);
        // `{"customer": null, "parent": {…}}`
        let is_before = self.path.last().is_some_and(|name| name == "before");
        let place = around.find(if is_before { "after" } else { "customer" });
        // Another object may have an id, too.
        let is_plain = || {
            let is_other = |name: &str, _: Raw<'_>| is_wrapper(name) || is_message(name);
            Key::ALL.iter().any(|key| object.get(key.as_str()).is_some())
                && !(self.path.is_empty() && has_outcome(object))
                && object.first(&is_other).is_none()
        };
        let is_record = if self.is_part {
            false
        } else if self.is_under_usual_keys() {
            keys > 2 || has_name(object) || is_plain()
        } else {
            (keys > 4 || object.find("customerNo").is_some()) && !place.is_some_and(Raw::is_null)
        };
        match is_record {
            true if has_name(object) => Key::ALL.len() + keys,
            true => keys,
            false => 0,
        }
    }

    /// Whether this is a customer under usual keys: with a name or number and three keys.
    fn is_complete(&self, weight: usize) -> bool {
        self.is_under_usual_keys() && weight > Key::ALL.len() + 2
    }

    /// Whether to show the record despite a failure code: it has a name or number, and more values than an envelope has of
    /// its own.
    fn outweighs(&self, failure: &Cause) -> bool {
        let has_value = |key: &str| self.object.find(key).is_some_and(|raw| !raw.peek().is_blank());
        let values = Key::ALL.iter().filter(|key| has_value(key.as_str())).count();
        let is_top = self.path.is_empty();
        let least = match failure {
            Cause::SignedOut | Cause::Forbidden | Cause::NotFound => 3,
            // The envelope's code may be the customer's own status or code: `{"name": "张三", "status": "ACTIVE"}`.
            Cause::Refused { .. } if is_top => 1,
            _ if is_top => 2,
            _ => 3,
        };
        (has_value("name") || has_value("customerNo")) && values >= least
    }
}

/// Returns the index of the record. Of an object and one inside it, the heavier one may be the record. Of several side by side,
/// it is the only complete one under usual keys; otherwise the response is ambiguous.
fn record_in(candidates: &[Candidate<'_>]) -> Option<usize> {
    let (mut record, mut most, mut is_ambiguous) = (None, 0, false);
    for (index, candidate) in candidates.iter().enumerate() {
        let weight = candidate.weight(&candidates[candidate.parent].object);
        let is_better = match record {
            _ if weight == 0 => false,
            None => true,
            Some(record) if is_inside(candidates, index, record) => weight > most,
            Some(record) => {
                let other: &Candidate<'_> = &candidates[record];
                let (is_complete, other_is_complete) =
                    (candidate.is_complete(weight), other.is_complete(most));
                // Some back ends write the record twice.
                let is_same = other.object.raw().text() == candidate.object.raw().text();
                is_ambiguous |= is_complete == other_is_complete && !is_same;
                is_complete && !other_is_complete
            }
        };
        if is_better {
            (record, most, is_ambiguous) = (Some(index), weight, false);
        }
    }
    record.filter(|_| !is_ambiguous)
}

fn is_inside(candidates: &[Candidate<'_>], mut index: usize, outer: usize) -> bool {
    while index > outer {
        index = candidates[index].parent;
    }
    index == outer
}

/// Whether a candidate under an unusual key is next to an empty record, or inside an object next to one. Such a candidate is
/// something else than the customer. Example: the user in `{"data": null, "user": {…}}`.
fn is_beside_empty(candidates: &[Candidate<'_>], mut index: usize) -> bool {
    let is_empty_record = |name: &str, raw: Raw<'_>| {
        // An error may have an empty `detail`, the change of a list an empty `after`.
        is_one_of(name, WRAPPERS)
            && !is_message(name)
            && name != "after"
            && is_empty_value(raw, MAX_RECORD_DEPTH)
    };
    let mut is_beside_empty = false;
    while index > 0 && !candidates[index].is_under_usual_keys() {
        index = candidates[index].parent;
        is_beside_empty |= candidates[index].object.first(&is_empty_record).is_some();
    }
    is_beside_empty
}

/// Returns the id next to the attributes of a record, as in JSON:API; `None` if the record has its own id, or is not in such a
/// member.
fn resource_id<'a>(candidates: &[Candidate<'a>], record: usize) -> Option<Raw<'a>> {
    let Candidate { object, path, parent, .. } = &candidates[record];
    let is_resource = is_one_of(path.last()?, ATTRIBUTES) && object.find("id").is_none();
    candidates[*parent].object.find("id").filter(|_| is_resource)
}

/// Returns the number of keys of a customer that an object has.
fn count_keys(object: &Object<'_>) -> usize {
    Key::ALL.iter().filter(|key| object.find(key.as_str()).is_some()).count()
}

fn has_name(object: &Object<'_>) -> bool {
    object.find("name").is_some() || object.find("customerNo").is_some()
}

fn is_envelope(object: &Object<'_>) -> bool {
    has_outcome(object) || WRAPPERS.split('|').any(|name| object.find(name).is_some())
}

/// Whether a response without a record is an envelope with an empty record.
fn is_empty_envelope(top: &Object<'_>) -> bool {
    (is_envelope(top) || top.members().len() == 0) && is_empty(top, MAX_RECORD_DEPTH)
}

/// Whether an envelope, or an object in it on fewer `levels`, has only empty values under usual keys of a record. Without such
/// keys, its lists and objects are empty: `{"total": 0, "rows": []}`, but not `{"foo": 1}`.
fn is_empty(object: &Object<'_>, levels: usize) -> bool {
    let is_inside = levels < MAX_RECORD_DEPTH;
    let is_wrapped = |name: &str, _: Raw<'_>| is_one_of(name, WRAPPERS);
    let has_wrapped = object.first(&is_wrapped).is_some();
    let is_list = |_: &str, raw: Raw<'_>| raw.text().starts_with(['{', '[']);
    let has_content = |name: &str, raw: Raw<'_>| {
        let is_relevant = match raw.text().as_bytes().first() {
            _ if has_wrapped => is_wrapped(name, raw),
            Some(b'"') => is_inside,
            _ => is_list(name, raw),
        };
        is_relevant && !is_empty_value(raw, levels)
    };
    (has_wrapped || !is_inside || object.first(&is_list).is_some()) && object.first(&has_content).is_none()
}

fn is_empty_value(raw: Raw<'_>, levels: usize) -> bool {
    match raw.peek() {
        Json::Object(object) if levels > 0 && object.members().len() > 0 => is_empty(&object, levels - 1),
        value => value.is_blank(),
    }
}

/// Returns the error for a response without a record: not found, unless a message or a flag indicates another reason.
fn not_found(candidates: &[Candidate<'_>], config: &Config) -> ApiError {
    let is_other = |message: &String| !is_success_code(message, config) && !says_success(message);
    let message = find_in_envelope(candidates, MAX_RECORD_DEPTH, &message_of).filter(is_other);
    let is_missing = match &message {
        Some(message) => says_missing(message),
        None => !candidates.first().is_some_and(|top| has_failure_flag(&top.object)),
    };
    error_of(Cause::NotFound, message, is_missing)
}

fn with_message(cause: Cause, candidates: &[Candidate<'_>]) -> ApiError {
    let message = find_in_envelope(candidates, MAX_RECORD_DEPTH, &message_of);
    let is_about_record = cause != Cause::NotFound || !message.as_deref().is_some_and(is_about_route);
    error_of(cause, message, is_about_record)
}

/// Returns an error with its message; if it may be about something other than the record, one that keeps a displayed customer.
fn error_of(cause: Cause, message: Option<String>, is_about_record: bool) -> ApiError {
    let cause = if is_about_record {
        cause
    } else {
        Cause::Unavailable { retry_after: None }
    };
    ApiError { cause, message: message.and_then(shown) }
}

/// Applies `read` to the envelope and to the objects in it, except the record, and returns the first result:
/// `{"error": {"code": 401}, "data": null}`. Below the first of the `levels`, it reads only objects in an error or in the
/// record's place.
fn find_in_envelope(
    candidates: &[Candidate<'_>],
    levels: usize,
    read: &dyn Fn(&Object<'_>) -> Option<String>,
) -> Option<String> {
    let read = |candidate: &Candidate<'_>| {
        let most_keys = match candidate.path.as_slice() {
            [] => usize::MAX,
            path if path.len() > levels => return None,
            [first, _, ..] if !is_wrapper(first) && !is_one_of(first, ERROR_KEYS) => return None,
            [.., name] if !is_wrapper(name) => 1,
            _ => 0,
        };
        (count_keys(&candidate.object) <= most_keys).then(|| read(&candidate.object))?
    };
    candidates.iter().find_map(read)
}

/// Whether an envelope with an unknown code reports success: by `"success": true` or by its message. Without a message, code 1
/// with an empty record counts: it means success in some back ends, failure in others.
fn reports_success(failure: &Cause, top: &Object<'_>, candidates: &[Candidate<'_>]) -> bool {
    let Cause::Refused { code } = failure else { return false };
    let is_true = |success: Raw<'_>| is_listed(success.text(), r#"true|1|"true""#);
    if top.find("success").is_some_and(is_true) {
        return true;
    }
    match find_in_envelope(candidates, MAX_RECORD_DEPTH, &message_of) {
        Some(message) => says_success(&message),
        None => {
            code == "1" && top.find("message").or_else(|| top.find("msg")).is_none() && is_empty_envelope(top)
        }
    }
}

/// Whether a message or a code of the envelope says that the session has ended.
fn ends_session(candidates: &[Candidate<'_>]) -> bool {
    let says_so =
        |object: &Object<'_>| object.first(&|name, raw| says_session_ended(name, raw)).map(|_| String::new());
    find_in_envelope(candidates, MAX_RECORD_DEPTH, &says_so).is_some()
}

/// Returns the error for a response that is not JSON.
fn not_json_error(text: &str) -> ApiError {
    let reason = match is_html(text) {
        true if asks_to_sign_in(text) => Reason::SignInPage,
        true if is_firewall_page(text) => Reason::Firewall,
        false if !is_truncated(text) && has_json(text) => Reason::MixedText,
        _ => Reason::NoCustomer,
    };
    reason.into()
}

/// Whether a text is a truncated object. Then a complete object inside it must not be used.
fn is_truncated(text: &str) -> bool {
    text.starts_with('{') && length_of_first(text).is_none()
}

/// Whether a text contains JSON that may be a response of the API.
fn has_json(text: &str) -> bool {
    /// Maximum number of braces to try: other text may contain braces.
    const ATTEMPTS: usize = 8;
    let is_response = |(at, _): (usize, &str)| {
        let rest = &text[at..];
        let json = length_of_first(rest).and_then(|length| parse(rest.get(..length)?));
        let texts = Texts::new();
        let candidates = json.map_or_else(Vec::new, |json| candidates(json, &texts));
        let top = candidates.first();
        top.is_some_and(|top| record_in(&candidates).is_some() || is_empty_envelope(&top.object))
    };
    let may_begin = |(at, _): &(usize, &str)| text[at + 1..].trim_start().starts_with('"');
    text.match_indices('{').filter(may_begin).take(ATTEMPTS).any(is_response)
}
