//! JSON → the record: what an answer means. A customer, an envelope around one, an envelope's error, or nothing we know.
//!
//! | what comes | what it is |
//! |---|---|
//! | an object with keys of a customer | the record |
//! | such an object in an envelope: under one of [`WRAPPERS`], or under any name where it is [`plainly`](is_plain) a customer; one level down or two; as the only item of a list; as JSON text | the record: of several, the one with the most known keys |
//! | a code that means no success, or `"success": false`, in the envelope or one level below | that error, with the envelope's message; but a whole record is shown whatever the code says |
//! | `null`, `[]`, `{}`, `false`, or one of these in an envelope; a record that says nothing | no such customer |
//! | HTML with a password field, or with a form whose title or action speaks of signing in | a sign-in page |
//! | other text before or behind JSON: a warning of PHP's, a dump | mixed text, of which none is shown |
//! | anything else | no customer |
//!
//! A message for people is no longer than 300 characters, a code no longer than 40; neither quotes a path on the server.

use serde::Deserialize;

use super::customer::{CustomerDetail, Key};
use super::error::{ApiError, Cause, Reason};
use super::field::{Field, FromJson, Text, is_invisible};
use super::text::{is_html, without_guard};
use crate::json::{Document, Json, Object, Raw, length_of_first, may_be_json, parse};

/// The members in which back ends put a record, and into which a search goes whatever is beside them.
const WRAPPERS: [&str; 7] = ["data", "result", "payload", "content", "customer", "record", "detail"];
/// How many levels a search goes down.
const LEVELS: usize = 2;
/// How many lists of one and JSON texts are opened on each level.
const SHELLS: usize = 3;
/// The members in which back ends put what they have to say to people.
const MESSAGE_KEYS: [&str; 5] = ["message", "msg", "errorMessage", "errmsg", "error"];
/// The members in which back ends put a code of their own.
const CODE_KEYS: [&str; 4] = ["code", "errcode", "errorCode", "status"];
/// The most characters of a server's message that are shown.
const MAX_MESSAGE: usize = 300;
/// The most characters of a code that are shown.
const MAX_CODE: usize = 40;

/// Reads the text of an answer of status 200. `success_codes` are the envelope codes that mean success.
///
/// # Errors
/// [`Cause::NotFound`] for an empty record, what an envelope's code says, [`Cause::Unreadable`] for the rest.
pub fn customer(text: &str, success_codes: &[String]) -> Result<CustomerDetail, ApiError> {
    let text = without_guard(text);
    let document = Document::parse(text).ok_or_else(|| why_no_json(text))?;
    let found = find(document.root(), success_codes)?;
    let customer = CustomerDetail::deserialize(found.record.root()).unwrap_or_default();
    if !customer.is_empty() {
        return Ok(customer);
    }
    match document.root().look() {
        Json::Object(top) => Err(not_found(&top, success_codes)),
        _ => Err(Cause::NotFound.into()),
    }
}

/// What a server that answered with an error status had to say, if its body is JSON that holds a message.
pub fn message(text: &str) -> Option<String> {
    let document = Document::parse(without_guard(text))?;
    match document.root().look() {
        Json::Object(top) => said(&top, &message_of),
        _ => None,
    }
}

/// The record in an answer.
pub struct Found<'a> {
    /// The object that has the keys of a customer.
    pub record: Document<'a>,
    /// The names of the members that lead to it, from the outermost.
    pub path: Vec<String>,
    /// How many keys of a customer it has.
    pub keys: usize,
}

/// Finds the record in an answer.
///
/// # Errors
/// As [`customer`]'s.
pub fn find<'a>(answer: Raw<'a>, success_codes: &[String]) -> Result<Found<'a>, ApiError> {
    let top = match answer.look() {
        Json::Object(top) => top,
        // In a list of one or in a JSON text.
        other if other.says_nothing() => return Err(Cause::NotFound.into()),
        _ => return search_in_shell(answer).ok_or_else(|| Reason::NoCustomer.into()),
    };
    let found = search(&top);
    let failure_of = |envelope: &Object<'_>| failure_of(envelope, success_codes);
    // Where the envelope itself tells what has become of the request, nothing in it tells otherwise.
    let failure = if tells_outcome(&top) {
        failure_of(&top)
    } else {
        said(&top, &failure_of)
    };
    let failure = failure.map(|code| Cause::of_code(&code));
    match (found, failure) {
        (Some(found), Some(cause)) if found.outweighs(&cause) || is_called_success(&cause, &top) => Ok(found),
        (_, Some(cause)) => Err(ApiError { cause, message: said(&top, &message_of) }),
        (Some(found), None) => Ok(found),
        (None, None) if has_place_for_record(&top) => Err(not_found(&top, success_codes)),
        (None, None) => Err(Reason::NoCustomer.into()),
    }
}

impl Found<'_> {
    /// Whether this is so much of a customer that it is shown, whatever an envelope's code says: its name or number and
    /// more. An envelope has a name or an id of its own at most.
    fn outweighs(&self, failure: &Cause) -> bool {
        let Json::Object(record) = self.record.root().look() else {
            return false;
        };
        let says = |key: &str| record.get(key).is_some_and(|raw| !raw.look().says_nothing());
        let said = Key::ALL.iter().filter(|key| says(key.as_str())).count();
        let is_top = self.path.is_empty();
        let least = match failure {
            Cause::SignedOut | Cause::Forbidden | Cause::NotFound => 3,
            // A customer has a status or a code of its own: `{"name": "张三", "status": "ACTIVE"}`.
            Cause::Refused { .. } if is_top => 1,
            _ if is_top => 2,
            _ => 3,
        };
        (says("name") || says("customerNo")) && said >= least
    }
}

/// The object with the most keys of a customer, of those where one may be.
fn search<'a>(top: &Object<'a>) -> Option<Found<'a>> {
    let keys = known_keys(top);
    // An envelope has an id of its own, that of the request, and a type.
    let is_record = keys > 2 || !is_envelope(top) || has_name(top);
    let mut best = (keys > 0 && is_record).then(|| Found {
        record: Document::of(top.raw()),
        path: Vec::new(),
        keys,
    });
    search_below(top, &mut Vec::new(), &mut best);
    best
}

/// Likewise, where the answer is no object.
fn search_in_shell<'a>(answer: Raw<'_>) -> Option<Found<'a>> {
    let mut best = None;
    open(answer, SHELLS, &mut |object| consider(object, &mut Vec::new(), &mut best));
    best
}

/// Takes an object for the best one where it is, and looks below it.
fn consider(object: &Object<'_>, path: &mut Vec<String>, best: &mut Option<Found<'_>>) {
    let keys = known_keys(object);
    let may_be = path.iter().all(|name| WRAPPERS.contains(&name.as_str())) || is_plain(object);
    if may_be && keys > best.as_ref().map_or(0, |best| best.keys) {
        *best = Some(Found {
            record: Document::copy_of(object.raw()),
            path: path.clone(),
            keys,
        });
    }
    search_below(object, path, best);
}

fn search_below(object: &Object<'_>, path: &mut Vec<String>, best: &mut Option<Found<'_>>) {
    if path.len() == LEVELS {
        return;
    }
    let is_record = known_keys(object) > 1 && has_name(object);
    for (name, member) in object.members() {
        // What belongs to a customer is none.
        let belongs = Key::from_name(name).is_some() || (is_record && !WRAPPERS.contains(&name));
        if !belongs {
            path.push(name.to_owned());
            open(member, SHELLS, &mut |object| consider(object, path, best));
            path.pop();
        }
    }
}

/// Looks at the object that a value is, or that stands in it alone: in a list of one, in a JSON text.
fn open(value: Raw<'_>, shells: usize, look: &mut dyn FnMut(&Object<'_>)) {
    match value.look() {
        Json::Object(object) => look(&object),
        Json::List(items) if items.len() == 1 && shells > 0 => open(items[0], shells - 1, look),
        Json::Text(text) if may_be_json(&text) && shells > 0 => {
            if let Some(inner) = parse(&text) {
                open(inner, shells - 1, look);
            }
        }
        _ => {}
    }
}

/// How many of a customer's keys an object has.
fn known_keys(object: &Object<'_>) -> usize {
    Key::ALL.iter().filter(|key| object.get(key.as_str()).is_some()).count()
}

/// Whether an object can hardly be anything else than a customer: many an object has an id and a name.
fn is_plain(object: &Object<'_>) -> bool {
    object.get("customerNo").is_some() || known_keys(object) >= 5
}

fn has_name(object: &Object<'_>) -> bool {
    object.get("name").is_some() || object.get("customerNo").is_some()
}

/// Whether an object has a code, or says itself whether it is a success.
fn tells_outcome(object: &Object<'_>) -> bool {
    object.get("success").is_some() || code_of(object).is_some()
}

fn is_envelope(object: &Object<'_>) -> bool {
    tells_outcome(object) || WRAPPERS.iter().any(|name| object.get(name).is_some())
}

/// Whether an answer without a record is an envelope that says that there is none.
fn has_place_for_record(top: &Object<'_>) -> bool {
    let is_place = |raw: Raw<'_>| {
        let json = raw.look();
        json.says_nothing() || matches!(json, Json::Object(_))
    };
    let mut wrapped = WRAPPERS.iter().filter_map(|name| top.get(name));
    (is_envelope(top) || top.members().is_empty()) && wrapped.all(is_place)
}

/// What is said when there is no record: the envelope's message, unless that is a word of success.
fn not_found(top: &Object<'_>, success_codes: &[String]) -> ApiError {
    let message = said(top, &message_of);
    let message = message.filter(|message| !is_success(message, success_codes) && !says_success(message));
    ApiError { cause: Cause::NotFound, message }
}

/// What the envelope says, or one of the objects in it that are no record: `{"error": {"code": 401}, "data": null}`.
fn said<T>(top: &Object<'_>, read: &dyn Fn(&Object<'_>) -> Option<T>) -> Option<T> {
    let inner = |(name, member): (&str, Raw<'_>)| {
        let most_keys = if WRAPPERS.contains(&name) { 0 } else { 1 };
        let mut said = None;
        open(member, SHELLS, &mut |object| {
            said = Some(object).filter(|object| known_keys(object) <= most_keys).and_then(read);
        });
        said
    };
    read(top).or_else(|| {
        let members = top.members().into_iter().filter(|(name, _)| Key::from_name(name).is_none());
        members.filter_map(inner).next()
    })
}

/// Whether a code, or a message that is one, means success.
fn is_success(code: &str, success_codes: &[String]) -> bool {
    success_codes.iter().any(|success| success.eq_ignore_ascii_case(code))
}

/// Whether an envelope of a code that nobody knows says in words that all went well.
fn is_called_success(failure: &Cause, top: &Object<'_>) -> bool {
    matches!(failure, Cause::Refused { .. })
        && said(top, &message_of).is_some_and(|message| says_success(&message))
}

fn says_success(message: &str) -> bool {
    let message = message.trim_end_matches(['!', '！', '。', '.']);
    let is_word = ["ok", "success"].iter().any(|word| message.eq_ignore_ascii_case(word));
    is_word || message.ends_with("成功") && !["不成功", "未成功"].iter().any(|not| message.ends_with(not))
}

/// The envelope's code, as text.
fn code_of(object: &Object<'_>) -> Option<String> {
    let code = CODE_KEYS
        .iter()
        .find_map(|key| Field::<Text>::of(object, key).value().cloned())?;
    let is_seen = |letter: char| letter == ' ' || !is_invisible(letter);
    let is_shown = code.chars().count() <= MAX_CODE && code.chars().all(is_seen) && !has_path(&code);
    // A sentence where a code was meant is for nobody who reads the page.
    Some(if is_shown { code } else { "…".to_owned() })
}

/// The code of a failure that an envelope tells. A `success` that is false is one whatever the code says.
fn failure_of(object: &Object<'_>, success_codes: &[String]) -> Option<String> {
    let code = code_of(object);
    let has_failed = object
        .get("success")
        .is_some_and(|success| matches!(success.text(), "false" | "0" | r#""false""#));
    if has_failed {
        return Some(code.unwrap_or_else(|| "false".to_owned()));
    }
    code.filter(|code| !is_success(code, success_codes))
}

fn message_of(object: &Object<'_>) -> Option<String> {
    let texts = MESSAGE_KEYS.iter().filter_map(|key| match object.get(key)?.look() {
        Json::Object(_) => None,
        json => Text::from_json(json).filter(|text| !text.says_nothing()),
    });
    let message = texts.into_iter().next().filter(|message| !has_path(message));
    message.map(|message| message.chars().take(MAX_MESSAGE).collect())
}

/// Whether a text quotes a path on the server: `/var/www/x.php`, `C:\inetpub`. That is for nobody who reads the page.
fn has_path(text: &str) -> bool {
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.');
    let is_rooted = |(at, _): (usize, &str)| {
        let before = text[..at].chars().next_back();
        let mut names = text[at + 1..].split(|letter| !is_name(letter));
        let first = names.next().unwrap_or_default();
        let goes_on = text[at + 1 + first.len()..]
            .strip_prefix('/')
            .is_some_and(|rest| rest.starts_with(is_name));
        !before.is_some_and(|before| is_name(before) || matches!(before, '/' | ':'))
            && !first.is_empty()
            && goes_on
    };
    let is_drive = |(at, _): (usize, &str)| text[..at].ends_with(|letter: char| letter.is_ascii_alphabetic());
    text.match_indices('/').any(is_rooted) || text.match_indices(":\\").any(is_drive)
}

/// What an answer is that is no JSON.
fn why_no_json(text: &str) -> ApiError {
    let reason = match is_html(text) {
        true if asks_to_sign_in(text) => Reason::SignInPage,
        false if !is_broken_off(text) && has_json(text) => Reason::MixedText,
        _ => Reason::NoCustomer,
    };
    reason.into()
}

/// Whether a text begins as an object that does not end: what is whole inside it is a part of it, and no other text.
fn is_broken_off(text: &str) -> bool {
    text.starts_with('{') && length_of_first(text).is_none()
}

/// Whether a page of HTML asks to sign in: it has a password field, or a form whose title or action says so.
fn asks_to_sign_in(page: &str) -> bool {
    const WORDS: [&str; 9] =
        ["登录", "登陆", "身份认证", "login", "logon", "log in", "signin", "sign-in", "sign in"];
    let page = page.to_ascii_lowercase();
    let says_so = |text: &str| WORDS.iter().any(|word| text.contains(word));
    let is_password = |tag: &str| tag.replace(['"', '\'', ' '], "").contains("type=password");
    let title = page
        .split("<title")
        .nth(1)
        .and_then(|rest| rest.split("</title").next())
        .unwrap_or_default();
    let mut forms = tags(&page, "<form").peekable();
    tags(&page, "<input").any(is_password)
        || forms.peek().is_some() && says_so(title)
        || forms.any(|form| form.split("action").nth(1).is_some_and(says_so))
}

/// What stands in the tags that begin like this.
fn tags<'a>(page: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    page.split(name).skip(1).map(|rest| rest.split('>').next().unwrap_or_default())
}

/// Whether a text that is no JSON has some in it that this API may have meant.
fn has_json(text: &str) -> bool {
    /// What stands before JSON may have braces of its own.
    const ATTEMPTS: usize = 8;
    let is_answer = |(at, _): (usize, &str)| {
        let rest = &text[at..];
        let json = length_of_first(rest)
            .and_then(|length| parse(rest.get(..length)?))
            .map(Raw::look);
        matches!(json, Some(Json::Object(top)) if search(&top).is_some() || has_place_for_record(&top))
    };
    let may_begin = |(at, _): &(usize, &str)| text[at + 1..].trim_start().starts_with('"');
    text.match_indices('{').filter(may_begin).take(ATTEMPTS).any(is_answer)
}
