//! JSON → the type of a customer (客户类型).

use super::field::{Field, FromJson, text_of};
use super::normalize::{NormalValue, Part, Rule, WORDS, is_one_of, is_placeholder, member, note};
use crate::json::is_spelled_alike;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CustomerType {
    Client,
    TargetCustomer,
    Prospect,
    /// A constant that the API document does not list.
    Unknown(String),
}

impl FromJson for CustomerType {
    fn of(value: &NormalValue) -> Option<Field<Self>> {
        if let Some(known) = named_in(value) {
            return Some(Field::Value(known));
        }
        match text_of(value, Part::Words, is_placeholder)? {
            Field::Value(text) => Some(Field::Value(Self::Unknown(text))),
            _ => Some(Field::Absent),
        }
    }
}

/// Returns the type that a value, or a member of it, names: `{"code": "PROSPECT", "name": "潜在的"}`.
fn named_in(value: &NormalValue) -> Option<CustomerType> {
    match value {
        NormalValue::Text(text) => CustomerType::named(text),
        NormalValue::List(items) => match items.as_slice() {
            [one] => named_in(one),
            [NormalValue::Number(_), words] => named_in(words),
            // Jackson writes the enum's name before the constant.
            [NormalValue::Text(tag), constant] if tag == "CustomerType" => named_in(constant),
            _ => None,
        },
        NormalValue::Object(members) => {
            let names = format!("code|key|{WORDS}");
            let known = names.split('|').find_map(|name| named_in(member(members, name)?));
            let known = known.or_else(|| match members.as_slice() {
                [(name, only)] if !is_one_of(name, WORDS) => named_in(only),
                _ => None,
            })?;
            note(Rule::Reference);
            Some(known)
        }
        _ => None,
    }
}

impl CustomerType {
    /// The constants of the API document, and their Chinese labels. Back ends send either.
    pub const DOCUMENTED: [(Self, &'static str, &'static str); 3] = [
        (Self::Client, "CLIENT", "正式客户"),
        (Self::TargetCustomer, "TARGET_CUSTOMER", "目标客户"),
        (Self::Prospect, "PROSPECT", "沟通客户"),
    ];

    /// Returns the type for a constant or a label. The constant may follow the name of its enum.
    fn named(name: &str) -> Option<Self> {
        let name = name.rsplit(['.', ':', '\\']).next()?;
        let is_named = |known: &str, word: &str| {
            [known, word, &format!("CustomerType{known}")]
                .iter()
                .any(|text| is_spelled_alike(name, text))
        };
        let mut documented = Self::DOCUMENTED.into_iter();
        let (customer_type, ..) = documented.find(|(_, known, word)| is_named(known, word))?;
        Some(customer_type)
    }
}
