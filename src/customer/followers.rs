//! 关注者.

use std::collections::HashMap;
use std::sync::Arc;

use crate::ui::drawn::{drawn, dynamic};
use leptos::prelude::*;

use super::field::value;
use crate::api::wire::Ids;
use crate::api::{CustomerDetail, Field, Follower};
use crate::browser;
use crate::format::count;
use crate::locale::{fill, words};
use crate::ui::announce::announce;
use crate::ui::avatar::Avatar;
use crate::ui::card::Card;

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
#[component]
pub fn Followers(
    /// The customer, as the API sent it.
    customer: CustomerDetail,
) -> impl IntoView {
    let texts = &words().texts;
    let raw = [unreadable(&customer.followers), unreadable(&customer.follower_names)];
    let raw = raw.into_iter().flatten().collect_view();
    let members = join(customer.followers, customer.follower_names);
    let aside = (!members.is_empty()).then(|| fill(texts.follower_count, &[&count(members.len())]));
    let list = if members.is_empty() {
        value::<(), ()>(Field::Absent, |()| ())
    } else {
        view! { <Members members=Arc::new(members)/> }.into_any()
    };
    drawn(view! {
        <Card name="followers" title=texts.followers aside=aside.unwrap_or_default()>
            {raw}
            {list}
        </Card>
    })
}

/// The raw text of a field that could not be read.
fn unreadable<T>(field: &Field<T>) -> Option<AnyView> {
    match field {
        Field::Unreadable(raw) => Some(value(Field::<()>::Unreadable(raw.clone()), |()| ())),
        Field::Absent | Field::Value(_) => None,
    }
}

/// The list of followers, its filter and its continuation.
#[component]
fn Members(
    /// Everybody.
    members: Arc<Vec<Member>>,
) -> impl IntoView {
    let shown = RwSignal::new(FIRST);
    let query = RwSignal::new(String::new());
    let everybody = members.clone();
    let has_filter = members.len() > FILTER_FROM;
    // The places of those whom the filter lets through; all of them while it is empty.
    let found = Memo::new(move |_| {
        let query = query.get().trim().to_ascii_lowercase();
        let matches = |(place, member): (usize, &Member)| member.matches(&query).then_some(place);
        members.iter().enumerate().filter_map(matches).collect::<Vec<usize>>()
    });
    let people = everybody.clone();
    let items = move || {
        let found = found.read();
        let shown = found.iter().take(shown.get());
        shown.map(|place| view! { <MemberView member=people[*place].clone()/> }).collect_view()
    };
    let rest = move || found.read().len().saturating_sub(shown.get());
    drawn(view! {
        <div class="members">
            {has_filter.then(|| view! { <Filter query shown found/> })}
            <ul class="member-list" tabindex="-1" aria-label=words().texts.followers>
                {items}
            </ul>
            {dynamic(move || (rest() > 0).then(|| drawn(view! { <More rest=rest() shown/> })))}
            <Printed members=everybody/>
        </div>
    })
}

/// The box that narrows the list down.
#[component]
fn Filter(
    /// What is looked for.
    query: RwSignal<String>,
    /// How many are shown: a new query starts again with the first.
    shown: RwSignal<usize>,
    /// Who was found.
    found: Memo<Vec<usize>>,
) -> impl IntoView {
    let texts = &words().texts;
    let change = move |event| {
        query.set(event_target_value(&event));
        shown.set(FIRST);
        announce(fill(texts.filter_found, &[&count(found.read_untracked().len())]));
    };
    let note = Signal::derive(move || {
        let is_filtered = !query.read().trim().is_empty();
        let note = || fill(texts.filter_found, &[&count(found.read().len())]);
        is_filtered.then(note).unwrap_or_default()
    });
    drawn(view! {
        <div class="member-filter no-print">
            <input
                type="search"
                autocomplete="off"
                aria-label=texts.filter_followers
                placeholder=texts.filter_followers
                on:input=change
            />
            <span class="secondary">
                {note}
            </span>
        </div>
    })
}

/// Shows more of the list.
#[component]
fn More(
    /// How many are not shown yet.
    rest: usize,
    /// How many are shown.
    shown: RwSignal<usize>,
) -> impl IntoView {
    let texts = &words().texts;
    let name = fill(texts.show_more_followers, &[&count(rest), &count(rest.min(STEP))]);
    let more = move |_| {
        let is_last = rest <= STEP;
        shown.update(|shown| *shown += STEP);
        // The button stays where there is more; where it goes, the focus must not go with it.
        browser::focus(if is_last { &[".member-list"] } else { &[".members .more"] });
    };
    drawn(view! {
        <button type="button" class="more no-print" aria-label=name.clone() title=name on:click=more>
            {fill(texts.more_followers, &[&count(rest)])}
        </button>
    })
}

/// One follower.
#[component]
fn MemberView(
    /// Who.
    member: Member,
) -> impl IntoView {
    let name = member.display();
    drawn(view! {
        <li class="member" data-id=member.id>
            <Avatar name=member.name.unwrap_or_default()/>
            <span class="member-name">{name}</span>
        </li>
    })
}

/// Everybody, for paper: written when a print begins, gone when it ends.
#[component]
fn Printed(
    /// Everybody.
    members: Arc<Vec<Member>>,
) -> impl IntoView {
    let place = NodeRef::<leptos::html::P>::new();
    let separator = words().texts.list_separator;
    let unknown = words().texts.unknown_member;
    let print = window_event_listener(leptos::ev::beforeprint, move |_| {
        if let Some(place) = place.get_untracked() {
            let names: Vec<String> = members.iter().map(|member| member.printed(unknown)).collect();
            place.set_text_content(Some(&names.join(separator)));
        }
    });
    let done = window_event_listener(leptos::ev::afterprint, move |_| {
        if let Some(place) = place.get_untracked() {
            place.set_text_content(None);
        }
    });
    on_cleanup(move || {
        print.remove();
        done.remove();
    });
    drawn(view! { <p class="members-printed print-only" node_ref=place></p> })
}

impl Member {
    fn matches(&self, query: &str) -> bool {
        let within =
            |text: &Option<String>| text.as_ref().is_some_and(|text| text.to_ascii_lowercase().contains(query));
        query.is_empty() || within(&self.name) || within(&self.id)
    }

    /// The name, or what stands for it.
    fn display(&self) -> String {
        self.displayed(words().texts.unknown_member)
    }

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

/// Joins the ids with the names: in the order of the ids, then those that only the names have; everybody once.
fn join(ids: Field<Ids>, names: Field<Vec<Follower>>) -> Vec<Member> {
    let ids = if let Field::Value(ids) = ids { ids.0 } else { Vec::new() };
    let names = if let Field::Value(names) = names { names } else { Vec::new() };
    let mut members: Vec<Member> = Vec::with_capacity(ids.len().max(names.len()));
    let mut places: HashMap<String, usize> = HashMap::with_capacity(members.capacity());
    for id in ids {
        places.entry(id.clone()).or_insert_with(|| {
            members.push(Member { id: Some(id), name: None });
            members.len() - 1
        });
    }
    for follower in names {
        let name = match follower.name {
            Field::Value(name) => Some(name),
            Field::Unreadable(raw) => Some(raw),
            Field::Absent => None,
        };
        let id = match follower.id {
            Field::Value(id) => Some(id),
            Field::Unreadable(raw) => Some(raw),
            Field::Absent => None,
        };
        let known = id.as_ref().and_then(|id| places.get(id)).copied();
        match (known, id) {
            (Some(place), _) => members[place].name = members[place].name.take().or(name),
            (None, id) => {
                if let Some(id) = &id {
                    places.insert(id.clone(), members.len());
                }
                members.push(Member { id, name });
            }
        }
    }
    members
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(answer: &str) -> Vec<(String, String)> {
        let customer = crate::api::answer::customer(answer.as_bytes(), &[]).unwrap();
        let members = join(customer.followers, customer.follower_names);
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
    fn bare_names_and_odd_entries_are_shown() {
        let answer = r#"{"followerNames": ["张三", null, [1], {"id": 4}]}"#;
        assert_eq!(joined(answer), pairs(&[("", "张三"), ("", "[1]"), ("4", "? (4)")]));
    }
}
