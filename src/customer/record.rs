//! A customer on the page: the order of the sections.

use std::sync::Arc;

use leptos::prelude::*;

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

/// The record of a customer.
#[component]
pub fn Record(
    customer: ArcRwSignal<Arc<CustomerDetail>>,
    /// What stands beside the header.
    children: Children,
) -> impl IntoView {
    focus::move_to_main_on_unmount();
    view! {
        <article class="record" aria-labelledby=HEADING_ID>
            <SlimBar customer=customer.clone()/>
            <div class="profile-top">
                <Header customer=customer.clone()/>
                {children()}
            </div>
            <UnreadableNotice customer=customer.clone()/>
            <div class="sections">
                <div class="sections-main">
                    <Finance customer=customer.clone()/>
                    <Basics customer=customer.clone()/>
                </div>
                <div class="sections-side">
                    <Classification customer=customer.clone()/>
                    <Followers customer=customer.clone()/>
                </div>
                <Identifiers customer/>
            </div>
        </article>
    }
}
