//! Who follows a customer: the ids of `followers` joined with the names of `followerNames`.

use std::collections::HashMap;

use crate::api::{CustomerDetail, Field, FollowerIds, Text};
use crate::locale::fill;

/// Somebody who follows a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The id; bare names have none.
    pub id: Option<String>,
    /// The name, if any is known.
    pub name: Option<String>,
}

impl Member {
    /// Whether a text that is typed to find people, in small letters, finds this one by name or id.
    pub fn matches(&self, query: &str) -> bool {
        let within = |text: &Option<String>| {
            text.as_ref().is_some_and(|text| text.to_ascii_lowercase().contains(query))
        };
        query.is_empty() || within(&self.name) || within(&self.id)
    }

    /// The name, or what stands for it; `unknown` says so, with a place for the id.
    pub fn displayed(&self, unknown: &str) -> String {
        let id = self.id.as_deref().unwrap_or_default();
        self.name.clone().unwrap_or_else(|| fill(unknown, &[id]))
    }
}

/// Everybody who follows a customer, once: in the order of `followers`, then those that only `followerNames` has; with the
/// first name there is.
pub fn members(customer: &CustomerDetail) -> Vec<Member> {
    let ids = customer
        .followers
        .value()
        .into_iter()
        .flat_map(|FollowerIds(followers)| followers);
    let names = customer.follower_names.value().into_iter().flatten();
    let followers = ids
        .chain(names)
        .map(|follower| (text_of(&follower.id), text_of(&follower.name)));
    let mut members: Vec<Member> = Vec::new();
    let mut places = HashMap::new();
    for (id, name) in followers {
        let place = id.map_or(members.len(), |id| *places.entry(id).or_insert(members.len()));
        match members.get_mut(place) {
            Some(known) => known.name = known.name.take().or(name.map(str::to_owned)),
            None => members.push(Member {
                id: id.map(str::to_owned),
                name: name.map(str::to_owned),
            }),
        }
    }
    members
}

/// What a field says, if only in its raw text.
fn text_of(field: &Field<Text>) -> Option<&str> {
    match field {
        Field::Value(text) | Field::Unreadable(text) => Some(text),
        Field::Absent => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(answer: &str) -> Vec<(String, String)> {
        let customer = crate::api::answer::customer(answer, &[]).unwrap();
        let shown = |member: Member| (member.id.clone().unwrap_or_default(), member.displayed("? ({})"));
        members(&customer).into_iter().map(shown).collect()
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(id, name)| ((*id).to_owned(), (*name).to_owned())).collect()
    }

    #[test]
    fn ids_and_names_that_agree_are_joined() {
        let answer = r#"{"followers": [2, 1], "followerNames": [{"id": 1, "name": "张三"}, {"id": 2, "name": "李四"}]}"#;
        assert_eq!(joined(answer), pairs(&[("2", "李四"), ("1", "张三")]));
    }

    #[test]
    fn what_disagrees_is_kept_and_nobody_comes_twice() {
        let answer = r#"{"followers": [1, "1", 7, 3], "followerNames": [
            {"id": "3", "name": ""}, {"id": 3, "name": "王五"}, {"id": 9, "name": "赵六"}, {"id": 9, "name": "赵六"},
            {"id": 1, "name": "张三"}]}"#;
        assert_eq!(joined(answer), pairs(&[("1", "张三"), ("7", "? (7)"), ("3", "王五"), ("9", "赵六")]));
    }

    #[test]
    fn names_that_come_with_the_ids_are_used() {
        let answer =
            r#"{"followers": [{"id": 2, "name": "李四"}, 1], "followerNames": [{"id": 1, "name": "张三"}]}"#;
        assert_eq!(joined(answer), pairs(&[("2", "李四"), ("1", "张三")]));
    }

    #[test]
    fn bare_names_and_odd_entries_are_shown() {
        let answer = r#"{"followerNames": ["张三", null, [1], {"id": 4}]}"#;
        assert_eq!(joined(answer), pairs(&[("", "张三"), ("", "[1]"), ("4", "? (4)")]));
    }
}
