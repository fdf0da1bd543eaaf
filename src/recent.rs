//! The last customers seen on this device: ids and names, nothing else.

use std::cell::RefCell;

use crate::browser;
use crate::json::{self, Json, Raw};

/// Where they are kept in localStorage.
const KEY: &str = "customer-profile.recent";
/// How many are kept.
const MOST: usize = 10;
/// The most characters of an id or a name that are kept.
const MAX_TEXT: usize = 200;

/// A customer that was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The id in the address.
    pub id: String,
    /// The name, as it was then.
    pub name: String,
}

thread_local! {
    /// The customer that is about to be put at the top of the list.
    static NEXT: RefCell<Option<Seen>> = const { RefCell::new(None) };
}

/// The last customers seen, the newest first; none where the storage is forbidden or holds something else.
pub fn list() -> Vec<Seen> {
    keep_next();
    kept()
}

/// Puts a customer at the top of the list; it is written once that customer is on the screen, or by [`keep_next`].
pub fn remember(id: &str, name: &str) {
    if id.chars().count() > MAX_TEXT {
        return;
    }
    keep_next();
    let name = name.chars().take(MAX_TEXT).collect();
    NEXT.replace(Some(Seen { id: id.to_owned(), name }));
    browser::after_frame(|| browser::soon(keep_next));
}

/// Forgets them all.
pub fn clear() {
    NEXT.take();
    browser::forget(KEY);
}

/// Writes what is about to be written: the page may go before it is on the screen.
pub fn keep_next() {
    let Some(next) = NEXT.take() else { return };
    let others = kept().into_iter().filter(|seen| seen.id != next.id);
    let seen: Vec<Seen> = std::iter::once(next.clone()).chain(others).take(MOST).collect();
    browser::store(KEY, &write(&seen));
}

fn kept() -> Vec<Seen> {
    browser::stored(KEY).map(|stored| parse(&stored)).unwrap_or_default()
}

fn write(seen: &[Seen]) -> String {
    let quoted = |text: &str| serde_json::to_string(text).unwrap_or_default();
    let pairs = seen.iter().map(|seen| format!("[{},{}]", quoted(&seen.id), quoted(&seen.name)));
    format!("[{}]", pairs.collect::<Vec<_>>().join(","))
}

fn parse(stored: &str) -> Vec<Seen> {
    let Some(Json::List(items)) = json::parse(stored).map(Raw::look) else { return Vec::new() };
    items.into_iter().filter_map(seen).take(MOST).collect()
}

fn seen(pair: Raw<'_>) -> Option<Seen> {
    let Json::List(texts) = pair.look() else { return None };
    let texts: Vec<Json<'_>> = texts.into_iter().map(Raw::look).collect();
    let [Json::Text(id), Json::Text(name)] = texts.as_slice() else { return None };
    Some(Seen { id: id.to_string(), name: name.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let seen =
            vec![Seen { id: "a/\"1".into(), name: "金职院\n<b>".into() }, Seen { id: "2".into(), name: String::new() }];
        assert_eq!(parse(&write(&seen)), seen);
    }

    #[test]
    fn garbage_is_an_empty_list() {
        for stored in ["", "null", "{}", "[1]", "[[\"1\"]]", "\u{0}", "[[\"1\",\"2\",\"3\"]]"] {
            assert_eq!(parse(stored), []);
        }
    }
}
