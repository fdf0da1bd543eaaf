//! Bytes → text: the body of an answer as characters.
//!
//! | what comes | what is done |
//! |---|---|
//! | a charset in `Content-Type` (`GBK`, `GB18030`, `Big5`, `UTF-16`, …) | decoded by it |
//! | no charset, or one that nobody knows | decoded as UTF-8 |
//! | `ISO-8859-1` over bytes that are UTF-8: a server's default, chosen by nobody | decoded as UTF-8 |
//! | a byte order mark, or the zeros between UTF-16's first letters | decides, whatever the charset says; a mark is left out |
//! | half a character | costs that character: it becomes U+FFFD |
//! | `)]}',` or `while(1);` or `for(;;);` before the JSON | left out |
//! | blank lines before and behind it | left out |
//!
//! Who calls brings the decoder: the browser's `TextDecoder`, and on the host, for tests, one of the same standard.

/// Decodes bytes by the charset of a label, one that the Encoding Standard knows; `None` for a label it does not know.
pub type Decoder = fn(label: &str, bytes: &[u8]) -> Option<String>;

/// What stands before JSON so that no other page can run it as a script. Longer ones first.
const GUARDS: [&str; 7] = [")]}',", ")]}'", ")]}", "while(1);", "while (1);", "for(;;);", "for (;;);"];

/// The characters of a body.
pub fn decode(body: Vec<u8>, content_type: Option<&str>, decoder: Decoder) -> String {
    let label = match body.as_slice() {
        [0xef, 0xbb, 0xbf, ..] => None,
        // JSON begins with a mark or a letter of ASCII, whose other half is zero.
        [0xff, 0xfe, ..] | [1..=127, 0, ..] => Some("utf-16le"),
        [0xfe, 0xff, ..] | [0, 1..=127, ..] => Some("utf-16be"),
        _ => content_type.and_then(charset).filter(|label| !is_utf8(label, &body)),
    };
    let text = label.and_then(|label| decoder(label, &body));
    // Not copied where it is right as it came, which it is but for odd bytes: an answer may be large.
    let as_utf8 = || {
        String::from_utf8(body).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
    };
    text.unwrap_or_else(as_utf8)
}

/// A text without what stands before and behind the JSON in it and is none of it.
pub fn without_guard(text: &str) -> &str {
    let text = trim(text);
    trim(GUARDS.iter().find_map(|guard| text.strip_prefix(guard)).unwrap_or(text))
}

/// Whether a text is a page of HTML, or a piece of one.
pub fn is_html(text: &str) -> bool {
    let start: String = trim(text).chars().take(2_000).collect::<String>().to_ascii_lowercase();
    let tags = ["<html", "<!doctype html", "<head", "<body", "<title", "<form", "<meta", "<script"];
    start.starts_with('<') && tags.iter().any(|tag| start.contains(tag))
}

fn trim(text: &str) -> &str {
    text.trim_matches(|character: char| character.is_whitespace() || character == '\u{feff}')
}

/// The charset that a `Content-Type` names.
fn charset(content_type: &str) -> Option<&str> {
    let mut parameters = content_type
        .split(';')
        .skip(1)
        .filter_map(|parameter| parameter.split_once('='));
    let (_, label) = parameters.find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))?;
    Some(label.trim_matches(|character: char| character.is_whitespace() || "\"'".contains(character)))
}

/// Whether bytes under this label are to be read as UTF-8.
fn is_utf8(label: &str, body: &[u8]) -> bool {
    let is = |other: &&str| label.eq_ignore_ascii_case(other);
    let is_default = ["iso-8859-1", "latin1", "windows-1252", "us-ascii"].iter().any(is);
    ["utf-8", "utf8"].iter().any(is) || (is_default && std::str::from_utf8(body).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A decoder that says by which label it was asked.
    fn told(label: &str, bytes: &[u8]) -> Option<String> {
        (!["", "x-unknown"].contains(&label)).then(|| format!("{label}: {} bytes", bytes.len()))
    }

    #[test]
    fn the_charset_of_the_content_type_decides() {
        for (content_type, decoded) in [
            ("application/json;charset=GBK", "GBK: 2 bytes"),
            ("application/json; Charset=\"gb18030\"", "gb18030: 2 bytes"),
            ("text/html;a=b ; charset = 'big5' ", "big5: 2 bytes"),
            ("application/json", "{}"),
            ("application/json; charset=", "{}"),
            ("application/json; charset=utf8", "{}"),
            ("application/json; charset=x-unknown", "{}"),
            ("charset=GBK", "{}"),
        ] {
            assert_eq!(decode(b"{}".to_vec(), Some(content_type), told), decoded, "{content_type}");
        }
        assert_eq!(decode(b"{}".to_vec(), None, told), "{}");
    }

    #[test]
    fn what_the_bytes_say_themselves_counts_more() {
        let gbk = Some("application/json; charset=GBK");
        assert_eq!(decode("\u{feff}{}".into(), gbk, told), "\u{feff}{}");
        assert_eq!(decode(b"\xff\xfe{\0}\0".to_vec(), gbk, told), "utf-16le: 6 bytes");
        assert_eq!(decode(b"\0{\0}".to_vec(), None, told), "utf-16be: 4 bytes");
        let latin = Some("text/plain; charset=ISO-8859-1");
        assert_eq!(decode("张".into(), latin, told), "张");
        assert_eq!(decode(b"\xe9".to_vec(), latin, told), "ISO-8859-1: 1 bytes");
    }

    #[test]
    fn html_is_told_from_other_text() {
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
    fn what_stands_around_json_is_left_out() {
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
