//! What people type or paste into a box for an id.
//!
//! | what comes | the id |
//! |---|---|
//! | `42`, with white space or invisible characters around it | `42` |
//! | `“42”`, `「42」`, `'42'` | `42` |
//! | `ｃ３` (full width, as input methods write it) | `c3` |
//! | `客户ID：42`, `ID: 42` | `42` |
//! | a link of this site to a customer, whole or from the root | the id in it |
//! | a link of another site, nothing, `..`, a thousand characters | none: [`Refusal`] says why |

use percent_encoding::percent_decode_str;

use crate::api::Key;
use crate::locale::Locale;
use crate::url::is_segment;

/// The most characters that an id may have.
const MAX_ID: usize = 200;
/// What stands around a text that is quoted.
const QUOTES: [char; 14] = ['"', '\'', '“', '”', '‘', '’', '「', '」', '『', '』', '《', '》', '`', '＂'];

/// Where this page lives.
pub struct Site<'a> {
    /// Its origin, such as `https://crm.example`.
    pub origin: &'a str,
    /// The path that it lives under, without a slash at the end.
    pub base_path: &'a str,
}

/// Why a text names no customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing in it.
    Empty,
    /// It is longer than any id.
    TooLong,
    /// It is a link that leads to no customer of this site.
    Elsewhere,
    /// It can be no part of an address.
    NoId,
}

/// The id that a text means.
///
/// # Errors
/// Why it means none.
pub fn id_of(typed: &str, site: &Site<'_>) -> Result<String, Refusal> {
    // A link is longer than its id, and nothing that is longer than this is either.
    if typed.trim().chars().count() > 10 * MAX_ID {
        return Err(Refusal::TooLong);
    }
    let text: String = typed
        .chars()
        .filter(|character| !is_invisible(*character))
        .map(half_width)
        .collect();
    let text = unquoted(without_label(unquoted(&text)));
    let id = match link_target(text) {
        Some(target) => id_of_link(target, site)?,
        None => text.to_owned(),
    };
    match id.chars().count() {
        0 => Err(Refusal::Empty),
        1..=MAX_ID if is_segment(&id) => Ok(id),
        1..=MAX_ID => Err(Refusal::NoId),
        _ => Err(Refusal::TooLong),
    }
}

/// Whether a character takes no place, as copying from other programs brings along.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A character of full width as the one of ASCII that it stands for.
fn half_width(character: char) -> char {
    match character {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        other => other,
    }
}

fn unquoted(text: &str) -> &str {
    text.trim().trim_matches(QUOTES).trim()
}

/// The text behind a label, where it begins with one of this page's own.
fn without_label(text: &str) -> &str {
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

/// What a link leads to; `None` for a text that is no link.
fn link_target(text: &str) -> Option<&str> {
    let has_scheme = ["http://", "https://"].iter().any(|scheme| {
        text.get(..scheme.len())
            .is_some_and(|beginning| beginning.eq_ignore_ascii_case(scheme))
    });
    (has_scheme || text.starts_with('/')).then_some(text)
}

fn id_of_link(target: &str, site: &Site<'_>) -> Result<String, Refusal> {
    let from_root = if target.starts_with('/') {
        Some(target)
    } else {
        let (origin, rest) = target.split_at_checked(site.origin.len()).ok_or(Refusal::Elsewhere)?;
        origin.eq_ignore_ascii_case(site.origin).then_some(rest)
    };
    let path = from_root.and_then(|path| path.split(['?', '#']).next());
    let segment = path.and_then(|path| path.strip_prefix(site.base_path)?.strip_prefix("/customers/"));
    let segment = segment.map(|segment| segment.strip_suffix('/').unwrap_or(segment));
    match segment {
        Some(segment) if !segment.is_empty() && !segment.contains('/') => {
            Ok(percent_decode_str(segment).decode_utf8_lossy().into_owned())
        }
        _ => Err(Refusal::Elsewhere),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SITE: Site<'static> = Site { origin: "https://crm.example", base_path: "/crm" };

    #[test]
    fn understands_what_people_paste() {
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
            assert_eq!(id_of(typed, &SITE).as_deref(), Ok(id), "{typed}");
        }
    }

    #[test]
    fn says_why_a_text_is_no_id() {
        for (typed, refusal) in [
            ("", Refusal::Empty),
            (" \u{3000}\u{200b}", Refusal::Empty),
            ("“”", Refusal::Empty),
            ("..", Refusal::NoId),
            ("../admin", Refusal::NoId),
            ("．．", Refusal::NoId),
            ("a\u{0}b", Refusal::NoId),
            ("https://crm.example/crm/customers/%2e%2e", Refusal::NoId),
            ("https://evil.example/crm/customers/42", Refusal::Elsewhere),
            ("https://crm.example.evil/crm/customers/42", Refusal::Elsewhere),
            ("https://crm.example/crm/", Refusal::Elsewhere),
            ("https://crm.example/crmx/customers/42", Refusal::Elsewhere),
            ("http://", Refusal::Elsewhere),
            ("/etc/passwd", Refusal::Elsewhere),
            ("/customers/42", Refusal::Elsewhere),
        ] {
            assert_eq!(id_of(typed, &SITE), Err(refusal), "{typed:?}");
        }
        assert_eq!(id_of(&"a".repeat(10_000), &SITE), Err(Refusal::TooLong));
        assert_eq!(id_of(&"a".repeat(201), &SITE), Err(Refusal::TooLong));
        assert_eq!(id_of(&"é".repeat(200), &SITE), Ok("é".repeat(200)));
    }
}
