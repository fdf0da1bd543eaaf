//! The head of a customer's page.

use crate::ui::drawn::drawn;
use leptos::prelude::*;

use super::field::value;
use crate::api::{CustomerDetail, CustomerType};
use crate::locale::words;
use crate::ui::badge::{Badge, BadgeTone};
use crate::ui::copy::CopyButton;

/// The customer's name, with its type, level and number.
#[component]
pub fn Header(
    /// The customer, as the API sent it.
    customer: CustomerDetail,
) -> impl IntoView {
    let labels = &words().labels;
    let copy = customer.name.value().cloned().map(|name| view! { <CopyButton value=name label=labels.name/> });
    drawn(view! {
        <header class="profile-header">
            <div class="profile-title">
                <h1 tabindex="-1">{value(customer.name, |name| name)}</h1>
                {copy}
            </div>
            <dl class="profile-tags">
                <div>
                    <dt class="visually-hidden">{labels.kind}</dt>
                    <dd>{value(customer.kind, |kind| view! { <TypeBadge kind/> })}</dd>
                </div>
                <div>
                    <dt>{labels.level_name}</dt>
                    <dd>{value(customer.level_name, |level| level)}</dd>
                </div>
                <div>
                    <dt>{labels.customer_no}</dt>
                    <dd>{value(customer.customer_no, |number| number)}</dd>
                </div>
            </dl>
        </header>
    })
}

/// 客户类型 as a word with a colour; a constant that we do not know is shown as it came.
#[component]
fn TypeBadge(
    /// The customer's type.
    kind: CustomerType,
) -> impl IntoView {
    let texts = &words().texts;
    let (tone, text) = match kind {
        CustomerType::Client => (BadgeTone::Positive, texts.client.to_owned()),
        CustomerType::TargetCustomer => (BadgeTone::Accent, texts.target_customer.to_owned()),
        CustomerType::Prospect => (BadgeTone::Warm, texts.prospect.to_owned()),
        CustomerType::Unknown(constant) => (BadgeTone::Neutral, constant),
    };
    drawn(view! { <Badge tone text/> })
}
