//! 基本信息.

use crate::ui::drawn::drawn;
use leptos::prelude::*;

use super::field::{copyable, property, text};
use crate::api::{CustomerDetail, Timestamp};
use crate::format::relative_time;
use crate::locale::{locale, words};
use crate::ui::card::Card;
use crate::ui::long_text::LongText;
use crate::ui::properties::Properties;

/// 基本信息: who the customer is and who looks after it.
#[component]
pub fn Basics(
    /// The customer, as the API sent it.
    customer: CustomerDetail,
) -> impl IntoView {
    let labels = &words().labels;
    let items = vec![
        copyable(labels.id, customer.id),
        copyable(labels.customer_no, customer.customer_no),
        text(labels.level_name, customer.level_name),
        text(labels.manager_name, customer.manager_name),
        text(labels.manager_id, customer.manager_id),
        text(labels.from, customer.from),
        text(labels.partner_relationship, customer.partner_relationship),
        text(labels.advantageous_industry, customer.advantageous_industry),
        text(labels.credit_situation, customer.credit_situation),
        property(labels.created_at, customer.created_at, |time| view! { <Time time/> }),
        property(labels.description, customer.description, |text| view! { <LongText text/> }).wide(),
    ];
    drawn(view! {
        <Card name="basics" title=words().texts.basics>
            <Properties items/>
        </Card>
    })
}

/// A wall-clock time as it came; how long ago that is stands beside it.
#[component]
fn Time(
    /// The time.
    time: Timestamp,
) -> impl IntoView {
    let ago = relative_time(time.parts, locale());
    drawn(view! {
        <time class="exact">{time.text}</time>
        {ago.map(|ago| view! { <span class="secondary">{ago}</span> })}
    })
}
