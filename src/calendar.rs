//! Dates of the Gregorian calendar, as `[year, month, day, hour, minute, second]`. Months count from 1.

/// The seconds of a day.
pub const DAY: i64 = 86_400;

/// Returns the number of seconds from 1970 to a date.
pub fn seconds(clock: [u32; 6]) -> i64 {
    let [year, month, day, hour, minute, second] = clock.map(i64::from);
    (days(year, month) + day - 1) * DAY + hour * 3_600 + minute * 60 + second
}

/// Returns the date at a number of seconds since 1970.
pub fn date(seconds: i64) -> [u32; 6] {
    let (day, of_day) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
    // Never too low: years have 365 days or more.
    let mut year = 1971 + day / 365;
    while days(year, 1) > day {
        year -= 1;
    }
    let mut month = 12;
    while days(year, month) > day {
        month -= 1;
    }
    let date = [year, month, day - days(year, month) + 1, of_day / 3_600, of_day / 60 % 60, of_day % 60];
    date.map(|part| part as u32)
}

/// Returns the number of days in a month.
pub fn days_in_month(year: u32, month: u32) -> u32 {
    let (year, month) = (i64::from(year), i64::from(month));
    (days(year, month + 1) - days(year, month)) as u32
}

/// Formats a date as `2021-08-01 12:05:07`.
pub fn text([year, month, day, hour, minute, second]: [u32; 6]) -> String {
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
}

/// Returns the days from 1970 to the first of a month.
fn days(year: i64, month: i64) -> i64 {
    // In years that begin in March, the leap day comes last.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + (month * 153 + 2) / 5 - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_seconds_are_inverse() {
        for (clock, expected) in [
            ([1970, 1, 1, 0, 0, 0], 0),
            ([2021, 8, 1, 12, 0, 7], 1_627_819_207),
            ([1, 1, 1, 0, 0, 0], -62_135_596_800),
            ([2000, 2, 29, 23, 59, 59], 951_868_799),
            ([1899, 12, 31, 0, 0, 0], -2_209_075_200),
            ([9999, 12, 31, 23, 59, 59], 253_402_300_799),
        ] {
            assert_eq!(seconds(clock), expected);
            assert_eq!(date(expected), clock);
        }
        for day in (-719_000..2_900_000).step_by(13) {
            assert_eq!(seconds(date(day * DAY)), day * DAY);
        }
    }

    #[test]
    fn leap_years_have_366_days() {
        for (year, days) in [(2024, 29), (2100, 28), (2000, 29), (2026, 28)] {
            assert_eq!(days_in_month(year, 2), days);
        }
        assert_eq!(days_in_month(2026, 12), 31);
    }
}
