//! Contacts (联系方式): telephone numbers and mail addresses in a customer's texts.

use leptos::prelude::*;

use super::section::Snapshot;
use crate::api::Key;
use crate::customer::data_text::DataText;
use crate::customer::logic::contacts::{Contact, contacts};
use crate::locale::texts;
use crate::navigation::ExternalLink;
use crate::ui::copy::CopyButton;
use crate::ui::icon::{Icon, IconView};

/// The keys whose texts may contain contacts.
const KEYS: &[Key] = &[Key::Description, Key::Area, Key::From];

/// Renders Contacts (联系方式) with links and copy buttons; nothing if there are none.
#[component]
pub fn Contacts(customer: Snapshot) -> impl IntoView {
    let contacts = contacts(&customer, KEYS);
    if contacts.is_empty() {
        return ().into_any();
    }
    let texts = texts();
    let id = customer.id.value().cloned().unwrap_or_default();
    let item = |Contact { text, href, is_phone }| {
        let (icon, action, target, label) = if is_phone {
            (Icon::Phone, texts.call, "phone", texts.phone_number)
        } else {
            (Icon::Mail, texts.write_mail, "mail", texts.mail_address)
        };
        let (id, value) = (id.clone(), text.clone());
        view! {
            <li>
                <ExternalLink class="button" href target id>
                    <IconView icon/>
                    <span class="visually-hidden">{action}</span>
                    <DataText text/>
                </ExternalLink>
                <CopyButton value label/>
            </li>
        }
        .into_any()
    };
    let items = contacts.into_iter().map(item).collect_view();
    view! { <ul class="contacts no-print" aria-label=texts.contacts>{items}</ul> }.into_any()
}
