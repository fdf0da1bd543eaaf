//! The changes that a refresh has made.

use super::display_text::display_text;
use crate::api::{CustomerDetail, Key};
use crate::locale::{fill, label, plural, texts};

/// Maximum length of a value in a change, in characters.
const MAX_TEXT: usize = 60;
/// Number of characters before the first difference in a long text.
const CONTEXT: usize = 10;
/// More changes than this are counted instead of listed.
pub const MAX_LISTED: usize = 3;

/// A value that differs between two responses.
#[derive(Clone, PartialEq, Eq)]
pub struct Change {
    pub key: Key,
    pub previous: String,
    pub current: String,
}

/// Returns the changes of displayed texts from one response to the next, in key order.
pub fn changes(previous: &CustomerDetail, current: &CustomerDetail) -> Vec<Change> {
    // A long list of followers takes long to compare.
    if std::ptr::eq(previous, current) {
        return Vec::new();
    }
    let keys = Key::ALL.iter().copied();
    let change = |key| {
        let (previous, current) = (display_text(previous, key), display_text(current, key));
        (previous != current).then(|| {
            let absent = texts().absent;
            let (previous, current) =
                (previous.as_deref().unwrap_or(absent), current.as_deref().unwrap_or(absent));
            let start = excerpt_start(previous, current);
            let (previous, current) = (excerpt(previous, start), excerpt(current, start));
            Change { key, previous, current }
        })
    };
    keys.filter(|key| previous.get(*key) != current.get(*key))
        .filter_map(change)
        .collect()
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

/// Returns the number of characters to skip in both texts: if one of them is long, those well before the first difference.
fn excerpt_start(previous: &str, current: &str) -> usize {
    if [previous, current].iter().all(|text| text.chars().nth(MAX_TEXT).is_none()) {
        return 0;
    }
    let pairs = previous.chars().zip(current.chars());
    pairs.take_while(|(one, other)| one == other).count().saturating_sub(CONTEXT)
}

/// Returns a text from a character on, truncated.
fn excerpt(text: &str, start: usize) -> String {
    let offset = |position| text.char_indices().nth(position).map(|(offset, _)| offset);
    let (from, end) = (offset(start).unwrap_or(text.len()), offset(start + MAX_TEXT));
    let before = if start > 0 { "…" } else { "" };
    let after = if end.is_some() { "…" } else { "" };
    [before, &text[from..end.unwrap_or(text.len())], after].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the previous and the current text of each change.
    fn changed(previous: &str, current: &str) -> Vec<[String; 2]> {
        let [previous, current] = [previous, current]
            .map(|answer| crate::api::answer::customer(answer, &Default::default()).unwrap());
        let changes = changes(&previous, &current).into_iter();
        changes.map(|change| [change.previous, change.current]).collect()
    }

    #[test]
    fn only_displayed_texts_change() {
        for (previous, current) in [
            (r#""totalTurnover": 2324.3"#, r#""totalTurnover": "2324.30""#),
            (
                r#""followers": [1, 2], "followerNames": ["甲", "乙"]"#,
                r#""followerNames": ["甲", "乙"]"#,
            ),
        ] {
            let answer = |value| format!(r#"{{"id": "1", {value}}}"#);
            assert!(changed(&answer(previous), &answer(current)).is_empty(), "{current}");
        }
    }

    #[test]
    fn long_texts_are_cut_around_their_first_difference() {
        let answer = |text: &str| format!(r#"{{"id": "1", "description": "{text}"}}"#);
        let (start, end) = ("甲".repeat(100), "乙".repeat(100));
        let shown = |previous: &str, current: &str| changed(&answer(previous), &answer(current)).remove(0);
        let common = "甲".repeat(10);
        assert_eq!(shown(&start, &format!("{start}丙")), [format!("…{common}"), format!("…{common}丙")]);
        let rest = "乙".repeat(49);
        assert_eq!(
            shown(&format!("{start}1{end}"), &format!("{start}2{end}")),
            [format!("…{common}1{rest}…"), format!("…{common}2{rest}…")]
        );
        let first = "乙".repeat(60);
        assert_eq!(shown("丙", &end), ["丙".to_owned(), format!("{first}…")]);
        let [previous, current] = ["1", "2"].map(|last| format!("{}{last}", "甲".repeat(50)));
        assert_eq!(shown(&previous, &current), [previous, current], "short enough");
    }
}
