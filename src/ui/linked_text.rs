//! A text with its links: web addresses, and telephone numbers on touch devices.

use leptos::prelude::*;

use crate::browser;

const SCHEMES: [&str; 2] = ["https://", "http://"];
/// With the country code.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 10..=15;

/// A text whose web addresses open in a new tab and, on touch devices, whose telephone numbers start a call.
#[component]
pub fn LinkedText(text: String) -> impl IntoView {
    let can_call = browser::matches_media("(pointer: coarse)");
    let render = move |segment| match segment {
        Segment::Phone(number) if can_call => {
            let href = format!("tel:{}", dialled(&number));
            view! { <a rel="external" href=href>{number}</a> }.into_any()
        }
        Segment::Text(text) | Segment::Phone(text) => text.into_any(),
        Segment::Link(url) => {
            let href = url.clone();
            view! { <a rel="external noopener noreferrer" target="_blank" href=href>{url}</a> }.into_any()
        }
    };
    segments(&text).into_iter().map(render).collect_view()
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Segment {
    Text(String),
    Phone(String),
    Link(String),
}

/// Splits a text into segments. Joined again, they are the text.
fn segments(text: &str) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_within_word = plain.chars().next_back().is_some_and(|before| before.is_ascii_alphanumeric());
        let found = if is_within_word {
            None
        } else {
            link(rest).map(Segment::Link).or_else(|| phone(rest).map(Segment::Phone))
        };
        let Some(found) = found else {
            plain.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        };
        if !plain.is_empty() {
            segments.push(Segment::Text(std::mem::take(&mut plain)));
        }
        let (Segment::Text(whole) | Segment::Phone(whole) | Segment::Link(whole)) = &found;
        rest = &rest[whole.len()..];
        segments.push(found);
    }
    if !plain.is_empty() {
        segments.push(Segment::Text(plain));
    }
    segments
}

/// Returns the web address that a text begins with, without trailing punctuation.
fn link(text: &str) -> Option<String> {
    let scheme = SCHEMES.into_iter().find(|scheme| text.starts_with(scheme))?;
    let is_outside = |character: char| {
        character.is_whitespace()
            || character.is_control()
            || "<>\"'，。；：、！？（）【】《》「」“”‘’|\\^`{}".contains(character)
    };
    let end = text.find(is_outside).unwrap_or(text.len());
    let url = text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']']);
    (url.len() > scheme.len()).then(|| url.to_owned())
}

/// Returns the telephone number that a text begins with: `13812345678`, `0571-88886666`, `+86 138 1234 5678`.
fn phone(text: &str) -> Option<String> {
    let is_start = text.starts_with(['+', '0', '1']);
    let end = text
        .find(|character: char| !character.is_ascii_digit() && !"+- ".contains(character))
        .unwrap_or(text.len());
    let number = text[..end].trim_end_matches(['-', ' ', '+']);
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let has_one_plus = !number[1.min(number.len())..].contains('+');
    let continues = text[end..].starts_with(|next: char| next.is_ascii_alphanumeric() || next == '.');
    let is_mobile = is_chinese_mobile(number);
    let is_landline = number.starts_with('0') && number.contains('-');
    let is_international = number.starts_with('+');
    let is_phone = is_mobile || is_landline || is_international;
    (is_start && PHONE_DIGITS.contains(&digits) && has_one_plus && !continues && is_phone)
        .then(|| number.to_owned())
}

/// Eleven digits that begin with 13 to 19.
fn is_chinese_mobile(number: &str) -> bool {
    let digits: Vec<u8> = number.bytes().filter(u8::is_ascii_digit).collect();
    digits.len() == 11 && digits[0] == b'1' && (b'3'..=b'9').contains(&digits[1])
}

/// Returns a telephone number for a `tel:` link.
fn dialled(number: &str) -> String {
    number
        .chars()
        .filter(|character| character.is_ascii_digit() || *character == '+')
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(text: &str) -> Vec<String> {
        let segments = segments(text);
        let whole: String = segments
            .iter()
            .map(|(Segment::Text(text) | Segment::Phone(text) | Segment::Link(text))| text.as_str())
            .collect();
        assert_eq!(whole, text, "nothing is lost");
        let found = segments.into_iter().filter_map(|segment| match segment {
            Segment::Text(_) => None,
            Segment::Phone(number) => Some(format!("tel:{}", dialled(&number))),
            Segment::Link(url) => Some(url),
        });
        found.collect()
    }

    #[test]
    fn web_addresses_become_links() {
        assert_eq!(links("官网 https://a.example/x?y=1，请看。"), ["https://a.example/x?y=1"]);
        assert_eq!(links("(http://a.example)."), ["http://a.example"]);
        assert_eq!(links("http://甲.example/路"), ["http://甲.example/路"]);
        for text in [
            "https://",
            "xhttps://a.example",
            "javascript:alert(1)",
            "ftp://a",
            "www.a.example",
            "//a.example",
        ] {
            assert_eq!(links(text), [""; 0], "{text}");
        }
        assert_eq!(links("https://a\u{0}b"), ["https://a"]);
    }

    #[test]
    fn telephone_numbers_become_links() {
        assert_eq!(links("电话13812345678，找张三"), ["tel:13812345678"]);
        assert_eq!(links("138-1234-5678 / 0571-88886666"), ["tel:13812345678", "tel:057188886666"]);
        assert_eq!(links("+86 138 1234 5678"), ["tel:+8613812345678"]);
        for text in [
            "2021-08-01 12:00",
            "订单 20210801123456",
            "12345678901234567890",
            "10000000000",
            "1,234,567.80",
            "a13812345678",
            "13812345678.5",
        ] {
            assert_eq!(links(text), [""; 0], "{text}");
        }
    }
}
