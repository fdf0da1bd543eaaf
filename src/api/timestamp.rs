//! JSON → times. With a time zone, a time is a moment; without one, it is wall-clock time and shown as received.
//!
//! | input | read by |
//! |---|---|
//! | text | `time_text.rs` |
//! | a number, also as text: seconds to nanoseconds since 1970, `20210801`, days since 1900 | `timestamp_from_number` |
//! | a list of parts: `[2021, 8, 1, 12, 5]` | `timestamp_from_list` |
//! | an object: a wrapper, parts by name, a date beside a time of day, a moment beside its parts | `timestamp_from_object` |

use super::field::{Field, FromJson};
use super::normalize::{Members, NormalValue, Part, Rule, is_one_of, is_placeholder, member, note, scalar};
use super::time_text::{self, Parts};
use crate::calendar;
use crate::decimal::Decimal;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Timestamp {
    /// A wall-clock time without a zone.
    Wall {
        /// The text to show.
        text: String,
        /// Year, month (1 to 12), day, hour, minute, second. A date alone has the hour 0.
        parts: [u32; 6],
    },
    Moment {
        /// Since 1970.
        milliseconds: i64,
        /// The text or the digits of the response.
        wire: String,
    },
}

impl FromJson for Timestamp {
    fn of(value: &NormalValue) -> Option<Field<Self>> {
        match timestamp_from_value(value) {
            Some(time) if time.is_zero() => Some(Field::Absent),
            Some(time) => Some(Field::Value(time)),
            None => match scalar(value, Part::Words) {
                NormalValue::Text(text) if is_placeholder(&text) => Some(Field::Absent),
                NormalValue::Nothing => Some(Field::Absent),
                _ => None,
            },
        }
    }
}

impl Timestamp {
    /// Whether this is a date without a time of day.
    pub fn is_date(&self) -> bool {
        matches!(self, Self::Wall { parts: [.., 0, 0, 0], text } if !text.contains(':'))
    }

    /// Whether this is a zero date: one of [`ZERO_DATES`], or of 1970 in UTC or in China.
    fn is_zero(&self) -> bool {
        match self {
            Self::Wall {
                parts: [year, month, day, hour, minute, second], ..
            } => match [*year, *month, *day] {
                [1970, 1, 1] => [0, 8].contains(hour) && [*minute, *second] == [0, 0],
                date => ZERO_DATES.contains(&date),
            },
            Self::Moment { milliseconds, .. } => {
                // A time zone may have moved the zero of the year 1 by hours.
                [0, -28_800_000].contains(milliseconds)
                    || (YEAR_ONE - DAY..=YEAR_ONE + DAY).contains(milliseconds)
            }
        }
    }

    fn from_parts(parts: Parts, text: &str) -> Option<Self> {
        let time = match parts.offset {
            None => Self::Wall { text: text.to_owned(), parts: parts.clock },
            Some(offset) => Self::Moment {
                milliseconds: (calendar::seconds(parts.clock) - i64::from(offset) * 60) * 1000,
                wire: text.to_owned(),
            },
        };
        if ZERO_DATES.iter().any(|date| parts.clock.starts_with(date)) {
            return Some(Self::Wall { text: text.to_owned(), parts: parts.clock });
        }
        parts.is_in_calendar().then(|| {
            if parts.offset.is_some() {
                note(Rule::Zone);
            }
            time
        })
    }
}

/// The dates that stand for none: of MySQL, .NET and Go, SQL Server (`datetime`), OLE, SQL Server (0), and the last date of
/// many databases.
const ZERO_DATES: [[u32; 3]; 6] =
    [[0, 0, 0], [1, 1, 1], [1753, 1, 1], [1899, 12, 30], [1900, 1, 1], [9999, 12, 31]];
const DAY: i64 = calendar::DAY * 1000;
/// The year 1, in milliseconds since 1970.
const YEAR_ONE: i64 = -62_135_596_800_000;
/// Counts since 1970 that are moments: from the zero of the year 1, in any time zone, until 2099.
const MOMENTS: std::ops::Range<i64> = YEAR_ONE - DAY..4_102_444_800_000;
/// Names of members with the seconds of a moment (Protobuf, Firestore, Java's `Instant`).
const SECONDS: &str = "seconds|epochSecond";

fn timestamp_from_value(value: &NormalValue) -> Option<Timestamp> {
    match value {
        NormalValue::Text(text) => timestamp_from_text(text),
        NormalValue::Number(digits) => timestamp_from_number(digits),
        NormalValue::List(items) => match items.as_slice() {
            [one] => {
                note(Rule::ListOfOne);
                timestamp_from_value(one)
            }
            items => timestamp_from_list(items),
        },
        NormalValue::Object(members) => timestamp_from_object(members),
        NormalValue::Nothing | NormalValue::Unclear => None,
    }
}

fn timestamp_from_text(text: &str) -> Option<Timestamp> {
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
    timestamp_from_number(text).or_else(|| Timestamp::from_parts(time_text::parse(text)?, text))
}

/// Returns the moment of a count since 1970; `None` for an implausible one, which has another unit or another zero.
fn moment(milliseconds: i64, wire: &str) -> Option<Timestamp> {
    let is_plausible = MOMENTS.contains(&milliseconds);
    is_plausible.then(|| Timestamp::Moment { milliseconds, wire: wire.to_owned() })
}

/// Reads a number. Its unit follows from the number of its digits.
fn timestamp_from_number(wire: &str) -> Option<Timestamp> {
    let number = Decimal::parse(wire).filter(|_| !wire.contains(','))?;
    if number.is_zero() {
        return moment(0, wire);
    }
    let plain = number.to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let is_whole = fraction.bytes().all(|byte| byte == b'0');
    let count: i64 = whole.parse().ok()?;
    if count < 0 {
        let zero = |milliseconds| moment(milliseconds, wire).filter(Timestamp::is_zero);
        return zero(count).or_else(|| zero(count.checked_mul(1000)?));
    }
    note(Rule::Time);
    let date = time_text::parse_digits(whole).filter(|_| is_whole);
    let milliseconds = match (whole.len(), date) {
        // Excel's days since 1900, for dates from 1970 to 2099.
        (5, _) if (25_569..73_051).contains(&count) => {
            let millionths: i64 = format!("{fraction:0<6.6}").parse().ok()?;
            let of_day = (millionths * calendar::DAY + 500_000) / 1_000_000;
            let clock = calendar::date((count - 25_569) * calendar::DAY + of_day);
            let parts = Parts { clock, offset: None };
            return Timestamp::from_parts(parts, &parts.text(if is_whole { 3 } else { 6 }));
        }
        (8 | 14 | 17, Some(date)) => return Timestamp::from_parts(date, whole),
        // As counts since 1970, `2021080112` and `202108011200` would be after 2033 and before 1977.
        (10 | 12, Some(date)) if date.clock[0] >= 2000 => return Timestamp::from_parts(date, whole),
        (9 | 10, _) => count * 1000 + format!("{fraction:0<3.3}").parse::<i64>().ok()?,
        (12 | 13, _) => count,
        (15 | 16, _) => count / 1000,
        // Counts before 1995 are not from 1970, but from 1601 (Windows) or from the year 1 (.NET).
        (18 | 19, _) if count >= 788_918_400_000_000_000 => count / 1_000_000,
        _ => return None,
    };
    moment(milliseconds, wire)
}

/// Reads year, month, day, and as many of hour, minute, second and nanoseconds as there are.
fn timestamp_from_list(items: &[NormalValue]) -> Option<Timestamp> {
    if !(3..=7).contains(&items.len()) {
        return None;
    }
    let mut clock = [0; 6];
    for (part, item) in clock.iter_mut().zip(items) {
        *part = match item {
            NormalValue::Number(digits) => clock_part(digits.parse().ok()?)?,
            _ => return None,
        };
    }
    note(Rule::Time);
    let parts = Parts { clock, offset: None };
    Timestamp::from_parts(parts, &parts.text(items.len().min(6)))
}

fn clock_part(number: i64) -> Option<u32> {
    u32::try_from(number).ok().filter(|part| *part <= 9999)
}

fn timestamp_from_object(members: &Members) -> Option<Timestamp> {
    let time = timestamp_without_zone(members)?;
    match time {
        // A date alone is no moment.
        _ if time.is_date() => Some(time),
        Timestamp::Wall { parts, ref text } => match offset_in(members) {
            Some(offset) => Timestamp::from_parts(Parts { clock: parts, offset: Some(offset) }, text),
            None => Some(time),
        },
        moment => Some(moment),
    }
}

/// Whether a member is a zone: `timeZone`, `utc_offset`, `timeZoneOffsetSeconds`.
fn is_of_zone(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    (name.contains("zone") || name.contains("offset")) && !name.ends_with("type")
}

/// Returns the minutes that a time is ahead of UTC by the members beside it. The name of a zone without an offset is ignored;
/// a number without a unit may be anything, unless it is 0.
fn offset_in(members: &Members) -> Option<i32> {
    let mut offset = None;
    for (name, value) in members.iter().filter(|(name, _)| is_of_zone(name)) {
        let (mut name, mut value) = (name, value);
        // `{"offset": {"totalSeconds": 28800}}`
        if let NormalValue::Object(inner) = value
            && let Some((unit, seconds)) = inner.iter().find(|(name, _)| name == "totalSeconds")
        {
            (name, value) = (unit, seconds);
        }
        let minutes = match scalar(value, Part::Id) {
            NormalValue::Number(digits) => match digits.parse::<i64>().ok()? {
                seconds if seconds == 0 || name.ends_with("econds") => i32::try_from(seconds / 60).ok()?,
                minutes if name.ends_with("inutes") => i32::try_from(minutes).ok()?,
                _ => return None,
            },
            NormalValue::Text(zone) if zone == "Etc/UTC" => 0,
            NormalValue::Text(zone) => {
                match time_text::parse(&("2000-1-1 0:00 ".to_owned() + &zone)).and_then(|parts| parts.offset)
                {
                    Some(minutes) => minutes,
                    None => continue,
                }
            }
            _ => continue,
        };
        if offset.is_some_and(|other| other != minutes) {
            return None;
        }
        offset = Some(minutes);
    }
    offset
}

fn timestamp_without_zone(members: &Members) -> Option<Timestamp> {
    if let Some(time) = timestamp_from_named_parts(members) {
        note(Rule::Time);
        return Some(time);
    }
    let text = |names| match scalar(member(members, names)?, Part::Words) {
        NormalValue::Text(text) => Some(text),
        _ => None,
    };
    // A date beside a time of day.
    if let (Some(date), Some(time)) = (text("date"), text("time")) {
        note(Rule::Time);
        let both = format!("{date} {time}");
        return match time_text::parse(&both) {
            Some(parts) => Timestamp::from_parts(parts, &both),
            None => timestamp_from_text(&date),
        };
    }
    let mut others = members.iter().filter(|(name, _)| !is_of_zone(name));
    let only = match (others.next(), others.next()) {
        // Seconds that are no plausible moment are not milliseconds.
        (Some((name, only)), None) if !is_one_of(name, SECONDS) => Some(only),
        _ => None,
    };
    let inner = member(members, "$date|date|dateTime|time|value|$numberLong").or(only);
    note(Rule::Wrapper);
    timestamp_from_value(inner?)
}

/// Reads an object whose members are parts of a time, or a moment.
fn timestamp_from_named_parts(members: &Members) -> Option<Timestamp> {
    fn inside<'v>(members: &'v Members, names: &str) -> Option<&'v Members> {
        match member(members, names)? {
            NormalValue::Object(inner) => Some(inner),
            _ => None,
        }
    }
    // `{"dateTime": {"date": {…}, "time": {…}}, "offset": {"totalSeconds": 28800}}`
    let local = inside(members, "dateTime|localDateTime").unwrap_or(members);
    let holders = [Some(local), inside(local, "date"), inside(local, "time")];
    let text = |names| {
        for holder in holders.into_iter().flatten() {
            if let Some(NormalValue::Number(text) | NormalValue::Text(text)) =
                member(holder, names).map(|value| scalar(value, Part::Words))
            {
                return Some(text);
            }
        }
        None
    };
    let number = |names| text(names)?.parse::<i64>().ok();
    let moments = text("millis|timeInMillis|epochMilli|timestamp|time");
    if let Some(moment @ Timestamp::Moment { .. }) = moments.and_then(|count| timestamp_from_number(&count)) {
        return Some(moment);
    }
    let Some(year) = number("year") else {
        let seconds = number(SECONDS)?;
        let nanos = number("nanos|nano|nanoseconds").unwrap_or(0);
        let milliseconds = seconds.checked_mul(1000)?.checked_add(nanos / 1_000_000)?;
        return moment(milliseconds, &seconds.to_string());
    };
    let month = match (number("monthValue|monthOfYear"), text("month")) {
        (Some(month), _) => month,
        (None, Some(month)) => match month.parse::<i64>() {
            // `java.util.Calendar`, which has `hourOfDay`, counts months from 0.
            Ok(month) => month + i64::from(number("hourOfDay").is_some()),
            Err(_) => i64::from(time_text::month_named(&month)?),
        },
        (None, None) => return None,
    };
    let hour = number("hourOfDay|hour|hours");
    let clock = [
        year,
        month,
        number("dayOfMonth|day")?,
        hour.unwrap_or(0),
        number("minute|minutes|minuteOfHour").unwrap_or(0),
        number("second|seconds|secondOfMinute").unwrap_or(0),
    ];
    let mut parts = Parts::default();
    for (part, number) in parts.clock.iter_mut().zip(clock) {
        *part = clock_part(number)?;
    }
    // `java.util.Date` counts years from 1900.
    if (2..1000).contains(&year) {
        return None;
    }
    Timestamp::from_parts(parts, &parts.text(if hour.is_some() { 6 } else { 3 }))
}
