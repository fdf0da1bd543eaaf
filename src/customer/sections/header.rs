//! The header of a customer's page.

use std::sync::Arc;

use leptos::prelude::*;

use super::contacts::Contacts;
use super::rows::{crm_link, value_view};
use super::section::{Section, Snapshot};
use crate::api::{CustomerDetail, Key};
use crate::config::{LinkTarget, config};
use crate::customer::data_text::DataText;
use crate::format::short_area;
use crate::locale::{label, texts};
use crate::navigation::ExternalLink;
use crate::ui::avatar::Monogram;
use crate::ui::copy::CopyButton;
use crate::ui::heading::PageHeading;
use crate::ui::icon::{Icon, IconView};
use crate::ui::properties::WithPrevious;
use crate::ui::trail::SEPARATOR;

pub const KEYS: &[Key] = &[Key::Name, Key::Type, Key::LevelName, Key::ManagerName, Key::CustomerNo];

/// Keys of other sections that the header uses: the id for an unnamed customer, the manager's id for the link, the area for
/// the short area and the monogram, and the texts that may contain contacts.
const ALSO: &[Key] = &[Key::Id, Key::ManagerId, Key::Area, Key::Description, Key::From];

/// Renders name, type, level, manager and number of the customer.
#[component]
pub fn Header(customer: ArcRwSignal<Arc<CustomerDetail>>) -> impl IntoView {
    view! {
        <Section customer keys=KEYS also=ALSO let:customer>
            <header class="profile-header">
                <Monogram
                    name=customer.name.value().cloned().unwrap_or_default()
                    area=customer.area.value().map(|area| area.0.clone()).unwrap_or_default()
                />
                <div class="profile-about">
                    <Title customer=customer.clone()/>
                    <Tags customer=customer.clone()/>
                    {open_in_crm(&customer)}
                    <Contacts customer/>
                </div>
            </header>
        </Section>
    }
}

#[component]
fn Title(customer: Snapshot) -> impl IntoView {
    let copy = |value| view! { <CopyButton value label=label(Key::Name)/> };
    let copy_button = customer.name.value().cloned().map(copy);
    view! {
        <div class="profile-title">
            <WithPrevious previous=customer.previous(Key::Name)>
                <PageHeading>{name(&customer)}</PageHeading>
                {copy_button}
            </WithPrevious>
        </div>
    }
}

/// Returns the customer's name; for an unnamed customer, its id.
fn name(customer: &CustomerDetail) -> AnyView {
    if !customer.name.is_absent() {
        return value_view(customer, Key::Name);
    }
    let id = customer.id.value();
    let id = id.map(|id| view! { <span class="secondary"><DataText text=id/></span> }.into_any());
    view! { {texts().unnamed} " " {id} }.into_any()
}

#[component]
fn Tags(customer: Snapshot) -> impl IntoView {
    let has_type = customer.customer_type.value().is_some();
    let tag = |key, value: AnyView| {
        // The type badge needs no visible label; a dash does.
        let class = if key == Key::Type && has_type {
            "visually-hidden"
        } else {
            ""
        };
        let previous = customer.previous(key);
        view! {
            <div>
                <dt class=class>{label(key)}</dt>
                <dd>
                    <WithPrevious previous>{value}</WithPrevious>
                </dd>
            </div>
        }
        .into_any()
    };
    let mut tags = Vec::new();
    for key in KEYS.iter().copied().filter(|key| *key != Key::Name) {
        tags.push(match key {
            Key::ManagerName => tag(key, manager(&customer)),
            key => tag(key, value_view(&customer, key)),
        });
    }
    // Only if present: Classification always shows the area.
    let area = customer.area.value().map(|area| short_area(&area.0).join(SEPARATOR));
    if let Some(text) = area.filter(|text| !text.is_empty()) {
        tags.push(tag(Key::Area, view! { <DataText text/> }.into_any()));
    }
    view! { <dl class="profile-tags">{tags}</dl> }
}

/// Returns the manager's name, as a link to the CRM if one is configured.
fn manager(customer: &CustomerDetail) -> AnyView {
    let id = customer.manager_id.value().map_or("", String::as_str);
    let name = value_view(customer, Key::ManagerName);
    if customer.manager_name.value().is_some() {
        crm_link(LinkTarget::Manager, id, name)
    } else {
        name
    }
}

/// Renders the link to the customer's page in the CRM, if one is configured.
fn open_in_crm(customer: &CustomerDetail) -> Option<AnyView> {
    let id = customer.id.value()?;
    let href = config().link(LinkTarget::Customer, id)?;
    let link = view! {
        <ExternalLink
            class="open-in-crm no-print"
            shortcut=Some("o")
            href
            target=LinkTarget::Customer.as_str()
            id
        >
            {texts().open_in_crm}
            <IconView icon=Icon::Out/>
        </ExternalLink>
    };
    Some(link.into_any())
}

/// Renders name and type at the top of the viewport once the header is scrolled out of view; until then the header
/// covers it (style/customer.css). Hidden from screen readers, because it repeats the header.
#[component]
pub fn SlimBar(customer: ArcRwSignal<Arc<CustomerDetail>>) -> impl IntoView {
    view! {
        <Section customer keys=&[Key::Name, Key::Type, Key::Id] let:customer>
            <div class="slim-bar no-print" aria-hidden="true">
                <div>
                    <span class="slim-name">{name(&customer)}</span>
                    {value_view(&customer, Key::Type)}
                </div>
            </div>
        </Section>
    }
}
