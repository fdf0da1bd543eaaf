//! JSON → the record: what an answer means. A customer, an envelope around one, an envelope's error, or something else.
//!
//! | answer | meaning |
//! |---|---|
//! | an object with keys of a customer | the record |
//! | such an object in an envelope: under one of [`WRAPPERS`], or under any name if it is [`plainly`](is_plain) a customer; one level down or two; as the only item of a list; as JSON text | the record: of several, the one with the most known keys |
//! | JSON:API's `attributes` beside an `id` | the record, with that id |
//! | a code that means no success, or `"success": false`, in the envelope or one level below | that error, with the envelope's message; but a whole record is shown whatever the code says |
//! | no record, and a message that the session has ended | signed out |
//! | `null`, `[]`, `{}`, `false`, or one of these in an envelope; a blank record | no such customer |
//! | HTML with a password field, or with a form whose title or action speaks of signing in | a sign-in page |
//! | HTML that speaks of a firewall or a captcha | a firewall's page |
//! | other text before or behind JSON: a warning of PHP's, a dump | mixed text, of which none is shown |
//! | anything else | no customer |
//!
//! A message for people is no longer than 300 characters, a code no longer than 40; neither quotes a path on the server.

use serde::Deserialize;

use super::customer::{CustomerDetail, Key};
use super::error::{ApiError, Cause, Reason};
use super::field::{Field, Text, read_text};
use super::followers::pair_ids_with_names;
use super::normalize::{Part, is_invisible, is_programs_nothing};
#[cfg(not(target_arch = "wasm32"))]
use super::normalize::{Rule, applied_rules};
use super::text::{is_html, without_guard};
use crate::config::Config;
use crate::json::{Document, Json, Object, Raw, is_spelled_alike, length_of_first, may_be_json, parse};

/// The members in which back ends put a record, and into which a search goes whatever is beside them.
const WRAPPERS: [&str; 8] =
    ["data", "result", "payload", "content", "customer", "record", "detail", "attributes"];
/// How many levels a search goes down.
const LEVELS: usize = 2;
/// How many lists of one and JSON texts are opened on each level.
const SHELLS: usize = 3;
/// The members in which back ends put what they have to say to people.
const MESSAGE_KEYS: [&str; 9] = [
    "message",
    "msg",
    "errorMessage",
    "errmsg",
    "error_description",
    "detail",
    "title",
    "error",
    "errors",
];
/// The members in which back ends put a code of their own.
const CODE_KEYS: [&str; 4] = ["code", "errcode", "errorCode", "status"];
/// The most characters of a server's message that are shown.
const MAX_MESSAGE: usize = 300;
/// The most characters of a code that are shown.
const MAX_CODE: usize = 40;
/// The most characters of a message that says that the session has ended.
const MAX_SESSION_MESSAGE: usize = 60;

/// Reads the text of a successful answer.
///
/// # Errors
/// [`Cause::NotFound`] for an empty record, what an envelope's code says, [`Cause::Unreadable`] for the rest.
pub fn customer(text: &str, config: &Config) -> Result<CustomerDetail, ApiError> {
    let text = without_guard(text);
    let document = Document::parse(text).ok_or_else(|| why_no_json(text))?;
    let found = find(document.root(), config)?;
    let mut customer = CustomerDetail::deserialize(found.record.root()).unwrap_or_default();
    if !customer.is_empty() {
        pair_ids_with_names(&mut customer);
        return Ok(customer);
    }
    match document.root().peek() {
        Json::Object(top) => Err(not_found(&top, config)),
        _ => Err(Cause::NotFound.into()),
    }
}

/// Returns the rules by which the value of a key is read, for `make check-answer`.
#[cfg(not(target_arch = "wasm32"))]
pub fn rules_of(key: Key, value: Raw<'_>) -> Vec<Rule> {
    let record = Document::of_text(format!(r#"{{"{}":{}}}"#, key.as_str(), value.text()));
    applied_rules(|| CustomerDetail::deserialize(record.root())).1
}

/// What an answer of an error status means.
pub fn failure(status: u16, retry_after: Option<u32>, text: &str, config: &Config) -> ApiError {
    let cause = Cause::of_status(status, retry_after);
    let text = without_guard(text);
    let document = Document::parse(text);
    let Some(Json::Object(top)) = document.as_ref().map(|document| document.root().peek()) else {
        return if is_html(text) && is_of_firewall(text) {
            Reason::Firewall.into()
        } else if !text.is_empty()
            && document.is_none()
            && matches!(cause, Cause::Forbidden | Cause::NotFound)
        {
            // The API answers in JSON: this is a gateway's page, as during a restart.
            Cause::Unavailable { retry_after }.into()
        } else {
            cause.into()
        };
    };
    let told = said(&top, &|object| failure_of(object, config)).map(|code| cause_of_code(&code, config));
    let cause = match told {
        _ if status >= 500 => cause,
        _ if said(&top, &ends_session).is_some() => Cause::SignedOut,
        Some(told @ (Cause::SignedOut | Cause::Forbidden | Cause::NotFound)) => told,
        _ => cause,
    };
    ApiError { cause, message: said(&top, &message_of) }
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
pub fn find<'a>(answer: Raw<'a>, config: &Config) -> Result<Found<'a>, ApiError> {
    let top = match answer.peek() {
        Json::Object(top) => top,
        // In a list of one or in a JSON text.
        other if other.is_blank() => return Err(Cause::NotFound.into()),
        _ => return search_in_shell(answer).ok_or_else(|| Reason::NoCustomer.into()),
    };
    let found = search(&top);
    let failure_of = |envelope: &Object<'_>| failure_of(envelope, config);
    // A code of the envelope itself counts more than one inside it.
    let failure = if tells_outcome(&top) {
        failure_of(&top)
    } else {
        said(&top, &failure_of)
    };
    let failure = failure.map(|code| cause_of_code(&code, config));
    let is_success = |cause: &Cause| is_called_success(cause, &top);
    match (found, failure) {
        (Some(found), Some(cause)) if found.outweighs(&cause) || is_success(&cause) => Ok(found),
        (Some(found), None) => Ok(found),
        (None, _) if said(&top, &ends_session).is_some() => Err(ApiError {
            cause: Cause::SignedOut,
            message: said(&top, &message_of),
        }),
        (None, Some(cause)) if is_success(&cause) => Err(not_found(&top, config)),
        (_, Some(cause)) => Err(ApiError { cause, message: said(&top, &message_of) }),
        (None, None) if has_place_for_record(&top) => Err(not_found(&top, config)),
        (None, None) => Err(Reason::NoCustomer.into()),
    }
}

impl Found<'_> {
    /// Adds the id that JSON:API writes beside the attributes.
    fn take_id_of(&mut self, resource: &Object<'_>, attributes: &Object<'_>) {
        if let (Some(id), None) = (resource.find("id"), attributes.find("id")) {
            let rest = attributes.raw().text().trim_start_matches('{');
            self.record = Document::of_text(format!(r#"{{"id":{},{rest}"#, id.text()));
        }
    }

    /// Whether this is so much of a customer that it is shown, whatever an envelope's code says: its name or number and
    /// more. An envelope has a name or an id of its own at most.
    fn outweighs(&self, failure: &Cause) -> bool {
        let Json::Object(record) = self.record.root().peek() else {
            return false;
        };
        let says = |key: &str| record.find(key).is_some_and(|raw| !raw.peek().is_blank());
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
    let is_record = top.find("attributes").is_none() && (keys > 2 || !is_envelope(top) || has_name(top));
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
    let may_be = path.iter().all(|name| is_wrapper(name)) || is_plain(object);
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
        let belongs = is_key(name) || (is_record && !is_wrapper(name));
        if !belongs {
            path.push(name.to_owned());
            open(member, SHELLS, &mut |inner| {
                let had = best.as_ref().map_or(0, |best| best.keys);
                consider(inner, path, best);
                if let Some(best) = best
                    .as_mut()
                    .filter(|best| best.keys > had && best.path == *path && name == "attributes")
                {
                    best.take_id_of(object, inner);
                }
            });
            path.pop();
        }
    }
}

fn is_wrapper(name: &str) -> bool {
    WRAPPERS.iter().any(|wrapper| is_spelled_alike(name, wrapper))
}

fn is_key(name: &str) -> bool {
    Key::ALL.iter().any(|key| is_spelled_alike(name, key.as_str()))
}

/// Looks at the object that a value is, or that stands in it alone: in a list of one, in a JSON text.
fn open(value: Raw<'_>, shells: usize, look: &mut dyn FnMut(&Object<'_>)) {
    match value.peek() {
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
    Key::ALL.iter().filter(|key| object.find(key.as_str()).is_some()).count()
}

/// Whether an object can hardly be anything else than a customer: many an object has an id and a name.
fn is_plain(object: &Object<'_>) -> bool {
    object.find("customerNo").is_some() || known_keys(object) >= 5
}

fn has_name(object: &Object<'_>) -> bool {
    object.find("name").is_some() || object.find("customerNo").is_some()
}

/// Whether an object has a code, or says itself whether it is a success.
fn tells_outcome(object: &Object<'_>) -> bool {
    object.find("success").is_some() || code_of(object).is_some()
}

fn is_envelope(object: &Object<'_>) -> bool {
    tells_outcome(object) || WRAPPERS.iter().any(|name| object.find(name).is_some())
}

/// Whether an answer without a record is an envelope that says that there is none.
fn has_place_for_record(top: &Object<'_>) -> bool {
    let is_place = |raw: Raw<'_>| {
        let json = raw.peek();
        json.is_blank() || matches!(json, Json::Object(_))
    };
    let mut wrapped = WRAPPERS.iter().filter_map(|name| top.find(name));
    (is_envelope(top) || top.members().is_empty()) && wrapped.all(is_place)
}

/// What is said when there is no record: the envelope's message, unless that is a word of success.
fn not_found(top: &Object<'_>, config: &Config) -> ApiError {
    let message = said(top, &message_of);
    let message = message.filter(|message| !is_success(message, config) && !says_success(message));
    ApiError { cause: Cause::NotFound, message }
}

/// What the envelope says, or one of the objects in it that are no record: `{"error": {"code": 401}, "data": null}`.
fn said(top: &Object<'_>, read: &dyn Fn(&Object<'_>) -> Option<String>) -> Option<String> {
    let inner = |(name, member): (&str, Raw<'_>)| {
        let most_keys = if is_wrapper(name) { 0 } else { 1 };
        let mut said = None;
        // Of several errors the first.
        let member = match member.peek() {
            Json::List(items) if is_spelled_alike(name, "errors") => items.first().copied().unwrap_or(member),
            _ => member,
        };
        open(member, SHELLS, &mut |object| {
            said = Some(object).filter(|object| known_keys(object) <= most_keys).and_then(read);
        });
        said
    };
    read(top).or_else(|| {
        let members = top.members().into_iter().filter(|(name, _)| !is_key(name));
        members.filter_map(inner).next()
    })
}

/// Whether a code, or a message that is one, means success.
fn is_success(code: &str, config: &Config) -> bool {
    config.success_codes.iter().any(|success| success.eq_ignore_ascii_case(code))
}

/// What a code means: the configuration's word counts more than ours.
fn cause_of_code(code: &str, config: &Config) -> Cause {
    let is_one_of = |codes: &[String]| codes.iter().any(|known| known.eq_ignore_ascii_case(code));
    if is_one_of(&config.sign_in_codes) {
        Cause::SignedOut
    } else if is_one_of(&config.forbidden_codes) {
        Cause::Forbidden
    } else {
        Cause::of_code(code)
    }
}

/// Whether an envelope whose code nobody knows says otherwise that all went well: by `"success": true`, by its message, or
/// by an empty place for the record beside the code 1, which means success to some and failure to others.
fn is_called_success(failure: &Cause, top: &Object<'_>) -> bool {
    let Cause::Refused { code } = failure else { return false };
    let is_true = |success: Raw<'_>| matches!(success.text(), "true" | "1" | r#""true""#);
    if top.find("success").is_some_and(is_true) {
        return true;
    }
    match said(top, &message_of) {
        Some(message) => says_success(&message),
        None => {
            code == "1"
                && top.find("message").or_else(|| top.find("msg")).is_none()
                && has_place_for_record(top)
        }
    }
}

/// Whether an envelope says in plain words that the session has ended: by its message, or by a code that is one.
fn ends_session(object: &Object<'_>) -> Option<String> {
    const WORDS: &str = "登录超时|登录失效|重新登录|请先登录|请登录|未登录|没有登录|会话过期|会话超时|会话失效|token过期|\
        token失效|token无效|令牌过期|令牌失效|令牌无效|凭证过期|认证过期|tokenexpired|tokenhasexpired|tokenisexpired|expiredtoken|\
        tokeninvalid|invalidtoken|jwtexpired|sessiontimeout|sessiontimedout|sessionexpired|sessionhasexpired|notloggedin|\
        pleaselogin|loginrequired|loginexpired|loginagain|notauthenticated";
    let says_so = |key: &&str| {
        let Field::Value(text) = Field::<Text>::of(object, key) else {
            return false;
        };
        // A sentence about a customer's own sign-in is longer.
        if text.chars().count() > MAX_SESSION_MESSAGE {
            return false;
        }
        let mut plain = String::new();
        for letter in text.chars() {
            match letter {
                '陆' => plain.push('录'),
                '已' | '了' | '的' | '您' | '状' | '态' | '信' | '息' | '身' | '份' => {}
                ascii if ascii.is_ascii() && !ascii.is_ascii_alphanumeric() => {}
                other => plain.push(other.to_ascii_lowercase()),
            }
        }
        // 未登录过: that somebody has never signed in is something else.
        has_one_of(&plain, "登录过期") || has_one_of(&plain, WORDS) && !has_one_of(&plain, "登录过")
    };
    MESSAGE_KEYS.iter().chain(&CODE_KEYS).any(says_so).then(String::new)
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
fn failure_of(object: &Object<'_>, config: &Config) -> Option<String> {
    let code = code_of(object);
    let has_failed = object
        .find("success")
        .is_some_and(|success| matches!(success.text(), "false" | "0" | r#""false""#));
    if has_failed {
        return Some(code.unwrap_or_else(|| "false".to_owned()));
    }
    code.filter(|code| !is_success(code, config))
}

fn message_of(object: &Object<'_>) -> Option<String> {
    let text = |key: &&str| {
        let raw = object.find(key)?;
        // Of several errors the first.
        let raw = match raw.peek() {
            Json::List(items) => items.first().copied()?,
            _ => raw,
        };
        let is_object = raw.text().starts_with('{');
        let text = (!is_object).then(|| read_text(raw, Part::Words, is_programs_nothing));
        text?.value().cloned()
    };
    let message = MESSAGE_KEYS.iter().find_map(text).filter(|message| !has_path(message));
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
        true if is_of_firewall(text) => Reason::Firewall,
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
    const WORDS: &str = "登录|登陆|身份认证|login|logon|log in|signin|sign-in|sign in";
    let page = page.to_ascii_lowercase();
    let says_so = |text: &str| has_one_of(text, WORDS);
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

/// Whether a page of HTML is that of a firewall, which asks people to prove that they are none of its robots.
fn is_of_firewall(page: &str) -> bool {
    const WORDS: &str = "captcha|challenge-platform|checking your browser|just a moment|you are human|attention required|\
        incapsula|acw_sc__v2|aliyun_waf|awswaf|requested url was rejected|web application firewall|防火墙|人机验证|安全验证|拦截";
    has_one_of(&page.to_ascii_lowercase(), WORDS)
}

/// Whether a text contains one of several words, which are separated by `|`. Out of line, because each search takes some
/// kilobytes of the program.
#[inline(never)]
fn has_one_of(text: &str, words: &str) -> bool {
    words.split('|').any(|word| text.contains(word))
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
            .map(Raw::peek);
        matches!(json, Some(Json::Object(top)) if search(&top).is_some() || has_place_for_record(&top))
    };
    let may_begin = |(at, _): &(usize, &str)| text[at + 1..].trim_start().starts_with('"');
    text.match_indices('{').filter(may_begin).take(ATTEMPTS).any(is_answer)
}
