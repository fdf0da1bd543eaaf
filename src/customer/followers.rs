//! Followers (关注者).

use std::sync::Arc;

use leptos::prelude::*;

use super::field::data;
use super::kept::{FIRST_FOLLOWERS, Kept, use_kept};
use super::members::{Member, members};
use crate::api::{CustomerDetail, Field};
use crate::browser::focus;
use crate::config::{Linked, config};
use crate::format::count;
use crate::locale::{fill, labels, texts};
use crate::navigation::WayOut;
use crate::ui::announce::use_announcer;
use crate::ui::avatar::Avatar;
use crate::ui::card::Card;
use crate::ui::former::FormerValue;
use crate::ui::print::PrintOnly;
use crate::ui::properties::UnreadableValue;

/// The keys that are shown here.
pub const KEYS: &[&str] = &["followers", "followerNames"];

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
            <FormerValue label=labels().followers/>
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

/// The followers that the filter lets through, and how many of them are shown.
#[derive(Clone)]
struct Found {
    members: Arc<[Member]>,
    /// Their places; of everybody while there is nothing to filter by.
    places: Memo<Option<Vec<usize>>>,
    most: RwSignal<usize>,
}

impl Found {
    fn new(members: Arc<[Member]>, filter: RwSignal<String>, most: RwSignal<usize>) -> Self {
        let everybody = members.clone();
        let places = Memo::new(move |_| {
            let query = filter.read().trim().to_ascii_lowercase();
            let places = || (0..everybody.len()).filter(|place| everybody[*place].matches(&query)).collect();
            (!query.is_empty()).then(places)
        });
        Self { members, places, most }
    }

    fn count(&self) -> usize {
        self.places.read().as_ref().map_or(self.members.len(), Vec::len)
    }

    fn rest(&self) -> usize {
        self.count().saturating_sub(self.most.get())
    }

    fn shown(&self) -> Vec<Member> {
        let most = self.most.get();
        match &*self.places.read() {
            Some(places) => places.iter().take(most).map(|place| self.members[*place].clone()).collect(),
            None => self.members.iter().take(most).cloned().collect(),
        }
    }
}

/// The list of followers, its filter and its continuation.
#[component]
fn Members(
    /// Everybody.
    members: Arc<[Member]>,
) -> impl IntoView {
    let Kept { filter, followers: most, .. } = use_kept();
    let has_filter = members.len() > FILTER_FROM;
    let found = Found::new(members.clone(), filter, most);
    let (list, rest) = (found.clone(), found.clone());
    let items = move || {
        let items = list.shown().into_iter().map(|member| view! { <MemberItem member/> });
        items.collect_view().into_any()
    };
    let more = move || {
        let rest = rest.rest();
        (rest > 0).then(|| view! { <More rest most/> }).into_any()
    };
    view! {
        <div class="members">
            {has_filter.then(|| view! { <Filter filter found/> })}
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
    /// What is typed.
    filter: RwSignal<String>,
    /// Whom it finds.
    found: Found,
) -> impl IntoView {
    let texts = texts();
    let announcer = use_announcer();
    let note = {
        let found = found.clone();
        move || fill(texts.filter_found, &[&count(found.count())])
    };
    let said = note.clone();
    let change = move |event| {
        found.most.set(FIRST_FOLLOWERS);
        filter.set(event_target_value(&event));
        announcer.say(untrack(&said));
    };
    let is_filtered = move || !filter.read().trim().is_empty();
    view! {
        <div class="member-filter no-print">
            <input
                type="search"
                autocomplete="off"
                aria-label=texts.filter_followers
                placeholder=texts.filter_followers
                prop:value=filter.get_untracked()
                on:input=change
            />
            <span class="secondary">{move || is_filtered().then(&note).unwrap_or_default()}</span>
        </div>
    }
}

/// Shows more of the list.
#[component]
fn More(
    /// How many are not shown yet.
    rest: usize,
    /// How many are shown.
    most: RwSignal<usize>,
) -> impl IntoView {
    let texts = texts();
    let name = fill(texts.show_more_followers, &[&count(rest), &count(rest.min(STEP))]);
    let more = move |_| {
        let first_new = most.get_untracked() + 1;
        most.update(|most| *most += STEP);
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
    let displayed = data(&member.displayed(texts().unknown_member));
    let Member { id, name } = member;
    let way = id
        .clone()
        .and_then(|id| config().link(Linked::Follower, &id).map(|href| (href, id)));
    let displayed = match way {
        Some((href, id)) => {
            view! { <WayOut href kind=Linked::Follower.as_str() id>{displayed}</WayOut> }.into_any()
        }
        None => displayed.into_any(),
    };
    view! {
        <li class="member" tabindex="-1" data-id=id>
            <Avatar name=name.unwrap_or_default()/>
            <span class="member-name">{displayed}</span>
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
        let names: Vec<String> = members
            .iter()
            .take(PRINTED)
            .map(|member| member.displayed(texts.unknown_member))
            .collect();
        let names = names.join(texts.list_separator);
        match members.len().saturating_sub(PRINTED) {
            0 => names,
            rest => fill(texts.and_more_followers, &[&names, &count(rest)]),
        }
    };
    view! { <PrintOnly class="members-printed print-only" write/> }
}
