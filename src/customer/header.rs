//! The head of a customer's page.

use std::sync::Arc;

use leptos::prelude::*;

use super::field::{coded, data, text, value};
use super::words::word_of_kind;
use crate::api::{CustomerDetail, CustomerType, Field, Text};
use crate::config::{Linked, config};
use crate::locale::{labels, texts};
use crate::navigation::WayOut;
use crate::ui::avatar::Monogram;
use crate::ui::badge::{Badge, BadgeTone};
use crate::ui::copy::CopyButton;
use crate::ui::former::FormerValue;
use crate::ui::heading::PageHeading;
use crate::ui::icon::{Icon, IconView};

/// The keys that are shown here.
pub const KEYS: &[&str] =
    &["id", "name", "type", "levelName", "customerNo", "managerName", "managerId", "area"];

/// Who the customer is, at a glance: its name, with its type, level, number, manager and the last step of its area.
#[component]
pub fn Header(
    /// The customer.
    customer: Arc<CustomerDetail>,
) -> impl IntoView {
    let name = name(&customer);
    let copy = customer
        .name
        .value()
        .map(|name| view! { <CopyButton value=name label=labels().name/> });
    view! {
        <header class="profile-header">
            <Monogram name=customer.name.value().cloned().unwrap_or_default()/>
            <div class="profile-about">
                <div class="profile-title">
                    <PageHeading>{name}</PageHeading>
                    {copy}
                    <FormerValue label=labels().name/>
                </div>
                <Tags customer=customer.clone()/>
                <OpenInCrm customer/>
            </div>
        </header>
    }
}

/// The customer's name; one that has none goes by its id.
fn name(customer: &CustomerDetail) -> AnyView {
    match &customer.name {
        Field::Absent => {
            let id = customer
                .id
                .value()
                .map(|id| view! { <span class="secondary">{data(id)}</span> });
            view! { {texts().unnamed} " " {id} }.into_any()
        }
        named => text(named),
    }
}

/// The manager's name; where the CRM has a page of the manager, a link there.
fn manager(customer: &CustomerDetail) -> AnyView {
    let id = customer.manager_id.value().map_or("", String::as_str);
    let Some(href) = config().link(Linked::Manager, id) else {
        return text(&customer.manager_name);
    };
    value(&customer.manager_name, |name| {
        let name = data(name);
        view! { <WayOut href kind=Linked::Manager.as_str() id>{name}</WayOut> }.into_any()
    })
}

/// The way to the customer's own page in the CRM, where that has one.
#[component]
fn OpenInCrm(
    /// The customer.
    customer: Arc<CustomerDetail>,
) -> impl IntoView {
    let way = |id: &Text| {
        let href = config().link(Linked::Customer, id)?;
        Some(view! {
            <WayOut
                class="open-in-crm no-print"
                shortcut=Some("o")
                href
                kind=Linked::Customer.as_str()
                id=id.as_str()
            >
                {texts().open_in_crm}
                <IconView icon=Icon::Out/>
            </WayOut>
        })
    };
    customer.id.value().and_then(way)
}

/// What else is known at a glance.
#[component]
fn Tags(
    /// The customer.
    customer: Arc<CustomerDetail>,
) -> impl IntoView {
    let labels = labels();
    let number = value(&customer.customer_no, |number| {
        view! {
            {data(number)}
            <CopyButton value=number label=labels.customer_no/>
        }
        .into_any()
    });
    // The whole trail stands in its own section: here it is only worth a place where it says something.
    let place = customer.area.value().and_then(|area| area.0.last());
    let place = place.map(|place| view! { <Tag label=labels.area value=data(place).into_any()/> });
    view! {
        <dl class="profile-tags">
            <div>
                <dt class="visually-hidden">{labels.kind}</dt>
                <dd>
                    {kind(&customer)}
                    <FormerValue label=labels.kind/>
                </dd>
            </div>
            <Tag label=labels.level_name value=coded("levelName", &customer.level_name)/>
            <Tag label=labels.customer_no value=number/>
            <Tag label=labels.manager_name value=manager(&customer)/>
            {place}
        </dl>
    }
}

/// A value with its label before it.
#[component]
fn Tag(
    /// The label.
    label: &'static str,
    /// The value.
    value: AnyView,
) -> impl IntoView {
    view! {
        <div>
            <dt>{label}</dt>
            <dd>
                {value}
                <FormerValue label/>
            </dd>
        </div>
    }
}

/// Stays at the top of the window when the header is scrolled away, so that nobody has to go back to see whose page this
/// is. It lies behind the header until then (style/customer.css), and says nothing that the header does not say.
#[component]
pub fn SlimBar(
    /// The customer.
    customer: Arc<CustomerDetail>,
) -> impl IntoView {
    view! {
        <div class="slim-bar no-print" aria-hidden="true">
            <div>
                <span class="slim-name">{name(&customer)}</span>
                {kind(&customer)}
            </div>
        </div>
    }
}

/// 客户类型 (type), as a badge.
fn kind(customer: &CustomerDetail) -> AnyView {
    value(&customer.kind, |kind| view! { <TypeBadge kind=kind.clone()/> }.into_any())
}

/// 客户类型 (type) as a word with a colour; a constant that neither we nor the configuration know is shown as it came.
#[component]
fn TypeBadge(
    /// The customer's type.
    kind: CustomerType,
) -> impl IntoView {
    let text = word_of_kind(&kind);
    let (tone, title) = match kind {
        CustomerType::Client => (BadgeTone::Positive, None),
        CustomerType::TargetCustomer => (BadgeTone::Accent, None),
        CustomerType::Prospect => (BadgeTone::Warm, None),
        CustomerType::Unknown(constant) => {
            (BadgeTone::Neutral, Some(constant).filter(|constant| *constant != text))
        }
    };
    view! { <span title=title><Badge tone text/></span> }
}
