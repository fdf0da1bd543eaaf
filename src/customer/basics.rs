//! Basics (基本信息).

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::field::{CodeProperty, CopyableProperty, CountProperty, TextProperty, data, data_language, value};
use super::kept::use_kept;
use super::words::text_of_time;
use crate::api::{CustomerDetail, Timestamp};
use crate::browser::time_zone::wall_clock;
use crate::format::relative_time;
use crate::locale::{labels, locale, texts};
use crate::ui::card::Card;
use crate::ui::copy::CopyButton;
use crate::ui::long_text::LongText;
use crate::ui::properties::{NothingFilledIn, Properties, Property};

/// The keys that are shown here.
pub const KEYS: &[&str] = &[
    "id",
    "managerId",
    "from",
    "partnerRelationship",
    "advantageousIndustry",
    "creditSituation",
    "rank",
    "createdAt",
    "description",
];

/// By then the first picture is on the screen, which does not wait for what takes the browser long.
const AFTER_THE_PICTURE: Duration = Duration::from_millis(200);

/// Basics (基本信息): what there is to know of the customer beyond its header.
#[component]
pub fn Basics(
    /// The customer.
    customer: Arc<CustomerDetail>,
) -> impl IntoView {
    let labels = labels();
    let created_at = value(&customer.created_at, |time| view! { <Time time=time.clone()/> }.into_any());
    let unfolded = use_kept().description;
    let description = value(&customer.description, |text| {
        let whole = text.clone();
        view! {
            <LongText text=text.clone() lang=data_language() unfolded>
                <CopyButton value=whole label=labels.description/>
            </LongText>
        }
        .into_any()
    });
    view! {
        <Card name="basics" title=texts().basics>
            {customer.is_silent_on(KEYS).then(|| view! { <NothingFilledIn/> })}
            <Properties>
                <CopyableProperty label=labels.id field=&customer.id/>
                <TextProperty label=labels.manager_id field=&customer.manager_id/>
                <CodeProperty key="from" label=labels.from field=&customer.from/>
                <CodeProperty
                    key="partnerRelationship"
                    label=labels.partner_relationship
                    field=&customer.partner_relationship
                />
                <CodeProperty
                    key="advantageousIndustry"
                    label=labels.advantageous_industry
                    field=&customer.advantageous_industry
                />
                <CodeProperty key="creditSituation" label=labels.credit_situation field=&customer.credit_situation/>
                <CountProperty label=labels.rank field=&customer.rank/>
                <Property label=labels.created_at value=created_at/>
                <Property label=labels.description wide=true value=description/>
            </Properties>
        </Card>
    }
}

/// A wall-clock time as it came, a moment in the configured time zone; how long ago that is comes beside it, once there is
/// a picture: the browser's `Intl` takes long to wake.
#[component]
fn Time(
    /// The time.
    time: Timestamp,
) -> impl IntoView {
    let ago = RwSignal::new(String::new());
    let text = text_of_time(&time);
    let parts = match time {
        Timestamp::Wall { parts, .. } => Some(parts),
        Timestamp::Moment(milliseconds) => wall_clock(milliseconds as f64, None),
    };
    let locale = locale();
    let write = move || ago.set(parts.and_then(|parts| relative_time(parts, locale)).unwrap_or_default());
    if let Ok(timer) = set_timeout_with_handle(write, AFTER_THE_PICTURE) {
        on_cleanup(move || timer.clear());
    }
    view! {
        <time>{data(&text)}</time>
        <span class="secondary">{ago}</span>
    }
}
