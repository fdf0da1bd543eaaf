//! The record: the order of its sections.

use std::cell::Cell;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::freshness::FreshnessBar;
use super::logic::load_state::Freshness;
use super::notes::RecordNotes;
use super::sections::finance::Finance;
use super::sections::followers::Followers;
use super::sections::header::{Header, SlimBar};
use super::sections::rows::PlainSection;
use super::sections::{BASICS, CLASSIFICATION, IDENTIFIERS};
use crate::api::CustomerDetail;
use crate::browser::task::next_task;
use crate::browser::{self, focus};
use crate::locale::{fill, label, plural, texts};
use crate::ui::heading::HEADING_ID;
use crate::ui::reactive::{reactive, reactive_value};
use crate::ui::trail::use_trail_copying;

/// Renders the record of a customer.
#[component]
pub fn Record(
    /// The requested id.
    id: String,
    customer: ArcRwSignal<Arc<CustomerDetail>>,
    freshness: RwSignal<Freshness>,
    refresh: Callback<()>,
) -> impl IntoView {
    focus::move_to_main_on_unmount();
    use_trail_copying();
    let shows_all_sections = use_shows_all_sections();
    let is_busy = move || if shows_all_sections.get() { "false" } else { "true" };
    view! {
        <article class="record" aria-labelledby=HEADING_ID aria-busy=reactive_value(is_busy)>
            <SlimBar customer=customer.clone()/>
            <div class="profile-top">
                <Header customer=customer.clone()/>
                <FreshnessBar id=id.clone() freshness refresh customer=customer.clone()/>
            </div>
            <RecordNotes id freshness/>
            <UnreadableNotice customer=customer.clone()/>
            <div class="sections">
                <div class="sections-main">
                    <Finance customer=customer.clone()/>
                    <PlainSection customer=customer.clone() name="basics" title=texts().basics keys=BASICS/>
                </div>
                {reactive(move || {
                    let customer = customer.clone();
                    shows_all_sections.get().then(|| view! { <OtherSections customer/> })
                })}
            </div>
        </article>
    }
}

#[component]
fn OtherSections(customer: ArcRwSignal<Arc<CustomerDetail>>) -> impl IntoView {
    let texts = texts();
    view! {
        <div class="sections-side">
            <PlainSection
                customer=customer.clone()
                name="classification"
                title=texts.classification
                keys=CLASSIFICATION
            />
            <Followers customer=customer.clone()/>
        </div>
        <PlainSection customer name="identifiers" title=texts.identifiers keys=IDENTIFIERS/>
    }
}

/// Renders the number and the labels of unreadable values; nothing if there are none.
#[component]
fn UnreadableNotice(customer: ArcRwSignal<Arc<CustomerDetail>>) -> impl IntoView {
    reactive(move || {
        let labels: Vec<&str> = customer.get().unreadable_keys().into_iter().map(label).collect();
        let (count, names) = (labels.len(), labels.join(texts().list_separator));
        let text = fill(plural(texts().unreadable_notice, count), &[&count.to_string(), &names]);
        (count > 0).then(|| view! { <p class="notice">{text}</p> }.into_any())
    })
}

thread_local! {
    static IS_FIRST_RECORD: Cell<bool> = const { Cell::new(true) };
}

/// Returns whether to render [`OtherSections`]. The first record renders in two tasks: most of its code runs for the first
/// time, and a single task would block the page (docs/performance.md). Later records, and records in a frame, render at
/// once: the height of a frame should change only once.
fn use_shows_all_sections() -> RwSignal<bool> {
    let is_staged = IS_FIRST_RECORD.replace(false) && browser::parent().is_none();
    let shows_all = RwSignal::new(!is_staged);
    if is_staged {
        spawn_local(async move {
            next_task().await;
            // The record may be unmounted by now.
            shows_all.try_set(true);
        });
    }
    shows_all
}
