//! Path segments of URLs.

/// Percent-encodes a text like `encodeURIComponent`, into one path segment or one query value.
pub fn encode_segment(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

/// Decodes a path segment like `decodeURIComponent`, but returns a malformed one unchanged.
pub fn decode_segment(segment: &str) -> String {
    let decode = || {
        let mut pieces = segment.split('%');
        let mut bytes = pieces.next()?.as_bytes().to_vec();
        for piece in pieces {
            let (digits, rest) = piece.split_at_checked(2)?;
            let is_escape = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
            bytes.push(u8::from_str_radix(digits, 16).ok().filter(|_| is_escape)?);
            bytes.extend_from_slice(rest.as_bytes());
        }
        String::from_utf8(bytes).ok()
    };
    decode().unwrap_or_else(|| segment.to_owned())
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
