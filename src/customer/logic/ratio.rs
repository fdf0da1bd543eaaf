//! Figures computed from the API's values.

use std::cmp::Ordering;

use crate::decimal::Decimal;
use crate::format::format_number;

/// The share of an amount in another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// In per cent, with one digit after the point: `18.0%`. A share above zero is never `0.0%`, but `<0.1%`; one of
    /// ten times the whole or more is `>999.9%`, because more digits are not informative.
    pub text: String,
    pub is_above_whole: bool,
}

/// Returns the share of `part` in `whole`; `None` if `whole` is unknown, zero or less.
pub fn share(part: Option<&Decimal>, whole: Option<&Decimal>) -> Option<Share> {
    let (part, whole) = (part?, whole?);
    let percent = quotient(part, whole, 2, 1)?;
    let is_huge = percent.integer_digits() > 3;
    let text = match (percent.is_zero(), is_huge, part.is_negative()) {
        (true, _, false) if part.is_positive() => "<0.1%".to_owned(),
        (true, _, true) => ">-0.1%".to_owned(),
        (_, true, false) => ">999.9%".to_owned(),
        (_, true, true) => "<-999.9%".to_owned(),
        _ => format!("{}%", format_number(&percent)),
    };
    // Not by the rounded percentage: 100.04% is above the whole.
    let is_above_whole = part.is_positive() && part.cmp_magnitude(whole) == Ordering::Greater;
    Some(Share { text, is_above_whole })
}

/// Returns `part × 10^scale ÷ whole`, rounded to some places after the point; `None` unless `whole` is above zero.
pub fn quotient(part: &Decimal, whole: &Decimal, scale: usize, places: usize) -> Option<Decimal> {
    whole.is_positive().then(|| part.divide(whole, scale, places)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(part: &str, whole: &str) -> Option<(String, bool)> {
        let number = |text| Decimal::parse(text).unwrap();
        share(Some(&number(part)), Some(&number(whole))).map(|share| (share.text, share.is_above_whole))
    }

    #[test]
    fn share_above_zero_is_never_formatted_as_zero() {
        for (part, whole, text, is_above) in [
            ("18", "100", "18.0%", false),
            ("0", "100", "0.0%", false),
            ("0.01", "100", "<0.1%", false),
            ("0.05", "100", "0.1%", false),
            ("-0.01", "100", ">-0.1%", false),
            ("-5", "100", "-5.0%", false),
            ("100", "100.00", "100.0%", false),
            ("100.01", "100", "100.0%", true),
            ("-250", "100", "-250.0%", false),
            ("999.94", "100", "999.9%", true),
            ("999.95", "100", ">999.9%", true),
            ("1234567", "100", ">999.9%", true),
            ("-1234567", "100", "<-999.9%", false),
        ] {
            assert_eq!(shown(part, whole), Some((text.to_owned(), is_above)), "{part} of {whole}");
        }
        assert_eq!(shown("1", "0"), None);
        assert_eq!(shown("1", "-5"), None);
    }

    #[test]
    fn quotients_of_zero_or_less_are_none() {
        let number = |text| Decimal::parse(text).unwrap();
        assert_eq!(quotient(&number("1"), &number("0"), 2, 1), None);
        assert_eq!(quotient(&number("1"), &number("-5"), 2, 1), None);
        assert_eq!(quotient(&number("23.00"), &number("2324.32"), 2, 1), Decimal::parse("1.0"));
    }
}
