//! Plain text: invisible marks, line breaks and full-width characters are normalised.

/// Returns a text on one line, with white space collapsed.
pub fn one_line(text: &str) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Returns a text on one line, without zero-width and bidi marks, and with half-width characters for full-width ones.
/// Other programs copy such marks, and input methods type full width.
pub fn plain(text: &str) -> String {
    let mut visible = String::new();
    for character in text.chars() {
        if !is_mark(character) {
            visible.push(to_half_width(character));
        }
    }
    one_line(&visible)
}

/// Removes a prefix, ignoring ASCII case.
pub fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// Returns the length, in bytes, of the longest prefix whose characters are all of a kind.
pub fn span(text: &str, is_of_kind: fn(char) -> bool) -> usize {
    text.find(|character| !is_of_kind(character)).unwrap_or(text.len())
}

/// Whether a character controls the writing direction.
pub fn is_bidi_control(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_mark(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Returns the half-width form of a full-width character.
pub fn to_half_width(character: char) -> char {
    match character {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_removes_marks_and_line_breaks_and_full_width() {
        for (text, plain_text) in [
            ("\u{feff}c3\u{200b}", "c3"),
            ("ＫＨ－２０２１", "KH-2021"),
            ("\u{3000}客户ID：\t42\r\n", "客户ID: 42"),
            ("甲\n 乙", "甲 乙"),
            (" \u{3000}\u{200b}", ""),
            ("a\u{0}b", "a\u{0}b"),
        ] {
            assert_eq!(plain(text), plain_text, "{text:?}");
        }
    }

    #[test]
    fn strip_prefix_ignores_the_case_of_ascii_letters() {
        assert_eq!(strip_prefix("HTTPS://a", "https://"), Some("a"));
        assert_eq!(strip_prefix("客户id：1", "客户ID"), Some("：1"));
        assert_eq!(strip_prefix("客", "id"), None);
    }
}
