//! The notice about values that could not be read.

use leptos::prelude::*;

use crate::api::CustomerDetail;
use crate::locale::{Labels, fill, labels, texts};

/// A quiet notice that counts and names the values that could not be read; nothing where all could.
#[component]
pub fn UnreadableNotice(
    /// The keys of these values, as the API spells them.
    keys: Vec<&'static str>,
) -> impl IntoView {
    (!keys.is_empty()).then(|| {
        let names: Vec<&str> = keys.iter().filter_map(|key| label_of(labels(), key)).collect();
        let names = names.join(texts().list_separator);
        let text = fill(texts().unreadable_notice, &[&keys.len().to_string(), &names]);
        view! { <p class="notice">{text}</p> }
    })
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
