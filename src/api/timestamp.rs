//! JSON → a time.
//!
//! | what comes | what it is |
//! |---|---|
//! | `2021-08-01 12:00:00`, `2021/8/1`, `2021-08-01T12:00:00.000+08:00` | that wall-clock time, shown as it came |
//! | `[2021, 8, 1, 12, 5]`, `[2021, 8, 1]` (Java), with seconds and more or without | that wall-clock time |
//! | `20210801`, `20210801120000`, number or text | that wall-clock time |
//! | seconds (9 or 10 digits) or milliseconds (12 or 13) since 1970, number or text, with a fraction or without; `/Date(…)/` | that moment |
//! | `{"date": "2021-08-01 12:00:00.000000", …}` (PHP), `{"$date": …}` (MongoDB) | the time in it |
//! | `0000-00-00 …`, `0001-01-01 …`, `1970-01-01 00:00:00` and `08:00:00`, 0 | nothing: absent |
//! | anything else | unreadable: its raw text |

use super::field::{FromJson, first_of};
use crate::json::{Json, Raw};

/// A time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Timestamp {
    /// A wall-clock time without a zone: read for what it says, shown as it came.
    Wall {
        /// The text to be shown.
        text: String,
        /// Year, month (1 to 12), day, hour, minute, second; the hour and what follows are 0 where there is a date alone.
        parts: [u32; 6],
    },
    /// A moment, the same all over the world: milliseconds since 1970.
    Moment(i64),
}

impl FromJson for Timestamp {
    fn from_json(json: Json<'_>) -> Option<Self> {
        match json {
            Json::Text(text) => of_text(text.trim()),
            Json::Number(digits) => of_digits(digits),
            Json::List(items) => of_list(&items),
            Json::Object(object) => {
                let text = first_of(&object, &["date", "$date", "time", "value"])?;
                of_text(&text)
            }
            Json::Null | Json::Bool(_) => None,
        }
    }

    /// The zero dates of MySQL, of .NET and Go, and of 1970 in the zones that back ends of this API live in.
    fn says_nothing(&self) -> bool {
        match self {
            Self::Wall {
                parts: [year, month, day, hour, minute, second], ..
            } => match [*year, *month, *day] {
                [0, 0, 0] | [1, 1, 1] => true,
                [1970, 1, 1] => [0, 8].contains(hour) && [*minute, *second] == [0, 0],
                _ => false,
            },
            Self::Moment(milliseconds) => *milliseconds == 0,
        }
    }
}

fn of_text(text: &str) -> Option<Timestamp> {
    if let Some(inside) = text.strip_prefix("/Date(").and_then(|rest| rest.strip_suffix(")/")) {
        return of_digits(inside.split(['+', '-']).next().unwrap_or(inside));
    }
    if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return of_digits(text);
    }
    let (date, time) = text.split_once([' ', 'T']).unwrap_or((text, ""));
    let clock = time.trim_start().split(['.', '+', '-', 'Z', ' ']).next().unwrap_or_default();
    let date: Vec<&str> = date.split(['-', '/']).collect();
    let clock: Vec<&str> = clock.split(':').filter(|_| !clock.is_empty()).collect();
    if date.len() != 3 || clock.len() == 1 || clock.len() > 3 {
        return None;
    }
    wall_clock(date.into_iter().chain(clock), text)
}

/// What a number stands for.
fn of_digits(digits: &str) -> Option<Timestamp> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let number: i64 = whole.parse().ok()?;
    match whole.len() {
        1 if number == 0 => Some(Timestamp::Moment(0)),
        8 | 14 if fraction.is_empty() => {
            let ends = [0, 4, 6, 8, 10, 12, 14];
            let parts = ends.windows(2).filter_map(|ends| whole.get(ends[0]..ends[1]));
            wall_clock(parts, whole)
        }
        9 | 10 => {
            let thousandths: String = fraction.chars().chain("000".chars()).take(3).collect();
            Some(Timestamp::Moment(number * 1000 + thousandths.parse::<i64>().ok()?))
        }
        12 | 13 => Some(Timestamp::Moment(number)),
        _ => None,
    }
}

/// Year, month, day, and as many of hour, minute and second as there are.
fn of_list(items: &[Raw<'_>]) -> Option<Timestamp> {
    if !(3..=7).contains(&items.len()) {
        return None;
    }
    let numbers: Vec<&str> = items.iter().map(|item| item.text()).collect();
    // Behind the seconds, Java writes billionths of one.
    let numbers = &numbers[..numbers.len().min(6)];
    let mut text = String::new();
    for (number, mark) in numbers.iter().zip(["", "-", "-", " ", ":", ":"]) {
        text.push_str(&format!("{mark}{number:0>2}"));
    }
    if numbers.len() == 4 {
        text.push_str(":00");
    }
    wall_clock(numbers.iter().copied(), &text)
}

/// A wall-clock time of these parts, if there is one.
fn wall_clock<'a>(digits: impl Iterator<Item = &'a str>, text: &str) -> Option<Timestamp> {
    let mut parts = [0; 6];
    for (part, digits) in parts.iter_mut().zip(digits) {
        let is_number = digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
        *part = is_number.then(|| digits.parse().ok())??;
    }
    let [_, month, day, hour, minute, second] = parts;
    let in_calendar = (1..=12).contains(&month) && (1..=31).contains(&day);
    let on_clock = hour <= 24 && minute <= 59 && second <= 60;
    let time = Timestamp::Wall { text: text.to_owned(), parts };
    (time.says_nothing() || in_calendar && on_clock).then_some(time)
}
