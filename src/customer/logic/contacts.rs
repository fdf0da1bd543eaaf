//! Finds telephone numbers and mail addresses in a customer's texts.

use super::display_text::display_text;
use crate::api::{CustomerDetail, Key};
use crate::text_links::{LinkKind, links};

/// Maximum number of contacts; others appear in the texts only.
const MAX_CONTACTS: usize = 6;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub text: String,
    pub href: String,
    pub is_phone: bool,
}

/// Returns the first contacts in the values of these keys, without duplicates.
pub fn contacts(customer: &CustomerDetail, keys: &[Key]) -> Vec<Contact> {
    let mut contacts: Vec<Contact> = Vec::new();
    for key in keys {
        let text = display_text(customer, *key).unwrap_or_default();
        for link in links(&text) {
            let is_other = |known: &Contact| !called(&known.href).eq_ignore_ascii_case(called(&link.href));
            if link.kind != LinkKind::Web && contacts.len() < MAX_CONTACTS && contacts.iter().all(is_other) {
                contacts.push(Contact {
                    text: link.text.to_owned(),
                    is_phone: link.kind == LinkKind::Phone,
                    href: link.href,
                });
            }
        }
    }
    contacts
}

/// Returns a number without country code and leading zero, to find duplicates.
fn called(href: &str) -> &str {
    let number = href.strip_prefix("tel:").unwrap_or(href);
    number.strip_prefix("+86").unwrap_or(number).trim_start_matches('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: &[Key] = &[Key::Description, Key::Area];

    fn of_answer(answer: serde_json::Value) -> Vec<Contact> {
        contacts(&crate::api::answer::customer(&answer.to_string(), &Default::default()).unwrap(), KEYS)
    }

    #[test]
    fn contacts_are_listed_once_in_the_order_of_the_texts() {
        let contacts = of_answer(serde_json::json!({
            "id": "1",
            "description": "周工 138-0013-8000（或 +86 13800138000），Zhou@a.example、zhou@A.example，https://a.example；0571-88886666、+86 571 8888 6666",
            "area": ["浙江省", "杭州市文三路 1 号，电话 0571-88887777 转 802"],
        }));
        let shown: Vec<_> = contacts
            .iter()
            .map(|contact| (contact.text.as_str(), contact.href.as_str(), contact.is_phone))
            .collect();
        assert_eq!(
            shown,
            [
                ("138-0013-8000", "tel:13800138000", true),
                ("Zhou@a.example", "mailto:Zhou@a.example", false),
                ("0571-88886666", "tel:057188886666", true),
                ("0571-88887777 转 802", "tel:057188887777,802", true),
            ]
        );
    }

    #[test]
    fn only_the_first_six_contacts_are_listed() {
        let numbers: Vec<String> =
            (0..1000).map(|number| (13_800_000_000_u64 + number).to_string()).collect();
        let contacts = of_answer(serde_json::json!({ "id": "1", "description": numbers.join("\n") }));
        let texts: Vec<&str> = contacts.iter().map(|contact| contact.text.as_str()).collect();
        assert_eq!(texts, numbers[..6]);
        assert_eq!(of_answer(serde_json::json!({ "id": "1", "description": "无" })), []);
    }
}
