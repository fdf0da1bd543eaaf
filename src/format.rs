//! Formats amounts, counts and times.

use std::cmp::Ordering;

use crate::browser::js;
use crate::browser::time_zone::{local_time, wall_clock};
use crate::calendar;
use crate::decimal::Decimal;
use crate::locale::{LargeUnit, Locale, RELATIVE_UNITS, fill, plural};

/// The maximum number of fraction digits that every browser's `Intl` accepts.
const MAX_FRACTION: usize = 20;

/// The configured format of amounts; the API specifies neither currency nor unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MoneyFormat<'a> {
    /// An ISO 4217 code.
    pub currency: Option<&'a str>,
    /// Written after the amount, such as `万元`.
    pub unit: Option<&'a str>,
}

impl<'a> MoneyFormat<'a> {
    /// Returns the format for a unit that a response states: `CNY`, `¥` or `万元`.
    pub fn of_unit(unit: &'a str) -> Self {
        if unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase()) {
            Self { currency: Some(unit), unit: None }
        } else {
            Self { currency: None, unit: Some(unit) }
        }
    }
}

/// Formats a number with all of its digits: `1,234,567.80`. The same as `Intl` in both languages (a browser test compares
/// them), which is slow to initialise.
pub fn format_number(number: &Decimal) -> String {
    group(&number.to_string())
}

/// The minimum number of fraction digits of an amount, so that amounts align.
const MONEY_FRACTION: usize = 2;

/// Formats an amount with the configured currency and unit, and at least two fraction digits.
pub fn format_money(amount: &Decimal, money: &MoneyFormat<'_>, locale: Locale) -> String {
    let amount = amount.without_trailing_zeros(MONEY_FRACTION).with_fraction(MONEY_FRACTION);
    let text = match money.currency {
        Some(currency) => with_currency(&amount, currency, locale),
        None => format_number(&amount),
    };
    match money.unit {
        // A currency sign goes before the digits.
        Some(sign) if sign.ends_with(['$', '¥', '€', '£', '₩', '₽', '₹', '฿']) => {
            match text.strip_prefix('-') {
                Some(digits) => format!("-{sign}{digits}"),
                None => format!("{sign}{text}"),
            }
        }
        // A non-breaking space.
        Some(unit) => format!("{text}\u{a0}{unit}"),
        None => text,
    }
}

/// Minimum number of integer digits of a large amount: smaller ones are easy to read in full.
const LARGE_FROM_DIGITS: usize = 5;
/// Maximum number of integer digits of an amount in a large unit: with more, it is no easier to read.
const MAX_LARGE_DIGITS: usize = 4;

/// Rounds an amount of ten thousand or more to the largest unit that fits at least once. Returns the number and the unit:
/// `1,284.6` and `万`.
pub fn in_large_unit(amount: &Decimal, units: &'static [LargeUnit]) -> Option<(String, &'static str)> {
    let is_large = amount.integer_digits() >= LARGE_FROM_DIGITS;
    let rounded = |unit: &'static LargeUnit| {
        let size = Decimal::parse(&format!("1e{}", unit.exponent))?;
        let number = amount.divide(&size, 0, unit.places)?;
        (number.cmp_magnitude(&Decimal::parse("1")?) != Ordering::Less).then_some((number, unit.word))
    };
    let (number, word) = is_large.then(|| units.iter().rev().find_map(rounded)).flatten()?;
    if number.integer_digits() > MAX_LARGE_DIGITS {
        return None;
    }
    let text = format_number(&number);
    Some((text.trim_end_matches('0').trim_end_matches('.').to_owned(), word))
}

pub fn format_count(count: usize) -> String {
    group(&count.to_string())
}

fn with_currency(amount: &Decimal, currency: &str, locale: Locale) -> String {
    // Browsers before 2023 convert a decimal string to a float, which may change its digits.
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).collect::<Vec<_>>();
    let plain = amount.to_string();
    by_browser(amount, currency, locale)
        .filter(|text| digits(text) == digits(&plain))
        .unwrap_or_else(|| format!("{currency} {}", group(&plain)))
}

/// Formats an amount with `Intl.NumberFormat`; `None` if the browser cannot, or there is none.
fn by_browser(amount: &Decimal, currency: &str, locale: Locale) -> Option<String> {
    if cfg!(not(target_arch = "wasm32")) || amount.fraction_digits() > MAX_FRACTION {
        return None;
    }
    let places = amount.fraction_digits().to_string();
    let options = [
        ("style", "currency"),
        ("currency", currency),
        ("minimumFractionDigits", &places),
        ("maximumFractionDigits", &places),
    ];
    let format = js::intl("NumberFormat", locale.tag(), &options)?;
    // A string: a JavaScript number would change digits.
    js::call(&format, "format", &[&amount.to_string()]).as_string()
}

/// Groups the integer digits by commas.
fn group(plain: &str) -> String {
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("-", digits));
    let (integer, fraction) = digits.find('.').map_or((digits, ""), |point| digits.split_at(point));
    let mut grouped = String::from(sign);
    for (index, digit) in integer.chars().enumerate() {
        if index > 0 && (integer.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + fraction
}

/// Placeholders in GB/T 2260 for groups of counties without a name.
const UNNAMED_STEPS: [&str; 5] = ["市辖区", "市辖县", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"];

/// Returns the last two steps of an area that name a place: `宁波市`, `北仑区`.
pub fn short_area(steps: &[String]) -> Vec<&str> {
    let steps = steps.iter().map(String::as_str);
    let mut named: Vec<&str> = steps.filter(|step| !UNNAMED_STEPS.contains(step)).collect();
    named.dedup();
    named.split_off(named.len().saturating_sub(2))
}

/// Formats a date without a time of day relative to a wall-clock time: `今天`, `3年前`.
pub fn relative_date(date: [u32; 6], [year, month, day, ..]: [u32; 6], locale: Locale) -> String {
    let today = [year, month, day, 0, 0, 0];
    if date == today {
        return locale.texts().today.to_owned();
    }
    relative_time(date, today, locale)
}

/// Formats a wall-clock time relative to another: `3年前`.
pub fn relative_time(time: [u32; 6], now: [u32; 6], locale: Locale) -> String {
    relative(calendar::seconds(time), calendar::seconds(now), locale)
}

/// Formats a moment relative to another, in milliseconds since 1970.
pub fn relative_moment(moment: f64, now: f64, locale: Locale) -> String {
    let in_seconds = |moment: f64| (moment / 1000.0).floor() as i64;
    relative(in_seconds(moment), in_seconds(now), locale)
}

/// Formats the time from `now` to `then`, in seconds, in the largest unit that fits at least once. Not by
/// `Intl.RelativeTimeFormat`: on phones, its first use takes longer than rendering the record.
fn relative(then: i64, now: i64, locale: Locale) -> String {
    let seconds = then - now;
    let Some(unit) = RELATIVE_UNITS.iter().find(|unit| seconds.abs() >= unit.seconds) else {
        return locale.texts().now.to_owned();
    };
    let count = (seconds.abs() / unit.seconds) as usize;
    let text = locale.pick(if seconds < 0 { unit.past } else { unit.future });
    fill(plural(text, count), &[&count.to_string()])
}

/// Formats the local time of day of a moment (milliseconds since 1970): `09:05`.
pub fn time_of_day(moment: f64) -> String {
    calendar::text(local_time(moment))[11..16].to_owned()
}

/// Returns the number of local midnights between two moments (milliseconds since 1970).
pub fn days_between(earlier: f64, later: f64) -> i64 {
    let day = |moment| calendar::seconds(local_time(moment)).div_euclid(calendar::DAY);
    day(later) - day(earlier)
}

/// Formats a moment (milliseconds since 1970) in local time: `2021-08-01 20:00`.
pub fn date_and_time(moment: f64) -> String {
    calendar::text(local_time(moment))[..16].to_owned()
}

/// Formats a moment (milliseconds since 1970) in a time zone, by default the browser's, with its UTC offset:
/// `2021-08-01 20:00:00 +08:00`.
pub fn format_moment(moment: f64, zone: Option<&str>) -> String {
    let date = wall_clock(zone, moment);
    let minutes = (calendar::seconds(date) - (moment / 1000.0).floor() as i64) / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    let minutes = minutes.abs();
    format!("{} {sign}{:02}:{:02}", calendar::text(date), minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped_by_three() {
        for (plain, grouped) in [
            ("0", "0"),
            ("999", "999"),
            ("1000", "1,000"),
            ("-123456.7800", "-123,456.7800"),
            ("1234567890123456789", "1,234,567,890,123,456,789"),
        ] {
            assert_eq!(group(plain), grouped);
        }
    }

    #[test]
    fn large_amounts_are_rounded_to_the_largest_unit_that_fits() {
        let large = |amount: &str, locale: Locale| {
            let (number, unit) = in_large_unit(&Decimal::parse(amount).unwrap(), locale.large_units())?;
            Some(format!("{number} {unit}"))
        };
        for (amount, zh, en) in [
            ("9999.99", None, None),
            ("10000", Some("1 万"), Some("10 K")),
            ("-642317.50", Some("-64.2 万"), Some("-642.3 K")),
            ("999999.99", Some("100 万"), Some("1 M")),
            ("12846350.75", Some("1,284.6 万"), Some("12.85 M")),
            ("99999999", Some("1 亿"), Some("100 M")),
            ("128463507500", Some("1,284.64 亿"), Some("128.46 B")),
            ("1234567890123456", Some("1,234.57 万亿"), Some("1,234.57 T")),
            ("12345678901234567", None, None),
        ] {
            assert_eq!(large(amount, Locale::Zh).as_deref(), zh, "{amount}");
            assert_eq!(large(amount, Locale::En).as_deref(), en, "{amount}");
        }
    }

    #[test]
    fn short_area_is_the_last_two_named_steps() {
        for (area, short) in [
            ("浙江省 宁波市 北仑区", "宁波市 北仑区"),
            ("北京市 市辖区 海淀区", "北京市 海淀区"),
            ("北京市 北京市 市辖区", "北京市"),
            ("浙江省 杭州市 市辖区", "浙江省 杭州市"),
            ("海南省 省直辖县级行政区划 琼海市", "海南省 琼海市"),
            ("上海", "上海"),
            ("市辖区", ""),
            ("", ""),
        ] {
            let steps: Vec<String> = area.split_whitespace().map(str::to_owned).collect();
            assert_eq!(short_area(&steps).join(" "), short, "{area}");
        }
    }

    #[test]
    fn relative_times_use_the_largest_unit_that_fits() {
        let now = [2026, 3, 1, 12, 0, 0];
        for (then, zh, en) in [
            (now, "刚刚", "just now"),
            ([2026, 3, 1, 12, 0, 59], "59秒钟后", "in 59 seconds"),
            ([2026, 3, 1, 11, 59, 59], "1秒钟前", "1 second ago"),
            ([2026, 3, 1, 11, 55, 0], "5分钟前", "5 minutes ago"),
            ([2026, 3, 1, 9, 30, 0], "2小时前", "2 hours ago"),
            ([2026, 2, 28, 12, 0, 0], "1天前", "1 day ago"),
            // Two midnights ago, but not two days.
            ([2026, 2, 27, 20, 0, 0], "1天前", "1 day ago"),
            ([2026, 2, 24, 11, 0, 0], "5天前", "5 days ago"),
            ([2026, 3, 2, 12, 0, 0], "1天后", "in 1 day"),
            ([2026, 1, 1, 0, 0, 0], "1个月前", "1 month ago"),
            ([2025, 2, 1, 0, 0, 0], "1年前", "1 year ago"),
            ([2024, 2, 29, 12, 0, 0], "2年前", "2 years ago"),
            ([2021, 8, 1, 12, 0, 0], "4年前", "4 years ago"),
        ] {
            let text = |locale| relative_time(then, now, locale);
            assert_eq!((text(Locale::Zh).as_str(), text(Locale::En).as_str()), (zh, en), "{then:?}");
        }
    }

    #[test]
    fn dates_are_relative_to_today() {
        let now = [2026, 3, 1, 12, 0, 0];
        for (date, zh, en) in [
            ([2026, 3, 1, 0, 0, 0], "今天", "today"),
            ([2026, 2, 28, 0, 0, 0], "1天前", "1 day ago"),
            ([2026, 3, 2, 0, 0, 0], "1天后", "in 1 day"),
            ([2026, 2, 27, 0, 0, 0], "2天前", "2 days ago"),
        ] {
            let text = |locale| relative_date(date, now, locale);
            assert_eq!((text(Locale::Zh).as_str(), text(Locale::En).as_str()), (zh, en), "{date:?}");
        }
    }
}
