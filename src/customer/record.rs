//! A customer on the page: the order of the sections.

use std::sync::Arc;

use leptos::prelude::*;

use super::area::{self, Area};
use super::basics::{self, Basics};
use super::changes::changes;
use super::classification::{self, Classification};
use super::finance::{self, Finance};
use super::followers::{self, Followers};
use super::header::{self, Header, SlimBar};
use super::unreadable::UnreadableNotice;
use crate::api::CustomerDetail;
use crate::browser::focus;
use crate::ui::former::FormerValues;

/// Which section shows which keys, for tests/contract.rs; a section is named as its file.
pub const SECTIONS: &[(&str, &[&str])] = &[
    ("header", header::KEYS),
    ("finance", finance::KEYS),
    ("basics", basics::KEYS),
    ("classification", classification::KEYS),
    ("area", area::KEYS),
    ("followers", followers::KEYS),
];

/// A customer: the order of the sections.
#[component]
pub fn Record(
    /// The customer; a refresh puts a newer answer in.
    customer: ArcRwSignal<Arc<CustomerDetail>>,
    /// What stands beside the header: how new all of this is, and what can be done.
    children: Children,
) -> impl IntoView {
    let shown = customer.clone();
    let section = |keys, draw| view! { <Section customer=customer.clone() keys draw/> };
    view! {
        <article class="record">
            {section(header::KEYS, |customer| view! { <SlimBar customer/> }.into_any())}
            <div class="profile-top">
                {section(header::KEYS, |customer| view! { <Header customer/> }.into_any())}
                {children()}
            </div>
            {move || view! { <UnreadableNotice keys=shown.read().unreadable()/> }}
            <div class="sections">
                <div class="sections-main">
                    {section(finance::KEYS, |customer| view! { <Finance customer/> }.into_any())}
                    {section(basics::KEYS, |customer| view! { <Basics customer/> }.into_any())}
                </div>
                <div class="sections-side">
                    {section(classification::KEYS, |customer| view! { <Classification customer/> }.into_any())}
                    {section(area::KEYS, |customer| view! { <Area customer/> }.into_any())}
                    {section(followers::KEYS, |customer| view! { <Followers customer/> }.into_any())}
                </div>
            </div>
        </article>
    }
}

/// A section, drawn anew only when one of its keys has changed; what has is marked for a while.
#[component]
fn Section(
    /// The customer; a refresh puts a newer answer in.
    customer: ArcRwSignal<Arc<CustomerDetail>>,
    /// The keys that the section shows.
    keys: &'static [&'static str],
    /// The section.
    draw: fn(Arc<CustomerDetail>) -> AnyView,
) -> impl IntoView {
    let part = Memo::new(move |before: Option<&Part>| {
        let customer = customer.get();
        let former = before.map(|before| former_values(&before.customer, &customer, keys));
        Part { customer, keys, former: former.unwrap_or_default() }
    });
    move || {
        focus::keep();
        let Part { customer, former, .. } = part.get();
        former.provide();
        draw(customer)
    }
}

/// The part of a customer that a section shows: another one is the same if these keys are.
#[derive(Clone)]
struct Part {
    customer: Arc<CustomerDetail>,
    keys: &'static [&'static str],
    /// What the values were that have just changed.
    former: FormerValues,
}

/// What these keys said before, where they say something else now.
fn former_values(before: &CustomerDetail, now: &CustomerDetail, keys: &[&str]) -> FormerValues {
    let changes = changes(before, now).into_iter().filter(|change| keys.contains(&change.key));
    FormerValues(changes.map(|change| (change.label, change.former)).collect())
}

impl PartialEq for Part {
    fn eq(&self, other: &Self) -> bool {
        !self.customer.changed(&other.customer).iter().any(|key| self.keys.contains(key))
    }
}
