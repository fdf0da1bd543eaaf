//! Decimal numbers with the digits of their source. Binary floats would add and lose digits.

use std::cmp::Ordering;

/// The maximum number of digits before and after the point.
const MAX_DIGITS: usize = 400;

/// A decimal number with the digits of its source: trailing zeros stay, leading ones go.
///
/// ```
/// use customer_profile::decimal::Decimal;
/// assert_eq!(Decimal::parse("1,234.50").unwrap().to_string(), "1234.50");
/// assert_eq!(Decimal::parse("2.5e3").unwrap().to_string(), "2500");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal {
    is_negative: bool,
    /// Without leading zeros, except that at least one digit precedes the point.
    digits: String,
    /// How many of the digits follow the point.
    places: usize,
}

impl Decimal {
    /// Parses a number as back ends write it: an optional sign, digits (with commas between groups of three), a fraction,
    /// an exponent.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let number = text.strip_prefix(['-', '+']).unwrap_or(text);
        let (mantissa, exponent) = match number.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
            None => (number, 0),
        };
        let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let mut digits = ungroup(integer)? + fraction;
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let integer = &digits[..digits.len() - fraction.len()];
        let integer_digits = integer.len() - leading_zeros(integer);
        let shift = exponent.unsigned_abs() as usize;
        if integer_digits.max(fraction.len()).saturating_add(shift) > MAX_DIGITS {
            return None;
        }
        let mut places = fraction.len();
        if exponent < 0 {
            places += shift;
        } else {
            digits.push_str(&"0".repeat(shift.saturating_sub(places)));
            places = places.saturating_sub(shift);
        }
        Some(Self::new(text.starts_with('-'), &digits, places))
    }

    fn new(is_negative: bool, digits: &str, places: usize) -> Self {
        let significant = &digits[leading_zeros(digits)..];
        let zeros = "0".repeat((places + 1).saturating_sub(significant.len()));
        Self { is_negative, digits: zeros + significant, places }
    }

    fn integer(&self) -> &str {
        &self.digits[..self.integer_digits()]
    }

    fn fraction(&self) -> &str {
        &self.digits[self.integer_digits()..]
    }

    pub fn is_zero(&self) -> bool {
        leading_zeros(&self.digits) == self.digits.len()
    }

    pub fn is_positive(&self) -> bool {
        !self.is_negative && !self.is_zero()
    }

    pub fn is_negative(&self) -> bool {
        self.is_negative && !self.is_zero()
    }

    /// Returns the number of digits before the point.
    pub fn integer_digits(&self) -> usize {
        self.digits.len() - self.places
    }

    /// Returns the number of digits after the point.
    pub fn fraction_digits(&self) -> usize {
        self.places
    }

    /// Returns the number without its fraction; `None` beyond 64 bits.
    pub fn to_i64(&self) -> Option<i64> {
        let integer: i64 = self.integer().parse().ok()?;
        Some(if self.is_negative { -integer } else { integer })
    }

    /// Returns the number without a fraction of zeros; `None` if the fraction is not zero.
    pub fn to_integer(&self) -> Option<Self> {
        let is_integer = leading_zeros(self.fraction()) == self.places;
        is_integer.then(|| Self::new(self.is_negative(), self.integer(), 0))
    }

    /// Returns the number without trailing zeros after the first `places` digits of its fraction.
    pub fn without_trailing_zeros(&self, places: usize) -> Self {
        let significant = self.fraction().trim_end_matches('0').len();
        let places = significant.max(places).min(self.places);
        Self::new(self.is_negative, &self.digits[..self.integer_digits() + places], places)
    }

    /// Returns the number; zero without a sign.
    pub fn without_minus_zero(self) -> Self {
        Self { is_negative: self.is_negative(), ..self }
    }

    pub fn negated(self) -> Self {
        Self { is_negative: !self.is_negative, ..self }
    }

    /// Returns the number with at least `places` digits after the point.
    pub fn with_fraction(&self, places: usize) -> Self {
        let zeros = "0".repeat(places.saturating_sub(self.places));
        Self::new(self.is_negative, &(self.digits.clone() + &zeros), self.places + zeros.len())
    }

    /// Compares two numbers without their signs.
    pub fn cmp_magnitude(&self, other: &Self) -> Ordering {
        let (one, other) = self.aligned_digits(other);
        compare(one.as_bytes(), other.as_bytes())
    }

    /// Returns the number without float noise: `277.2` for `277.199999999999989`. In a number with 15 or more
    /// significant digits, noise starts at the first five zeros or nines in a row in its fraction. `None` for any other
    /// number.
    pub fn without_float_noise(&self) -> Option<Self> {
        let zeros = leading_zeros(&self.digits);
        if self.digits.len() - zeros < 15 {
            return None;
        }
        // Zeros before the first significant digit are not noise.
        let first = self.integer_digits().max(zeros);
        let mut runs = self.digits.as_bytes()[first..].windows(5);
        let end = first + runs.position(|run| run == b"00000" || run == b"99999")?;
        let (kept, noise) = self.digits.split_at(end);
        let digits = if noise.starts_with('9') {
            one_more(kept)
        } else {
            kept.to_owned()
        };
        Some(Self::new(self.is_negative, &digits, end - self.integer_digits()).without_minus_zero())
    }

    /// Returns `self × 10^scale ÷ divisor`, rounded half away from zero to `places` digits after the point; `None` if the
    /// divisor is zero.
    pub fn divide(&self, divisor: &Self, scale: usize, places: usize) -> Option<Self> {
        let (dividend, divisor_digits) = self.aligned_digits(divisor);
        if divisor_digits.is_empty() {
            return None;
        }
        // Long division, with one more digit for rounding.
        let mut quotient = String::new();
        let mut rest = Vec::new();
        for digit in (dividend + &"0".repeat(scale + places + 1)).bytes() {
            if digit != b'0' || !rest.is_empty() {
                rest.push(digit);
            }
            let mut times = '0';
            while compare(&rest, divisor_digits.as_bytes()).is_ge() {
                subtract(&mut rest, divisor_digits.as_bytes());
                times = char::from(times as u8 + 1);
            }
            quotient.push(times);
        }
        if quotient.pop() >= Some('5') {
            quotient = one_more(&quotient);
        }
        Some(Self::new(self.is_negative != divisor.is_negative, &quotient, places).without_minus_zero())
    }

    /// Returns the share of this number in `whole` in thousandths, at most 1000. Signs are ignored.
    pub fn permille_of(&self, whole: &Self) -> u32 {
        let permille = self.divide(whole, 3, 0).map_or(Some(0), |permille| permille.to_i64());
        permille.map_or(1000, |permille| permille.unsigned_abs().min(1000) as u32)
    }

    /// Returns two numbers as integers of the same unit, without signs: `15` and `200` for 1.5 and 20. Zero is empty.
    fn aligned_digits(&self, other: &Self) -> (String, String) {
        let places = self.places.max(other.places);
        let digits = |number: &Self| {
            let padded = number.with_fraction(places).digits;
            padded[leading_zeros(&padded)..].to_owned()
        };
        (digits(self), digits(other))
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.is_negative { "-" } else { "" };
        let point = if self.places == 0 { "" } else { "." };
        write!(f, "{sign}{}{point}{}", self.integer(), self.fraction())
    }
}

fn leading_zeros(digits: &str) -> usize {
    digits.bytes().take_while(|digit| *digit == b'0').count()
}

/// Returns the digits without commas; `None` unless these separate groups of three: `1,5` may mean one and a half.
fn ungroup(integer: &str) -> Option<String> {
    let mut groups = integer.split(',');
    let mut digits = groups.next()?.to_owned();
    let may_be_grouped = (1..=3).contains(&digits.len());
    for group in groups {
        if group.len() != 3 || !may_be_grouped {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}

/// Returns the next larger integer.
fn one_more(digits: &str) -> String {
    let kept = digits.trim_end_matches('9');
    let (before, last) = kept.split_at(kept.len().saturating_sub(1));
    let last = last.parse::<u8>().unwrap_or(0) + 1;
    format!("{before}{last}{}", "0".repeat(digits.len() - kept.len()))
}

/// Compares integers without leading zeros.
fn compare(one: &[u8], other: &[u8]) -> Ordering {
    (one.len(), one).cmp(&(other.len(), other))
}

/// Subtracts an integer from one that is not smaller.
fn subtract(from: &mut Vec<u8>, digits: &[u8]) {
    let mut borrowed = 0;
    let mut digits = digits.iter().rev();
    for digit in from.iter_mut().rev() {
        let subtracted = digits.next().map_or(0, |digit| digit - b'0') + borrowed;
        let is_smaller = *digit - b'0' < subtracted;
        borrowed = u8::from(is_smaller);
        *digit = *digit + borrowed * 10 - subtracted;
    }
    let zeros = from.iter().take_while(|digit| **digit == b'0').count();
    from.drain(..zeros);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Option<String> {
        Decimal::parse(text).map(|number| number.to_string())
    }

    #[test]
    fn parse_keeps_every_digit() {
        for text in [
            "0",
            "1",
            "2324.32",
            "434.90",
            "-0.50",
            "9007199254740993.25",
            "123456789012345678901234567890.10",
        ] {
            assert_eq!(parsed(text).as_deref(), Some(text));
        }
    }

    #[test]
    fn parse_accepts_notations_of_back_ends() {
        for (text, plain) in [
            (" 12 ", "12"),
            ("+5", "5"),
            ("007", "7"),
            ("1,234.50", "1234.50"),
            ("12,345,678", "12345678"),
            (".5", "0.5"),
            ("5.", "5"),
            ("1e3", "1000"),
            ("1.5E+2", "150"),
            ("2.50e1", "25.0"),
            ("25e-3", "0.025"),
            ("-1.2e-1", "-0.12"),
        ] {
            assert_eq!(parsed(text).as_deref(), Some(plain), "{text}");
        }
        assert_eq!(parsed(&("0".repeat(300) + "1")).as_deref(), Some("1"));
        assert_eq!(parsed("1e399"), Some("1".to_owned() + &"0".repeat(399)));
    }

    #[test]
    fn parse_rejects_other_text() {
        for text in [
            "",
            " ",
            "-",
            ".",
            "e5",
            "1,5",
            "12,34",
            "1234,567",
            ",123",
            "1.2.3",
            "0x10",
            "NaN",
            "１２",
            "12元",
            "1e400",
            "1e999999999",
            "1e-500",
            "--1",
            "1 000",
        ] {
            assert_eq!(parsed(text), None, "{text}");
        }
    }

    #[test]
    fn divide_is_exact_and_rounds_once() {
        let divide = |a: &str, b: &str, scale, places| {
            let (a, b) = (Decimal::parse(a).unwrap(), Decimal::parse(b).unwrap());
            a.divide(&b, scale, places).map(|quotient| quotient.to_string())
        };
        assert_eq!(divide("434.99", "2324.32", 2, 2).as_deref(), Some("18.71"));
        assert_eq!(divide("1", "3", 0, 4).as_deref(), Some("0.3333"));
        assert_eq!(divide("2", "3", 0, 2).as_deref(), Some("0.67"));
        assert_eq!(divide("1", "8", 0, 2).as_deref(), Some("0.13"));
        assert_eq!(divide("999", "1000", 0, 2).as_deref(), Some("1.00"));
        assert_eq!(divide("-1", "4", 2, 0).as_deref(), Some("-25"));
        assert_eq!(divide("0", "7", 2, 1).as_deref(), Some("0.0"));
        assert_eq!(divide("-0.5", "9007199254740993", 2, 1).as_deref(), Some("0.0"));
        assert_eq!(divide("9", "0.9", 0, 0).as_deref(), Some("10"));
        assert_eq!(divide("1", "0.00", 0, 0), None);
        assert_eq!(divide(&"8".repeat(100), &"9".repeat(100), 2, 1).as_deref(), Some("88.9"));
        assert_eq!(
            divide("123456789012345678901234567890", "10", 0, 0).as_deref(),
            Some("12345678901234567890123456789")
        );
    }

    #[test]
    fn float_noise_is_removed() {
        let without_noise = |text: &str| {
            Decimal::parse(text)
                .unwrap()
                .without_float_noise()
                .map(|number| number.to_string())
        };
        for (sent, number) in [
            ("277.199999999999989", "277.2"),
            ("370370.33999999997", "370370.34"),
            ("0.30000000000000004", "0.3"),
            ("-0.30000000000000004", "-0.3"),
            ("1.9999999999999998", "2"),
            ("99999.999999999985", "100000"),
            ("0.09999999999999998", "0.1"),
            ("3.0000000000000004e-1", "0.3"),
            ("-0.00000123400000000000001", "-0.000001234"),
            ("1234567890123456.00000", "1234567890123456"),
            ("1.00000000000001", "1"),
            ("1.0000000000001", "none"),
            ("0.0000001000001", "none"),
            ("774.7733333333332", "none"),
            ("90071992547409931.17", "none"),
            ("123456789012345.6789", "none"),
            ("0.12345678", "none"),
            ("0.00000012345678", "none"),
            ("0.000000123456789012345", "none"),
            ("100.00000001", "none"),
            ("2324.32", "none"),
            ("1000000000000000", "none"),
        ] {
            assert_eq!(without_noise(sent).as_deref().unwrap_or("none"), number, "{sent}");
        }
    }

    #[test]
    fn with_fraction_adds_trailing_zeros() {
        for (text, padded) in [("5", "5.00"), ("-0.5", "-0.50"), ("1.234", "1.234"), ("0", "0.00")] {
            assert_eq!(Decimal::parse(text).unwrap().with_fraction(2).to_string(), padded);
        }
    }

    #[test]
    fn magnitudes_are_compared_and_scaled() {
        let number = |text: &str| Decimal::parse(text).unwrap();
        assert_eq!(number("9.10").cmp_magnitude(&number("10")), Ordering::Less);
        assert_eq!(number("-3").cmp_magnitude(&number("2.99")), Ordering::Greater);
        assert_eq!(number("1.50").cmp_magnitude(&number("1.5")), Ordering::Equal);
        assert_eq!(number("-25").permille_of(&number("100")), 250);
        assert_eq!(number("2").permille_of(&number("3")), 667);
        assert_eq!(number("5").permille_of(&number("0")), 0);
        assert_eq!(number(&"5".repeat(200)).permille_of(&number(&"9".repeat(200))), 556);
        for (text, is_negative, is_positive) in
            [("-0", false, false), ("0.00", false, false), ("-0.1", true, false), ("0.1", false, true)]
        {
            assert_eq!((number(text).is_negative(), number(text).is_positive()), (is_negative, is_positive));
        }
        assert_eq!(number("-2.5").to_i64(), Some(-2));
    }
}
