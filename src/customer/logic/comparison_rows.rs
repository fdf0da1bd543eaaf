//! The rows of the comparison.

use crate::api::{CustomerDetail, Key, State};
use crate::locale::label;

/// Returns the keys of a section that have a row: all but the name, which is the column heading. Keys with the same label
/// (the followers' ids and names) share a row.
pub fn rows(section: &[Key]) -> Vec<Key> {
    let mut rows: Vec<Key> = section.to_vec();
    rows.retain(|key| *key != Key::Name);
    rows.dedup_by_key(|key| label(*key));
    rows
}

/// Returns the key whose value a row shows: the first key with its label that has a value.
pub fn shown_key(customer: &CustomerDetail, row: Key) -> Key {
    let is_shown = |key: &&Key| label(**key) == label(row) && customer.get(**key).state() != State::Absent;
    Key::ALL.iter().find(is_shown).copied().unwrap_or(row)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customer::sections;

    #[test]
    fn every_label_but_the_name_has_one_row() {
        let mut labels: Vec<&str> = sections::KEYS.iter().flat_map(|keys| rows(keys)).map(label).collect();
        let count = labels.len();
        labels.sort();
        labels.dedup();
        let mut all: Vec<&str> = Key::ALL.iter().map(|key| label(*key)).collect();
        all.retain(|label_of| *label_of != label(Key::Name));
        all.sort();
        all.dedup();
        assert_eq!((labels.len(), &labels), (count, &all));
    }

    #[test]
    fn row_shows_the_first_value_of_its_label() {
        let customer = |answer: &str| crate::api::answer::customer(answer, &Default::default()).unwrap();
        let shown = |answer| shown_key(&customer(answer), Key::Followers);
        assert_eq!(shown(r#"{"id": "1", "followers": [1], "followerNames": ["张三"]}"#), Key::Followers);
        assert_eq!(shown(r#"{"id": "1", "followerNames": ["张三"]}"#), Key::FollowerNames);
        assert_eq!(shown(r#"{"id": "1"}"#), Key::Followers);
    }
}
