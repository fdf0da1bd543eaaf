//! The followers of a customer: the ids of `followers` joined with the names of `followerNames`.

use super::fingerprint::hash;
use crate::api::{CustomerDetail, Field, Follower, FollowerIds, Text};
use crate::locale::{Texts, fill};

/// Returns every follower once, with the first name in either list: first those in `followers`, then those that only
/// `followerNames` has.
pub fn merge_followers(customer: &CustomerDetail) -> Vec<Follower> {
    let ids = customer.followers.value().map(|FollowerIds(followers)| followers);
    let lists = [ids, customer.follower_names.value()];
    let mut merged: Vec<Follower> = Vec::new();
    // The positions in `merged`, by the hash of the id. A `HashMap` would make the program larger.
    let mut positions = vec![Vec::new(); lists.iter().flatten().map(|list| list.len()).sum()];
    for follower in lists.into_iter().flatten().flatten() {
        if let Some(id) = text_of(&follower.id) {
            let bucket = hash(id) as usize % positions.len();
            let is_same = |position: &&usize| text_of(&merged[**position].id) == Some(id);
            if let Some(position) = positions[bucket].iter().find(is_same) {
                let known = &mut merged[*position];
                if known.name.is_absent() {
                    known.name = follower.name.clone();
                }
                continue;
            }
            positions[bucket].push(merged.len());
        }
        merged.push(follower.clone());
    }
    // Names without ids and ids without names may be the same people.
    let is_bare_name = |follower: &Follower| follower.id.is_absent() && follower.name.value().is_some();
    if merged.iter().any(is_bare_name) {
        merged.retain(|follower| !follower.name.is_absent());
    }
    merged
}

/// Returns the name, or the text for a follower without one.
pub fn display_name(follower: &Follower, texts: &Texts) -> String {
    match text_of(&follower.name) {
        Some(name) => name.to_owned(),
        None => fill(texts.unknown_follower, &[text_of(&follower.id).unwrap_or_default()]),
    }
}

/// Returns the text of a field, or its raw text.
pub fn text_of(field: &Field<Text>) -> Option<&str> {
    match field {
        Field::Value(text) | Field::Words(text) | Field::Unreadable(text) => Some(text),
        Field::Absent => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::texts;

    fn merged(answer: &str) -> Vec<(String, String)> {
        let customer = crate::api::answer::customer(answer, &Default::default()).unwrap();
        let shown = |follower: &Follower| (follower.id.to_text(), display_name(follower, texts()));
        merge_followers(&customer).iter().map(shown).collect()
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(id, name)| ((*id).to_owned(), (*name).to_owned())).collect()
    }

    #[test]
    fn ids_and_names_that_agree_are_merged() {
        let answer = r#"{"followers": [2, 1], "followerNames": [{"id": 1, "name": "张三"}, {"id": 2, "name": "李四"}]}"#;
        assert_eq!(merged(answer), pairs(&[("2", "李四"), ("1", "张三")]));
    }

    #[test]
    fn followers_in_one_list_only_are_kept_and_nobody_is_listed_twice() {
        let answer = r#"{"followers": [1, "1", 7, 3], "followerNames": [
            {"id": "3", "name": ""}, {"id": 3, "name": "王五"}, {"id": 9, "name": "赵六"}, {"id": 9, "name": "赵六"},
            {"id": 1, "name": "张三"}]}"#;
        assert_eq!(
            merged(answer),
            pairs(&[("1", "张三"), ("7", "未知成员（7）"), ("3", "王五"), ("9", "赵六")])
        );
    }

    #[test]
    fn names_in_the_list_of_ids_are_used() {
        let answer =
            r#"{"followers": [{"id": 2, "name": "李四"}, 1], "followerNames": [{"id": 1, "name": "张三"}]}"#;
        assert_eq!(merged(answer), pairs(&[("2", "李四"), ("1", "张三")]));
    }

    #[test]
    fn bare_names_and_unreadable_entries_are_kept() {
        let answer = r#"{"followerNames": [{"id": 3, "name": "张三"}, null, [1, 2], {"id": 4}]}"#;
        assert_eq!(merged(answer), pairs(&[("3", "张三"), ("", "[1, 2]"), ("4", "未知成员（4）")]));
    }
}
