//! Parsers for the values of settings. Each returns `None` for an invalid value.

use super::LinkTarget;
use crate::json::{Json, Object, Raw};

/// The keys of the API whose values may be codes.
pub const CODED_KEYS: [&str; 6] = [
    "from",
    "levelName",
    "type",
    "partnerRelationship",
    "advantageousIndustry",
    "creditSituation",
];

/// The label of a code at a key of the API, one of [`CODED_KEYS`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeLabel {
    pub key: &'static str,
    pub code: String,
    pub label: String,
}

/// The `credentials` option of `fetch`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Credentials {
    SameOrigin,
    Include,
    Omit,
}

impl Credentials {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SameOrigin => "same-origin",
            Self::Include => "include",
            Self::Omit => "omit",
        }
    }
}

/// Parses a non-blank string and trims it.
pub fn text(value: Raw<'_>) -> Option<String> {
    Some(value.to_text()?.trim_ascii().to_owned()).filter(|text| !text.is_empty())
}

pub fn url(value: Raw<'_>) -> Option<String> {
    text(value).filter(|text| is_web_url(text))
}

pub fn base_url(value: Raw<'_>) -> Option<String> {
    url(value).and_then(without_trailing_slash)
}

pub fn base_path(value: Raw<'_>) -> Option<String> {
    text(value)
        .filter(|text| is_root_relative(text))
        .and_then(without_trailing_slash)
}

fn without_trailing_slash(base: String) -> Option<String> {
    (!base.contains(['?', '#'])).then(|| base.trim_end_matches('/').to_owned())
}

pub fn credentials(value: Raw<'_>) -> Option<Credentials> {
    let text = text(value)?;
    [Credentials::SameOrigin, Credentials::Include, Credentials::Omit]
        .into_iter()
        .find(|mode| mode.as_str() == text)
}

pub fn boolean(value: Raw<'_>) -> Option<bool> {
    value.text().parse().ok()
}

pub fn whole_number(value: Raw<'_>, max: u32) -> Option<u32> {
    value.text().parse().ok().filter(|number| (1..=max).contains(number))
}

pub fn currency(value: Raw<'_>) -> Option<String> {
    text(value).filter(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// Parses a name with the syntax of IANA time zones. [`Config::load`](super::Config::load) asks the browser whether it
/// exists.
pub fn time_zone(value: Raw<'_>) -> Option<String> {
    text(value).filter(|name| {
        name.starts_with(|first: char| first.is_ascii_alphabetic())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/_+-".contains(&byte))
    })
}

/// Parses a BCP 47 tag, such as `zh-Hant-TW`.
pub fn language(value: Raw<'_>) -> Option<String> {
    let is_subtag = |subtag: &str| {
        (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    text(value).filter(|tag| {
        let primary = tag.split('-').next().unwrap_or_default();
        (2..=3).contains(&primary.len())
            && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
            && tag.split('-').all(is_subtag)
    })
}

/// Parses a list of numbers and strings.
pub fn codes(value: Raw<'_>) -> Option<Vec<String>> {
    list(value, |item| match item.peek() {
        Json::Number(digits) => Some(digits.to_owned()),
        _ => item.to_text(),
    })
}

/// Parses a list of origins as browsers serialise them, such as `https://crm.example.com`.
pub fn origins(value: Raw<'_>) -> Option<Vec<String>> {
    list(value, |item| item.to_text().filter(|origin| is_origin(origin)))
}

/// Parses `{"from": {"referral": "转介绍"}}`: for each key of the API, the labels of its codes.
pub fn code_labels(value: Raw<'_>) -> Option<Vec<CodeLabel>> {
    let mut labels = Vec::new();
    for (name, codes) in object(value)?.members() {
        let key = CODED_KEYS.into_iter().find(|key| *key == name)?;
        for (code, label) in object(codes)?.members() {
            labels.push(CodeLabel { key, code: code.to_owned(), label: text(label)? });
        }
    }
    Some(labels)
}

/// Parses `{"customer": "/crm/customers/{id}"}`: a URL template for each target.
pub fn links(value: Raw<'_>) -> Option<Vec<(LinkTarget, String)>> {
    let mut links = Vec::new();
    for (name, template) in object(value)?.members() {
        let target = LinkTarget::ALL.into_iter().find(|target| target.as_str() == name)?;
        links.push((target, text(template).filter(|template| is_link_template(template))?));
    }
    Some(links)
}

fn list(value: Raw<'_>, item: fn(Raw<'_>) -> Option<String>) -> Option<Vec<String>> {
    match value.peek() {
        Json::List(items) => items.into_iter().map(item).collect(),
        _ => None,
    }
}

/// Parses an object without duplicate keys.
fn object(value: Raw<'_>) -> Option<Object<'_>> {
    match value.peek() {
        Json::Object(object) if object.duplicate_keys().is_empty() => Some(object),
        _ => None,
    }
}

/// Whether a URL contains `{id}`, and not in its host.
fn is_link_template(url: &str) -> bool {
    let host = url.split_once("://").map_or("", |(_, rest)| host_of(rest));
    is_web_url(url) && url.contains("{id}") && !host.contains(['{', '}'])
}

/// Whether a text is an origin as browsers serialise it, so that they compare as equal: lower case, ASCII, without default
/// port and trailing slash.
fn is_origin(text: &str) -> bool {
    let Some((scheme @ ("http" | "https"), host)) = text.split_once("://") else {
        return false;
    };
    let (name, port) = host
        .rsplit_once(':')
        .filter(|_| !host.ends_with(']'))
        .map_or((host, None), |(name, port)| (name, Some(port)));
    let default_port = if scheme == "https" { "443" } else { "80" };
    let is_port = |port: &str| port != default_port && !port.starts_with('0') && port.parse::<u16>().is_ok();
    let is_host_byte =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'_');
    let is_ipv6 = |address: &str| {
        address.contains(':') && address.bytes().all(|byte| matches!(byte, b':' | b'0'..=b'9' | b'a'..=b'f'))
    };
    port.is_none_or(is_port)
        && match name.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
            Some(address) => is_ipv6(address),
            None => !name.is_empty() && name.bytes().all(is_host_byte),
        }
}

/// Whether a URL is http(s) or root-relative: no other scheme, and no path that browsers resolve to another host.
fn is_web_url(url: &str) -> bool {
    let after_scheme = ["https://", "http://"].iter().find_map(|scheme| url.strip_prefix(scheme));
    after_scheme.map_or_else(|| is_root_relative(url), |rest| has_host(rest) && is_plain(url))
}

/// `fetch` refuses URLs with a user name.
fn has_host(rest: &str) -> bool {
    let host = host_of(rest);
    !host.is_empty() && !host.starts_with(':') && !host.contains('@')
}

/// Returns host and port of a URL, given the text after `://`.
fn host_of(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

fn is_root_relative(url: &str) -> bool {
    url.starts_with('/') && !url.starts_with("//") && is_plain(url)
}

/// Browsers read a backslash as a slash and drop tabs and line breaks. U+FEFF is white space in JavaScript, not in Rust.
fn is_plain(url: &str) -> bool {
    !url.contains(|character: char| {
        matches!(character, '\\' | '\u{feff}') || character.is_whitespace() || character.is_control()
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Config, ConfigError};
    use super::*;

    #[track_caller]
    fn assert_valid(key: &str, json: &str) {
        let (_, errors) = Config::parse(&format!(r#"{{"{key}": {json}}}"#));
        assert_eq!(errors, [], "{key}: {json}");
    }

    #[track_caller]
    fn assert_invalid(key: &str, json: &str) {
        let (_, errors) = Config::parse(&format!(r#"{{"{key}": {json}}}"#));
        assert_eq!(errors, [ConfigError::invalid_value(key, json)], "{key}: {json}");
    }

    #[test]
    fn code_labels_apply_to_their_key_only() {
        let (config, _) = Config::parse(r#"{"values": {"from": {"3": "官网", "a": " 甲 "}}}"#);
        assert_eq!(config.code_label("from", "3"), Some("官网"));
        assert_eq!(config.code_label("from", "a"), Some("甲"));
        assert_eq!(config.code_label("from", "A"), None);
        assert_eq!(config.code_label("levelName", "3"), None);
        for json in [
            "[]",
            "\"from\"",
            r#"{"form": {}}"#,
            r#"{"name": {"a": "b"}}"#,
            r#"{"from": []}"#,
            r#"{"from": {"a": 1}}"#,
            r#"{"from": {"a": " "}}"#,
            r#"{"from": {"a": null}}"#,
            r#"{"from": {"a": "1", "a": "2"}}"#,
        ] {
            assert_invalid("values", json);
        }
    }

    #[test]
    fn links_need_a_web_url_with_an_id() {
        for json in [
            "[]",
            "\"/{id}\"",
            r#"{"boss": "/{id}"}"#,
            r#"{"customer": "/crm/customers/"}"#,
            r#"{"customer": null}"#,
            r#"{"customer": ["/{id}"]}"#,
            r#"{"customer": "crm/{id}"}"#,
            r#"{"customer": "//evil.example/{id}"}"#,
            r#"{"customer": "javascript:alert({id})"}"#,
            r#"{"customer": "https://{id}.example/{id}"}"#,
            r#"{"customer": "{id}"}"#,
            r#"{"customer": "/a/{id}", "customer": "/b/{id}"}"#,
        ] {
            assert_invalid("links", json);
        }
    }

    #[test]
    fn origins_are_serialised_as_in_browsers() {
        for origin in [
            "https://crm.example.com",
            "http://intranet:8080",
            "http://127.0.0.1:443",
            "https://[::1]:8443",
            "https://[::1]",
        ] {
            assert!(is_origin(origin), "{origin}");
        }
        for origin in [
            "*",
            "null",
            "",
            "crm.example.com",
            "https://",
            "https://*.example.com",
            "https://crm.example.com/",
            "https://crm.example.com/crm",
            "https://CRM.example.com",
            "https://客户.example",
            "https://crm.example.com:443",
            "http://crm.example.com:80",
            "http://crm.example.com:",
            "http://crm.example.com:99999",
            "https://u:p@crm.example.com",
            "https://[::1",
            "https://[x]",
            "https://[abcd]",
            "file://",
            " https://crm.example.com",
        ] {
            assert!(!is_origin(origin), "{origin}");
        }
        for json in [r#"["https://crm.example.com", "http://intranet:8080"]"#, "[]"] {
            assert_valid("embedOrigins", json);
        }
        for json in [r#""https://a.example""#, r#"["https://a.example", 1]"#, r#"["*"]"#] {
            assert_invalid("embedOrigins", json);
        }
    }

    #[test]
    fn zones_languages_and_numbers_are_checked() {
        for (key, valid, invalid) in [
            (
                "timeZone",
                r#""UTC" "Etc/GMT+8" "America/Argentina/Buenos_Aires""#,
                r#""" "+08:00" "Asia/上海" 8"#,
            ),
            (
                "dataLanguage",
                r#""zh" "en-GB" "zh-Hans-CN" "yue""#,
                r#""" "中文" "z" "zh_CN" "zh-" "english" 1"#,
            ),
            ("currency", r#""CNY" "USD""#, r#""" "cny" "CNYX" "RMB¥" 156"#),
            ("rememberVisits", "true false", r#""true" 1 "yes""#),
            ("maxResponseMegabytes", "1 1024", r#"0 1025 1.5 -1 "64" true"#),
            ("timeoutSeconds", "1 600", r#"0 601 1.5 "soon" []"#),
        ] {
            valid.split(' ').for_each(|json| assert_valid(key, json));
            invalid.split(' ').for_each(|json| assert_invalid(key, json));
        }
    }

    #[test]
    fn only_web_urls_are_accepted() {
        for url in ["https://sso.example.com/in?x=1", "http://intranet", "/login", "/"] {
            assert!(is_web_url(url), "{url}");
        }
        for url in [
            "javascript:alert(1)",
            "data:text/html,x",
            "//evil.example",
            "/\\evil.example",
            "login",
            "https://",
            "https:///x",
            "https://:80",
            "https://u:p@host",
            "https://?x",
            "ftp://x",
            "/\t/evil",
            "java\nscript:x",
            "",
            "HTTPS://x\\y",
        ] {
            assert!(!is_web_url(url), "{url}");
        }
    }
}
