//! What a customer is called.

use crate::api::{CustomerDetail, Field, Text};

/// The customer's name; where it has none, its number or its id; where it has none of them, the id that was asked for.
pub fn name_of<'a>(customer: &'a CustomerDetail, id: &'a str) -> &'a str {
    heading_of(customer).map_or(id, String::as_str)
}

/// Likewise; nothing where it has none of them.
pub fn heading_of(customer: &CustomerDetail) -> Option<&Text> {
    let CustomerDetail { name, customer_no, id, .. } = customer;
    [name, customer_no, id].into_iter().find_map(Field::value)
}

/// A name for where it is text alone, which nothing can isolate: without the characters that turn the order of writing.
pub fn plain(name: &str) -> String {
    let turns = |letter: &char| matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    name.chars().filter(|letter| !turns(letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_customer_without_a_name_goes_by_its_number_or_id() {
        let called = |answer: &str| {
            let customer = crate::api::answer::customer(answer, &[]).unwrap();
            name_of(&customer, "42").to_owned()
        };
        assert_eq!(called(r#"{"id": "7", "customerNo": "00001", "name": "金职院"}"#), "金职院");
        assert_eq!(called(r#"{"id": "7", "customerNo": "00001", "name": "\u3164\u200b\u2800"}"#), "00001");
        assert_eq!(called(r#"{"id": "7", "customerNo": ""}"#), "7");
        assert_eq!(called(r#"{"rank": 1}"#), "42");
    }

    #[test]
    fn what_turns_the_order_of_writing_is_no_part_of_a_plain_name() {
        assert_eq!(plain("\u{202e}金\u{2066}职\u{200f}院\u{2069}"), "金职院");
    }
}
