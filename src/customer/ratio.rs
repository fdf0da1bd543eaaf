//! Figures that the API does not send, computed from what it sends.

use crate::decimal::Decimal;

/// What share of an amount another one is, in per cent with one digit after the point; `None` where the whole is unknown,
/// zero or less.
pub fn share(part: Option<&Decimal>, whole: Option<&Decimal>) -> Option<Decimal> {
    quotient(part?, whole?, 2, 1)
}

/// What one of so many comes to on average: with two digits after the point, as of money; with more where the whole has
/// more. `None` where there are none.
pub fn average(whole: Option<&Decimal>, count: Option<&Decimal>) -> Option<Decimal> {
    let whole = whole?;
    quotient(whole, count?, 0, whole.fraction_digits().max(2))
}

/// `part × 10^scale ÷ whole`, only where `whole` is above zero.
fn quotient(part: &Decimal, whole: &Decimal, scale: usize, places: usize) -> Option<Decimal> {
    whole.is_positive().then(|| part.divide(whole, scale, places)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_divided_by_zero_or_less() {
        let number = |text| Decimal::parse(text).unwrap();
        assert_eq!(quotient(&number("1"), &number("0"), 2, 1), None);
        assert_eq!(quotient(&number("1"), &number("-5"), 2, 1), None);
        assert_eq!(quotient(&number("23.00"), &number("2324.32"), 2, 1), Decimal::parse("1.0"));
    }
}
