//! Recordings of real back ends (`samples/back-ends`) are read as the customers that were recorded.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/charset.rs"]
mod charset;

use std::fs;
use std::path::{Path, PathBuf};

use customer_profile::api::{CustomerDetail, Field, Key, Timestamp, Value as FieldValue, answer, text};
use customer_profile::config::Config;
use customer_profile::decimal::Decimal;
use serde_json::{Map, Value, json};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/back-ends")
}

fn read_json(path: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(folder().join(path)).unwrap()).unwrap()
}

fn object(value: &Value) -> &Map<String, Value> {
    value.as_object().unwrap()
}

/// Returns a field in the form of `canonical.json`.
fn canonical(customer: &CustomerDetail, key: Key) -> Value {
    fn of<T>(field: &Field<T>, write: impl FnOnce(&T) -> Value) -> Value {
        match field {
            Field::Absent => Value::Null,
            Field::Value(value) => write(value),
            Field::Words(words) => json!({ "words": words }),
            Field::Unreadable(raw) => json!({ "unreadable": raw }),
        }
    }
    match customer.get(key) {
        FieldValue::Text(field)
        | FieldValue::Identifier(field)
        | FieldValue::LongText(field)
        | FieldValue::Code(field) => of(field, |text| json!(text)),
        FieldValue::Amount(field) | FieldValue::Count(field) => {
            of(field, |number| json!(number.value.to_string()))
        }
        FieldValue::Trail(field) => of(field, |trail| json!(trail.0)),
        FieldValue::Time(field) => of(field, |time| json!(time_in_china(time))),
        FieldValue::Type(field) => of(field, |customer_type| {
            let documented = customer_profile::api::CustomerType::DOCUMENTED;
            json!(
                documented
                    .iter()
                    .find(|(known, ..)| known == customer_type)
                    .map(|(_, constant, _)| constant)
            )
        }),
        FieldValue::FollowerIds(field) => of(field, |followers| {
            followers.0.iter().map(|follower| of(&follower.id, |id| json!(id))).collect()
        }),
        FieldValue::Followers(field) => of(field, |followers| {
            let follower = |follower: &customer_profile::api::Follower| json!({ "id": of(&follower.id, |id| json!(id)), "name": of(&follower.name, |name| json!(name)) });
            followers.iter().map(follower).collect()
        }),
    }
}

/// Formats a time to the second, in the time zone of `canonical.json`.
fn time_in_china(time: &Timestamp) -> String {
    match time {
        Timestamp::Wall {
            parts: [year, month, day, hour, minute, second], ..
        } => {
            format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
        }
        Timestamp::Moment { milliseconds, .. } => in_zone(*milliseconds, 8 * 3_600),
    }
}

fn in_zone(milliseconds: i64, offset: i64) -> String {
    let seconds = milliseconds.div_euclid(1000) + offset;
    let (mut days, of_day) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let is_leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let (mut year, mut month) = (1970, 0);
    while days >= if is_leap(year) { 366 } else { 365 } {
        days -= if is_leap(year) { 366 } else { 365 };
        year += 1;
    }
    let lengths = [31, if is_leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    while days >= lengths[month] {
        days -= lengths[month];
        month += 1;
    }
    let (month, day) = (month + 1, days + 1);
    format!(
        "{year:04}-{month:02}-{day:02} {:02}:{:02}:{:02}",
        of_day / 3_600,
        of_day / 60 % 60,
        of_day % 60
    )
}

/// Whether a field has its canonical value. Absent values are `null`, `""`, `[]` or a zero date.
fn is_same(key: Key, read: &Value, canonical: &Value) -> bool {
    let is_absent = |value: &Value| match value {
        Value::Null => true,
        Value::String(text) => text.is_empty() || text == "0000-00-00 00:00:00",
        Value::Array(items) => items.is_empty(),
        _ => false,
    };
    if is_absent(canonical) {
        return is_absent(read);
    }
    let number = |value: &Value| Decimal::parse(value.as_str()?);
    let is_number = [Key::TotalTurnover, Key::OutstandingReceivables, Key::RetentionMoney].contains(&key);
    match (number(read), number(canonical)) {
        (Some(read), Some(canonical)) if is_number => {
            read.cmp_magnitude(&canonical).is_eq() && read.is_negative() == canonical.is_negative()
        }
        _ if key == Key::CreatedAt => read.as_str() == canonical.as_str().map(|time| &time[..19]),
        _ => read == canonical,
    }
}

/// Returns the differences between a recording and its customer, except keys that the back end loses.
fn differences(path: &Path, customer: &Value, lost: &dyn Fn(&str) -> bool) -> Vec<String> {
    let body = fs::read(path).unwrap();
    let name = path.strip_prefix(folder()).unwrap().display().to_string();
    let text = text::decode(body, Some("application/json"), charset::decode);
    let read = match answer::customer(&text, &Config::default()) {
        Ok(read) => read,
        Err(error) => return vec![format!("{name}: {error:?}")],
    };
    let mut differences = Vec::new();
    for key in Key::ALL.iter().copied().filter(|key| !lost(key.as_str())) {
        let (read, canonical) = (canonical(&read, key), &customer[key.as_str()]);
        if !is_same(key, &read, canonical) {
            differences.push(format!("{name}: {}: {read} for {canonical}", key.as_str()));
        }
    }
    differences
}

#[test]
fn recordings_of_back_ends_are_read_as_their_customers() {
    let (canonical, index) = (read_json("canonical.json"), read_json("index.json"));
    let mut all = Vec::new();
    let mut recordings = 0;
    for (back_end, description) in object(&index) {
        for (setting, description) in object(&description["settings"]) {
            for (name, customer) in object(&canonical["customers"]) {
                let path = folder().join(back_end).join(setting).join(format!("{name}.json"));
                let lost = &description["lost"];
                let is_lost = |key: &str| !lost["*"][key].is_null() || !lost[name.as_str()][key].is_null();
                all.extend(differences(&path, customer, &is_lost));
                recordings += 1;
            }
        }
    }
    assert!(recordings > 100, "{recordings} recordings");
    assert!(all.is_empty(), "{} differences:\n{}", all.len(), all.join("\n"));
}
