//! The followers of a customer: the ids of `followers` joined with the names of `followerNames`.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use crate::api::{CustomerDetail, Field, Follower, FollowerIds, Text};
use crate::locale::{Texts, fill};

/// A follower of a customer: the positions of id and name in `followers` and, after these, `followerNames`. Copies of the
/// texts would take as much memory as the lists.
#[derive(Clone, Copy)]
pub struct MergedFollower {
    id: usize,
    name: usize,
}

impl MergedFollower {
    /// Returns id and name.
    pub fn of(self, customer: &CustomerDetail) -> Follower {
        let follower = |position| at(lists(customer), position).cloned().unwrap_or_default();
        Follower {
            id: follower(self.id).id,
            name: follower(self.name).name,
        }
    }
}

fn lists(customer: &CustomerDetail) -> [&[Follower]; 2] {
    let ids = customer.followers.value().map(|FollowerIds(followers)| followers.as_slice());
    let names = customer.follower_names.value().map(Vec::as_slice);
    [ids.unwrap_or_default(), names.unwrap_or_default()]
}

fn at([ids, names]: [&[Follower]; 2], position: usize) -> Option<&Follower> {
    ids.get(position).or_else(|| names.get(position - ids.len()))
}

/// Returns every follower once, with the first name in either list: first those in `followers`, then those that only
/// `followerNames` has.
pub fn merge_followers(customer: &CustomerDetail) -> Vec<MergedFollower> {
    let lists = lists(customer);
    let name = |follower: &MergedFollower| at(lists, follower.name).map(|follower| &follower.name);
    let expected = lists[0].len().max(lists[1].len());
    let mut merged: Vec<MergedFollower> = Vec::with_capacity(expected);
    let mut by_id = HashMap::with_capacity_and_hasher(expected, FxBuildHasher);
    for (position, follower) in lists.into_iter().flatten().enumerate() {
        let known = text_of(&follower.id).map(|id| *by_id.entry(id).or_insert(merged.len()));
        match known.and_then(|known| merged.get_mut(known)) {
            Some(known) if name(known).is_some_and(Field::is_absent) => known.name = position,
            Some(_) => {}
            None => merged.push(MergedFollower { id: position, name: position }),
        }
    }
    // Names without ids and ids without names may be the same people.
    let is_bare_name = |follower: &Follower| follower.id.is_absent() && follower.name.value().is_some();
    if lists.into_iter().flatten().any(is_bare_name) {
        merged.retain(|follower| !name(follower).is_some_and(Field::is_absent));
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

/// Returns the names of followers as one text.
pub fn names_of(customer: &CustomerDetail, followers: &[MergedFollower], texts: &Texts) -> String {
    let name = |follower: &MergedFollower| display_name(&follower.of(customer), texts);
    let names: Vec<String> = followers.iter().map(name).collect();
    names.join(texts.list_separator)
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
        merge_followers(&customer)
            .iter()
            .map(|follower| shown(&follower.of(&customer)))
            .collect()
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
