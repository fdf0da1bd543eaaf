//! A text with what in it can be followed: web addresses, and telephone numbers on devices that can call.

use leptos::prelude::*;

use crate::browser;

/// The beginnings of web addresses that become links.
const SCHEMES: [&str; 2] = ["https://", "http://"];
/// How many digits a telephone number has, the country's among them.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 10..=15;

/// A text whose web addresses are links to a tab of their own, and whose telephone numbers are links where a finger is
/// what points. Everything else is text.
#[component]
pub fn LinkedText(
    /// The text.
    text: String,
) -> impl IntoView {
    let can_call = browser::matches_media("(pointer: coarse)");
    let part = move |part| match part {
        Part::Phone(number) if can_call => {
            let href = format!("tel:{}", dialled(&number));
            view! { <a rel="external" href=href>{number}</a> }.into_any()
        }
        Part::Text(text) | Part::Phone(text) => text.into_any(),
        Part::Link(url) => {
            let href = url.clone();
            view! { <a rel="external noopener noreferrer" target="_blank" href=href>{url}</a> }.into_any()
        }
    };
    parts(&text).into_iter().map(part).collect_view()
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Phone(String),
    Link(String),
}

/// Takes a text apart; put together again, the parts are the text.
fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_within_word = plain.chars().next_back().is_some_and(|before| before.is_ascii_alphanumeric());
        let found = if is_within_word {
            None
        } else {
            link(rest).map(Part::Link).or_else(|| phone(rest).map(Part::Phone))
        };
        let Some(found) = found else {
            plain.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        };
        if !plain.is_empty() {
            parts.push(Part::Text(std::mem::take(&mut plain)));
        }
        let (Part::Text(whole) | Part::Phone(whole) | Part::Link(whole)) = &found;
        rest = &rest[whole.len()..];
        parts.push(found);
    }
    if !plain.is_empty() {
        parts.push(Part::Text(plain));
    }
    parts
}

/// The web address that a text begins with, without the punctuation behind it.
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

/// The telephone number that a text begins with: `13812345678`, `0571-88886666`, `+86 138 1234 5678`.
fn phone(text: &str) -> Option<String> {
    let is_start = text.starts_with(['+', '0', '1']);
    let end = text
        .find(|character: char| !character.is_ascii_digit() && !"+- ".contains(character))
        .unwrap_or(text.len());
    let number = text[..end].trim_end_matches(['-', ' ', '+']);
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let has_one_plus = !number[1.min(number.len())..].contains('+');
    let goes_on = text[end..].starts_with(|next: char| next.is_ascii_alphanumeric() || next == '.');
    let is_mobile = is_chinese_mobile(number);
    let is_landline = number.starts_with('0') && number.contains('-');
    let is_international = number.starts_with('+');
    let is_phone = is_mobile || is_landline || is_international;
    (is_start && PHONE_DIGITS.contains(&digits) && has_one_plus && !goes_on && is_phone)
        .then(|| number.to_owned())
}

/// Eleven digits that begin with 13 to 19.
fn is_chinese_mobile(number: &str) -> bool {
    let digits: Vec<u8> = number.bytes().filter(u8::is_ascii_digit).collect();
    digits.len() == 11 && digits[0] == b'1' && (b'3'..=b'9').contains(&digits[1])
}

/// A number as it is dialled.
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
        let parts = parts(text);
        let whole: String = parts
            .iter()
            .map(|(Part::Text(text) | Part::Phone(text) | Part::Link(text))| text.as_str())
            .collect();
        assert_eq!(whole, text, "nothing is lost");
        let found = parts.into_iter().filter_map(|part| match part {
            Part::Text(_) => None,
            Part::Phone(number) => Some(format!("tel:{}", dialled(&number))),
            Part::Link(url) => Some(url),
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
