//! Reads the codes and messages of an envelope: the object around a record or an error.
//!
//! Messages and codes are truncated, and dropped if they contain a path on the server.

use super::customer_detail::is_key;
use super::error::Cause;
use super::field::{Field, Text, read_text};
use super::normalize::{ATTRIBUTES, has_one_of, is_invisible, is_listed, is_null_word, is_one_of};
use crate::config::Config;
use crate::json::{Json, Object, Raw, has_ending};

/// Keys under which back ends put a record. Here and below, names in one text are separated by `|`.
pub(super) const WRAPPERS: &str = "data|result|payload|content|customer|record|detail|after";
/// Keys of messages for users.
const MESSAGE_KEYS: &str = "message|msg|errorMessage|errmsg|error_description|detail|title|error|errors";
/// Keys of a back end's own codes.
const CODE_KEYS: &str = "code|errcode|errorCode|status";
/// Keys of errors. In a response without a record, any value is a failure.
pub(super) const ERROR_KEYS: &str = "error|errors";
/// How other keys of messages end: `resultMsg`, `errInfo`.
const MESSAGE_ENDINGS: &str = "message|msg|info|desc";
/// The maximum number of characters of a message.
const MAX_MESSAGE: usize = 300;
/// The maximum number of characters of a code.
const MAX_CODE: usize = 40;
/// Longer messages are not checked for an expired session: they may mention a sign-in of the customer.
const MAX_SESSION_MESSAGE: usize = 60;

/// Whether back ends put a record, or its fields, under this key.
pub(super) fn is_wrapper(name: &str) -> bool {
    is_one_of(name, WRAPPERS) || is_one_of(name, ATTRIBUTES)
}

/// Whether an object has a code or a `success` flag.
pub(super) fn has_outcome(object: &Object<'_>) -> bool {
    object.find("success").is_some() || code_of(object).is_some()
}

/// Returns the envelope's code.
fn code_of(object: &Object<'_>) -> Option<String> {
    CODE_KEYS.split('|').find_map(|key| code_at(object, key))
}

fn code_at(object: &Object<'_>, key: &str) -> Option<String> {
    let code = Field::<Text>::of(object, key).value().cloned()?;
    let is_visible = |letter: char| letter == ' ' || !is_invisible(letter);
    let is_shown = code.chars().count() <= MAX_CODE && code.chars().all(is_visible) && !has_path(&code);
    // A code that is too long or has odd characters is shown as `…`.
    Some(if is_shown { code } else { "…".to_owned() })
}

/// The names under which a failure is looked for.
#[derive(Clone, Copy)]
pub(super) enum Names {
    /// [`CODE_KEYS`] and `success`.
    Usual,
    /// Others with the same endings: `resultCode`, `isSuccess`.
    Other,
    /// [`ERROR_KEYS`].
    Error,
}

/// Returns the code of an envelope that reports a failure: by its code, by `"success": false`, or by an error.
pub(super) fn failure_of(object: &Object<'_>, names: Names, config: &Config) -> Option<String> {
    let (code, success) = match names {
        Names::Usual => (code_of(object), object.find("success")),
        Names::Other => {
            // Other objects may have a postcode.
            object.first(&|name, _| is_message(name) || is_one_of(name, WRAPPERS))?;
            let is_code = |name: &str, _: Raw<'_>| {
                has_ending(name, "code") && !is_one_of(name, CODE_KEYS) && !is_key(name)
            };
            let is_flag = |name: &str, _: Raw<'_>| has_ending(name, "success|succ");
            let code = object.first(&is_code).and_then(|(name, _)| code_at(object, name));
            let code = code.filter(|code| code.bytes().any(|digit| digit != b'0'));
            (code, object.first(&is_flag).map(|(_, raw)| raw))
        }
        Names::Error => {
            let is_error = |name: &str, raw: Raw<'_>| {
                is_one_of(name, ERROR_KEYS)
                    && !raw.peek().is_blank()
                    && !is_success_code(raw.text().trim_matches('"'), config)
            };
            return object.first(&is_error).map(|_| "error".to_owned());
        }
    };
    if success.is_some_and(|success| is_listed(success.text().trim_matches('"'), "false|0|N|n")) {
        return Some(code.unwrap_or_else(|| "false".to_owned()));
    }
    code.filter(|code| !is_success_code(code, config))
}

/// Whether a code is configured as success. Some back ends send the code as their message.
pub(super) fn is_success_code(code: &str, config: &Config) -> bool {
    config.success_codes.iter().any(|success| success.eq_ignore_ascii_case(code))
}

/// Returns the cause for a code. The configuration takes precedence.
pub(super) fn cause_of_code(code: &str, config: &Config) -> Cause {
    let is_one_of = |codes: &[String]| codes.iter().any(|known| known.eq_ignore_ascii_case(code));
    if is_one_of(&config.sign_in_codes) {
        Cause::SignedOut
    } else if is_one_of(&config.forbidden_codes) {
        Cause::Forbidden
    } else {
        Cause::from_code(code)
    }
}

/// Whether an envelope without a code or `success` has another flag of failure: `"ok": false`, `"rc": -1`, `"hasError": true`.
pub(super) fn has_failure_flag(object: &Object<'_>) -> bool {
    let is_failure = |name: &str, raw: Raw<'_>| match raw.text() {
        "false" | "-1" => !is_wrapper(name) && !has_ending(name, "error|errors"),
        "true" => has_ending(name, "error|errors"),
        _ => false,
    };
    !has_outcome(object) && object.first(&is_failure).is_some()
}

/// Returns the message for users, as sent.
pub(super) fn message_of(object: &Object<'_>) -> Option<String> {
    let text = |key: &str| {
        let raw = object.find(key)?;
        // Only the first of several errors.
        let raw = match raw.peek() {
            Json::List(items) => items.first().copied()?,
            _ => raw,
        };
        let is_object = raw.text().starts_with('{');
        let text = (!is_object).then(|| read_text(raw, is_null_word));
        text?.value().cloned()
    };
    MESSAGE_KEYS.split('|').find_map(text).or_else(|| {
        let (name, _) = object.first(&|name, _| is_message(name) && text(name).is_some())?;
        text(name)
    })
}

/// Returns the part of a message to show.
pub(super) fn shown(message: String) -> Option<String> {
    (!has_path(&message)).then(|| message.chars().take(MAX_MESSAGE).collect())
}

/// Whether the value of a key is a message for users.
pub(super) fn is_message(name: &str) -> bool {
    is_one_of(name, MESSAGE_KEYS) || has_ending(name, MESSAGE_ENDINGS)
}

pub(super) fn says_success(message: &str) -> bool {
    let letters = letters_of(message);
    (letters == "ok" || has_one_of(&letters, "成功|success|succeeded"))
        && !has_one_of(&letters, "不|未|没|无|失败|not|unsuccess")
}

/// Whether a message says that the record is missing, and not something else.
pub(super) fn says_missing(message: &str) -> bool {
    const WORDS: &str = "不存在|没有|未找到|未查|找不到|没找到|查无|查不到|无此|无数据|无记录|暂无|结果为空|删除|notfound|nosuch|notexist|\
        ntexist|nodata|norecord|noresult|deleted";
    const OTHER_WORDS: &str = "权|方法|参数|字段|服务|配置|连接|登录|permission|method|class|table|column|nosuchfile|\
        server|service|host";
    let letters = letters_of(message);
    has_one_of(&letters, WORDS) && !has_one_of(&letters, OTHER_WORDS) && !is_about_route(message)
}

/// Whether the message of a 404 is about the request's route: a gateway or a framework sends it, not the API.
pub(super) fn is_about_route(message: &str) -> bool {
    const WORDS: &str = "接口|路由|路径|页面|cannotget|route|path|endpoint|handler|staticresource|requestedurl|requesturi|pagenotfound";
    has_one_of(&letters_of(message), WORDS)
}

pub(super) fn says_session_ended(name: &str, value: Raw<'_>) -> bool {
    const WORDS: &str = "登录超时|登录失效|重新登录|请先登录|请登录|未登录|没有登录|会话过期|会话超时|会话失效|token过期|\
        token失效|token无效|token缺失|token为空|token不能为空|缺少token|缺少accesstoken|令牌过期|令牌失效|令牌无效|凭证过期|认证过期|\
        tokenexpired|tokenhasexpired|tokenisexpired|expiredtoken|tokeninvalid|invalidtoken|invalidaccesstoken|tokenmissing|\
        tokenismissing|missingtoken|missingaccesstoken|tokenrequired|tokenisrequired|jwtexpired|sessiontimeout|\
        sessiontimedout|sessionexpired|sessionhasexpired|notloggedin|pleaselogin|loginrequired|loginexpired|loginagain|\
        notauthenticated";
    let is_read = is_message(name) || is_one_of(name, CODE_KEYS) || has_ending(name, "code");
    let Field::Value(text) = read_text(value, is_null_word) else {
        return false;
    };
    if !is_read || text.chars().count() > MAX_SESSION_MESSAGE {
        return false;
    }
    let plain = letters_of(&text);
    // 未登录过: the customer has never signed in.
    has_one_of(&plain, "登录过期") || has_one_of(&plain, WORDS) && !has_one_of(&plain, "登录过")
}

/// Returns the letters and digits of a message in lower case, without words between those that matter.
#[inline(never)]
fn letters_of(text: &str) -> String {
    let mut letters = String::new();
    for letter in text.chars() {
        match letter {
            '陆' => letters.push('录'),
            '已' | '了' | '的' | '您' | '状' | '态' | '信' | '息' | '身' | '份' => {}
            ascii if ascii.is_ascii() && !ascii.is_ascii_alphanumeric() => {}
            other => letters.push(other.to_ascii_lowercase()),
        }
    }
    letters
}

/// Whether a text contains a path on the server: `/var/www/x.php`, `C:\inetpub`, `D:/www/x.php`, `file:///x`. After a name or a
/// host, it is part of a URL.
fn has_path(text: &str) -> bool {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-.".contains(byte);
    let is_start = |at: usize| {
        let (before, rest) = text.as_bytes().split_at(at);
        match rest {
            [b'/', rest @ ..] => {
                let name = rest.iter().take_while(|byte| is_name(byte)).count();
                let goes_on = matches!(&rest[name..], [b'/', next, ..] if is_name(next));
                name > 0 && goes_on && !before.last().is_some_and(|byte| is_name(byte) || *byte == b'/')
            }
            // A URL without a host.
            [b':', b'/', b'/', b'/', ..] => true,
            [b':', b'\\', ..] => before.last().is_some_and(u8::is_ascii_alphabetic),
            _ => false,
        }
    };
    (0..text.len()).any(is_start)
}
