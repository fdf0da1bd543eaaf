//! Text → the parts of a time: numbers, words and marks, in any order that people and programs write them in.
//!
//! A date in numbers has its year first, or an order that follows from the numbers: `13/08/2021`, but not `07/08/2021`.
//! Years have four digits.

use super::normalize::half_width;
use crate::calendar;

/// A date, and the minutes that its clock is ahead of UTC, if known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// Year, month, day, hour, minute, second.
    pub clock: [u32; 6],
    pub offset: Option<i32>,
}

impl Parts {
    pub fn is_in_calendar(&self) -> bool {
        let [year, month, day, hour, minute, second] = self.clock;
        (1..=12).contains(&month)
            && (1..=calendar::days_in_month(year, month)).contains(&day)
            && (hour <= 23 || hour == 24 && [minute, second] == [0, 0])
            && minute <= 59
            && second <= 60
    }

    /// Formats the first `count` parts: a date alone, or with a time of day, without or with seconds.
    pub fn text(&self, count: usize) -> String {
        let end = match count {
            ..=3 => 10,
            4 | 5 => 16,
            _ => 19,
        };
        calendar::text(self.clock)[..end].to_owned()
    }
}

/// Parses a date without separators: `20210801`, `20210801120000`, `20210801120000123`.
pub fn parse_digits(digits: &str) -> Option<Parts> {
    let mut clock = [0; 6];
    let mut rest = digits;
    for (part, length) in clock.iter_mut().zip([4, 2, 2, 2, 2, 2]) {
        if let Some((digits, behind)) = rest.split_at_checked(length) {
            *part = parse_short(digits)?;
            rest = behind;
        }
    }
    let parts = Parts { clock, offset: None };
    ((1900..2100).contains(&clock[0]) && parts.is_in_calendar()).then_some(parts)
}

const MONTHS: &str = "january|february|march|april|may|june|july|august|september|october|november|december";
const DAYS: &str = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";

/// Parses a time; `None` if the text is not a time, or is ambiguous.
pub fn parse(text: &str) -> Option<Parts> {
    // The name of a zone may follow: `(中国标准时间)`, `[Asia/Shanghai]`.
    let text = to_ascii(text.split(['(', '（', '[']).next()?)?;
    let mut time = Time::default();
    time.read(&tokens(text.trim()))?;
    time.parts()
}

/// Returns a text in half width, with the ASCII meaning of Chinese words; `None` if other characters remain.
fn to_ascii(text: &str) -> Option<String> {
    const WORDS: &str = "年-|月-|日 |号 |时:|点:|分:|秒 |上午 am |凌晨 am |早上 am |清晨 am |下午 pm |傍晚 pm |晚上 evening |中午 noon ";
    let text = half_width(text);
    let mut ascii = String::new();
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        let mut words = WORDS.split('|').map(|entry| entry.split_at(entry.find(is_ascii).unwrap_or(0)));
        if let Some(weekday) = rest.strip_prefix("星期") {
            rest = weekday.get(3..).unwrap_or_default();
        } else if let Some((word, meaning)) = words.find(|(word, _)| rest.starts_with(word)) {
            ascii.push_str(meaning);
            rest = &rest[word.len()..];
        } else {
            ascii.push(if first.is_whitespace() { ' ' } else { first });
            rest = &rest[first.len_utf8()..];
        }
    }
    ascii.is_ascii().then_some(ascii)
}

fn is_ascii(letter: char) -> bool {
    letter.is_ascii()
}

/// A part of a text.
#[derive(Clone, Copy, PartialEq)]
enum Token<'a> {
    Number(&'a str),
    Word(&'a str),
    Mark(u8),
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.bytes().next() {
        let is_number = first.is_ascii_digit();
        let is_part = |byte: &u8| {
            if is_number {
                byte.is_ascii_digit()
            } else {
                byte.is_ascii_alphabetic()
            }
        };
        let length = rest.bytes().take_while(is_part).count();
        let (part, behind) = rest.split_at(length.max(1));
        tokens.push(match length {
            0 => Token::Mark(first),
            _ if is_number => Token::Number(part),
            _ => Token::Word(part),
        });
        rest = behind;
    }
    tokens
}

/// A partly parsed time.
#[derive(Default)]
struct Time<'a> {
    /// The numbers of the date, each with the mark before it.
    date: Vec<(u8, &'a str)>,
    /// A month with a name.
    month: Option<u32>,
    /// The number of an ISO week.
    week: Option<u32>,
    clock: Vec<u32>,
    /// The first letter of `am`, `pm`, `noon` or `evening`.
    day_part: Option<u8>,
    offset: Option<i32>,
}

impl<'a> Time<'a> {
    fn read(&mut self, mut rest: &[Token<'a>]) -> Option<()> {
        let mut mark = b' ';
        while let [token, behind @ ..] = rest {
            rest = behind;
            match *token {
                Token::Number(digits)
                    if self.clock.is_empty() && behind.first() == Some(&Token::Mark(b':')) =>
                {
                    rest = self.read_clock(digits, behind)?;
                    mark = 0;
                }
                Token::Number(digits) if self.clock.is_empty() && mark == b'T' => {
                    // `120000`, `1200`
                    if ![4, 6].contains(&digits.len()) {
                        return None;
                    }
                    for start in [0, 2, 4] {
                        self.clock.extend(digits.get(start..start + 2).and_then(parse_short));
                    }
                    rest = without_fraction(behind);
                    mark = 0;
                }
                Token::Number(digits) => {
                    self.date.push((mark, digits));
                    mark = 0;
                }
                Token::Word(word) => (mark, rest) = self.read_word(word, behind)?,
                Token::Mark(sign @ (b'+' | b'-')) if !self.clock.is_empty() => {
                    rest = self.read_offset(sign, behind)?;
                }
                // In `, `, the mark is the comma.
                Token::Mark(b' ') if mark != 0 => {}
                Token::Mark(found @ (b' ' | b'-' | b'/' | b'.' | b',')) if [0, b' '].contains(&mark) => {
                    mark = found
                }
                Token::Mark(_) => return None,
            }
        }
        Some(())
    }

    /// Reads a word. Returns the mark for the number after it, and the remaining tokens.
    fn read_word<'t>(&mut self, word: &str, mut rest: &'t [Token<'a>]) -> Option<(u8, &'t [Token<'a>])> {
        let lower = word.to_ascii_lowercase();
        match lower.as_str() {
            "t" => return Some((b'T', rest)),
            "w" if self.date.len() == 1 && self.week.is_none() => {
                let [Token::Number(digits), behind @ ..] = rest else {
                    return None;
                };
                let (week, day) = digits.split_at_checked(2)?;
                self.week = Some(parse_short(week)?);
                if !day.is_empty() {
                    self.date.push((b'W', day));
                }
                rest = behind;
            }
            "z" | "utc" | "gmt" if !self.clock.is_empty() => {
                self.offset = Some(0);
                if let [Token::Mark(sign @ (b'+' | b'-')), behind @ ..] = rest {
                    rest = self.read_offset(*sign, behind)?;
                }
            }
            "am" | "pm" | "noon" | "evening" if self.day_part.is_none() => {
                self.day_part = lower.bytes().next()
            }
            "at" => {}
            // Abbreviations of zones are ambiguous: the time remains wall-clock time.
            _ if !self.clock.is_empty()
                && word.len() <= 5
                && word.bytes().all(|byte| byte.is_ascii_uppercase()) => {}
            _ => match month_named(word).filter(|_| self.month.is_none()) {
                Some(month) => self.month = Some(month),
                None => _ = position(word, DAYS)?,
            },
        }
        Some((b' ', rest))
    }

    /// Reads minutes and seconds after an hour.
    fn read_clock<'t>(&mut self, hour: &str, mut rest: &'t [Token<'a>]) -> Option<&'t [Token<'a>]> {
        self.clock.push(parse_short(hour)?);
        while self.clock.len() < 3 {
            match rest {
                [Token::Mark(b':'), Token::Number(digits), behind @ ..] => {
                    self.clock.push(parse_short(digits)?);
                    rest = behind;
                }
                // `12点`, `12时30分`
                [Token::Mark(b':'), behind @ ..] => return Some(behind),
                _ => return Some(rest),
            }
        }
        Some(without_fraction(rest))
    }

    /// Reads an offset from UTC: `08:00`, `0800`, `08`.
    fn read_offset<'t>(&mut self, sign: u8, rest: &'t [Token<'a>]) -> Option<&'t [Token<'a>]> {
        let [Token::Number(digits), behind @ ..] = rest else {
            return None;
        };
        let mut rest = behind;
        let (hours, minutes) = digits.split_at(digits.len().min(2));
        let minutes = match (minutes.len(), rest) {
            (0, [Token::Mark(b':'), Token::Number(minutes), behind @ ..]) => {
                // Old offsets have seconds.
                rest = match behind {
                    [Token::Mark(b':'), Token::Number(_), behind @ ..] => behind,
                    _ => behind,
                };
                parse_short(minutes)?
            }
            (0, _) => 0,
            (2 | 4, _) => parse_short(&minutes[..2])?,
            _ => return None,
        };
        let hours = parse_short(hours)?;
        if hours > 18 || minutes > 59 {
            return None;
        }
        let ahead = (hours * 60 + minutes) as i32;
        self.offset = Some(if sign == b'-' { -ahead } else { ahead });
        Some(rest)
    }

    fn parts(&self) -> Option<Parts> {
        let [year, month, day] = self.year_month_day()?;
        let part = |at: usize| self.clock.get(at).copied().unwrap_or(0);
        let hour = match (self.day_part, part(0)) {
            (None, hour) => hour,
            (Some(b'a'), 12) => 0,
            (Some(b'a'), hour @ 0..12) => hour,
            (Some(b'a'), _) | (Some(b'e'), 0..5 | 12) => return None,
            (Some(b'n'), hour @ (11 | 12)) => hour,
            (Some(_), hour @ 1..12) => hour + 12,
            (Some(_), hour) => hour,
        };
        Some(Parts {
            clock: [year, month, day, hour, part(1), part(2)],
            offset: self.offset,
        })
    }

    fn year_month_day(&self) -> Option<[u32; 3]> {
        // `20210801` is too long for a number here; it is read below.
        let numbers: Vec<u32> = self
            .date
            .iter()
            .map(|(_, digits)| parse_short(digits).unwrap_or(u32::MAX))
            .collect();
        let length = |at: usize| self.date.get(at).map_or(0, |(_, digits)| digits.len());
        let marks: Vec<u8> = self.date.iter().map(|(mark, _)| *mark).collect();
        let is_separated =
            matches!(marks.as_slice(), [_, b'-' | b'/' | b'.' | b' ', last] if *last == marks[1]);
        match (numbers.as_slice(), self.month, self.week) {
            // `-0001-11-30` is the zero date of PHP.
            ([1, ..], None, None) if (marks[0], length(0)) == (b'-', 4) => Some([0; 3]),
            // `2021-W30-7`, `2021W307`; a week alone is not a day.
            ([year, day @ 1..=7], None, Some(week @ 1..=53)) if length(0) == 4 => {
                date_of_week(*year, week, *day)
            }
            // `Aug 1, 2021`, `1 Aug 2021`, `2021-Aug-01`
            ([first, second], Some(month), None) => match (length(0), length(1)) {
                (4, _) => Some([*first, month, *second]),
                (_, 4) => Some([*second, month, *first]),
                _ => None,
            },
            // `20210801T120000`
            ([_], None, None) if length(0) == 8 => {
                let [year, month, day, ..] = parse_digits(self.date[0].1)?.clock;
                Some([year, month, day])
            }
            // `2021-213`
            ([year, day @ 1..=366], None, None) if (length(0), length(1)) == (4, 3) => {
                date_of_day(*year, *day)
            }
            ([first, second, third], None, None) => match (length(0), length(1), length(2)) {
                (4, ..=2, ..=2) if is_separated => Some([*first, *second, *third]),
                (..=2, ..=2, 4) if is_separated => match (*first, *second) {
                    (day @ 13.., month) | (month, day @ 13..) => Some([*third, month, day]),
                    (month, day) => (month == day).then_some([*third, month, day]),
                },
                // `1/1/1`: the zero date `0001-01-01` without leading zeros.
                (1, ..) => ([*first, *second, *third] == [1, 1, 1]).then_some([1, 1, 1]),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Parses a number of at most four digits.
fn parse_short(digits: &str) -> Option<u32> {
    if digits.len() > 4 {
        return None;
    }
    u32::try_from(digits.parse::<i64>().ok()?).ok()
}

/// Returns the day of a year.
fn date_of_day(year: u32, day: u32) -> Option<[u32; 3]> {
    let [of_year, month, day, ..] = day_after([year, 1, 1], i64::from(day) - 1);
    (of_year == year).then_some([of_year, month, day])
}

/// Returns the day of an ISO week.
fn date_of_week(year: u32, week: u32, day: u32) -> Option<[u32; 3]> {
    // The fourth of January is in the first week; 1970 began on a Thursday.
    let weekday = (calendar::seconds([year, 1, 4, 0, 0, 0]) / calendar::DAY + 3).rem_euclid(7);
    let [year, month, day, ..] = day_after([year, 1, 4], i64::from((week - 1) * 7 + day - 1) - weekday);
    (year > 0).then_some([year, month, day])
}

fn day_after([year, month, day]: [u32; 3], days: i64) -> [u32; 6] {
    calendar::date(calendar::seconds([year, month, day, 0, 0, 0]) + days * calendar::DAY)
}

/// Returns the month of an English name, in full or in three or more letters.
pub fn month_named(word: &str) -> Option<u32> {
    position(word, MONTHS).map(|position| position as u32 + 1)
}

/// Returns the position of a name, or of its first three or more letters, among names that are separated by `|`.
fn position(word: &str, names: &str) -> Option<usize> {
    let word = word.to_ascii_lowercase();
    names.split('|').position(|name| word.len() >= 3 && name.starts_with(&word))
}

fn without_fraction<'t, 'a>(rest: &'t [Token<'a>]) -> &'t [Token<'a>] {
    match rest {
        [Token::Mark(b'.' | b',' | b':'), Token::Number(_), behind @ ..] => behind,
        _ => rest,
    }
}
