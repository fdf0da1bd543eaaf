//! The record: the order of its sections.

use std::sync::Arc;

use leptos::prelude::*;

use super::freshness::FreshnessBar;
use super::hooks::use_shows_all_sections::use_shows_all_sections;
use super::logic::load_state::Freshness;
use super::notes::RecordNotes;
use super::sections::basics::Basics;
use super::sections::classification::Classification;
use super::sections::finance::Finance;
use super::sections::followers::Followers;
use super::sections::header::{Header, SlimBar};
use super::sections::identifiers::Identifiers;
use super::unreadable_notice::UnreadableNotice;
use crate::api::CustomerDetail;
use crate::browser::focus;
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
                    <Basics customer=customer.clone()/>
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
    view! {
        <div class="sections-side">
            <Classification customer=customer.clone()/>
            <Followers customer=customer.clone()/>
        </div>
        <Identifiers customer/>
    }
}
