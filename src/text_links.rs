//! Finds web addresses, mail addresses and telephone numbers in a text.

use crate::plain_text::{span, strip_prefix};

/// Maximum length of the local part of a mail address.
const MAX_MAILBOX: usize = 64;
/// Maximum length of an area or country code in brackets.
const MAX_CODE: usize = 5;
/// Maximum number of digits of a telephone number, with country code.
const MAX_DIGITS: usize = 15;
const MAX_EXTENSION: usize = 6;
/// Marks between a number and its extension, longer ones first.
const EXTENSION_MARKS: [&str; 5] = ["转分机", "转", "分机号", "分机", "ext"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    Web,
    Mail,
    Phone,
}

#[derive(Clone, Debug)]
pub struct TextLink<'a> {
    /// The position in the text, in bytes.
    pub start: usize,
    pub text: &'a str,
    pub kind: LinkKind,
    /// For a telephone number `tel:` with its digits, a `+` before and a pause (`,`) before an extension.
    pub href: String,
}

impl TextLink<'_> {
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// Returns the links of a text in their order.
pub fn links(text: &str) -> Vec<TextLink<'_>> {
    let mut links = Vec::new();
    let mut from = 0;
    while let Some(link) = first_link(text, from) {
        from = link.end();
        links.push(link);
    }
    links
}

/// Returns the first link from a position on, which must not be inside a word or number.
fn first_link(text: &str, from: usize) -> Option<TextLink<'_>> {
    let mut last = ' ';
    for (at, character) in text[from..].char_indices() {
        let start = from + at;
        let is_within_word = last.is_ascii_alphanumeric();
        last = character;
        if is_within_word {
            continue;
        }
        let (before, rest) = (&text[from..start], &text[start..]);
        let (kind, length, href) = if let Some(length) = web_address(rest) {
            (LinkKind::Web, length, rest[..length].to_owned())
        } else if let Some(length) = mail_address(rest) {
            (LinkKind::Mail, length, ["mailto:", &rest[..length]].concat())
        } else if let Some((length, dialled)) = phone_number(rest)
            && !continues_number(before, &rest[..length])
        {
            (LinkKind::Phone, length, ["tel:", &dialled].concat())
        } else {
            continue;
        };
        return Some(TextLink { start, text: &rest[..length], kind, href });
    }
    None
}

/// Returns the length of the web address that a text begins with: it ends before non-ASCII text and before punctuation,
/// but includes brackets that it opens.
fn web_address(text: &str) -> Option<usize> {
    let scheme = text.len() - strip_prefix(text, "https://").or_else(|| strip_prefix(text, "http://"))?.len();
    let is_of_url = |character: char| {
        character.is_ascii_graphic()
            && !matches!(character, '<' | '>' | '"' | '|' | '\\' | '^' | '`' | '{' | '}')
    };
    let url = &text.as_bytes()[..span(text, is_of_url)];
    let (mut length, mut unopened) = (url.len(), 0);
    for byte in url {
        match byte {
            b'(' | b'[' => unopened -= 1,
            b')' | b']' => unopened += 1,
            _ => {}
        }
    }
    while length > scheme {
        match url[length - 1] {
            b')' | b']' if unopened > 0 => unopened -= 1,
            b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' => {}
            _ => return Some(length),
        }
        length -= 1;
    }
    None
}

/// Returns the length of the mail address that a text begins with.
fn mail_address(text: &str) -> Option<usize> {
    let is_of_mailbox =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-');
    let mailbox = text.bytes().take(MAX_MAILBOX + 1).take_while(is_of_mailbox).count();
    if mailbox > MAX_MAILBOX || !text.as_bytes().first()?.is_ascii_alphanumeric() {
        return None;
    }
    let host = text[mailbox..].strip_prefix('@')?;
    let host =
        &host[..span(host, |character| character.is_ascii_alphanumeric() || matches!(character, '.' | '-'))];
    // A full stop may follow.
    let host = host.strip_suffix('.').unwrap_or(host);
    let (names, domain) = host.rsplit_once('.')?;
    let is_domain = domain.len() > 1 && domain.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_host = is_domain && !names.is_empty() && !names.starts_with('.') && !host.contains("..");
    is_host.then_some(mailbox + 1 + host.len())
}

/// Returns the length of the telephone number that a text begins with, including its extension, and the number to dial:
/// `13812345678`, `(0571)8888-6666`, `400-123-4567 转 802`, `+86 138 1234 5678`, `+1 415 555 2671`.
fn phone_number(text: &str) -> Option<(usize, String)> {
    let (has_plus, digits) = leading_digits(text)?;
    // A foreign number ends with its digits.
    let is_foreign = has_plus && (8..=MAX_DIGITS).contains(&digits.len());
    let foreign = || is_foreign.then(|| (length_of(text, digits.len()), ["+", &digits].concat()));
    let (mut length, mut dialled) = chinese_number(text, has_plus, &digits).or_else(foreign)?;
    if let Some((mark, extension)) = extension(&text[length..]) {
        length += mark + extension.len();
        dialled.push(',');
        dialled.push_str(extension);
    }
    // Part of a longer number, a code or a decimal.
    let rest = &text.as_bytes()[length..];
    let continues = match rest {
        [b'.', next, ..] => next.is_ascii_digit(),
        [next, ..] => next.is_ascii_alphanumeric(),
        [] => false,
    };
    (!continues).then_some((length, dialled))
}

/// Parses a Chinese mobile, landline, 400 or 800 number, with or without the country code.
fn chinese_number(text: &str, has_plus: bool, digits: &str) -> Option<(usize, String)> {
    let country = match digits.as_bytes() {
        [b'8', b'6', ..] => 2,
        [b'0', b'0', b'8', b'6', ..] if !has_plus => 4,
        _ if has_plus => return None,
        _ => 0,
    };
    let national = &digits[country..];
    let has_no_zero = has_plus || country == 4;
    let (most, least) = match national.as_bytes() {
        [b'1', b'3'..=b'9', ..] => (11, 11),
        [b'4' | b'8', b'0', b'0', ..] => (10, 10),
        // Eight or seven digits follow an area code of two or three, with a zero before it inside of China.
        [b'0', b'1' | b'2', ..] => (11, 10),
        [b'0', b'3'..=b'9', ..] => (12, 11),
        [b'1' | b'2', ..] if has_no_zero => (10, 9),
        [b'3'..=b'9', ..] if has_no_zero => (11, 10),
        _ => return None,
    };
    let is_whole = |count: &usize| {
        let rest = &text[length_of(text, country + count)..];
        *count <= national.len() && !rest.starts_with(|next: char| next.is_ascii_digit())
    };
    let count = (least..=most).rev().find(is_whole)?;
    let dialled = match country {
        0 => national[..count].to_owned(),
        _ => ["+86", national[..count].trim_start_matches('0')].concat(),
    };
    Some((length_of(text, country + count), dialled))
}

/// Returns whether a text begins with `+`, and its digits up to the first character that does not separate them.
fn leading_digits(text: &str) -> Option<(bool, String)> {
    // An area or country code may be in brackets; a whole number does not have its own.
    let is_closed = text.chars().take(MAX_CODE + 2).any(|character| matches!(character, ')' | '）'));
    let in_brackets = text.strip_prefix('(').or_else(|| text.strip_prefix('（')).filter(|_| is_closed);
    let number = in_brackets.unwrap_or(text);
    let has_plus = number.starts_with('+');
    let number = &number[usize::from(has_plus)..];
    if !number.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let (mut digits, mut separators) = (String::new(), 0);
    for character in number.chars() {
        if character.is_ascii_digit() {
            digits.push(character);
            separators = 0;
        } else {
            separators += 1;
            if separators > 3 || !is_separator(character) {
                break;
            }
        }
        if digits.len() > MAX_DIGITS {
            break;
        }
    }
    Some((has_plus, digits))
}

fn is_separator(character: char) -> bool {
    matches!(character, ' ' | '\u{a0}' | '-' | '－' | '–' | '(' | ')' | '（' | '）')
}

/// Returns the length of a text up to its nth digit.
fn length_of(text: &str, digits: usize) -> usize {
    let mut left = digits;
    let is_last = |byte: u8| {
        left -= usize::from(byte.is_ascii_digit());
        left == 0
    };
    text.bytes().position(is_last).map_or(text.len(), |last| last + 1)
}

/// Returns the length of the extension mark at the beginning of a text, and the extension: `-802`, ` 转 8001`.
fn extension(text: &str) -> Option<(usize, &str)> {
    let rest = match text.strip_prefix('-') {
        Some(rest) => rest,
        None => {
            let words = &text[span(text, |character| character == ' ')..];
            let rest = EXTENSION_MARKS.into_iter().find_map(|mark| strip_prefix(words, mark))?;
            &rest[span(rest, |character| matches!(character, ' ' | ':' | '：' | '.'))..]
        }
    };
    let length = span(rest, |character| character.is_ascii_digit());
    let is_code = rest[length..].starts_with(|next: char| next.is_ascii_alphabetic() || next == '-');
    let is_extension = (1..=MAX_EXTENSION).contains(&length) && !is_code;
    is_extension.then_some((text.len() - rest.len(), &rest[..length]))
}

/// Whether a number continues something longer, such as a date or a bank account number.
fn continues_number(before: &str, number: &str) -> bool {
    match before.as_bytes() {
        [.., digit, b'-' | b'.'] => digit.is_ascii_digit(),
        // A first group of three digits begins a separate number: `1 138 1234 5678`.
        [.., digit, b' '] => digit.is_ascii_digit() && number.find(' ').is_some_and(|length| length != 3),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the texts of the links, with the address for telephone numbers.
    fn found(text: &str) -> Vec<String> {
        let shown = |link: TextLink| {
            assert_eq!(&text[link.start..link.end()], link.text);
            match link.kind {
                LinkKind::Phone => format!("{} → {}", link.text, link.href),
                LinkKind::Web | LinkKind::Mail => link.text.to_owned(),
            }
        };
        links(text).into_iter().map(shown).collect()
    }

    fn dialled(text: &str) -> Vec<String> {
        let phones = links(text).into_iter().filter(|link| link.kind == LinkKind::Phone);
        phones.map(|link| link.href.replace("tel:", "")).collect()
    }

    #[test]
    fn web_addresses_end_before_punctuation_and_chinese_text() {
        for (text, urls) in [
            ("官网 https://a.example/x?y=1，请看。", ["https://a.example/x?y=1"].as_slice()),
            ("HTTPS://A.example/x看这里http://b.example", &["HTTPS://A.example/x", "http://b.example"]),
            ("(http://a.example).", &["http://a.example"]),
            ("https://a.example/b_(c)", &["https://a.example/b_(c)"]),
            ("（见 https://a.example/b_(c)）", &["https://a.example/b_(c)"]),
            ("[https://a.example/?q[]=1]", &["https://a.example/?q[]=1"]),
            ("https://a\u{0}b", &["https://a"]),
        ] {
            assert_eq!(found(text), urls, "{text}");
        }
        for text in [
            "https://",
            "xhttps://a.example",
            "javascript:alert(1)",
            "ftp://a",
            "www.a.example",
            "//a.example",
            "http://甲.example",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn mail_addresses_are_found() {
        for (text, address) in [
            ("邮箱：zhang.san+crm@mail.example.com。", "zhang.san+crm@mail.example.com"),
            ("mailto:a@b.example", "a@b.example"),
            ("13812345678@163.com", "13812345678@163.com"),
            ("a@b.example.", "a@b.example"),
            ("联系a_b@c-d.example谢谢", "a_b@c-d.example"),
        ] {
            assert_eq!(found(text), [address], "{text}");
        }
        for text in ["a@b", "@a.example", "a@.example", "a@b..example", "a @b.example", "a@1.2", "微信@张三"]
        {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn telephone_numbers_are_found_in_common_notations() {
        for (text, number) in [
            ("电话13812345678，找张三", "13812345678"),
            ("138-1234-5678", "13812345678"),
            ("138 1234 5678.", "13812345678"),
            ("2021-08-01 138 1234 5678", "13812345678"),
            ("（1）13812345678（微信同号）", "13812345678"),
            ("0571-88886666", "057188886666"),
            ("057188886666", "057188886666"),
            ("(0571)8888-6666", "057188886666"),
            ("（0571） 8888 6666", "057188886666"),
            ("(电话 0379-6543210)", "03796543210"),
            ("010 8888 6666", "01088886666"),
            ("400-123-4567", "4001234567"),
            ("800 830 1234", "8008301234"),
            ("4008-123-123", "4008123123"),
            ("+86 138 1234 5678", "+8613812345678"),
            ("(+86)13812345678", "+8613812345678"),
            ("8613812345678", "+8613812345678"),
            ("0086-571-88886666", "+8657188886666"),
            ("+86 (0)10 8888 6666", "+861088886666"),
            ("+1 (415) 555-2671", "+14155552671"),
            ("0571-88886666-802", "057188886666,802"),
            ("0379-6543210-80", "03796543210,80"),
            ("0571-88886666转8001", "057188886666,8001"),
            ("0571-88886666 转 802", "057188886666,802"),
            ("4001234567 分机号：802", "4001234567,802"),
            ("+1 415 555 2671 Ext. 12", "+14155552671,12"),
            ("13812345678转让", "13812345678"),
            ("13812345678-2021-08", "13812345678"),
        ] {
            assert_eq!(dialled(text), [number], "{text}");
        }
        assert_eq!(found("拨 0571-88886666 转 802。"), ["0571-88886666 转 802 → tel:057188886666,802"]);
    }

    #[test]
    fn adjacent_numbers_are_separate_links() {
        for text in [
            "13812345678 13987654321",
            "138-1234-5678 / 139-8765-4321",
            "138 1234 5678 139 8765 4321",
            "13812345678(13987654321)",
            "13812345678、+86 139 8765 4321",
        ] {
            let ends: Vec<String> = dialled(text).iter().map(|number| number.replace("+86", "")).collect();
            assert_eq!(ends, ["13812345678", "13987654321"], "{text}");
        }
        assert_eq!(dialled("138-1234-5678 / 0571-88886666"), ["13812345678", "057188886666"]);
        assert_eq!(dialled("0571-88886666-801 0571-88886667"), ["057188886666,801", "057188886667"]);
    }

    #[test]
    fn other_numbers_are_not_telephone_numbers() {
        for text in [
            "2021-08-01 12:00",
            "订单 20210801123456",
            "LC-2023-0417",
            "FK-20240411-0087、FK-20240411-0088",
            "12345678901234567890",
            "330106199001011234",
            "6222 0571 8888 6666 123",
            "6222 1381 2345 678",
            "10000000000",
            "88886666",
            "1,234,567.80",
            "a13812345678",
            "13812345678a",
            "13812345678.5",
            "3.13812345678",
            "+1",
            "+123456789012345678",
            "()",
            "(",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn long_text_takes_linear_time() {
        for text in ["a", "a.", "1", "1 ", "(", "a@", "a@b.", "http://.)", "13812345678 "] {
            let count = links(&text.repeat(100_000)).len();
            assert!(count <= 100_000, "{text}");
        }
    }
}
