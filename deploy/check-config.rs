//! Checks a configuration by the rules of the page itself (`customer_profile::config`), for `deploy/publish.sh`, so that
//! no other place has to know them.
//!
//! `check-config FILE` ends with 0 and prints the sources that the page's policy lets requests go to; with 1 and a line
//! on the standard error for each thing that is wrong; with 2 where there is nothing to check.

use std::path::Path;
use std::process::ExitCode;

use customer_profile::config::{Config, Fault, Problem};
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
        Err(complaints) => {
            for Complaint { line, text } in complaints {
                eprintln!("{}:{line}: {text}", path.display());
            }
            ExitCode::FAILURE
        }
    }
}

/// Something that is wrong with the file.
#[derive(PartialEq)]
struct Complaint {
    line: usize,
    text: String,
}

/// Checks a file: the sources of `connect-src` that its page needs, or all that is wrong.
fn check(bytes: &[u8]) -> Result<String, Vec<Complaint>> {
    let text = decode(bytes).map_err(|complaint| vec![complaint])?;
    let keys = keys(text);
    let line_of = |key: &str| {
        keys.iter()
            .rev()
            .find(|found| found.name == key)
            .map_or(1, |found| line_at(text, found.at))
    };
    let (config, problems) = Config::parse(text);
    let mut complaints: Vec<_> =
        problems.iter().map(|problem| explain(problem, text, &keys, &line_of)).collect();
    let origin = origin(&config.api_base);
    if let Some(origin) = origin.filter(|origin| !can_stand_in_policy(origin)) {
        let text = format!(
            "apiBase: the page's policy cannot name {origin}: a host in ASCII (xn--…), without user and password"
        );
        complaints.push(Complaint { line: line_of("apiBase"), text });
    }
    if complaints.is_empty() {
        return Ok(["'self'"].into_iter().chain(origin).collect::<Vec<_>>().join(" "));
    }
    complaints.sort_by_key(|complaint| complaint.line);
    // A key that comes twice is one key.
    complaints.dedup();
    Err(complaints)
}

/// The text of a file in UTF-8, without the byte order mark that the page would stumble over.
fn decode(bytes: &[u8]) -> Result<&str, Complaint> {
    let complaint = |line, text: &str| Complaint { line, text: text.to_owned() };
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Err(complaint(1, "the file is UTF-16: save it as UTF-8")),
        [0xef, 0xbb, 0xbf, ..] => {
            Err(complaint(1, "the file begins with a byte order mark (BOM): save it as UTF-8 without one"))
        }
        _ if bytes.trim_ascii().is_empty() => {
            Err(complaint(1, "the file is empty: {} is the smallest configuration"))
        }
        _ => std::str::from_utf8(bytes).map_err(|error| {
            let line = line_in(&bytes[..error.valid_up_to()]);
            complaint(line, "the file is GBK or in another charset (Windows says ANSI): save it as UTF-8")
        }),
    }
}

fn explain(problem: &Problem, text: &str, keys: &[Key], line_of: &dyn Fn(&str) -> usize) -> Complaint {
    let key = &problem.key;
    let line = line_of(key);
    let text = match &problem.fault {
        Fault::Missing | Fault::NoObject => return explain_syntax(text, keys),
        Fault::UnknownKey => format!("{key}: there is no such key"),
        Fault::BadValue(value) => format!("{key}: does not take the value {value}"),
        Fault::OutsideBase(path) => format!("{key}: the page at {path} is not under it"),
    };
    Complaint { line, text }
}

/// Why a text is no JSON object, and where.
fn explain_syntax(text: &str, keys: &[Key]) -> Complaint {
    let Err(error) = serde_json::from_str::<IgnoredAny>(text) else {
        return Complaint {
            line: 1,
            text: "the file is no JSON object: it has to be {…}".to_owned(),
        };
    };
    let before: usize = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum();
    let at = before + error.column();
    let place = match keys.iter().rev().find(|key| key.at < at) {
        Some(key) => format!("{}: ", key.name),
        None => String::new(),
    };
    let said = error.to_string();
    let reason = match at.checked_sub(1).and_then(|at| text.as_bytes().get(at)) {
        Some(b'}' | b']') if text.get(..at - 1).is_some_and(|before| before.trim_end().ends_with(',')) => {
            "a comma too many"
        }
        Some(b'/') => "JSON has no comments",
        _ => said.split(" at line ").next().unwrap_or(&said),
    };
    Complaint {
        line: error.line().max(1),
        text: format!("{place}no valid JSON: {reason} (column {})", error.column()),
    }
}

/// A key of the outermost object, and where in the text it stands.
struct Key {
    name: String,
    at: usize,
}

/// The keys of the outermost object, as far as the text is JSON.
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

fn line_at(text: &str, at: usize) -> usize {
    line_in(&text.as_bytes()[..at.min(text.len())])
}

/// The number of the line that begins or goes on after these bytes.
fn line_in(bytes: &[u8]) -> usize {
    1 + bytes.iter().filter(|byte| **byte == b'\n').count()
}

/// The origin of an API that is not on the page's own.
fn origin(api_base: &str) -> Option<&str> {
    let (_, rest) = api_base.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    api_base.get(..api_base.len() - rest.len() + host.len())
}

/// Whether an origin is a source for a Content-Security-Policy: what is not, browsers leave out without a word.
fn can_stand_in_policy(origin: &str) -> bool {
    let host = origin.split_once("://").map_or("", |(_, host)| host);
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b':');
    !host.is_empty() && host.bytes().all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(text: &str) -> Vec<(usize, String)> {
        let found = check(text.as_bytes()).err().unwrap_or_default();
        found.into_iter().map(|complaint| (complaint.line, complaint.text)).collect()
    }

    #[test]
    fn the_line_is_that_of_the_outermost_key_that_counts() {
        let text = "{\n\"currency\": {\"unit\": 1, \"x\": [\"unit\"]},\n\"unit\": \"a\",\n\"u\\u006eit\": 2}";
        let found = complaints(text);
        assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 4], "{found:?}");
        assert!(found[0].1.starts_with("currency: ") && found[1].1.starts_with("unit: "), "{found:?}");
    }

    #[test]
    fn what_is_cut_off_anywhere_is_refused() {
        let text =
            "{\"apiBase\": \"https:\\/\\/x.example\", \"successCodes\": [0, \"成功\"], \"unit\": null}";
        assert_eq!(check(text.as_bytes()).ok().as_deref(), Some("'self' https://x.example"));
        for end in 0..text.len() {
            assert!(check(&text.as_bytes()[..end]).is_err(), "{end}");
        }
    }

    #[test]
    fn an_origin_ends_where_its_path_begins() {
        assert_eq!(origin("/api"), None);
        assert_eq!(origin("https://x.example:8443/v1/a://b"), Some("https://x.example:8443"));
        for origin in [
            "https://a;script-src",
            "https://客户.example",
            "https://u:p@x.example",
            "https://'x'",
            "https://[::1]",
            "http://",
        ] {
            assert!(!can_stand_in_policy(origin), "{origin}");
        }
    }
}
