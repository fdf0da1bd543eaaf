//! The changes that a refresh has made.

use super::display_text::display_text;
use crate::api::{CustomerDetail, Key};
use crate::locale::{fill, label, plural, texts};

/// Maximum length of a value in a change, in characters.
const MAX_TEXT: usize = 60;
/// More changes than this are counted instead of listed.
pub const MAX_LISTED: usize = 3;

/// A value that differs between two responses.
#[derive(Clone, PartialEq, Eq)]
pub struct Change {
    pub key: Key,
    pub previous: String,
    pub current: String,
}

/// Returns the changes from one response to the next, in key order.
pub fn changes(previous: &CustomerDetail, current: &CustomerDetail) -> Vec<Change> {
    // A long list of followers takes long to compare.
    if std::ptr::eq(previous, current) {
        return Vec::new();
    }
    let keys = Key::ALL.iter().copied();
    let change = |key| {
        let [previous, current] = [previous, current].map(|customer| shortened(display_text(customer, key)));
        Change { key, previous, current }
    };
    keys.filter(|key| previous.get(*key) != current.get(*key)).map(change).collect()
}

/// Removes changes with the same text: the followers' ids and names are two keys with one label and one text.
pub fn distinct(changes: &[Change]) -> Vec<&Change> {
    let mut changes: Vec<&Change> = changes.iter().collect();
    changes.dedup_by_key(|change| (label(change.key), &change.current, &change.previous));
    changes
}

/// Returns each change as a text: label, value and previous value.
pub fn descriptions(changes: &[Change]) -> Vec<String> {
    let text = texts().changed_value;
    let describe = |change: &Change| fill(text, &[label(change.key), &change.current, &change.previous]);
    distinct(changes).into_iter().map(describe).collect()
}

/// Returns the announcement of these changes; `None` if there are none.
pub fn announcement(changes: &[Change]) -> Option<String> {
    let texts = texts();
    let descriptions = descriptions(changes);
    match descriptions.len() {
        0 => None,
        1..=MAX_LISTED => Some(fill(texts.changed, &[&descriptions.join(texts.list_separator)])),
        many => Some(fill(plural(texts.changed_many, many), &[&many.to_string()])),
    }
}

/// Returns the truncated text of a value, or the text for an absent value.
fn shortened(text: Option<String>) -> String {
    let Some(mut text) = text else {
        return texts().absent.to_owned();
    };
    if let Some((end, _)) = text.char_indices().nth(MAX_TEXT) {
        text.truncate(end);
        text.push('…');
    }
    text
}
