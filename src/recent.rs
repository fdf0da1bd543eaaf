//! The recent customers of this device, in localStorage: ids, names and numbers. [`visits`] stores fingerprints of
//! their values.

pub mod visits;

use crate::browser::storage;
use crate::json::{self, Json, Raw, quote};
use crate::plain_text::{one_line, plain};

const KEY: &str = "customer-profile.recent";
const MAX_CUSTOMERS: usize = 10;
/// Maximum length of an id, a name or a number, in characters.
const MAX_TEXT: usize = 200;

/// Stored as `["42", "金职院", "00001"]`; version 0.1.0 stored no number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecentCustomer {
    /// The id in the address.
    pub id: String,
    pub name: String,
    /// Empty if the customer has none.
    pub number: String,
}

impl RecentCustomer {
    /// Returns name, number and id, if present, on one line: inputs have no line breaks.
    pub fn description(&self) -> String {
        let mut texts = Vec::new();
        for text in [&self.name, &self.number, &self.id] {
            if !text.is_empty() {
                texts.push(one_line(text));
            }
        }
        texts.join(" · ")
    }

    /// Whether a text is the customer's number or name, and not its id.
    pub fn has_number_or_name(&self, text: &str) -> bool {
        let text = plain(text);
        let is_same = |own: &str| !own.is_empty() && plain(own).eq_ignore_ascii_case(&text);
        self.id != text && (is_same(&self.number) || is_same(&self.name))
    }

    /// Whether a text is a part of the customer's name. Only texts of two or more characters that are not all ASCII: an
    /// ASCII text may be an id.
    pub fn has_in_name(&self, text: &str) -> bool {
        let text = plain(text);
        !text.is_ascii() && text.chars().nth(1).is_some() && plain(&self.name).contains(&text)
    }
}

/// Returns the customers that a text matches, if any.
pub fn find(
    customers: &[RecentCustomer],
    matches: fn(&RecentCustomer, &str) -> bool,
    text: &str,
) -> Option<Vec<RecentCustomer>> {
    let mut found = customers.to_vec();
    found.retain(|customer| matches(customer, text));
    (!found.is_empty()).then_some(found)
}

/// Returns the customers, newest first.
pub fn list() -> Vec<RecentCustomer> {
    storage::read(KEY).map(|stored| parse(&stored)).unwrap_or_default()
}

/// Adds a customer, or moves it to the top.
pub fn remember(id: &str, name: &str, number: &str) {
    // A truncated id would lead to another customer.
    if id.chars().count() > MAX_TEXT {
        return;
    }
    let short = |text: &str| text.chars().take(MAX_TEXT).collect();
    let customer = RecentCustomer {
        id: id.to_owned(),
        name: short(name),
        number: short(number),
    };
    let mut all = list();
    all.retain(|other| other.id != id);
    all.insert(0, customer);
    all.truncate(MAX_CUSTOMERS);
    write(&all);
}

pub fn forget(id: &str) {
    let mut all = list();
    all.retain(|customer| customer.id != id);
    write(&all);
    visits::forget(id);
}

pub fn clear() {
    storage::remove(KEY);
    visits::clear();
}

fn write(customers: &[RecentCustomer]) {
    storage::write(KEY, &to_json(customers));
}

fn to_json(customers: &[RecentCustomer]) -> String {
    let entry = |RecentCustomer { id, name, number }: &RecentCustomer| {
        format!("[{},{},{}]", quote(id), quote(name), quote(number))
    };
    format!("[{}]", customers.iter().map(entry).collect::<Vec<_>>().join(","))
}

fn parse(stored: &str) -> Vec<RecentCustomer> {
    // Another version of this page may have written some of the entries.
    json::parse(stored)
        .map(list_of)
        .unwrap_or_default()
        .into_iter()
        .filter_map(entry)
        .take(MAX_CUSTOMERS)
        .collect()
}

fn entry(json: Raw<'_>) -> Option<RecentCustomer> {
    let texts: Vec<String> = list_of(json).into_iter().map(Raw::to_text).collect::<Option<_>>()?;
    match texts.as_slice() {
        [id, name, number @ ..] if number.len() < 2 => Some(RecentCustomer {
            id: id.clone(),
            name: name.clone(),
            number: number.concat(),
        }),
        _ => None,
    }
}

fn list_of(json: Raw<'_>) -> Vec<Raw<'_>> {
    match json.peek() {
        Json::List(items) => items,
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_customers_are_read_again() {
        let customer = |id: &str, name: &str, number: &str| RecentCustomer {
            id: id.into(),
            name: name.into(),
            number: number.into(),
        };
        let all = vec![customer("a/\"1", "金职院\n<b>", "00001"), customer("2", "", "")];
        let stored = to_json(&all);
        assert_eq!(stored, r#"[["a/\"1","金职院\n<b>","00001"],["2","",""]]"#);
        assert_eq!(parse(&stored), all);
    }

    #[test]
    fn malformed_entries_are_ignored() {
        for stored in
            ["", "null", "{}", "[1]", "[[\"1\"]]", "\u{0}", "[[\"1\",\"2\",\"3\",\"4\"]]", "[[1,2]]"]
        {
            assert_eq!(parse(stored), [], "{stored}");
        }
        let stored = r#"[["1", "张三"], null, {"id": "2"}, ["3", "李四", "00003"]]"#;
        assert_eq!(parse(stored).into_iter().map(|customer| customer.id).collect::<Vec<_>>(), ["1", "3"]);
    }
}
