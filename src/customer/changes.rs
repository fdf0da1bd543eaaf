//! What a refresh has changed.

use crate::api::CustomerDetail;
use crate::locale::{fill, labels, texts};

use super::words::{in_words, label_of};

/// The most characters of a value that are said again.
const MAX_TEXT: usize = 60;
/// The most changes that are said one by one.
const MAX_SAID: usize = 3;

/// A value that is another one than before.
pub struct Change {
    /// The key, as the API spells it.
    pub key: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// What it was, in words.
    pub former: String,
    /// What it is, in words.
    pub now: String,
}

/// What has changed from one answer to the next, in the order of the keys.
pub fn changes(former: &CustomerDetail, now: &CustomerDetail) -> Vec<Change> {
    let change = |key| {
        let [former, now] = [former, now].map(|customer| short(in_words(customer, key)));
        label_of(labels(), key).map(|label| Change { key, label, former, now })
    };
    now.changed(former).into_iter().filter_map(change).collect()
}

/// What has changed, in a sentence; nothing where nothing has.
pub fn sentence(mut changes: Vec<Change>) -> Option<String> {
    let texts = texts();
    // Ids and names of the followers are two keys, and one thing to whoever hears of them.
    changes.dedup_by_key(|change| change.label);
    match changes.len() {
        0 => None,
        1..=MAX_SAID => {
            let said =
                |Change { label, former, now, .. }: &Change| fill(texts.changed_value, &[label, now, former]);
            let said: Vec<String> = changes.iter().map(said).collect();
            Some(fill(texts.changed, &[&said.join(texts.list_separator)]))
        }
        many => Some(fill(texts.changed_many, &[&many.to_string()])),
    }
}

/// The beginning of what is said, or that nothing is.
fn short(words: Option<String>) -> String {
    let Some(words) = words else {
        return texts().absent.to_owned();
    };
    match words.char_indices().nth(MAX_TEXT) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words,
    }
}
