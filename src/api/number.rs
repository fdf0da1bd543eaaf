//! JSON → amounts and counts.

use serde::{Deserialize, Deserializer};

use super::field::{Field, FromJson};
use super::normalize::{NormalValue, Part, Rule, half_width, is_listed, is_placeholder, note, scalar};
use crate::decimal::Decimal;
use crate::json::Raw;

/// An amount or a count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The number that is shown, copied and computed with.
    pub value: Decimal,
    /// The digits of the response, if the page shows others.
    pub wire: Option<String>,
    /// The currency or unit of the response (`CNY`, `万元`).
    pub unit: Option<String>,
}

impl FromJson for Number {
    fn of(value: &NormalValue) -> Option<Field<Self>> {
        match scalar(value, Part::Amount) {
            NormalValue::Nothing => Some(Field::Absent),
            NormalValue::Number(digits) => number_from_digits(&digits).map(Field::Value),
            NormalValue::Text(text) if is_placeholder(&text) => Some(Field::Absent),
            NormalValue::Text(text) => match number_from_text(&text) {
                None if is_words(&text) => {
                    note(Rule::PlainWords);
                    Some(Field::Words(text))
                }
                number => number.map(Field::Value),
            },
            _ => None,
        }
    }
}

/// For `#[serde(deserialize_with)]`.
#[inline(always)]
pub fn count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Field<Number>, D::Error> {
    Ok(read_count(Raw::deserialize(deserializer)?))
}

/// Reads an integer: without a unit, and without a fraction of zeros.
#[inline(never)]
fn read_count(raw: Raw<'_>) -> Field<Number> {
    let mut field = Number::read(raw);
    if let Field::Value(number) = &mut field {
        if number.unit.is_some() {
            return Field::unreadable(raw);
        }
        if let Some(value) = number.value.to_integer().filter(|_| number.value.fraction_digits() > 0) {
            note(Rule::WholeNumber);
            number.value = value;
        }
    }
    field
}

/// Reads a JSON number, without float noise.
fn number_from_digits(digits: &str) -> Option<Number> {
    let value = Decimal::parse(digits)?;
    Some(match value.without_float_noise() {
        Some(without_noise) => {
            note(Rule::FloatNoise);
            Number {
                value: without_noise,
                wire: Some(digits.to_owned()),
                unit: None,
            }
        }
        None => number_from(value, digits, None),
    })
}

/// Returns a number. Keeps the digits of the response if the page shows other ones.
fn number_from(value: Decimal, wire: &str, unit: Option<String>) -> Number {
    let value = value.without_minus_zero();
    let has_other_digits = value.without_trailing_zeros(2) != value;
    Number {
        wire: (has_other_digits || unit.is_some()).then(|| wire.to_owned()),
        value,
        unit,
    }
}

/// Parses a number in a notation for people: `￥1,234.50`, `1,234.50 元`, `(1 234.50)`, `1'234.50`, `1.234,50`,
/// `1,234.50-`.
fn number_from_text(wire: &str) -> Option<Number> {
    if let Some(value) = Decimal::parse(wire) {
        return Some(number_from(value, wire, None));
    }
    let text = half_width(wire);
    let text = text.trim();
    let (is_negative, text) = match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inside) => (true, inside),
        None => (false, text),
    };
    let is_of_number = |byte: &u8| byte.is_ascii_digit() || *byte == b'.';
    let start = text.as_bytes().iter().position(is_of_number)?;
    let end = text.as_bytes().iter().rposition(is_of_number)? + 1;
    let (before_negative, before) = without_minus(&text[..start]);
    let (behind_negative, behind) = without_minus(&text[end..]);
    let unit = match (before, behind) {
        ("", "") => None,
        (unit, "") | ("", unit) => Some(unit_named(unit)?),
        // `￥1.2万元`
        (sign, unit) => {
            let (sign, unit) = (unit_named(sign)?, unit_named(unit)?);
            Some(if sign == "¥" || sign == "CNY" {
                unit
            } else {
                return None;
            })
        }
    };
    let value = Decimal::parse(&with_plain_groups(&text[start..end])?)?;
    let signs = [is_negative, before_negative, behind_negative];
    let value = match signs {
        [false, false, false] => value,
        [true, false, false] | [false, true, false] | [false, false, true] => value.negated(),
        _ => return None,
    };
    note(Rule::Money);
    Some(number_from(value, wire, unit))
}

/// Removes the minus sign from the text around a number, and returns whether there was one.
fn without_minus(text: &str) -> (bool, &str) {
    let text = text.trim();
    let minus = ['-', '−', '–'];
    let rest = text.strip_prefix(minus).or_else(|| text.strip_suffix(minus)).unwrap_or(text);
    (rest.len() < text.len(), rest.trim().trim_start_matches('+'))
}

/// Returns one name for a currency or a unit: `CNY` for `元`.
fn unit_named(text: &str) -> Option<String> {
    const UNITS: &str =
        "¥|$|€|£|₩|₽|₹|฿|US$|HK$|NT$|A$|万元|亿元|万|亿|千元|百万元|千万元|美元|港元|港币|欧元";
    let is_code = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_listed(text, "元|圆|块|人民币|人民币元|RMB|rmb|元人民币") {
        Some("CNY".to_owned())
    } else {
        (is_code || is_listed(text, UNITS)).then(|| text.to_owned())
    }
}

/// Returns digits with commas as the only group separators; `None` if they are ambiguous.
fn with_plain_groups(digits: &str) -> Option<String> {
    let is_mark = |letter: char| matches!(letter, '\'' | '’' | '`') || letter.is_whitespace();
    // `1.234,50`: points before a comma are group separators.
    let (points, comma) = (digits.find('.'), digits.rfind(','));
    let is_continental = matches!((points, comma), (Some(point), Some(comma)) if point < comma);
    if digits.contains(is_mark) && digits.contains(',') {
        return None;
    }
    let letters = digits.chars().map(|letter| match letter {
        '.' if is_continental => ',',
        ',' if is_continental => '.',
        letter if is_mark(letter) => ',',
        letter => letter,
    });
    Some(letters.collect())
}

/// The maximum number of characters of words for an amount.
const MAX_WORDS: usize = 30;

/// Whether a text is words or a mask in place of an amount: `面议`, `****`.
fn is_words(text: &str) -> bool {
    if text.chars().count() > MAX_WORDS {
        return false;
    }
    let has_digits = half_width(text).bytes().any(|byte| byte.is_ascii_digit());
    // `BAg=` is the bytes of a number. A word has capitals throughout, or only at its start.
    let is_mixed =
        |rest: &[u8]| rest.iter().any(u8::is_ascii_uppercase) && rest.iter().any(u8::is_ascii_lowercase);
    if text.is_ascii() && !text.contains(' ') && text.as_bytes().get(1..).is_some_and(is_mixed) {
        return false;
    }
    (!has_digits || text.contains("**")) && !text.contains(['<', '[', '{', '='])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_in_common_notations_are_parsed() {
        for (text, number, unit) in [
            ("2324.32", "2324.32", None),
            ("￥2,324.32", "2324.32", Some("¥")),
            ("¥ 2,324.32", "2324.32", Some("¥")),
            ("2324.32元", "2324.32", Some("CNY")),
            ("RMB 2,324.32", "2324.32", Some("CNY")),
            ("2324.32 CNY", "2324.32", Some("CNY")),
            ("USD-5", "-5", Some("USD")),
            ("-$5.00", "-5.00", Some("$")),
            ("$-5.00", "-5.00", Some("$")),
            ("232.4万元", "232.4", Some("万元")),
            ("￥232.4万", "232.4", Some("万")),
            ("１，２３４．５０", "1234.50", None),
            ("(1,234.50)", "-1234.50", None),
            ("（￥1,234.50）", "-1234.50", Some("¥")),
            ("1,234.50-", "-1234.50", None),
            ("−5", "-5", None),
            ("1 234 567.80", "1234567.80", None),
            ("1\u{a0}234\u{202f}567.80", "1234567.80", None),
            ("1'234'567.80", "1234567.80", None),
            ("1’234.50", "1234.50", None),
            ("1.234,50", "1234.50", None),
            ("1.234.567,5", "1234567.5", None),
            ("-0", "0", None),
            ("-0.00", "0.00", None),
            ("0E-8", "0.00000000", None),
        ] {
            let read = number_from_text(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((read.value.to_string().as_str(), read.unit.as_deref()), (number, unit), "{text}");
        }
    }

    #[test]
    fn ambiguous_numbers_are_not_parsed() {
        for text in [
            "1,5",
            "12 34",
            "1'23",
            "1,234,5",
            "1.234,567,8",
            "1 234,567",
            "--5",
            "(-5)",
            "-5-",
            "5 6元",
            "约5万",
            "5%",
            "3-5万",
            "5元/月",
            "1.2.3",
            "0x10",
            "12abc",
            "$5元",
            "",
            "元",
            "1,234.5 6",
        ] {
            assert_eq!(number_from_text(text), None, "{text}");
        }
    }

    #[test]
    fn words_and_masks_are_recognised() {
        for text in ["面议", "****", "保密", "12****", "***万元", "negotiable"] {
            assert!(is_words(text), "{text}");
        }
        for text in ["约5万", "<b>", "[true]", "１a"] {
            assert!(!is_words(text), "{text}");
        }
        assert!(is_words(&"议".repeat(MAX_WORDS)) && !is_words(&"议".repeat(MAX_WORDS + 1)));
    }
}
