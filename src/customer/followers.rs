//! Followers (关注者).

use std::sync::Arc;

use leptos::prelude::*;

use super::field::data;
use super::members::{Member, members};
use crate::api::{CustomerDetail, Field};
use crate::browser::focus;
use crate::format::count;
use crate::locale::{fill, texts};
use crate::ui::announce::use_announcer;
use crate::ui::avatar::Avatar;
use crate::ui::card::Card;
use crate::ui::print::PrintOnly;
use crate::ui::properties::UnreadableValue;

/// The keys that are shown here.
pub const KEYS: &[&str] = &["followers", "followerNames"];

/// How many followers are shown at first.
const FIRST: usize = 12;
/// How many more each click shows.
const STEP: usize = 120;
/// How many are printed by name; of the others, how many there are: paper is for an ordinary customer.
const PRINTED: usize = 60;
/// From how many followers on they can be filtered.
const FILTER_FROM: usize = 20;

/// Followers (关注者): who follows the customer. What is drawn is what is shown: the first ones, and more on request.
#[component]
pub fn Followers(
    /// The customer.
    customer: Arc<CustomerDetail>,
) -> impl IntoView {
    let texts = texts();
    let raw = (unreadable(&customer.followers), unreadable(&customer.follower_names));
    let members: Arc<[Member]> = members(&customer).into();
    let aside = (!members.is_empty()).then(|| fill(texts.follower_count, &[&count(members.len())]));
    let list = if members.is_empty() {
        view! { <p class="secondary">{texts.absent}</p> }.into_any()
    } else {
        view! { <Members members/> }.into_any()
    };
    view! {
        <Card name="followers" title=texts.followers aside=aside.unwrap_or_default()>
            {raw}
            {list}
        </Card>
    }
}

/// The raw text of a field that could not be read; nothing for any other.
fn unreadable<T>(field: &Field<T>) -> Option<AnyView> {
    match field {
        Field::Unreadable(raw) => Some(view! { <UnreadableValue raw=raw.clone()/> }.into_any()),
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
#[component]
fn Members(
    /// Everybody.
    members: Arc<[Member]>,
) -> impl IntoView {
    let has_filter = members.len() > FILTER_FROM;
    let shown = RwSignal::new(Shown { members: members.clone(), found: None, most: FIRST });
    let items = move || {
        let shown = shown.read();
        let members = (0..shown.most).map_while(|index| shown.member(index));
        members.map(|member| view! { <MemberItem member=member.clone()/> }).collect_view().into_any()
    };
    let more = move || {
        let rest = shown.read().rest();
        (rest > 0).then(|| view! { <More rest shown/> }).into_any()
    };
    view! {
        <div class="members">
            {has_filter.then(|| view! { <Filter shown/> })}
            <ul class="member-list">
                {items}
            </ul>
            {more}
            <Printed members/>
        </div>
    }
}

/// The box that narrows the list down.
#[component]
fn Filter(
    /// What the list shows.
    shown: RwSignal<Shown>,
) -> impl IntoView {
    let texts = texts();
    let announcer = use_announcer();
    let found = move |shown: &Shown| fill(texts.filter_found, &[&count(shown.count())]);
    let change = move |event| {
        shown.update(|shown| shown.find(&event_target_value(&event)));
        announcer.say(found(&shown.read_untracked()));
    };
    let note = move || {
        let shown = shown.read();
        if shown.found.is_some() { found(&shown) } else { String::new() }
    };
    view! {
        <div class="member-filter no-print">
            <input
                type="search"
                autocomplete="off"
                aria-label=texts.filter_followers
                placeholder=texts.filter_followers
                on:input=change
            />
            <span class="secondary">{note}</span>
        </div>
    }
}

/// Shows more of the list.
#[component]
fn More(
    /// How many are not shown yet.
    rest: usize,
    /// What the list shows.
    shown: RwSignal<Shown>,
) -> impl IntoView {
    let texts = texts();
    let name = fill(texts.show_more_followers, &[&count(rest), &count(rest.min(STEP))]);
    let more = move |_| {
        let first_new = shown.read_untracked().most + 1;
        shown.update(|shown| shown.most += STEP);
        // On to where reading goes on; the button may have gone.
        focus::move_to(format!(".member-list > :nth-child({first_new})"));
    };
    view! {
        <button type="button" class="more no-print" aria-label=name.clone() title=name on:click=more>
            {fill(texts.more_followers, &[&count(rest)])}
        </button>
    }
}

/// One follower.
#[component]
fn MemberItem(
    /// Who.
    member: Member,
) -> impl IntoView {
    let name = member.displayed(texts().unknown_member);
    view! {
        <li class="member" tabindex="-1" data-id=member.id>
            <Avatar name=member.name.unwrap_or_default()/>
            <span class="member-name">{data(&name)}</span>
        </li>
    }
}

/// Their names for paper: the first ones, and how many more there are.
#[component]
fn Printed(
    /// Everybody.
    members: Arc<[Member]>,
) -> impl IntoView {
    let texts = texts();
    let write = move || {
        let names: Vec<String> =
            members.iter().take(PRINTED).map(|member| member.displayed(texts.unknown_member)).collect();
        let names = names.join(texts.list_separator);
        match members.len().saturating_sub(PRINTED) {
            0 => names,
            rest => fill(texts.and_more_followers, &[&names, &count(rest)]),
        }
    };
    view! { <PrintOnly class="members-printed print-only" write/> }
}
