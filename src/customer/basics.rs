//! Basics (基本信息).

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::field::{CopyableProperty, TextProperty, value};
use crate::api::{CustomerDetail, Timestamp};
use crate::format::relative_time;
use crate::locale::{labels, locale, texts};
use crate::ui::card::Card;
use crate::ui::long_text::LongText;
use crate::ui::properties::{Properties, Property};

/// The keys that are shown here.
pub const KEYS: &[&str] = &[
    "id",
    "customerNo",
    "levelName",
    "managerName",
    "managerId",
    "from",
    "partnerRelationship",
    "advantageousIndustry",
    "creditSituation",
    "createdAt",
    "description",
];

/// By then the first picture is on the screen, which does not wait for what takes the browser long.
const AFTER_THE_PICTURE: Duration = Duration::from_millis(200);

/// Basics (基本信息): who the customer is and who looks after it.
#[component]
pub fn Basics(
    /// The customer.
    customer: Arc<CustomerDetail>,
) -> impl IntoView {
    let labels = labels();
    let created_at = value(&customer.created_at, |time| view! { <Time time=time.clone()/> }.into_any());
    let description = value(&customer.description, |text| view! { <LongText text=text.clone()/> }.into_any());
    view! {
        <Card name="basics" title=texts().basics>
            <Properties>
                <CopyableProperty label=labels.id field=&customer.id/>
                <CopyableProperty label=labels.customer_no field=&customer.customer_no/>
                <TextProperty label=labels.level_name field=&customer.level_name/>
                <TextProperty label=labels.manager_name field=&customer.manager_name/>
                <TextProperty label=labels.manager_id field=&customer.manager_id/>
                <TextProperty label=labels.from field=&customer.from/>
                <TextProperty label=labels.partner_relationship field=&customer.partner_relationship/>
                <TextProperty label=labels.advantageous_industry field=&customer.advantageous_industry/>
                <TextProperty label=labels.credit_situation field=&customer.credit_situation/>
                <Property label=labels.created_at value=created_at/>
                <Property label=labels.description wide=true value=description/>
            </Properties>
        </Card>
    }
}

/// A wall-clock time as it came; how long ago that is comes beside it, once there is a picture: the browser's `Intl` takes
/// long to wake.
#[component]
fn Time(
    /// The time.
    time: Timestamp,
) -> impl IntoView {
    let (ago, set_ago) = signal(String::new());
    let (parts, locale) = (time.parts, locale());
    let write = move || set_ago.set(relative_time(parts, locale).unwrap_or_default());
    if let Ok(timer) = set_timeout_with_handle(write, AFTER_THE_PICTURE) {
        on_cleanup(move || timer.clear());
    }
    view! {
        <time>{time.text}</time>
        <span class="secondary">{ago}</span>
    }
}
