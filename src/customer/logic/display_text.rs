//! Values as text: on the page, in announcements, in the copied summary, on paper, and in `make check-answer`.

use super::merge_followers::{merge_followers, names_of};
use crate::api::{CustomerDetail, CustomerType, Field, Key, Number, Timestamp, Value};
use crate::config::{Config, config};
use crate::format::{MoneyFormat, format_moment, format_money, format_number};
use crate::locale::{Texts, locale, texts};
use crate::plain_text::one_line;
use crate::ui::trail::SEPARATOR;

/// Returns the displayed text of a value, in the current language and configuration: its raw text if it could not be
/// read, `None` if it is absent.
pub fn display_text(customer: &CustomerDetail, key: Key) -> Option<String> {
    match customer.get(key) {
        Value::Text(field) | Value::Identifier(field) | Value::LongText(field) => text(field, String::clone),
        Value::Code(field) => text(field, |code| label_of_code(key, code)),
        Value::Amount(field) => text(field, amount_text),
        Value::Count(field) => text(field, |count| format_number(&count.value)),
        Value::Trail(field) => text(field, |trail| trail.0.join(SEPARATOR)),
        Value::Time(field) => text(field, time_text),
        Value::Type(field) => text(field, type_text),
        Value::FollowerIds(field) => {
            follower_names(customer, texts()).or_else(|| text(field, |_| String::new()))
        }
        Value::Followers(field) => {
            follower_names(customer, texts()).or_else(|| text(field, |_| String::new()))
        }
    }
}

fn text<T>(field: &Field<T>, write: impl FnOnce(&T) -> String) -> Option<String> {
    match field {
        Field::Absent => None,
        Field::Value(value) => Some(write(value)),
        Field::Words(words) => Some(words.clone()),
        Field::Unreadable(raw) => Some(raw.clone()),
    }
}

/// Returns the configured label of a code, or the code.
fn label_of_code(key: Key, code: &str) -> String {
    config().code_label(key.as_str(), code).unwrap_or(code).to_owned()
}

/// Returns the label of a customer type; an unknown constant is its own label.
pub fn type_text(customer_type: &CustomerType) -> String {
    match customer_type {
        CustomerType::Unknown(constant) => label_of_code(Key::Type, constant),
        known => locale().customer_type(known).unwrap_or_default().to_owned(),
    }
}

/// Returns an amount in its own unit, or else in the configured currency and unit.
pub fn amount_text(amount: &Number) -> String {
    format_money(&amount.value, &money_format(amount, &config()), locale())
}

/// Returns the text of a number for copying: plain digits, which spreadsheets calculate with, unless they would lose the
/// number's own unit. Yuan is no loss: it is what a spreadsheet of customers is in.
pub fn copied_number(number: &Number) -> String {
    match number.unit.as_deref() {
        None | Some("CNY" | "¥") => number.value.to_string(),
        Some(_) => one_line(&amount_text(number)),
    }
}

fn money_format<'a>(amount: &'a Number, config: &'a Config) -> MoneyFormat<'a> {
    match &amount.unit {
        Some(unit) => MoneyFormat::of_unit(unit),
        None => MoneyFormat {
            currency: config.currency.as_deref(),
            unit: config.unit.as_deref(),
        },
    }
}

/// Formats wall-clock time as sent, and a moment in the configured time zone.
fn time_text(time: &Timestamp) -> String {
    match time {
        Timestamp::Wall { text, .. } => text.clone(),
        Timestamp::Moment { milliseconds, .. } => {
            format_moment(*milliseconds as f64, config().time_zone.as_deref())
        }
    }
}

/// Returns the names of all followers, which is the text of both keys about them.
pub fn follower_names(customer: &CustomerDetail, texts: &Texts) -> Option<String> {
    let followers = merge_followers(customer);
    (!followers.is_empty()).then(|| names_of(customer, &followers, texts))
}
