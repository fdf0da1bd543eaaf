//! JSON → a time. A time of a stated zone is a moment; without one it is wall-clock time, shown as it came.
//!
//! | what comes | where |
//! |---|---|
//! | text | `time_text.rs` |
//! | a number, or a text that is one: seconds to nanoseconds since 1970, `20210801`, days since 1900 | [`of_number`] |
//! | a list of parts: `[2021, 8, 1, 12, 5]` | [`of_list`] |
//! | an object: a wrapper, parts by name, a date beside a time of day, a moment beside its parts | [`of_object`] |

use super::field::{Field, FromJson};
use super::normalize::{
    MAX_DEPTH, Part, Rule, Scalar, clean, content, inside_text, is_nothing, note, scalar, without_type_tag,
};
use super::time_text::{self, Parts};
use crate::decimal::Decimal;
use crate::json::{Json, Object, Raw};

/// A time.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Timestamp {
    /// A wall-clock time without a zone.
    Wall {
        /// The text to show.
        text: String,
        /// Year, month (1 to 12), day, hour, minute, second; the hour and what follows are 0 if there is a date alone.
        parts: [u32; 6],
    },
    /// A moment, the same all over the world.
    Moment {
        /// Since 1970.
        milliseconds: i64,
        /// What the server sent.
        wire: String,
    },
}

impl FromJson for Timestamp {
    fn read(raw: Raw<'_>) -> Field<Self> {
        if raw.peek().is_blank() {
            return Field::Absent;
        }
        if let Json::Text(text) = raw.peek() {
            let text = clean(&text);
            if text.is_empty() || is_nothing(&text) {
                return Field::Absent;
            }
        }
        match of_raw(raw, MAX_DEPTH) {
            Some(time) if time.is_zero() => Field::Absent,
            Some(time) => Field::Value(time),
            None if scalar(raw, Part::Words) == Scalar::Nothing => Field::Absent,
            None => Field::unreadable(raw),
        }
    }
}

impl Timestamp {
    /// Zero dates: of MySQL, of .NET and Go, and of 1970 in UTC and in China.
    fn is_zero(&self) -> bool {
        match self {
            Self::Wall {
                parts: [year, month, day, hour, minute, second], ..
            } => match [*year, *month, *day] {
                [0, 0, 0] | [1, 1, 1] => true,
                [1970, 1, 1] => [0, 8].contains(hour) && [*minute, *second] == [0, 0],
                _ => false,
            },
            Self::Moment { milliseconds, .. } => {
                // The first two days of the year 1: its zero may have been moved by a zone.
                [0, -28_800_000].contains(milliseconds)
                    || (YEAR_ONE - DAY..=YEAR_ONE + DAY).contains(milliseconds)
            }
        }
    }

    fn of_parts(parts: Parts, text: &str) -> Option<Self> {
        let time = match parts.offset {
            None => Self::Wall { text: text.to_owned(), parts: parts.clock },
            Some(offset) => Self::Moment {
                milliseconds: parts.milliseconds() - i64::from(offset) * 60_000,
                wire: text.to_owned(),
            },
        };
        let is_zero = matches!(parts.clock, [0, 0, 0, ..]) || time.is_zero();
        if is_zero {
            return Some(Self::Wall { text: text.to_owned(), parts: [0; 6] });
        }
        parts.is_in_calendar().then(|| {
            if parts.offset.is_some() {
                note(Rule::Zone);
            }
            time
        })
    }
}

const DAY: i64 = 86_400_000;
/// The beginning of the year 1, in milliseconds since 1970.
const YEAR_ONE: i64 = -62_135_596_800_000;

fn of_raw(raw: Raw<'_>, depth: usize) -> Option<Timestamp> {
    let depth = depth.checked_sub(1)?;
    match raw.peek() {
        Json::Text(text) => match inside_text(&text) {
            Some(inner) => {
                note(Rule::JsonText);
                of_raw(inner, depth)
            }
            None => of_text(&clean(&text)),
        },
        Json::Number(digits) => of_number(digits),
        Json::List(items) => match without_type_tag(&items) {
            [one] => {
                note(Rule::ListOfOne);
                of_raw(*one, depth)
            }
            items => of_list(items),
        },
        Json::Object(object) => of_object(&object, depth),
        Json::Null | Json::Bool(_) => None,
    }
}

fn of_text(text: &str) -> Option<Timestamp> {
    // .NET: `/Date(1627819200000+0800)/`, with the zone it was written in.
    let inside = text
        .trim_matches('/')
        .strip_prefix("Date(")
        .and_then(|rest| rest.strip_suffix(')'));
    if let Some(inside) = inside {
        note(Rule::Time);
        let digits = inside
            .get(1..)
            .and_then(|rest| rest.find(['+', '-']))
            .map_or(inside, |at| &inside[..at + 1]);
        return moment(digits.parse().ok()?, text);
    }
    of_number(text).or_else(|| Timestamp::of_parts(time_text::parse(text)?, text))
}

fn moment(milliseconds: i64, wire: &str) -> Option<Timestamp> {
    Some(Timestamp::Moment { milliseconds, wire: wire.to_owned() })
}

/// A number: what it counts follows from how many digits it has.
fn of_number(wire: &str) -> Option<Timestamp> {
    let number = Decimal::parse(wire).filter(|_| !wire.contains(','))?;
    if number.is_zero() {
        return moment(0, wire);
    }
    let plain = number.to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let is_whole = fraction.bytes().all(|byte| byte == b'0');
    let thousandths = || format!("{fraction:0<3.3}").parse::<i64>().ok();
    let count: i64 = whole.parse().ok()?;
    if count < 0 {
        let zero = |milliseconds| moment(milliseconds, wire).filter(Timestamp::is_zero);
        return zero(count).or_else(|| zero(count.checked_mul(1000)?));
    }
    note(Rule::Time);
    match whole.len() {
        // Excel's days since 1900, of this century and the end of the last.
        5 if (25_569..73_051).contains(&count) => {
            let seconds = number.divide(&Decimal::parse("1")?, 0, 6)?.to_string();
            let (_, of_day) = seconds.split_once('.')?;
            let milliseconds =
                (count - 25_569) * DAY + (of_day.parse::<i64>().ok()? * DAY + 500_000) / 1_000_000;
            let parts = Parts::of_milliseconds((milliseconds + 500).div_euclid(1000) * 1000);
            Timestamp::of_parts(parts, &parts.text(if is_whole { 3 } else { 6 }))
        }
        8 | 14 | 17 if is_whole => {
            let parts = time_text::parse_digits(whole)?;
            Timestamp::of_parts(parts, whole)
        }
        9 | 10 => moment(count * 1000 + thousandths()?, wire),
        // `202108011200` may be a date without separators.
        12 if time_text::parse_digits(whole).is_some() => None,
        12 | 13 => moment(count, wire),
        15 | 16 => moment(count / 1000, wire),
        18 | 19 => moment(count / 1_000_000, wire),
        _ => None,
    }
}

/// Year, month, day, and as many of hour, minute, second and billionths as there are.
fn of_list(items: &[Raw<'_>]) -> Option<Timestamp> {
    if !(3..=7).contains(&items.len()) {
        return None;
    }
    let mut clock = [0; 6];
    for (part, item) in clock.iter_mut().zip(items) {
        *part = item.text().parse::<u32>().ok().filter(|part| *part <= 9999)?;
    }
    note(Rule::Time);
    let parts = Parts { clock, ..Parts::default() };
    Timestamp::of_parts(parts, &parts.text(items.len().min(6)))
}

fn of_object(object: &Object<'_>, depth: usize) -> Option<Timestamp> {
    if let Some(time) = of_names(object) {
        note(Rule::Time);
        return Some(time);
    }
    let members = content(object)?;
    let text = |key: &str| match scalar(object.find(key)?, Part::Words) {
        Scalar::Text(text) => Some(text),
        _ => None,
    };
    // A date beside a time of day, or beside its zone (PHP).
    if let Some(date) = text("date") {
        note(Rule::Time);
        if let Some(parts) = text("time").and_then(|time| time_text::parse(&format!("{date} {time}"))) {
            return Timestamp::of_parts(parts, &parts.text(6));
        }
        let zone = text("timezone").filter(|zone| zone.starts_with(['+', '-', 'Z']) || zone == "UTC");
        let with_zone = zone.and_then(|zone| time_text::parse(&format!("{date} {zone}")));
        return match with_zone {
            Some(parts) => Timestamp::of_parts(parts, &date),
            None => of_text(&date),
        };
    }
    let known = ["$date", "date", "dateTime", "time", "value", "$numberLong"];
    let inner = known.iter().find_map(|key| object.find(key)).or(match members.as_slice() {
        [(_, only)] => Some(*only),
        _ => None,
    });
    note(Rule::Wrapper);
    of_raw(inner?, depth)
}

/// A time whose parts have names, or a moment among them.
fn of_names(object: &Object<'_>) -> Option<Timestamp> {
    fn nested<'a>(object: &Object<'a>, names: &[&str]) -> Option<Object<'a>> {
        match names.iter().find_map(|name| object.find(name))?.peek() {
            Json::Object(inner) => Some(inner),
            _ => None,
        }
    }
    // `{"dateTime": {"date": {…}, "time": {…}}, "offset": {"totalSeconds": 28800}}`
    let local = nested(object, &["dateTime", "localDateTime"]);
    let local = local.as_ref().unwrap_or(object);
    let (date, time) = (nested(local, &["date"]), nested(local, &["time"]));
    let holders = [Some(local), date.as_ref(), time.as_ref()];
    let text = |names: &[&str]| {
        let holders = holders.iter().flatten();
        holders
            .flat_map(|holder| names.iter().map(|name| holder.find(name)))
            .flatten()
            .find_map(|raw| match scalar(raw, Part::Words) {
                Scalar::Number(text) | Scalar::Text(text) => Some(text),
                Scalar::Nothing | Scalar::Unclear => None,
            })
    };
    let number = |names: &[&str]| text(names)?.parse::<i64>().ok();
    let wire = || object.raw().text().chars().take(200).collect::<String>();

    let moments = ["millis", "timeInMillis", "epochMilli", "timestamp", "time"];
    if let Some(Timestamp::Moment { milliseconds, .. }) = text(&moments).and_then(|count| of_number(&count)) {
        return moment(milliseconds, &wire());
    }
    let Some(year) = number(&["year"]) else {
        // A moment of protobuf, of Firestore, of Java's Instant.
        let seconds = number(&["seconds", "epochSecond", "_seconds"])?;
        let nanos = number(&["nanos", "nano", "nanoseconds", "_nanoseconds"]).unwrap_or(0);
        return moment(seconds.checked_mul(1000)?.checked_add(nanos / 1_000_000)?, &wire());
    };
    // Calendar counts months from 0; `java.util.Date` does, too, and years from 1900.
    let of_calendar = number(&["hourOfDay"]).is_some() && number(&["monthValue"]).is_none();
    let month = match (number(&["monthValue", "monthOfYear"]), number(&["month"]), text(&["month"])) {
        (Some(month), ..) => month,
        (None, Some(month), _) => month + i64::from(of_calendar),
        (None, None, Some(name)) => i64::from(time_text::month_named(&name)?),
        (None, None, None) => return None,
    };
    let day = number(&["dayOfMonth", "day"])?;
    let hour = number(&["hourOfDay", "hour", "hours"]);
    let minute = number(&["minute", "minutes", "minuteOfHour"]);
    let second = number(&["second", "seconds", "secondOfMinute"]);
    let mut clock = [0; 6];
    let counts = [year, month, day, hour.unwrap_or(0), minute.unwrap_or(0), second.unwrap_or(0)];
    for (part, count) in clock.iter_mut().zip(counts) {
        *part = u32::try_from(count).ok().filter(|part| *part <= 9999)?;
    }
    if year < 1000 && year != 0 && year != 1 {
        return None;
    }
    let offset = nested(object, &["offset", "zoneOffset"]).and_then(|offset| {
        Some((offset.find("totalSeconds")?.text().parse::<i32>().ok()?).clamp(-64_800, 64_800) / 60)
    });
    let parts = Parts { clock, offset };
    Timestamp::of_parts(parts, &parts.text(if hour.is_some() { 6 } else { 3 }))
}
