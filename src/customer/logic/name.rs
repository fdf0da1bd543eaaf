//! A customer's name.

use crate::api::{CustomerDetail, Field};
use crate::plain_text::is_bidi_control;

/// Returns the customer's name, its number or its id, whichever it has first; else the requested id.
pub fn name_of<'a>(customer: &'a CustomerDetail, requested_id: &'a str) -> &'a str {
    let CustomerDetail { name, customer_no, id, .. } = customer;
    let first = [name, customer_no, id].into_iter().find_map(Field::value);
    first.map_or(requested_id, String::as_str)
}

/// Removes the characters that change the writing direction, for plain text that no element can isolate.
pub fn without_bidi_controls(name: &str) -> String {
    name.chars().filter(|character| !is_bidi_control(*character)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unnamed_customer_has_its_number_or_id_as_name() {
        let name = |answer: &str| {
            let customer = crate::api::answer::customer(answer, &Default::default()).unwrap();
            name_of(&customer, "42").to_owned()
        };
        assert_eq!(name(r#"{"id": "7", "customerNo": "00001", "name": "金职院"}"#), "金职院");
        assert_eq!(name(r#"{"id": "7", "customerNo": "00001", "name": "\u3164\u200b\u2800"}"#), "00001");
        assert_eq!(name(r#"{"id": "7", "customerNo": ""}"#), "7");
        assert_eq!(name(r#"{"rank": 1}"#), "42");
    }

    #[test]
    fn bidi_controls_are_removed() {
        assert_eq!(without_bidi_controls("\u{202e}金\u{2066}职\u{200f}院\u{2069}"), "金职院");
    }
}
