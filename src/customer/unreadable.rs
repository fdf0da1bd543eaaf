//! The notice about values that could not be read.

use crate::api::CustomerDetail;
use crate::locale::{Labels, fill, words};
use crate::ui::element::{El, el};

/// A quiet notice that counts and names the values that could not be read, by their keys as the API spells them;
/// nothing where all could.
#[inline(never)] // A function of its own: it is not to be compiled for the first customer.
pub fn unreadable_notice(keys: &[&str]) -> Option<El> {
    if keys.is_empty() {
        return None;
    }
    let words = words();
    let names: Vec<&str> = keys.iter().filter_map(|key| label_of(&words.labels, key)).collect();
    let names = names.join(words.texts.list_separator);
    let text = fill(words.texts.unreadable_notice, &[&keys.len().to_string(), &names]);
    Some(el("p").class("notice").text(&text))
}

/// What a key is called on the page: the labels stand in the order of the keys.
fn label_of(labels: &Labels, key: &str) -> Option<&'static str> {
    let place = CustomerDetail::KEYS.iter().position(|known| *known == key)?;
    labels.all().get(place).map(|(_, label)| *label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn every_key_has_its_own_label() {
        let labels = &Locale::Zh.words().labels;
        let label = |key| label_of(labels, key);
        assert_eq!(CustomerDetail::KEYS.len(), labels.all().len());
        assert_eq!(label("id"), Some(labels.id));
        assert_eq!(label("industry_id"), Some(labels.industry_id));
        assert_eq!(label("type"), Some(labels.kind));
        assert_eq!(label("createdAt"), Some(labels.created_at));
        assert_eq!(label("creditSituation"), Some(labels.credit_situation));
        assert_eq!(label("nothing"), None);
    }
}
