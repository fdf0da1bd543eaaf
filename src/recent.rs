//! The last customers seen on this device: ids, numbers and names, nothing else.

use serde::{Deserialize, Serialize};

use crate::browser::storage;
use crate::json::{self, Raw};

/// Where they are kept in localStorage.
const KEY: &str = "customer-profile.recent";
/// How many are kept.
const MOST: usize = 10;
/// The most characters of an id or a name that are kept.
const MAX_TEXT: usize = 200;

/// A customer that was seen. Kept as a list of texts, `["42", "金职院", "00001"]`; older entries have no number.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "Vec<String>", into = "Vec<String>")]
pub struct Seen {
    /// The id in the address.
    pub id: String,
    /// The name, as it was then.
    pub name: String,
    /// The customer's number, as it was then; empty where it has none.
    pub number: String,
}

impl TryFrom<Vec<String>> for Seen {
    type Error = &'static str;

    fn try_from(texts: Vec<String>) -> Result<Self, Self::Error> {
        match <[String; 3]>::try_from(texts) {
            Ok([id, name, number]) => Ok(Self { id, name, number }),
            Err(texts) => match <[String; 2]>::try_from(texts) {
                Ok([id, name]) => Ok(Self { id, name, number: String::new() }),
                Err(_) => Err("neither two texts nor three"),
            },
        }
    }
}

impl From<Seen> for Vec<String> {
    fn from(Seen { id, name, number }: Seen) -> Self {
        vec![id, name, number]
    }
}

/// The last customers seen, the newest first; none where the storage is forbidden or holds something else.
pub fn list() -> Vec<Seen> {
    storage::read(KEY).map(|stored| parse(&stored)).unwrap_or_default()
}

/// Puts a customer at the top of the list.
pub fn remember(id: &str, name: &str, number: &str) {
    // An id that is cut off would lead to another customer.
    if id.chars().count() > MAX_TEXT {
        return;
    }
    let short = |text: &str| text.chars().take(MAX_TEXT).collect();
    let seen = Seen {
        id: id.to_owned(),
        name: short(name),
        number: short(number),
    };
    let mut all = list();
    all.retain(|other| other.id != id);
    all.insert(0, seen);
    all.truncate(MOST);
    write(&all);
}

/// Forgets one of them.
pub fn forget(id: &str) {
    let mut all = list();
    all.retain(|seen| seen.id != id);
    write(&all);
}

/// Forgets them all.
pub fn clear() {
    storage::remove(KEY);
}

fn write(seen: &[Seen]) {
    if let Ok(json) = serde_json::to_string(seen) {
        storage::write(KEY, &json);
    }
}

fn parse(stored: &str) -> Vec<Seen> {
    // Each for itself: a browser keeps what any version of this page, and any other page, has left there.
    let entries = json::parse(stored)
        .and_then(|list| Vec::<Raw<'_>>::deserialize(list).ok())
        .unwrap_or_default();
    entries
        .into_iter()
        .filter_map(|entry| Seen::deserialize(entry).ok())
        .take(MOST)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let seen = |id: &str, name: &str, number: &str| Seen {
            id: id.into(),
            name: name.into(),
            number: number.into(),
        };
        let all = vec![seen("a/\"1", "金职院\n<b>", "00001"), seen("2", "", "")];
        let stored = serde_json::to_string(&all).unwrap();
        assert_eq!(stored, r#"[["a/\"1","金职院\n<b>","00001"],["2","",""]]"#);
        assert_eq!(parse(&stored), all);
    }

    #[test]
    fn what_is_no_entry_is_passed_over() {
        for stored in
            ["", "null", "{}", "[1]", "[[\"1\"]]", "\u{0}", "[[\"1\",\"2\",\"3\",\"4\"]]", "[[1,2]]"]
        {
            assert_eq!(parse(stored), [], "{stored}");
        }
        let stored = r#"[["1", "张三"], null, {"id": "2"}, ["3", "李四", "00003"]]"#;
        assert_eq!(parse(stored).into_iter().map(|seen| seen.id).collect::<Vec<_>>(), ["1", "3"]);
    }
}
