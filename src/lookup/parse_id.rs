//! Reads the customer id from a text that was typed or pasted.
//!
//! | text | id |
//! |---|---|
//! | `42`, with white space or invisible characters around it | `42` |
//! | `“42”`, `「42」`, `'42'` | `42` |
//! | `ｃ３` (full width, from input methods) | `c3` |
//! | `客户ID：42`, `ID: 42` | `42` |
//! | a link to a customer on this site, absolute or root-relative | the id in it |
//! | a link to another site, nothing, `..`, a thousand characters | [`IdError`] |

use crate::api::Key;
use crate::locale::Locale;
use crate::routes::Route;
use crate::url::is_segment;

/// The most characters of an id.
const MAX_ID: usize = 200;
const QUOTES: [char; 14] = ['"', '\'', '“', '”', '‘', '’', '「', '」', '『', '』', '《', '》', '`', '＂'];

/// Why a text does not name a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdError {
    Empty,
    TooLong,
    /// A link that is not a customer link of this site.
    OtherSite,
    /// The id cannot be part of an address.
    Invalid,
}

/// Returns the customer id that a text contains.
///
/// # Errors
/// Why there is none.
pub fn parse_id(text: &str, origin: &str, base_path: &str) -> Result<String, IdError> {
    // A link is longer than its id, but not this long.
    if text.trim().chars().count() > 10 * MAX_ID {
        return Err(IdError::TooLong);
    }
    let text: String = text
        .chars()
        .filter(|character| !is_invisible(*character))
        .map(to_half_width)
        .collect();
    let text = unquote(strip_label(unquote(&text)));
    let id = if is_link(text) {
        id_of_link(text, origin, base_path).ok_or(IdError::OtherSite)?
    } else {
        text.to_owned()
    };
    match id.chars().count() {
        0 => Err(IdError::Empty),
        1..=MAX_ID if is_segment(&id) => Ok(id),
        1..=MAX_ID => Err(IdError::Invalid),
        _ => Err(IdError::TooLong),
    }
}

/// Returns the ids of a text that lists two or three customers, each by a link or by an id with a digit: `42 43`, `42、43`.
pub fn parse_list(text: &str, origin: &str, base_path: &str) -> Option<Vec<String>> {
    let is_between = |character: char| character.is_whitespace() || ",，、;；".contains(character);
    let parts: Vec<&str> = text.split(is_between).filter(|part| !part.is_empty()).collect();
    let is_id =
        |part: &&str| is_link(part) || (part.is_ascii() && part.bytes().any(|byte| byte.is_ascii_digit()));
    if !(2..=3).contains(&parts.len()) || !parts.iter().all(is_id) {
        return None;
    }
    parts.into_iter().map(|part| parse_id(part, origin, base_path).ok()).collect()
}

/// Whether a character is a zero-width or bidi mark, which other programs copy along.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn to_half_width(character: char) -> char {
    match character {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        other => other,
    }
}

fn unquote(text: &str) -> &str {
    text.trim().trim_matches(QUOTES).trim()
}

/// Removes a label of this page, such as `客户ID:`.
fn strip_label(text: &str) -> &str {
    let Some((label, rest)) = text.split_once(':') else {
        return text;
    };
    let label = label.trim();
    let labels = Locale::ALL.map(|locale| [Key::Id, Key::CustomerNo].map(|key| locale.label(key)));
    let is_label = labels.as_flattened().contains(&label);
    if is_label || label.eq_ignore_ascii_case("id") {
        rest
    } else {
        text
    }
}

fn is_link(text: &str) -> bool {
    text.starts_with('/')
        || ["http://", "https://"]
            .iter()
            .any(|scheme| strip_prefix(text, scheme).is_some())
}

fn id_of_link(link: &str, origin: &str, base_path: &str) -> Option<String> {
    let from_root = if link.starts_with('/') {
        link
    } else {
        strip_prefix(link, origin)?
    };
    match Route::parse(from_root.split(['?', '#']).next()?, base_path) {
        Route::Customer(id) => Some(id),
        Route::Home | Route::Compare(_) | Route::Unknown => None,
    }
}

/// Removes an ASCII prefix in any case.
fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<String, IdError> {
        parse_id(text, "https://crm.example", "/crm")
    }

    #[test]
    fn finds_the_id_in_typed_and_pasted_text() {
        for (typed, id) in [
            ("42", "42"),
            ("  c2\n", "c2"),
            ("\u{feff}c3\u{200b}", "c3"),
            ("ｃ３", "c3"),
            ("ＫＨ－２０２１", "KH-2021"),
            ("\u{3000}42\u{3000}", "42"),
            ("“c3”", "c3"),
            ("「42」", "42"),
            ("客户ID：c3", "c3"),
            ("客户ID: “c3”", "c3"),
            ("id:42", "42"),
            ("Customer ID: 42", "42"),
            ("a:b", "a:b"),
            ("50%", "50%"),
            ("a/b", "a/b"),
            ("客户 1", "客户 1"),
            ("https://crm.example/crm/customers/42", "42"),
            ("HTTPS://CRM.example/crm/customers/42/?embed#x", "42"),
            ("https://crm.example/crm/customers/a%2Fb%25", "a/b%"),
            ("/crm/customers/42", "42"),
        ] {
            assert_eq!(parse(typed).as_deref(), Ok(id), "{typed}");
        }
    }

    #[test]
    fn lists_of_two_or_three_customers_are_found() {
        let list = |text: &str| parse_list(text, "https://crm.example", "/crm");
        for text in [
            "42 c3",
            " 42\tc3\n",
            "42，c3",
            "42、 c3",
            "https://crm.example/crm/customers/42 https://crm.example/crm/customers/c3",
        ] {
            assert_eq!(list(text), Some(vec!["42".to_owned(), "c3".to_owned()]), "{text}");
        }
        assert_eq!(list("1 2 3").map(|ids| ids.len()), Some(3));
        for text in [
            "42",
            "客户 1",
            "ID 1002",
            "1 2 3 4",
            "O'Neil 2 (北京)",
            "a;b:c@d",
            "42 https://evil.example/1",
            "",
        ] {
            assert_eq!(list(text), None, "{text}");
        }
    }

    #[test]
    fn reports_why_there_is_no_id() {
        for (typed, error) in [
            ("", IdError::Empty),
            (" \u{3000}\u{200b}", IdError::Empty),
            ("“”", IdError::Empty),
            ("..", IdError::Invalid),
            ("../admin", IdError::Invalid),
            ("．．", IdError::Invalid),
            ("a\u{0}b", IdError::Invalid),
            ("https://crm.example/crm/customers/%2e%2e", IdError::Invalid),
            ("https://evil.example/crm/customers/42", IdError::OtherSite),
            ("https://crm.example.evil/crm/customers/42", IdError::OtherSite),
            ("https://crm.example/crm/", IdError::OtherSite),
            ("https://crm.example/crmx/customers/42", IdError::OtherSite),
            ("http://", IdError::OtherSite),
            ("/etc/passwd", IdError::OtherSite),
            ("/customers/42", IdError::OtherSite),
        ] {
            assert_eq!(parse(typed), Err(error), "{typed:?}");
        }
        assert_eq!(parse(&"a".repeat(10_000)), Err(IdError::TooLong));
        assert_eq!(parse(&"a".repeat(201)), Err(IdError::TooLong));
        assert_eq!(parse(&"é".repeat(200)), Ok("é".repeat(200)));
    }
}
