//! Amounts, counts and times as text, in the browser's own way of writing them.

mod ready;

use std::cell::RefCell;

use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::decimal::Decimal;
use crate::locale::Locale;

pub use ready::{are_ready, when_ready};

/// The most digits after the point that every browser's `Intl` takes.
const MAX_FRACTION: usize = 20;

/// How amounts of money are written: nothing that the API does not say, unless the configuration does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Money<'a> {
    /// An ISO 4217 code.
    pub currency: Option<&'a str>,
    /// What the amounts are counted in, such as `万元`; written behind them.
    pub unit: Option<&'a str>,
}

/// A number, grouped for reading: `1,234,567.80`. Its digits are those of the number, whatever the browser does.
pub fn number(number: &Decimal, locale: Locale) -> String {
    written(number, locale, None)
}

/// An amount of money: a number with the configured currency and unit, if any.
pub fn money(amount: &Decimal, money: &Money<'_>, locale: Locale) -> String {
    let text = written(amount, locale, money.currency);
    match money.unit {
        Some(unit) => format!("{text} {unit}"),
        None => text,
    }
}

/// A count of things on the page itself.
pub fn count(count: usize) -> String {
    group(&count.to_string())
}

fn written(number: &Decimal, locale: Locale, currency: Option<&str>) -> String {
    let plain = number.to_string();
    if currency.is_none() && !groups_otherwise(locale) {
        return group(&plain);
    }
    let by_browser = intl_number(&plain, number.fraction_digits(), locale, currency);
    // Browsers before 2023 take a decimal string through a float: then their digits are not ours.
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).collect::<Vec<_>>();
    by_browser.filter(|text| digits(text) == digits(&plain)).unwrap_or_else(|| match currency {
        Some(currency) => format!("{currency} {}", group(&plain)),
        None => group(&plain),
    })
}

fn intl_number(plain: &str, fraction: usize, locale: Locale, currency: Option<&str>) -> Option<String> {
    if fraction > MAX_FRACTION {
        return None;
    }
    let way = Way { locale, fraction, currency: currency.map(str::to_owned) };
    let format = WAYS.with_borrow_mut(|ways| match ways.iter().find(|(known, _)| *known == way) {
        Some((_, format)) => Some(format.clone()),
        None => {
            let format = number_format(&way)?;
            ways.push((way, format.clone()));
            Some(format)
        }
    })?;
    format.call1(&JsValue::UNDEFINED, &plain.into()).ok()?.as_string()
}

thread_local! {
    /// The languages for which the browser has been asked how it groups digits, and whether it does so otherwise than
    /// [`group`].
    static ASKED: RefCell<Vec<(Locale, bool)>> = const { RefCell::new(Vec::new()) };
}

/// Whether the browser has been asked how it writes in this language. Getting its first way of writing ready takes a slow
/// processor 100 ms, for which the first picture of a customer does not wait: plain numbers are grouped here
/// until [`warm_up`].
pub fn is_warm(locale: Locale) -> bool {
    ASKED.with_borrow(|asked| asked.iter().any(|(known, _)| *known == locale))
}

/// Asks the browser how it writes plain numbers in this language; whether that is how they were written until now. Where
/// it is, they are grouped here from then on, too: having the browser write each of them takes a slow processor half a
/// millisecond. Where it is not, the browser writes them all.
pub fn warm_up(locale: Locale) -> bool {
    // Four digits: some languages group only from five on.
    const PROBES: [&str; 6] = ["1234", "-1234567", "1234.5", "-1234567.8", "1234.50", "-12345678901234.80"];
    let differs = |probe: &&str| {
        let fraction = probe.find('.').map_or(0, |point| probe.len() - point - 1);
        intl_number(probe, fraction, locale, None).is_some_and(|written| written != group(probe))
    };
    let otherwise = PROBES.iter().any(differs);
    ASKED.with_borrow_mut(|asked| {
        asked.retain(|(known, _)| *known != locale);
        asked.push((locale, otherwise));
    });
    !otherwise
}

fn groups_otherwise(locale: Locale) -> bool {
    ASKED.with_borrow(|asked| asked.contains(&(locale, true)))
}

/// Forgets all that, as at the start of the program: tests change the browser.
pub fn cool_down() {
    ASKED.with_borrow_mut(Vec::clear);
    WAYS.with_borrow_mut(Vec::clear);
    ready::forget();
}

/// A way of writing numbers.
#[derive(PartialEq)]
struct Way {
    locale: Locale,
    fraction: usize,
    currency: Option<String>,
}

thread_local! {
    /// The browser's function for each way: making one takes it far longer than writing a number with it.
    static WAYS: RefCell<Vec<(Way, Function)>> = const { RefCell::new(Vec::new()) };
}

fn number_format(way: &Way) -> Option<Function> {
    let options = Object::new();
    let set = |key: &str, value: JsValue| Reflect::set(&options, &key.into(), &value).ok();
    set("minimumFractionDigits", (way.fraction as u32).into())?;
    set("maximumFractionDigits", (way.fraction as u32).into())?;
    if let Some(currency) = &way.currency {
        set("style", "currency".into())?;
        set("currency", currency.into())?;
    }
    let format = Intl::NumberFormat::new(&Array::of1(&way.locale.tag().into()), &options);
    Reflect::get(&format, &"format".into()).ok()?.dyn_into().ok()
}

/// Commas between groups of three digits, before the point: what [`warm_up`] compares the browser with.
pub fn group(plain: &str) -> String {
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

/// How long ago a wall-clock time is by the clock of the person who reads: `3年前`. `parts` are year, month (1 to 12),
/// day, hour, minute and second.
pub fn relative_time(parts: [u32; 6], locale: Locale) -> Option<String> {
    let now = js_sys::Date::new_0();
    let wall = [
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date(),
        now.get_hours(),
        now.get_minutes(),
        now.get_seconds(),
    ];
    let (value, unit) = difference(seconds(parts), seconds(wall));
    let options = Object::new();
    Reflect::set(&options, &"numeric".into(), &"auto".into()).ok()?;
    // A browser without it has no secondary reading.
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    Reflect::get(&intl, &"RelativeTimeFormat".into()).ok()?.dyn_ref::<Function>()?;
    let format = Intl::RelativeTimeFormat::new(&Array::of1(&locale.tag().into()), &options);
    Some(format.format(f64::from(value), unit).into())
}

/// The time of day of a moment (milliseconds since 1970), by the clock of the person who reads: `09:05`.
pub fn time_of_day(moment: f64) -> String {
    let date = js_sys::Date::new(&moment.into());
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// A moment (milliseconds since 1970) as date and time of day, by the clock of the person who reads.
pub fn date_and_time(moment: f64) -> String {
    let date = js_sys::Date::new(&moment.into());
    let (year, month, day) = (date.get_full_year(), date.get_month() + 1, date.get_date());
    format!("{year}-{month:02}-{day:02} {}", time_of_day(moment))
}

/// Seconds on one count of days in which every wall-clock time has its place; both ends of a difference use it.
fn seconds([year, month, day, hour, minute, second]: [u32; 6]) -> i64 {
    let (year, month, day) = (i64::from(year), i64::from(month), i64::from(day));
    // Years that begin in March: the leap day comes last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    let days = days + (month * 153 + 2) / 5 + day;
    days * 86_400 + i64::from(hour) * 3_600 + i64::from(minute) * 60 + i64::from(second)
}

/// From `now` to `then`, in the largest unit of which there is one.
fn difference(then: i64, now: i64) -> (i32, &'static str) {
    const UNITS: [(i64, &str); 5] =
        [(31_556_952, "year"), (2_629_746, "month"), (86_400, "day"), (3_600, "hour"), (60, "minute")];
    let seconds = then - now;
    let (size, unit) = UNITS.into_iter().find(|(size, _)| seconds.abs() >= *size).unwrap_or((1, "second"));
    ((seconds / size) as i32, unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_digits_by_three() {
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
    fn differences_are_told_in_their_largest_unit() {
        let now = seconds([2026, 3, 1, 12, 0, 0]);
        for (then, told) in [
            ([2021, 8, 1, 12, 0, 0], (-4, "year")),
            ([2026, 2, 28, 12, 0, 0], (-1, "day")),
            ([2024, 2, 29, 12, 0, 0], (-2, "year")),
            ([2026, 3, 1, 12, 0, 59], (59, "second")),
            ([2026, 3, 1, 9, 30, 0], (-2, "hour")),
            ([2026, 1, 1, 0, 0, 0], (-1, "month")),
        ] {
            assert_eq!(difference(seconds(then), now), told);
        }
    }

    #[test]
    fn a_leap_year_has_a_day_more() {
        let days = |from, to| (seconds(to) - seconds(from)) / 86_400;
        assert_eq!(days([2024, 1, 1, 0, 0, 0], [2025, 1, 1, 0, 0, 0]), 366);
        assert_eq!(days([2100, 1, 1, 0, 0, 0], [2101, 1, 1, 0, 0, 0]), 365);
        assert_eq!(days([2026, 2, 28, 0, 0, 0], [2026, 3, 1, 0, 0, 0]), 1);
    }
}
