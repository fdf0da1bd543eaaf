//! Validates a configuration file by the rules of the page itself (`customer_profile::config`), for `deploy/publish.sh`.
//!
//! `check-config FILE` exits with
//!
//! | status | |
//! |---|---|
//! | 0 | valid; prints the sources for `connect-src` of the page's policy |
//! | 1 | invalid; prints `FILE:LINE: MESSAGE` for each error |
//! | 2 | the file cannot be read |

use std::path::Path;
use std::process::ExitCode;

use customer_profile::app::config_error_message;
use customer_profile::config::{Config, ConfigError, ConfigErrorKind};
use customer_profile::locale::Locale;
use serde::de::IgnoredAny;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(path), None) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: check-config <configuration.json>");
        return ExitCode::from(2);
    };
    let path = Path::new(&path);
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{}: {error}", path.display());
            return ExitCode::from(2);
        }
    };
    match check(&bytes) {
        Ok(sources) => {
            println!("{sources}");
            ExitCode::SUCCESS
        }
        Err(errors) => {
            for Error { line, message } in errors {
                eprintln!("{}:{line}: {message}", path.display());
            }
            ExitCode::FAILURE
        }
    }
}

struct Error {
    line: usize,
    message: String,
}

/// Returns the sources for `connect-src`, or all errors.
fn check(bytes: &[u8]) -> Result<String, Vec<Error>> {
    let text = decode(bytes).map_err(|error| vec![error])?;
    let keys = keys(text);
    let (config, errors) = Config::parse(text);
    let mut errors: Vec<_> = errors.iter().map(|error| locate(error, text, &keys)).collect();
    let origin = origin(&config.api_base);
    if let Some(origin) = origin.filter(|origin| !is_policy_source(origin)) {
        errors.push(Error {
            line: line_of("apiBase", text, &keys),
            message: format!(
                "apiBase: the page's policy cannot name {origin}: use an ASCII host (xn--…) without user and password"
            ),
        });
    }
    if errors.is_empty() {
        return Ok(["'self'"].into_iter().chain(origin).collect::<Vec<_>>().join(" "));
    }
    errors.sort_by_key(|error| error.line);
    Err(errors)
}

/// Decodes UTF-8 without a byte order mark, which `JSON.parse` in boot.js does not accept.
fn decode(bytes: &[u8]) -> Result<&str, Error> {
    let error = |line, message: &str| Error { line, message: message.to_owned() };
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Err(error(1, "the file is UTF-16: save it as UTF-8")),
        [0xef, 0xbb, 0xbf, ..] => {
            Err(error(1, "the file begins with a byte order mark (BOM): save it as UTF-8 without one"))
        }
        _ if bytes.trim_ascii().is_empty() => {
            Err(error(1, "the file is empty: {} is the smallest configuration"))
        }
        _ => std::str::from_utf8(bytes).map_err(|invalid| {
            let line = line_after(&bytes[..invalid.valid_up_to()]);
            error(line, "the file is GBK or in another charset (Windows says ANSI): save it as UTF-8")
        }),
    }
}

fn locate(error: &ConfigError, text: &str, keys: &[Key]) -> Error {
    match error.kind {
        ConfigErrorKind::NotAnObject => syntax_error(text, keys),
        _ => Error {
            line: line_of(&error.key, text, keys),
            message: config_error_message(error, Locale::En),
        },
    }
}

/// Returns why a text is not a JSON object, and where.
fn syntax_error(text: &str, keys: &[Key]) -> Error {
    let Err(error) = serde_json::from_str::<IgnoredAny>(text) else {
        return Error {
            line: 1,
            message: "the file isn't a JSON object: {…}".to_owned(),
        };
    };
    let line_start: usize = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum();
    let at = line_start + error.column();
    let key = match keys.iter().rev().find(|key| key.at < at) {
        Some(key) => format!("{}: ", key.name),
        None => String::new(),
    };
    let description = error.to_string();
    let reason = match at.checked_sub(1).and_then(|at| text.as_bytes().get(at)) {
        Some(b'}' | b']') if text.get(..at - 1).is_some_and(|before| before.trim_end().ends_with(',')) => {
            "trailing comma"
        }
        Some(b'/') => "comments are not allowed",
        _ => description.split(" at line ").next().unwrap_or(&description),
    };
    Error {
        line: error.line().max(1),
        message: format!("{key}invalid JSON: {reason} (column {})", error.column()),
    }
}

/// A key of the outermost object, and its position in the text.
struct Key {
    name: String,
    at: usize,
}

/// Returns the keys of the outermost object, also of a text that is not valid JSON.
fn keys(text: &str) -> Vec<Key> {
    let bytes = text.as_bytes();
    let mut keys = Vec::new();
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(byte) = bytes.get(at) {
        let start = at;
        at += 1;
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b'"' => {
                while let Some(byte) = bytes.get(at).filter(|byte| **byte != b'"') {
                    at += if *byte == b'\\' { 2 } else { 1 };
                }
                at += 1;
                let is_key =
                    depth == 1 && text.get(at..).is_some_and(|rest| rest.trim_start().starts_with(':'));
                let name = text
                    .get(start..at)
                    .filter(|_| is_key)
                    .and_then(|name| serde_json::from_str(name).ok());
                keys.extend(name.map(|name| Key { name, at: start }));
            }
            _ => {}
        }
    }
    keys
}

/// Returns the line of a key: of its last occurrence, which is the one in force.
fn line_of(key: &str, text: &str, keys: &[Key]) -> usize {
    let last = keys.iter().rev().find(|found| found.name == key);
    last.map_or(1, |key| line_after(&text.as_bytes()[..key.at]))
}

/// Returns the number of the line that follows these bytes.
fn line_after(bytes: &[u8]) -> usize {
    1 + bytes.iter().filter(|byte| **byte == b'\n').count()
}

/// Returns the origin of a URL; `None` for a path.
fn origin(api_base: &str) -> Option<&str> {
    let (_, rest) = api_base.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    api_base.get(..api_base.len() - rest.len() + host.len())
}

/// Whether an origin can be a source in a Content-Security-Policy. Browsers ignore other sources silently.
fn is_policy_source(origin: &str) -> bool {
    let host = origin.split_once("://").map_or("", |(_, host)| host);
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b':');
    !host.is_empty() && host.bytes().all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn errors(text: &str) -> Vec<(usize, String)> {
        let errors = check(text.as_bytes()).err().unwrap_or_default();
        errors.into_iter().map(|error| (error.line, error.message)).collect()
    }

    #[test]
    fn errors_name_the_line_of_the_outermost_key() {
        let text = "{\n\"currency\": {\"unit\": 1, \"x\": [\"unit\"]},\n\"unit\": \"a\",\n\"u\\u006eit\": 2}";
        let errors = errors(text);
        let messages: Vec<_> = errors.iter().map(|(line, message)| (*line, message.as_str())).collect();
        assert_eq!(
            messages,
            [
                (2, r#"Invalid value for currency: {"unit": 1, "x": ["unit"]}. Valid: "CNY", "USD", …"#),
                (4, "Duplicate setting: unit. The last one is used"),
                (4, r#"Invalid value for unit: 2. Valid: "…""#),
            ]
        );
    }

    #[test]
    fn truncated_files_are_refused() {
        let text =
            "{\"apiBase\": \"https:\\/\\/x.example\", \"successCodes\": [0, \"成功\"], \"unit\": null}";
        assert_eq!(check(text.as_bytes()).ok().as_deref(), Some("'self' https://x.example"));
        for end in 0..text.len() {
            assert!(check(&text.as_bytes()[..end]).is_err(), "{end}");
        }
    }

    #[test]
    fn origin_excludes_the_path() {
        assert_eq!(origin("/api"), None);
        assert_eq!(origin("https://x.example:8443/v1/a://b"), Some("https://x.example:8443"));
    }

    #[test]
    fn policy_sources_are_ascii_hosts() {
        for origin in [
            "https://a;script-src",
            "https://客户.example",
            "https://u:p@x.example",
            "https://'x'",
            "https://[::1]",
            "http://",
        ] {
            assert!(!is_policy_source(origin), "{origin}");
        }
    }
}
