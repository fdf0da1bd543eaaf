//! The head of a customer's page.

use std::sync::Arc;

use leptos::prelude::*;

use super::field::{text, value};
use crate::api::{CustomerDetail, CustomerType};
use crate::locale::{labels, texts};
use crate::ui::badge::{Badge, BadgeTone};
use crate::ui::copy::CopyButton;
use crate::ui::heading::PageHeading;

/// The keys that are shown here.
pub const KEYS: &[&str] = &["name", "type", "levelName", "customerNo"];

/// The customer's name, with its type, level and number.
#[component]
pub fn Header(
    /// The customer.
    customer: Arc<CustomerDetail>,
) -> impl IntoView {
    let labels = labels();
    let name = text(&customer.name);
    let copy = customer.name.value().map(|name| view! { <CopyButton value=name label=labels.name/> });
    let kind = value(&customer.kind, |kind| view! { <TypeBadge kind=kind.clone()/> }.into_any());
    view! {
        <header class="profile-header">
            <div class="profile-title">
                <PageHeading>{name}</PageHeading>
                {copy}
            </div>
            <dl class="profile-tags">
                <div>
                    <dt class="visually-hidden">{labels.kind}</dt>
                    <dd>{kind}</dd>
                </div>
                <div>
                    <dt>{labels.level_name}</dt>
                    <dd>{text(&customer.level_name)}</dd>
                </div>
                <div>
                    <dt>{labels.customer_no}</dt>
                    <dd>{text(&customer.customer_no)}</dd>
                </div>
            </dl>
        </header>
    }
}

/// 客户类型 (type) as a word with a colour; a constant that we do not know is shown as it came.
#[component]
fn TypeBadge(
    /// The customer's type.
    kind: CustomerType,
) -> impl IntoView {
    let texts = texts();
    let (tone, text) = match kind {
        CustomerType::Client => (BadgeTone::Positive, texts.client.to_owned()),
        CustomerType::TargetCustomer => (BadgeTone::Accent, texts.target_customer.to_owned()),
        CustomerType::Prospect => (BadgeTone::Warm, texts.prospect.to_owned()),
        CustomerType::Unknown(constant) => (BadgeTone::Neutral, constant),
    };
    view! { <Badge tone text/> }
}
