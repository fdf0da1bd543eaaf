//! Text as a part of an address.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What `encodeURIComponent` escapes: all but letters, digits and these marks.
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

/// Percent-encodes a text as `encodeURIComponent` does: the result is one segment of a path, or one query value.
pub fn encode_segment(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

/// Whether a text can be one segment of a path. URL parsers resolve `.` and `..` however they are escaped, and some
/// servers unescape slashes before they do: an id made of these would name another endpoint.
pub fn is_segment(text: &str) -> bool {
    let steps_out = |part: &str| matches!(trimmed(part), "." | "..");
    !trimmed(text).is_empty() && !text.contains(char::is_control) && !text.split(['/', '\\']).any(steps_out)
}

/// A text without the white space around it; U+FEFF is white space to the head's script.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|character: char| character.is_whitespace() || character == '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodes_all_that_is_not_a_letter_of_a_segment() {
        assert_eq!(encode_segment("C-0001_(a)"), "C-0001_(a)");
        assert_eq!(encode_segment("a/b?c#d%2e &中"), "a%2Fb%3Fc%23d%252e%20%26%E4%B8%AD");
    }

    #[test]
    fn refuses_what_would_leave_the_endpoint() {
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
