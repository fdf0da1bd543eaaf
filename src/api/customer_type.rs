//! JSON → the type of a customer (客户类型).

use super::field::{Field, FromJson, read_text};
use super::normalize::{
    MAX_DEPTH, Part, Rule, WORDS, clean, inside_text, is_nothing, note, sole_member, without_type_tag,
};
use crate::json::{Json, Raw, is_spelled_alike};

/// Customer type (客户类型).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum CustomerType {
    Client,
    TargetCustomer,
    Prospect,
    /// A constant that the API's document does not have, as the server sent it.
    Unknown(String),
}

impl FromJson for CustomerType {
    fn read(raw: Raw<'_>) -> Field<Self> {
        if let Some(known) = named_in(raw, MAX_DEPTH) {
            return Field::Value(known);
        }
        match read_text(raw, Part::Words, is_nothing) {
            Field::Value(text) => Field::Value(Self::named(&text).unwrap_or(Self::Unknown(text))),
            Field::Absent | Field::Words(_) => Field::Absent,
            Field::Unreadable(raw) => Field::Unreadable(raw),
        }
    }
}

/// The type that any member of an object names: `{"code": "PROSPECT", "name": "潜在的"}`.
fn named_in(raw: Raw<'_>, depth: usize) -> Option<CustomerType> {
    let depth = depth.checked_sub(1)?;
    match raw.peek() {
        Json::Object(object) => {
            let members = ["code", "key"].iter().chain(&WORDS).filter_map(|key| object.find(key));
            let known = members.chain(sole_member(&object)).find_map(|member| named_in(member, depth))?;
            note(Rule::Reference);
            Some(known)
        }
        Json::List(items) => match without_type_tag(&items) {
            [one] => named_in(*one, depth),
            // Jackson writes the enum's name before the constant.
            [tag, constant] if is_spelled_alike(tag.text().trim_matches('"'), "CustomerType") => {
                named_in(*constant, depth)
            }
            _ => None,
        },
        Json::Text(text) => match inside_text(&text) {
            Some(inner) => named_in(inner, depth),
            None => CustomerType::named(&clean(&text)),
        },
        _ => None,
    }
}

impl CustomerType {
    /// The constants of the API's document with their words in it: back ends send either.
    pub const DOCUMENTED: [(Self, &'static str, &'static str); 3] = [
        (Self::Client, "CLIENT", "正式客户"),
        (Self::TargetCustomer, "TARGET_CUSTOMER", "目标客户"),
        (Self::Prospect, "PROSPECT", "沟通客户"),
    ];

    /// Returns the type of this name: its constant in any case, alone or behind the name of its enum, or its word.
    fn named(name: &str) -> Option<Self> {
        let plain = |text: &str| text.replace(['_', '-', ' '], "").to_ascii_uppercase();
        let constant = plain(name.rsplit(['.', ':', '\\']).next().unwrap_or(name));
        let constant = constant.strip_prefix("CUSTOMERTYPE").unwrap_or(&constant);
        let documented = Self::DOCUMENTED.into_iter();
        let mut found = documented.filter(|(_, known, word)| constant == plain(known) || constant == *word);
        found.next().map(|(customer_type, ..)| customer_type)
    }
}
