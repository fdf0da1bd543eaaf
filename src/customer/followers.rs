//! 关注者.

use std::collections::BinaryHeap;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::api::{CustomerDetail, Field, Follower, Ids, Text};
use crate::browser;
use crate::format::count;
use crate::locale::{fill, words};
use crate::ui::announce::announce;
use crate::ui::avatar::avatar;
use crate::ui::card::card_with_aside;
use crate::ui::element::{El, el};
use crate::ui::live::listen;
use crate::ui::properties::{absent_value, unreadable_value};

/// How many followers are shown at first.
const FIRST: usize = 12;
/// How many more each click shows.
const STEP: usize = 120;
/// From how many followers on they can be filtered.
const FILTER_FROM: usize = 20;

/// Somebody who follows a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Member {
    id: Option<String>,
    /// The name; where there is none, what stands for it.
    name: Option<String>,
}

/// 关注者: who follows the customer. What is drawn is what is shown: the first ones, and more on request.
pub fn followers(customer: &CustomerDetail) -> El {
    let texts = &words().texts;
    let raw = [unreadable(&customer.followers), unreadable(&customer.follower_names)];
    let members = join(&customer.followers, &customer.follower_names);
    let aside = (!members.is_empty()).then(|| fill(texts.follower_count, &[&count(members.len())]));
    let list = if members.is_empty() { absent_value() } else { member_list(members.into()) };
    card_with_aside("followers", texts.followers, aside.as_deref()).children(raw.into_iter().flatten()).child(list)
}

/// The raw text of a field that could not be read.
fn unreadable<T>(field: &Field<T>) -> Option<El> {
    match field {
        Field::Unreadable(raw) => Some(unreadable_value(raw)),
        Field::Absent | Field::Value(_) => None,
    }
}

/// What the list shows at the moment.
#[derive(Clone)]
struct Shown {
    members: Arc<[Member]>,
    /// The places of those whom the filter lets through; of everybody while there is nothing to filter by.
    found: Option<Arc<[usize]>>,
    /// At most how many of them.
    most: usize,
}

impl Shown {
    fn count(&self) -> usize {
        self.found.as_ref().map_or(self.members.len(), |found| found.len())
    }

    fn rest(&self) -> usize {
        self.count().saturating_sub(self.most)
    }

    fn member(&self, index: usize) -> Option<&Member> {
        let place = self.found.as_ref().map_or(Some(index), |found| found.get(index).copied())?;
        self.members.get(place)
    }

    fn find(&mut self, query: &str) {
        let query = query.trim().to_ascii_lowercase();
        let places = || (0..self.members.len()).filter(|place| self.members[*place].matches(&query)).collect();
        self.found = (!query.is_empty()).then(places);
        self.most = FIRST;
    }
}

/// The list of followers, its filter and its continuation.
fn member_list(members: Arc<[Member]>) -> El {
    let has_filter = members.len() > FILTER_FROM;
    let printed = printed_members(members.clone());
    let shown = ArcRwSignal::new(Shown { members, found: None, most: FIRST });
    let [listed, rest] = [shown.clone(), shown.clone()];
    let items = move || {
        let shown = listed.read();
        let items: Vec<El> = (0..shown.most).map_while(|index| shown.member(index)).map(member_item).collect();
        items
    };
    let list = el("ul").class("member-list").attr("tabindex", "-1").attr("aria-label", words().texts.followers);
    el("div")
        .class("members")
        .children(has_filter.then(|| filter(&shown)))
        .child(list.live_children(items))
        .live_children(move || {
            let count = rest.read().rest();
            (count > 0).then(|| more(count, rest.clone()))
        })
        .child(printed)
}

/// The box that narrows the list down.
fn filter(shown: &ArcRwSignal<Shown>) -> El {
    let texts = &words().texts;
    let note = move |shown: &Shown| fill(texts.filter_found, &[&count(shown.count())]);
    let filtered = shown.clone();
    let change = move |event: web_sys::Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        filtered.update(|shown| shown.find(&input.value()));
        announce(&note(&filtered.read_untracked()));
    };
    let input = el("input").attr("type", "search").attr("autocomplete", "off");
    let input = input.attr("aria-label", texts.filter_followers).attr("placeholder", texts.filter_followers);
    let seen = el("span").class("secondary");
    let shown = shown.clone();
    let seen = seen.live_text(move || {
        let shown = shown.read();
        if shown.found.is_some() { note(&shown) } else { String::new() }
    });
    el("div").class("member-filter no-print").child(input.on("input", change)).child(seen)
}

/// Shows more of the list; `rest` are not shown yet.
fn more(rest: usize, shown: ArcRwSignal<Shown>) -> El {
    let texts = &words().texts;
    let name = fill(texts.show_more_followers, &[&count(rest), &count(rest.min(STEP))]);
    let show = move |_| {
        let is_last = rest <= STEP;
        shown.update(|shown| shown.most += STEP);
        // The button stays where there is more; where it goes, the focus must not go with it.
        browser::focus(if is_last { &[".member-list"] } else { &[".members .more"] });
    };
    el("button")
        .attr("type", "button")
        .class("more no-print")
        .attr("aria-label", &name)
        .attr("title", &name)
        .on("click", show)
        .text(&fill(texts.more_followers, &[&count(rest)]))
}

/// One follower.
fn member_item(member: &Member) -> El {
    let item = el("li").class("member");
    let item = if let Some(id) = &member.id { item.attr("data-id", id) } else { item };
    let name = member.displayed(words().texts.unknown_member);
    item.child(avatar(member.name.as_deref().unwrap_or_default())).child(el("span").class("member-name").text(&name))
}

/// Everybody, for paper: written when a print begins, gone when it ends.
fn printed_members(members: Arc<[Member]>) -> El {
    let place = el("p").class("members-printed print-only");
    let (separator, unknown) = (words().texts.list_separator, words().texts.unknown_member);
    let printed = place.clone();
    listen("beforeprint", move |_| {
        let names: Vec<String> = members.iter().map(|member| member.printed(unknown)).collect();
        printed.set_text_content(Some(&names.join(separator)));
    });
    let done = place.clone();
    listen("afterprint", move |_| done.set_text_content(None));
    place
}

impl Member {
    fn matches(&self, query: &str) -> bool {
        let within =
            |text: &Option<String>| text.as_ref().is_some_and(|text| text.to_ascii_lowercase().contains(query));
        query.is_empty() || within(&self.name) || within(&self.id)
    }

    /// The name, or what stands for it.
    fn displayed(&self, unknown: &str) -> String {
        let id = self.id.as_deref().unwrap_or_default();
        self.name.clone().unwrap_or_else(|| fill(unknown, &[id]))
    }

    /// The name and, on paper where nothing can be clicked, the id.
    fn printed(&self, unknown: &str) -> String {
        match (&self.name, &self.id) {
            (Some(name), Some(id)) => format!("{name} ({id})"),
            _ => self.displayed(unknown),
        }
    }
}

/// Joins the ids with the names: in the order of the ids, then those that only the names have; everybody once, with the
/// first name there is.
fn join(ids: &Field<Ids>, names: &Field<Vec<Follower>>) -> Vec<Member> {
    let ids = ids.value().into_iter().flat_map(|ids| &ids.0).map(|id| (Some(id.as_str()), None));
    let names = names.value().into_iter().flatten().map(|follower| (said(&follower.id), said(&follower.name)));
    let entries: Vec<(Option<&str>, Option<&str>)> = ids.chain(names).collect();
    let first = first_of_same(&entries);
    let mut members: Vec<Member> = Vec::with_capacity(entries.len());
    // Where the entry of each place has become a member.
    let mut places: Vec<usize> = Vec::with_capacity(entries.len());
    for (entry, (id, name)) in entries.iter().enumerate() {
        let known = first[entry];
        if known < entry {
            let name_of_known = &mut members[places[known]].name;
            *name_of_known = name_of_known.take().or(name.map(str::to_owned));
            places.push(places[known]);
        } else {
            places.push(members.len());
            members.push(Member { id: id.map(str::to_owned), name: name.map(str::to_owned) });
        }
    }
    members
}

/// For each entry, the first one that has the same id: often itself, always where there is no id.
fn first_of_same(entries: &[(Option<&str>, Option<&str>)]) -> Vec<usize> {
    let ids = entries.iter().enumerate().filter_map(|(entry, (id, _))| Some((fingerprint((*id)?), (*id)?, entry)));
    let mut first: Vec<usize> = (0..entries.len()).collect();
    let sorted = ids.collect::<BinaryHeap<_>>().into_sorted_vec();
    for same in sorted.chunk_by(|(_, one, _), (_, other, _)| one == other) {
        same.iter().for_each(|(_, _, entry)| first[*entry] = same[0].2);
    }
    first
}

/// A number for an id, to sort by before the id itself: numbers are compared at a fraction of the time.
fn fingerprint(id: &str) -> u64 {
    id.bytes().fold(0, |number, byte| number.wrapping_mul(31).wrapping_add(byte.into()))
}

/// What a field says, if only in its raw text.
fn said(field: &Field<Text>) -> Option<&str> {
    match field {
        Field::Value(text) | Field::Unreadable(text) => Some(text),
        Field::Absent => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(answer: &str) -> Vec<(String, String)> {
        let customer = crate::api::answer::customer(answer.as_bytes(), &[]).unwrap();
        let members = join(&customer.followers, &customer.follower_names);
        let shown = |member: Member| (member.id.clone().unwrap_or_default(), member.displayed("? ({})"));
        members.into_iter().map(shown).collect()
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(id, name)| ((*id).to_owned(), (*name).to_owned())).collect()
    }

    #[test]
    fn ids_and_names_that_agree_are_joined() {
        let answer =
            r#"{"followers": [2, 1], "followerNames": [{"id": 1, "name": "张三"}, {"id": 2, "name": "李四"}]}"#;
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
    fn ids_of_one_fingerprint_are_several_people() {
        assert_eq!(fingerprint("Aa"), fingerprint("BB"));
        let answer = r#"{"followers": ["Aa", "BB", "Aa", "BB"], "followerNames": [{"id": "BB", "name": "李四"}]}"#;
        assert_eq!(joined(answer), pairs(&[("Aa", "? (Aa)"), ("BB", "李四")]));
    }

    #[test]
    fn bare_names_and_odd_entries_are_shown() {
        let answer = r#"{"followerNames": ["张三", null, [1], {"id": 4}]}"#;
        assert_eq!(joined(answer), pairs(&[("", "张三"), ("", "[1]"), ("4", "? (4)")]));
    }
}
