//! The fields of a decoded answer under their keys, so that a test can say something of all of them. No field is named
//! here: one that is added to the DTO is among them at once.

use std::fmt::Debug;

use customer_profile::api::CustomerDetail;

/// What has become of one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing was said.
    Absent,
    /// It was read; as `Debug` writes it.
    Value(String),
    /// It could not be read: the raw text.
    Unreadable(String),
}

/// Every key of an answer with what has become of it, in the order of [`CustomerDetail::KEYS`].
pub fn states(customer: &CustomerDetail) -> Vec<(&'static str, State)> {
    states_of(customer, CustomerDetail::KEYS)
}

/// Every key of a record with what has become of it. The record's `Debug` knows all of its fields; they are in the order
/// of the keys.
///
/// # Panics
/// Where the record has another number of fields, or one of them is no `Field`.
pub fn states_of(record: &impl Debug, keys: &'static [&'static str]) -> Vec<(&'static str, State)> {
    let written = format!("{record:#?}");
    let mut fields: Vec<String> = Vec::new();
    for line in written.lines() {
        let is_field =
            line.strip_prefix("    ").is_some_and(|line| line.starts_with(|first: char| first.is_alphabetic()));
        match fields.last_mut() {
            _ if is_field => fields.push(line.to_owned()),
            Some(field) if line != "}" => {
                field.push('\n');
                field.push_str(line);
            }
            _ => {}
        }
    }
    assert_eq!(fields.len(), keys.len(), "{written}");
    keys.iter().copied().zip(fields.iter().map(|field| state(field))).collect()
}

/// The state of a field that is written as `name: Value(…),`.
fn state(field: &str) -> State {
    let said = field.split_once(": ").map(|(_, said)| said);
    match said.map(|said| said.split_once("(\n").unwrap_or((said, ""))) {
        Some(("Absent,", "")) => State::Absent,
        Some(("Value", value)) => State::Value(value.to_owned()),
        Some(("Unreadable", raw)) => State::Unreadable(unquoted(raw.lines().next().unwrap_or_default())),
        _ => panic!("no field: {field}"),
    }
}

/// The text that `Debug` has written between quotes.
fn unquoted(literal: &str) -> String {
    let literal = literal.trim().trim_end_matches(',');
    let inner = literal.strip_prefix('"').and_then(|literal| literal.strip_suffix('"')).unwrap_or(literal);
    let mut text = String::new();
    let mut rest = inner.chars();
    while let Some(character) = rest.next() {
        let escape = if character == '\\' { rest.next() } else { None };
        text.push(match escape {
            None => character,
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('0') => '\0',
            Some('u') => {
                let digits: String = rest.by_ref().skip(1).take_while(|digit| *digit != '}').collect();
                u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32).unwrap_or('\u{fffd}')
            }
            Some(other) => other,
        });
    }
    text
}
