//! Text → the parts of a time, by one tokenizer: numbers, words and marks, in whatever order people and programs write them.
//!
//! Dates in numbers are read with the year first, or in the order that their sizes leave open: `13/08/2021`, but not
//! `07/08/2021`. Years have four digits.

use super::normalize::half_width;

/// Year, month, day, hour, minute, second, and the minutes that they are ahead of UTC, if that is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    pub clock: [u32; 6],
    pub offset: Option<i32>,
}

impl Parts {
    /// Milliseconds since 1970, by this clock.
    pub fn milliseconds(&self) -> i64 {
        let [year, month, day, hour, minute, second] = self.clock.map(i64::from);
        let seconds = (days(year, month) + day) * 86_400 + hour * 3_600 + minute * 60 + second;
        (seconds - (days(1970, 1) + 1) * 86_400) * 1000
    }

    /// The wall-clock time in UTC.
    pub fn of_milliseconds(milliseconds: i64) -> Self {
        let seconds = milliseconds.div_euclid(1000);
        let (mut day, of_day) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
        day += days(1970, 1) + 1;
        let mut year = day / 365;
        while days(year, 1) >= day {
            year -= 1;
        }
        let month = (1..=12).rev().find(|month| days(year, *month) < day).unwrap_or(1);
        let day = day - days(year, month);
        let clock = [year, month, day, of_day / 3_600, of_day / 60 % 60, of_day % 60];
        Self { clock: clock.map(|part| part as u32), offset: None }
    }

    pub fn is_in_calendar(&self) -> bool {
        let [year, month, day, hour, minute, second] = self.clock;
        (1..=12).contains(&month)
            && day >= 1
            && i64::from(day) <= days(year.into(), i64::from(month) + 1) - days(year.into(), month.into())
            && (hour <= 23 || hour == 24 && [minute, second] == [0, 0])
            && minute <= 59
            && second <= 60
    }

    /// `2021-08-01 12:05:07`; of fewer than six parts only those.
    pub fn text(&self, count: usize) -> String {
        let [year, month, day, hour, minute, second] = self.clock;
        let text = format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}");
        let end = match count {
            ..=3 => 10,
            4 | 5 => 16,
            _ => 19,
        };
        text[..end].to_owned()
    }
}

/// The days before a month, on a count that begins with the year 0.
fn days(year: i64, month: i64) -> i64 {
    // Years that begin in March: the leap day comes last.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (month * 153 + 2) / 5
}

/// A date, and a time of day, without separators: `20210801`, `20210801120000`, `20210801120000123`.
pub fn parse_digits(digits: &str) -> Option<Parts> {
    let mut clock = [0; 6];
    let ends = [0, 4, 6, 8, 10, 12, 14];
    for (part, ends) in clock.iter_mut().zip(ends.windows(2)) {
        *part = match digits.get(ends[0]..ends[1]) {
            Some(digits) => short(digits)?,
            None => 0,
        };
    }
    let parts = Parts { clock, offset: None };
    let is_recent = (1900..2100).contains(&clock[0]) || clock[..3] == [0, 0, 0];
    (is_recent && (parts.is_in_calendar() || clock[0] == 0)).then_some(parts)
}

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Token<'a> {
    Number(&'a str),
    Word(&'a str),
    Mark(char),
}

/// Words that are not written in ASCII, with what they mean in it.
const WORDS: [(&str, &str); 16] = [
    ("年", "-"),
    ("月", "-"),
    ("日", " "),
    ("号", " "),
    ("时", ":"),
    ("点", ":"),
    ("分", ":"),
    ("秒", " "),
    ("上午", "am"),
    ("凌晨", "am"),
    ("早上", "am"),
    ("清晨", "am"),
    ("下午", "pm"),
    ("傍晚", "pm"),
    ("晚上", "evening"),
    ("中午", "noon"),
];

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some(day) = rest.strip_prefix("星期") {
            rest = day.get(3..).unwrap_or_default();
            continue;
        }
        let run = |is_part: fn(char) -> bool| rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
        let length = if first.is_ascii_digit() {
            let length = run(|letter| letter.is_ascii_digit());
            tokens.push(Token::Number(&rest[..length]));
            length
        } else if first.is_ascii_alphabetic() {
            let length = run(|letter| letter.is_ascii_alphabetic());
            tokens.push(Token::Word(&rest[..length]));
            length
        } else if let Some((word, meaning)) = WORDS.into_iter().find(|(word, _)| rest.starts_with(word)) {
            tokens.push(match meaning.as_bytes() {
                [mark] => Token::Mark(char::from(*mark)),
                _ => Token::Word(meaning),
            });
            word.len()
        } else {
            tokens.push(Token::Mark(if first.is_whitespace() { ' ' } else { first }));
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    tokens
}

/// The longest text that may be a time.
const MAX_LENGTH: usize = 100;

/// Parses a time; `None` if the text is none, or has two readings.
pub fn parse(text: &str) -> Option<Parts> {
    if text.len() > MAX_LENGTH {
        return None;
    }
    let text = half_width(text);
    // What a zone is called: `(中国标准时间)`, `[Asia/Shanghai]`.
    let text = text.find(['(', '[']).map_or(text.as_str(), |end| &text[..end]).trim();
    let tokens = tokens(text);
    let mut reader = Reader {
        tokens: &tokens,
        at: 0,
        date: Vec::new(),
        marks: Vec::new(),
        month: None,
        week: None,
        clock: Vec::new(),
        half: None,
        offset: None,
    };
    reader.read()?;
    reader.parts()
}

/// What has been read of a time.
struct Reader<'a> {
    tokens: &'a [Token<'a>],
    at: usize,
    /// The numbers of the date, but for a month that has a name.
    date: Vec<&'a str>,
    /// What stands before each of them.
    marks: Vec<char>,
    month: Option<u32>,
    /// The number of an ISO week.
    week: Option<u32>,
    clock: Vec<u32>,
    /// `am`, `pm`, `noon` or `evening`.
    half: Option<&'a str>,
    offset: Option<i32>,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<Token<'a>> {
        let token = self.tokens.get(self.at).copied();
        self.at += 1;
        token
    }

    fn peek(&self, ahead: usize) -> Option<Token<'a>> {
        self.tokens.get(self.at + ahead).copied()
    }

    fn read(&mut self) -> Option<()> {
        let mut mark = ' ';
        while let Some(token) = self.next() {
            match token {
                Token::Number(digits) => {
                    let is_clock = self.peek(0) == Some(Token::Mark(':'));
                    if is_clock && self.clock.is_empty() {
                        self.read_clock(digits)?;
                    } else if mark == 'T' && self.clock.is_empty() {
                        self.read_basic_clock(digits)?;
                    } else if !self.is_date_complete() {
                        self.date.push(digits);
                        self.marks.push(mark);
                    } else {
                        return None;
                    }
                    mark = '\0';
                }
                Token::Word(word) => {
                    mark = self.read_word(word)?;
                }
                Token::Mark(sign @ ('+' | '-')) if !self.clock.is_empty() => self.read_offset(sign)?,
                Token::Mark(found @ (' ' | '-' | '/' | '.' | ',')) => {
                    // Of `, ` the first counts.
                    if mark == '\0' || mark == ' ' {
                        mark = found;
                    } else if found != ' ' {
                        return None;
                    }
                }
                Token::Mark(_) => return None,
            }
        }
        Some(())
    }

    fn is_date_complete(&self) -> bool {
        self.date.len() + usize::from(self.month.is_some()) == 3
    }

    /// Reads a word, and returns what it is to the number behind it.
    fn read_word(&mut self, word: &'a str) -> Option<char> {
        let lower = word.to_ascii_lowercase();
        match lower.as_str() {
            "t" if !self.date.is_empty() => return Some('T'),
            "w" if self.date.len() == 1 && self.week.is_none() => {
                let Some(Token::Number(digits)) = self.next() else {
                    return None;
                };
                let (week, day) = digits.split_at_checked(2)?;
                self.week = Some(short(week)?);
                if !day.is_empty() {
                    self.date.push(day);
                    self.marks.push('W');
                }
            }
            "z" | "utc" | "gmt" if !self.clock.is_empty() => {
                self.offset = Some(0);
                if let Some(Token::Mark(sign @ ('+' | '-'))) = self.peek(0) {
                    self.at += 1;
                    self.read_offset(sign)?;
                }
            }
            "am" | "pm" | "noon" | "evening" if self.half.is_none() => {
                self.half = Some(match lower.as_str() {
                    "am" => "am",
                    "pm" => "pm",
                    "noon" => "noon",
                    _ => "evening",
                });
            }
            "at" => {}
            // Zones whose letters mean several: the time stays as it came.
            _ if !self.clock.is_empty()
                && word.len() <= 5
                && word.bytes().all(|byte| byte.is_ascii_uppercase()) => {}
            _ => match month_named(word) {
                Some(month) if self.month.is_none() => self.month = Some(month),
                _ if is_weekday(&lower) => {}
                _ => return None,
            },
        }
        Some(' ')
    }

    /// Reads minutes and seconds behind an hour, and passes over a fraction.
    fn read_clock(&mut self, hour: &str) -> Option<()> {
        self.clock.push(short(hour)?);
        while self.peek(0) == Some(Token::Mark(':')) && self.clock.len() < 3 {
            let Some(Token::Number(digits)) = self.peek(1) else {
                // `12点`, `12时30分`
                self.at += 1;
                return Some(());
            };
            self.clock.push(short(digits)?);
            self.at += 2;
        }
        if self.clock.len() == 3 {
            self.skip_fraction();
        }
        Some(())
    }

    fn skip_fraction(&mut self) {
        if let (Some(Token::Mark('.' | ',' | ':')), Some(Token::Number(_))) = (self.peek(0), self.peek(1)) {
            self.at += 2;
        }
    }

    /// Reads a time of day without separators: `120000`, `1200`.
    fn read_basic_clock(&mut self, digits: &str) -> Option<()> {
        if ![4, 6].contains(&digits.len()) {
            return None;
        }
        for start in (0..digits.len()).step_by(2) {
            self.clock.push(short(digits.get(start..start + 2)?)?);
        }
        self.skip_fraction();
        Some(())
    }

    /// Reads an offset from UTC: `08:00`, `0800`, `08`.
    fn read_offset(&mut self, sign: char) -> Option<()> {
        let Some(Token::Number(digits)) = self.next() else {
            return None;
        };
        let (hours, minutes) = match digits.len() {
            1 | 2 => {
                let mut minutes = "0";
                if let (Some(Token::Mark(':')), Some(Token::Number(digits))) = (self.peek(0), self.peek(1)) {
                    minutes = digits;
                    self.at += 2;
                    // Offsets before there were zones have seconds.
                    if let (Some(Token::Mark(':')), Some(Token::Number(_))) = (self.peek(0), self.peek(1)) {
                        self.at += 2;
                    }
                }
                (digits, minutes)
            }
            4 | 6 => (&digits[..2], &digits[2..4]),
            _ => return None,
        };
        let (hours, minutes) = (short(hours)? as i32, short(minutes)? as i32);
        if hours > 18 || minutes > 59 {
            return None;
        }
        let ahead = hours * 60 + minutes;
        self.offset = Some(if sign == '-' { -ahead } else { ahead });
        Some(())
    }

    fn parts(&self) -> Option<Parts> {
        let [year, month, day] = self.year_month_day()?;
        let has_clock = match self.clock.len() {
            0 => false,
            1 => self.half.is_some() || self.tokens.last() == Some(&Token::Mark(':')),
            _ => true,
        };
        if !self.clock.is_empty() && !has_clock {
            return None;
        }
        let part = |at: usize| self.clock.get(at).copied().unwrap_or(0);
        let hour = match (self.half, part(0)) {
            (None, hour) => hour,
            (Some("am"), 12) => 0,
            (Some("am"), hour @ 0..12) => hour,
            (Some("am"), _) | (Some("evening"), 0..5 | 12) => return None,
            (Some("noon"), hour @ (11 | 12)) => hour,
            (Some(_), hour @ 1..12) => hour + 12,
            (Some(_), hour) => hour,
        };
        Some(Parts {
            clock: [year, month, day, hour, part(1), part(2)],
            offset: self.offset,
        })
    }

    fn year_month_day(&self) -> Option<[u32; 3]> {
        let mut numbers = Vec::new();
        for digits in &self.date {
            // `20210801` is looked at by its digits.
            numbers.push(short(digits).unwrap_or(u32::MAX));
        }
        let is_year = |at: usize| self.date[at].len() == 4;
        match (numbers.as_slice(), self.month, self.week) {
            // `2021-W30-7`, `2021W307`; a week alone is no day.
            ([year, day @ 1..=7], None, Some(week @ 1..=53)) if is_year(0) => of_week(*year, week, *day),
            (_, _, Some(_)) => None,
            // `Aug 1, 2021`, `1 Aug 2021`, `2021-Aug-01`
            ([day, year], Some(month), None) if is_year(1) && !is_year(0) => Some([*year, month, *day]),
            ([year, day], Some(month), None) if is_year(0) && !is_year(1) => Some([*year, month, *day]),
            (_, Some(_), None) => None,
            // `20210801T120000`
            ([_], None, None) if self.date[0].len() == 8 && !self.clock.is_empty() => {
                let [year, month, day, ..] = parse_digits(self.date[0])?.clock;
                Some([year, month, day])
            }
            // `2021-213`
            ([year, day @ 1..=366], None, None) if is_year(0) && self.date[1].len() == 3 => {
                of_day(*year, i64::from(*day))
            }
            ([year, month, day], None, None)
                if is_year(0) && self.date[1..].iter().all(|digits| digits.len() <= 2) =>
            {
                self.is_separated_alike().then_some([*year, *month, *day])
            }
            // The zero date, its year without zeros before it.
            ([1, 1, 1], None, None) if self.date[0].len() == 1 => Some([1, 1, 1]),
            ([one, other, year], None, None)
                if is_year(2) && self.date[..2].iter().all(|digits| digits.len() <= 2) =>
            {
                match (*one, *other) {
                    _ if !self.is_separated_alike() => None,
                    (day @ 13.., month) => Some([*year, month, day]),
                    (month, day @ 13..) => Some([*year, month, day]),
                    (month, day) if month == day => Some([*year, month, day]),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn is_separated_alike(&self) -> bool {
        self.marks[1] == self.marks[2] && matches!(self.marks[1], '-' | '/' | '.' | ' ')
    }
}

/// A number of at most four digits.
fn short(digits: &str) -> Option<u32> {
    if digits.len() > 4 {
        return None;
    }
    u32::try_from(digits.parse::<i64>().ok()?).ok()
}

/// The day of a year.
fn of_day(year: u32, day: i64) -> Option<[u32; 3]> {
    let start = Parts { clock: [year, 1, 1, 0, 0, 0], offset: None };
    let [of_year, month, day, ..] =
        Parts::of_milliseconds(start.milliseconds() + (day - 1) * 86_400_000).clock;
    (of_year == year).then_some([of_year, month, day])
}

/// The day of an ISO week.
fn of_week(year: u32, week: u32, day: u32) -> Option<[u32; 3]> {
    if year == 0 {
        return None;
    }
    let fourth = Parts { clock: [year, 1, 4, 0, 0, 0], offset: None }.milliseconds() / 86_400_000;
    // The fourth of January is in the first week. (1970 began on a Thursday.)
    let monday = fourth - (fourth + 3).rem_euclid(7);
    let [year, month, day, ..] =
        Parts::of_milliseconds((monday + i64::from((week - 1) * 7 + day - 1)) * 86_400_000).clock;
    Some([year, month, day])
}

/// The month of an English name, in full or by its first three letters.
pub fn month_named(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.to_ascii_lowercase();
    let is_it = |month: &&str| word.len() >= 3 && month.starts_with(&word);
    MONTHS.iter().position(is_it).map(|at| at as u32 + 1)
}

fn is_weekday(lower: &str) -> bool {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    lower.len() >= 3 && DAYS.iter().any(|day| day.starts_with(lower))
}
