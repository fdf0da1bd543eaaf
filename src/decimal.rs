//! A decimal number as the digits it was written with: what the API's amounts and counts are held in, because a
//! binary float would gain and lose digits.

use std::cmp::Ordering;

/// The most digits a number may have once its exponent is written out; more is no amount but an attack.
const MAX_DIGITS: usize = 400;

/// A decimal number in plain notation, with the digits of its source: trailing zeros stay, leading ones go.
///
/// ```
/// use customer_profile::decimal::Decimal;
/// assert_eq!(Decimal::parse("1,234.50").unwrap().to_string(), "1234.50");
/// assert_eq!(Decimal::parse("2.5e3").unwrap().to_string(), "2500");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    negative: bool,
    /// At least one digit.
    integer: String,
    /// May be empty.
    fraction: String,
}

impl Decimal {
    /// Reads a number as back ends write it: an optional sign, digits (in groups of three, if grouped), a fraction,
    /// an exponent. `None` for anything else, and for numbers of more than 400 digits.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (negative, text) = match text.as_bytes().first()? {
            b'-' => (true, &text[1..]),
            b'+' => (false, &text[1..]),
            _ => (false, text),
        };
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let integer = ungroup(integer)?;
        let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !is_digits(&integer) || !is_digits(fraction) || integer.len() + fraction.len() == 0 {
            return None;
        }
        let integer = integer.trim_start_matches('0');
        let shift = exponent.unsigned_abs() as usize;
        if integer.len().max(fraction.len()).saturating_add(shift) > MAX_DIGITS {
            return None;
        }
        let (integer, fraction) = shift_point(integer, fraction, exponent);
        Some(Self::of_digits(negative, &integer, &fraction))
    }

    fn of_digits(negative: bool, integer: &str, fraction: &str) -> Self {
        let significant = integer.trim_start_matches('0');
        let integer = if significant.is_empty() { "0" } else { significant };
        Self {
            negative,
            integer: integer.to_owned(),
            fraction: fraction.to_owned(),
        }
    }

    /// Above zero: fit to divide by.
    pub fn is_positive(&self) -> bool {
        !self.negative && !self.is_zero()
    }

    /// Below zero. (`-0` is not.)
    pub fn is_negative(&self) -> bool {
        self.negative && !self.is_zero()
    }

    /// How many digits stand before the point.
    pub fn integer_digits(&self) -> usize {
        self.integer.len()
    }

    /// How many digits stand after the point.
    pub fn fraction_digits(&self) -> usize {
        self.fraction.len()
    }

    /// What stands before the point; `None` if that is more than 64 bits.
    pub fn to_i64(&self) -> Option<i64> {
        let integer: i64 = self.integer.parse().ok()?;
        Some(if self.negative { -integer } else { integer })
    }

    /// The number without its fraction; `None` if that is not zero.
    pub fn to_integer(&self) -> Option<Self> {
        self.fraction
            .bytes()
            .all(|byte| byte == b'0')
            .then(|| Self { fraction: String::new(), ..self.clone() }.without_minus_zero())
    }

    /// The number without the zeros at its end, but for so many digits after the point.
    pub fn without_idle_zeros(&self, places: usize) -> Self {
        let significant = self.fraction.trim_end_matches('0').len();
        let kept = significant.max(places).min(self.fraction.len());
        Self {
            fraction: self.fraction[..kept].to_owned(),
            ..self.clone()
        }
    }

    /// The number; zero without a sign.
    pub fn without_minus_zero(self) -> Self {
        Self { negative: self.is_negative(), ..self }
    }

    /// The number with the other sign.
    pub fn negated(self) -> Self {
        Self { negative: !self.negative, ..self }
    }

    /// The number with at least so many digits after the point: zeros are put behind those it has.
    pub fn with_fraction(&self, places: usize) -> Self {
        Self {
            fraction: format!("{:0<places$}", self.fraction),
            ..self.clone()
        }
    }

    /// Compares the sizes of two numbers, their signs left aside.
    pub fn cmp_magnitude(&self, other: &Self) -> Ordering {
        let (one, other) = self.in_one_unit(other);
        (one.len(), one).cmp(&(other.len(), other))
    }

    /// The number that a binary float meant by this one: `277.2` for `277.199999999999989`. Of a number of 15 significant
    /// digits or more whose fraction runs into five or more zeros or nines, the float has made up what comes from there
    /// on. `None` for every other number.
    pub fn without_float_noise(&self) -> Option<Self> {
        let digits = format!("{}{}", self.integer, self.fraction);
        let significant = digits.trim_start_matches('0').len();
        // The zeros before the first significant digit are no noise.
        let first = self.fraction.len().saturating_sub(significant);
        let runs = ["00000", "99999"]
            .into_iter()
            .filter_map(|run| self.fraction[first..].find(run));
        let places = first + runs.min().filter(|_| significant >= 15)?;
        let kept = &digits[..self.integer.len() + places];
        let digits = if self.fraction[places..].starts_with('9') {
            one_more(kept)
        } else {
            kept.to_owned()
        };
        let (integer, fraction) = digits.split_at(digits.len() - places);
        Some(Self::of_digits(self.negative, integer, fraction).without_minus_zero())
    }

    /// `self × 10^scale ÷ divisor`, rounded half away from zero to `places` digits after the point. `None` where the
    /// divisor is zero, or has more digits than an amount of money ever has (37).
    pub fn divide(&self, divisor: &Self, scale: usize, places: usize) -> Option<Self> {
        let (dividend, by) = self.in_one_unit(divisor);
        // Ten times what is left of a division has to fit, too.
        let by = by.parse::<u128>().ok().filter(|by| (1..u128::MAX / 10).contains(by))?;
        let mut quotient = String::new();
        let mut rest = 0;
        for digit in dividend.chars().chain(std::iter::repeat_n('0', scale + places)) {
            rest = rest * 10 + u128::from(digit.to_digit(10).unwrap_or(0));
            quotient.extend(char::from_digit((rest / by) as u32, 10));
            rest %= by;
        }
        if rest * 2 >= by {
            quotient = one_more(&quotient);
        }
        let quotient = format!("{quotient:0>width$}", width = places + 1);
        let (integer, fraction) = quotient.split_at(quotient.len() - places);
        // What rounds to nothing is neither above nor below it.
        Some(Self::of_digits(self.negative != divisor.negative, integer, fraction).without_minus_zero())
    }

    /// This number's share of `whole` in thousandths, the signs left aside: 0 to 1000, `whole` being the larger.
    pub fn permille_of(&self, whole: &Self) -> u32 {
        const ENOUGH: usize = 30;
        let (part, whole) = self.in_one_unit(whole);
        // What stands behind so many digits is no thousandth.
        let cut = part.len().max(whole.len()).saturating_sub(ENOUGH);
        let first = |digits: &str| digits[..digits.len().saturating_sub(cut)].parse::<u128>().unwrap_or(0);
        let (part, whole) = (first(&part), first(&whole));
        (part * 1000 + whole / 2)
            .checked_div(whole)
            .map_or(0, |permille| permille.min(1000) as u32)
    }

    /// The digits of two numbers, their signs left aside, as whole numbers of the same unit: 1.5 and 20 as 15 and 200.
    fn in_one_unit(&self, other: &Self) -> (String, String) {
        let places = self.fraction.len().max(other.fraction.len());
        let digits = |number: &Self| {
            let digits = format!("{}{:0<places$}", number.integer, number.fraction);
            digits.trim_start_matches('0').to_owned()
        };
        (digits(self), digits(other))
    }

    /// Nothing, however many zeros it is written with.
    pub fn is_zero(&self) -> bool {
        self.integer.bytes().chain(self.fraction.bytes()).all(|byte| byte == b'0')
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.negative { "-" } else { "" };
        let point = if self.fraction.is_empty() { "" } else { "." };
        write!(f, "{sign}{}{point}{}", self.integer, self.fraction)
    }
}

/// The digits without their grouping commas; `None` where a comma stands elsewhere than between groups of three,
/// because `1,5` may mean one and a half.
fn ungroup(integer: &str) -> Option<String> {
    let mut groups = integer.split(',');
    let first = groups.next()?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.is_empty() || first.len() > 3 {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}

/// Moves the decimal point by `exponent` places.
fn shift_point(integer: &str, fraction: &str, exponent: i32) -> (String, String) {
    let digits = format!("{integer}{fraction}");
    let point = integer.len() as i64 + i64::from(exponent);
    if point <= 0 {
        let zeros = "0".repeat(point.unsigned_abs() as usize);
        return ("0".to_owned(), format!("{zeros}{digits}"));
    }
    let point = point as usize;
    if point >= digits.len() {
        return (format!("{digits:0<point$}"), String::new());
    }
    let (integer, fraction) = digits.split_at(point);
    (integer.to_owned(), fraction.to_owned())
}

/// The next larger whole number.
fn one_more(digits: &str) -> String {
    let kept = digits.trim_end_matches('9');
    let zeros = "0".repeat(digits.len() - kept.len());
    let (before, last) = kept.split_at(kept.len().saturating_sub(1));
    let last = last.parse::<u8>().unwrap_or(0) + 1;
    format!("{before}{last}{zeros}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Option<String> {
        Decimal::parse(text).map(|number| number.to_string())
    }

    #[test]
    fn keeps_the_digits_it_is_given() {
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
    fn reads_the_ways_back_ends_write_numbers() {
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
    }

    #[test]
    fn refuses_what_is_no_number() {
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
            "1e999999999",
            "1e-500",
            "--1",
            "1 000",
        ] {
            assert_eq!(parsed(text), None, "{text}");
        }
    }

    #[test]
    fn divides_exactly_and_rounds_once() {
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
        assert_eq!(divide("1", &"9".repeat(37), 0, 0).as_deref(), Some("0"));
        assert_eq!(divide("1", &"9".repeat(38), 0, 0), None);
        assert_eq!(
            divide("123456789012345678901234567890", "10", 0, 0).as_deref(),
            Some("12345678901234567890123456789")
        );
    }

    #[test]
    fn what_a_float_has_made_up_is_left_out() {
        let meant = |text: &str| {
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
            assert_eq!(meant(sent).as_deref().unwrap_or("none"), number, "{sent}");
        }
    }

    #[test]
    fn zeros_are_put_behind_the_point() {
        for (text, padded) in [("5", "5.00"), ("-0.5", "-0.50"), ("1.234", "1.234"), ("0", "0.00")] {
            assert_eq!(Decimal::parse(text).unwrap().with_fraction(2).to_string(), padded);
        }
    }

    #[test]
    fn compares_and_scales_magnitudes() {
        let number = |text: &str| Decimal::parse(text).unwrap();
        assert_eq!(number("9.10").cmp_magnitude(&number("10")), Ordering::Less);
        assert_eq!(number("-3").cmp_magnitude(&number("2.99")), Ordering::Greater);
        assert_eq!(number("1.50").cmp_magnitude(&number("1.5")), Ordering::Equal);
        assert_eq!(number("-25").permille_of(&number("100")), 250);
        assert_eq!(number("2").permille_of(&number("3")), 667);
        assert_eq!(number("5").permille_of(&number("0")), 0);
        assert_eq!(number(&"5".repeat(200)).permille_of(&number(&"9".repeat(200))), 556);
        assert!(!number("-0").is_negative() && !number("0.00").is_positive());
    }
}
