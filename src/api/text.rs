//! Bytes → text: the body of a response as characters.
//!
//! The rules are in docs/api.md, "The body". If no charset decodes without errors, invalid bytes become U+FFFD.
//!
//! The caller provides the decoder: the browser's `TextDecoder`, or in host tests one by the same standard.

use crate::url::trim;

/// Decodes bytes by the charset with a label of the Encoding Standard; `None` for an unknown label.
pub type Decoder = fn(label: &str, bytes: &[u8]) -> Option<String>;

/// Prefixes that keep other pages from running JSON as a script. Longer ones first.
const GUARDS: [&str; 7] = [")]}',", ")]}'", ")]}", "while(1);", "while (1);", "for(;;);", "for (;;);"];

/// Decodes the body of a response.
pub fn decode(body: Vec<u8>, content_type: Option<&str>, decoder: Decoder) -> String {
    let label = match body.as_slice() {
        // JSON begins with an ASCII character, whose other byte in UTF-16 is zero.
        [0xff, 0xfe, ..] | [1..=127, 0, ..] => Some("utf-16le"),
        [0xfe, 0xff, ..] | [0, 1..=127, ..] => Some("utf-16be"),
        _ if !body.is_ascii() && std::str::from_utf8(&body).is_ok() => None,
        _ => content_type.and_then(charset).filter(|label| !is_utf8(label)),
    };
    let labelled = label.and_then(|label| decoder(label, &body));
    if labelled.as_ref().is_some_and(|text| !has_errors(text)) {
        return labelled.unwrap_or_default();
    }
    // Valid UTF-8 is not copied: a response may be large.
    let (as_utf8, body) = match String::from_utf8(body) {
        Ok(text) => return labelled.unwrap_or(text),
        Err(error) => (String::from_utf8_lossy(error.as_bytes()).into_owned(), error.into_bytes()),
    };
    // Chinese characters have three bytes in UTF-8. Other charsets rarely look like that.
    let count = |is_it: fn(char) -> bool| as_utf8.chars().filter(|letter| is_it(*letter)).count();
    let is_broken_utf8 =
        count(|letter| letter >= '\u{800}' && letter != ERROR) > count(|letter| letter == ERROR);
    if !is_broken_utf8 && let Some(text) = decoder("gb18030", &body).filter(|text| !has_errors(text)) {
        return text;
    }
    labelled.unwrap_or(as_utf8)
}

/// Decoders write this for invalid bytes.
const ERROR: char = '\u{fffd}';

fn has_errors(text: &str) -> bool {
    text.contains(ERROR)
}

/// Removes a guard and white space around JSON.
pub fn without_guard(text: &str) -> &str {
    let text = trim(text);
    trim(GUARDS.iter().find_map(|guard| text.strip_prefix(guard)).unwrap_or(text))
}

/// Whether a text is HTML.
pub fn is_html(text: &str) -> bool {
    let start: String = trim(text).chars().take(2_000).collect::<String>().to_ascii_lowercase();
    let tags = ["<html", "<!doctype html", "<head", "<body", "<title", "<form", "<meta", "<script"];
    start.starts_with('<') && tags.iter().any(|tag| start.contains(tag))
}

/// Returns the charset in a `Content-Type`.
fn charset(content_type: &str) -> Option<&str> {
    let mut parameters = content_type
        .split(';')
        .skip(1)
        .filter_map(|parameter| parameter.split_once('='));
    let (_, label) = parameters.find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))?;
    Some(label.trim_matches(|character: char| character.is_whitespace() || "\"'".contains(character)))
}

fn is_utf8(label: &str) -> bool {
    ["utf-8", "utf8"].iter().any(|other| label.eq_ignore_ascii_case(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A decoder that returns its label and the number of bytes.
    fn label_decoder(label: &str, bytes: &[u8]) -> Option<String> {
        (!["", "x-unknown", "gb18030"].contains(&label)).then(|| format!("{label}: {} bytes", bytes.len()))
    }

    #[test]
    fn charset_of_the_content_type_is_used() {
        for (content_type, decoded) in [
            ("application/json;charset=GBK", "GBK: 2 bytes"),
            ("application/json; Charset=\"gb2312\"", "gb2312: 2 bytes"),
            ("text/html;a=b ; charset = 'big5' ", "big5: 2 bytes"),
            ("application/json", "{}"),
            ("application/json; charset=", "{}"),
            ("application/json; charset=utf8", "{}"),
            ("application/json; charset=x-unknown", "{}"),
            ("charset=GBK", "{}"),
        ] {
            assert_eq!(decode(b"{}".to_vec(), Some(content_type), label_decoder), decoded, "{content_type}");
        }
        assert_eq!(decode(b"{}".to_vec(), None, label_decoder), "{}");
    }

    #[test]
    fn byte_order_mark_utf16_and_utf8_override_the_charset() {
        let gbk = Some("application/json; charset=GBK");
        assert_eq!(decode("\u{feff}{}".into(), gbk, label_decoder), "\u{feff}{}");
        assert_eq!(decode(b"\xff\xfe{\0}\0".to_vec(), gbk, label_decoder), "utf-16le: 6 bytes");
        assert_eq!(decode(b"\0{\0}".to_vec(), None, label_decoder), "utf-16be: 4 bytes");
        let latin = Some("text/plain; charset=ISO-8859-1");
        assert_eq!(decode("张".into(), latin, label_decoder), "张");
        assert_eq!(decode(b"\xe9".to_vec(), latin, label_decoder), "ISO-8859-1: 1 bytes");
    }

    #[test]
    fn html_is_distinguished_from_other_text() {
        for page in [
            "<!DOCTYPE html>",
            " \n<HTML>",
            "\u{feff}<!-- x --><body>",
            "<meta charset=utf-8>x",
            "<form action=/>",
        ] {
            assert!(is_html(page), "{page}");
        }
        for text in [
            "",
            "{}",
            "<b>Warning</b>: x",
            "<?xml version='1.0'?><a/>",
            "x <html>",
            "{\"a\": \"<html>\"}",
        ] {
            assert!(!is_html(text), "{text}");
        }
    }

    #[test]
    fn guards_and_white_space_around_json_are_removed() {
        for text in [
            "{}",
            "\u{feff} \r\n{}\n\n",
            ")]}',\n{}",
            ")]}'\n{}",
            ")]}\n\u{feff}{}",
            "while(1);{}",
            "while (1); {}",
            "for(;;);{}",
            " \n for (;;);\n{} ",
        ] {
            assert_eq!(without_guard(text), "{}", "{text:?}");
        }
        assert_eq!(without_guard("while(2);{}"), "while(2);{}");
    }
}
