//! Followers (关注者).

use std::ops::Range;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use leptos::prelude::*;
use web_sys::{CompositionEvent, Event};

use super::rows::{crm_link, value_view};
use super::section::{Section, Snapshot};
use crate::api::{CustomerDetail, Follower, Key, State};
use crate::browser::handler::{handler, on_click};
use crate::browser::timer::use_timer;
use crate::browser::{finds_hidden, focus, js};
use crate::config::LinkTarget;
use crate::customer::data_text::DataText;
use crate::customer::expanded_state::{
    ExpandedState, FIRST_FOLLOWERS, RENDERED_FOLLOWERS, first_followers, use_expanded_state,
};
use crate::customer::follower_search::{folded, search_texts};
use crate::customer::logic::merge_followers::{
    MergedFollower, display_name, merge_followers, names_of, text_of,
};
use crate::format::format_count;
use crate::locale::{fill, label, texts, translated};
use crate::ui::announce::use_announcer;
use crate::ui::avatar::Avatar;
use crate::ui::card::Card;
use crate::ui::effect::use_effect;
use crate::ui::print::PrintOnly;
use crate::ui::properties::WithPrevious;
use crate::ui::reactive::{reactive, reactive_value};

pub const KEYS: &[Key] = &[Key::Followers, Key::FollowerNames];

/// Number of followers that each click adds.
const STEP: usize = 120;
/// Number of names that find-in-page shows at once.
const FOUND: usize = 250;
/// Number of followers that are printed by name: enough for typical customers.
const PRINTED: usize = RENDERED_FOLLOWERS;
/// Delays followers that only find-in-page reaches until after first paint.
const AFTER_FIRST_PAINT: Duration = Duration::from_millis(300);
/// With more followers than this, the list has a filter.
const FILTER_FROM: usize = 20;

/// Renders Followers (关注者): the first ones, and more on request.
#[component]
pub fn Followers(customer: ArcRwSignal<Arc<CustomerDetail>>) -> impl IntoView {
    view! {
        <Section customer keys=KEYS let:customer>
            <FollowersCard customer/>
        </Section>
    }
}

#[component]
fn FollowersCard(customer: Snapshot) -> impl IntoView {
    let texts = texts();
    let is_unreadable = |key: &&Key| matches!(customer.get(**key).state(), State::Unreadable(_));
    let raw = |key: &Key| value_view(&customer, *key);
    let unreadable = KEYS.iter().filter(is_unreadable).map(raw).collect_view();
    let followers: Arc<[MergedFollower]> = merge_followers(&customer).into();
    let previous = KEYS.iter().find_map(|key| customer.previous(*key));
    let (aside, list) = if followers.is_empty() {
        let note = || view! { <p class="secondary">{texts.no_followers}</p> };
        (String::new(), unreadable.is_empty().then(note).into_any())
    } else {
        let count = fill(texts.follower_count, &[&format_count(followers.len())]);
        (count, view! { <FollowerList customer followers/> }.into_any())
    };
    view! {
        <Card name="followers" title=label(Key::Followers) aside>
            <WithPrevious previous>
                {unreadable}
                {list}
            </WithPrevious>
        </Card>
    }
}

/// The followers, their filter, and the number of matching ones to show.
#[derive(Clone)]
struct FilteredFollowers {
    customer: Snapshot,
    followers: Arc<[MergedFollower]>,
    /// The indices of the followers that match the filter.
    matches: Memo<Vec<usize>>,
    filter: RwSignal<String>,
    limit: RwSignal<usize>,
}

impl FilteredFollowers {
    fn new(customer: Snapshot, followers: Arc<[MergedFollower]>) -> Self {
        let ExpandedState { follower_filter: filter, follower_limit: limit, .. } = use_expanded_state();
        let search_texts_of_all = OnceLock::new();
        let (all, searched) = (followers.clone(), customer.clone());
        let matches = Memo::new(move |_| {
            let mut matches: Vec<usize> = (0..all.len()).collect();
            let filter = filter.read();
            if !filter.trim().is_empty() {
                let query = folded(filter.trim());
                let followers = || all.iter().map(|follower| follower.of(&searched));
                let texts = search_texts_of_all.get_or_init(|| search_texts(followers()));
                matches.retain(|index| texts[*index].contains(&query));
            }
            matches
        });
        Self { customer, followers, matches, filter, limit }
    }

    /// Renders a range of the matching followers.
    fn items(&self, positions: Range<usize>) -> AnyView {
        let matches = self.matches.read();
        let end = positions.end.min(matches.len());
        let mut items = Vec::new();
        for index in matches.get(positions.start..end).unwrap_or_default() {
            let follower = self.followers[*index].of(&self.customer);
            items.push(view! { <FollowerItem follower/> }.into_any());
        }
        items.into_any()
    }

    /// Returns the matching followers from a position.
    fn from(&self, position: usize) -> Vec<MergedFollower> {
        let matches = self.matches.read();
        let indices = matches.get(position..).unwrap_or_default();
        indices.iter().map(|index| self.followers[*index]).collect()
    }
}

#[component]
fn FollowerList(customer: Snapshot, followers: Arc<[MergedFollower]>) -> impl IntoView {
    let filtered = FilteredFollowers::new(customer.clone(), followers.clone());
    let FilteredFollowers { matches, limit, .. } = filtered;
    let (first, others) = (filtered.clone(), filtered.clone());
    // Find-in-page shows hidden followers.
    let show = move |_: Event| limit.update(|limit| *limit = RENDERED_FOLLOWERS.max(*limit));
    view! {
        <div class="followers" on:beforematch=handler(show)>
            {(followers.len() > FILTER_FROM).then(|| view! { <Filter filtered/> })}
            <ul class="follower-list">{reactive(move || first.items(0..FIRST_FOLLOWERS))}</ul>
            {(followers.len() > FIRST_FOLLOWERS).then(|| view! { <OtherFollowers filtered=others/> })}
            {reactive(move || {
                let hidden = matches.read().len().saturating_sub(limit.get());
                (hidden > 0).then(|| view! { <More hidden limit/> })
            })}
            <PrintedFollowers customer followers/>
        </div>
    }
}

/// Renders the followers after the first ones, hidden until the user wants more. Of the rest, it renders only the names, as
/// hidden texts: an element per follower would be slow. Find-in-page reaches and shows all of them.
#[component]
fn OtherFollowers(filtered: FilteredFollowers) -> impl IntoView {
    let others = filtered.clone();
    let limit = filtered.limit;
    let is_shown = move || limit.get() > FIRST_FOLLOWERS;
    let is_painted = RwSignal::new(untrack(is_shown));
    use_timer(AFTER_FIRST_PAINT, move || is_painted.set(true));
    let end = RwSignal::new(0);
    use_effect(move || {
        let needed = limit.get().max(RENDERED_FOLLOWERS);
        // Showing followers that are already rendered must not re-render them: find-in-page would lose its match.
        if (is_painted.get() || is_shown()) && end.get_untracked() != needed {
            end.set(needed);
        }
    });
    let names = move || {
        let mut hidden = Vec::new();
        let rendered = end.get();
        if rendered > 0 && finds_hidden() {
            for followers in others.from(rendered).chunks(FOUND) {
                let text = names_of(&others.customer, followers, texts());
                let names = view! { <p class="no-print" hidden="until-found"><DataText text/></p> };
                hidden.push(names.into_any());
            }
        }
        hidden
    };
    view! {
        <ul
            class="follower-list other-followers"
            hidden=reactive_value(move || (!is_shown()).then_some("until-found"))
        >
            {reactive(move || filtered.items(FIRST_FOLLOWERS..end.get()))}
        </ul>
        {reactive(names)}
    }
}

#[component]
fn Filter(filtered: FilteredFollowers) -> impl IntoView {
    let texts = texts();
    let announcer = use_announcer();
    let FilteredFollowers { matches, filter, limit, .. } = filtered;
    let found = move || fill(texts.filter_found, &[&format_count(matches.read().len())]);
    let change = move |event: Event| {
        limit.set(first_followers());
        filter.set(event_target_value(&event));
        announcer.say(untrack(found));
    };
    // During composition, the input has intermediate letters. Chromium sends no `input` event after `compositionend`;
    // Safari sends the last one then.
    let change_unless_composing = move |event: Event| {
        if !js::get(&event, "isComposing").is_truthy() {
            change(event);
        }
    };
    let note = move || match filter.read().trim() {
        "" => String::new(),
        _ => found(),
    };
    view! {
        <div class="follower-filter no-print">
            <input
                type="search"
                autocomplete="off"
                aria-label=texts.filter_followers
                placeholder=translated(|texts| texts.filter_followers)
                value=filter.get_untracked()
                on:input=handler(change_unless_composing)
                on:compositionend=handler(move |event: CompositionEvent| change(event.into()))
            />
            <span class="secondary">{reactive(note)}</span>
        </div>
    }
}

/// Renders the button that shows more followers.
#[component]
fn More(hidden: usize, limit: RwSignal<usize>) -> impl IntoView {
    let texts = texts();
    let step = format_count(hidden.min(STEP));
    let hidden = format_count(hidden);
    let name = fill(texts.show_more_followers, &[&hidden, &step]);
    let show_more = move |_| {
        let first_new = limit.get_untracked() - FIRST_FOLLOWERS + 1;
        limit.update(|limit| *limit += STEP);
        // The button may be gone: focus moves to the first follower that it added.
        focus::move_to(format!(".other-followers > :nth-child({first_new})"));
    };
    view! {
        <button type="button" class="more no-print" aria-label=name on:click=on_click(show_more)>
            {fill(texts.more_followers, &[&hidden])}
        </button>
    }
}

#[component]
fn FollowerItem(follower: Follower) -> impl IntoView {
    let id = text_of(&follower.id).map(str::to_owned);
    let name = view! { <DataText text=display_name(&follower, texts())/> }.into_any();
    let name = crm_link(LinkTarget::Follower, id.as_deref().unwrap_or_default(), name);
    view! {
        <li class="follower" tabindex="-1" data-id=id>
            <Avatar name=text_of(&follower.name).unwrap_or_default().to_owned()/>
            <span class="follower-name">{name}</span>
        </li>
    }
}

/// Renders, in print only, the names of the first followers and the number of the others.
#[component]
fn PrintedFollowers(customer: Snapshot, followers: Arc<[MergedFollower]>) -> impl IntoView {
    let texts = texts();
    let write = move || {
        let names = names_of(&customer, followers.get(..PRINTED).unwrap_or(&followers), texts);
        match followers.len().saturating_sub(PRINTED) {
            0 => names,
            others => fill(texts.and_more_followers, &[&names, &format_count(others)]),
        }
    };
    view! { <PrintOnly class="followers-printed print-only" write=Box::new(write)/> }
}
