//! Path segments of URLs.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// The characters that `encodeURIComponent` escapes.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

/// Percent-encodes a text like `encodeURIComponent`, into one path segment or one query value.
pub fn encode_segment(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

/// Decodes a path segment like `decodeURIComponent`, but returns a malformed one unchanged.
pub fn decode_segment(segment: &str) -> String {
    let is_escape = |rest: &str| {
        rest.get(..2)
            .is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    match percent_decode_str(segment).decode_utf8() {
        Ok(text) if segment.split('%').skip(1).all(is_escape) => text.into_owned(),
        _ => segment.to_owned(),
    }
}

/// Whether a text can be one path segment. URL parsers resolve `.` and `..` however they are escaped, and some servers
/// decode slashes first: an id that contains these would address another endpoint.
pub fn is_segment(text: &str) -> bool {
    let is_dots = |part: &str| matches!(trim(part), "." | "..");
    !trim(text).is_empty() && !text.contains(char::is_control) && !text.split(['/', '\\']).any(is_dots)
}

/// Trims white space as JavaScript does, U+FEFF included.
pub fn trim(text: &str) -> &str {
    text.trim_matches(|character: char| character.is_whitespace() || character == '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encode_segment_escapes_separators() {
        assert_eq!(encode_segment("C-0001_(a)"), "C-0001_(a)");
        assert_eq!(encode_segment("a/b?c#d%2e &中"), "a%2Fb%3Fc%23d%252e%20%26%E4%B8%AD");
    }

    #[test]
    fn decode_segment_returns_malformed_text_unchanged() {
        for (segment, text) in [
            ("%E5%AE%A2%2f+a", "客/+a"),
            ("%41%4", "%41%4"),
            ("%FF", "%FF"),
            ("100%", "100%"),
            ("%客", "%客"),
        ] {
            assert_eq!(decode_segment(segment), text);
        }
    }

    #[test]
    fn is_segment_refuses_text_that_would_leave_the_endpoint() {
        for text in ["42", "a.b", "...", "a/b", "%2e%2e", "客户"] {
            assert!(is_segment(text), "{text}");
        }
        for text in [
            "",
            " ",
            ".",
            "..",
            " .. ",
            "../admin",
            "a/../../b",
            "a\\..\\b",
            "a\0b",
            "a\nb",
            "\u{feff}",
            "\u{feff}..",
        ] {
            assert!(!is_segment(text), "{text:?}");
        }
    }
}
