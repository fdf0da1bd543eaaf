//! Rows of labels and values. The type of a value decides how it is rendered.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::section::{Section, Snapshot};
use crate::api::{CustomerDetail, CustomerType, Field, Key, State, Timestamp, Value};
use crate::browser::time_zone::wall_clock;
use crate::browser::timer::use_timer;
use crate::config::{LinkTarget, config};
use crate::customer::data_text::{DataText, data_language};
use crate::customer::expanded_state::use_expanded_state;
use crate::customer::logic::display_text::{display_text, type_text};
use crate::format::{relative_date, relative_moment, relative_time};
use crate::locale::{label, locale};
use crate::navigation::ExternalLink;
use crate::ui::card::Card;
use crate::ui::copy::CopyButton;
use crate::ui::effect::use_effect;
use crate::ui::long_text::LongText;
use crate::ui::properties::{AbsentValue, Properties, Property, UnreadableValue};
use crate::ui::reactive::reactive;
use crate::ui::trail::Trail;

const MINUTE: Duration = Duration::from_secs(60);

/// Renders a section that is a card with a row for each key.
#[component]
pub fn PlainSection(
    customer: ArcRwSignal<Arc<CustomerDetail>>,
    name: &'static str,
    title: &'static str,
    keys: &'static [Key],
) -> impl IntoView {
    view! {
        <Section customer keys let:customer>
            <Card name title is_empty=customer.has_none_of(keys)>
                <Rows customer keys/>
            </Card>
        </Section>
    }
}

/// Renders a list with a row for each key.
#[component]
pub fn Rows(customer: Snapshot, keys: &'static [Key]) -> impl IntoView {
    let row = |key: &Key| view! { <Row customer=customer.clone() key=*key/> }.into_any();
    let rows = keys.iter().map(row).collect_view();
    view! { <Properties>{rows}</Properties> }
}

/// Renders the label and the value of a key.
#[component]
pub fn Row(customer: Snapshot, key: Key) -> impl IntoView {
    let wide = matches!(customer.get(key), Value::Trail(_) | Value::LongText(_));
    let previous = customer.previous(key);
    let value = value_view(&customer, key);
    view! { <Property label=label(key) wide previous>{value}</Property> }
}

/// Renders the value of a key, or the placeholder for an absent or unreadable one.
pub fn value_view(customer: &CustomerDetail, key: Key) -> AnyView {
    match customer.get(key).state() {
        State::Absent => view! { <AbsentValue/> }.into_any(),
        State::Unreadable(raw) => view! { <UnreadableValue raw=raw.to_owned()/> }.into_any(),
        State::Present => present_value_view(customer, key),
    }
}

fn present_value_view(customer: &CustomerDetail, key: Key) -> AnyView {
    let text = display_text(customer, key).unwrap_or_default();
    match customer.get(key) {
        Value::Identifier(_) => {
            let value = text.clone();
            view! {
                <span class="copyable">
                    <DataText text/>
                    <CopyButton value label=label(key)/>
                </span>
            }
            .into_any()
        }
        Value::Code(field) => {
            let title = field.value().filter(|code| **code != text).cloned();
            view! { <DataText text title/> }.into_any()
        }
        Value::LongText(_) | Value::FollowerIds(_) | Value::Followers(_) => {
            let expanded = match key {
                Key::Description => use_expanded_state().description,
                _ => RwSignal::new(false),
            };
            view! { <LongText label=label(key) text lang=data_language() expanded/> }.into_any()
        }
        Value::Amount(_) | Value::Count(_) => {
            // The digits as sent, if they had float noise.
            let title = customer.get(key).number().and_then(|number| number.wire.clone());
            view! { <span title=title>{text}</span> }.into_any()
        }
        Value::Trail(Field::Value(trail)) => {
            view! { <Trail label=label(key) steps=trail.0.clone() lang=data_language()/> }.into_any()
        }
        Value::Type(Field::Value(customer_type)) => {
            view! { <TypeBadge customer_type=customer_type.clone()/> }.into_any()
        }
        Value::Time(Field::Value(time)) => view! { <Time time=time.clone() text/> }.into_any(),
        Value::Text(_) | Value::Trail(_) | Value::Type(_) | Value::Time(_) => {
            view! { <DataText text/> }.into_any()
        }
    }
}

/// Renders a name as a link to its page in the CRM, if one is configured.
pub fn crm_link(target: LinkTarget, id: &str, name: AnyView) -> AnyView {
    match config().link(target, id) {
        Some(href) => view! { <ExternalLink href target=target.as_str() id>{name}</ExternalLink> }.into_any(),
        None => name,
    }
}

/// Renders the label of a customer type; its title is the constant if the label is configured.
#[component]
pub fn TypeBadge(customer_type: CustomerType) -> impl IntoView {
    let text = type_text(&customer_type);
    let (class, constant) = match customer_type {
        CustomerType::Client => ("badge badge-positive", None),
        CustomerType::TargetCustomer => ("badge badge-accent", None),
        CustomerType::Prospect => ("badge badge-warm", None),
        CustomerType::Unknown(constant) => ("badge badge-neutral", Some(constant)),
    };
    let text = match constant {
        // The labels of known types are texts of the page, in its language.
        None => text.into_any(),
        Some(constant) => {
            let title = (constant != text).then_some(constant);
            view! { <DataText text title/> }.into_any()
        }
    };
    view! { <span class=class>{text}</span> }
}

/// Renders a time, and how long ago it was, which it updates every minute.
#[component]
fn Time(time: Timestamp, text: String) -> impl IntoView {
    let title = match &time {
        Timestamp::Wall { .. } => None,
        Timestamp::Moment { wire, .. } => Some(wire.clone()),
    };
    let minutes = RwSignal::new(0_usize);
    use_effect(move || {
        let passed = minutes.get();
        use_timer(MINUTE, move || minutes.set(passed + 1));
    });
    let ago = move || {
        minutes.track();
        how_long_ago(&time)
    };
    view! {
        <DataText text title/>
        <span class="secondary">{reactive(ago)}</span>
    }
}

/// A wall-clock time is taken to be in the configured time zone, or else in the browser's.
fn how_long_ago(time: &Timestamp) -> String {
    let now = js_sys::Date::now();
    let wall_clock = || wall_clock(config().time_zone.as_deref(), now);
    match time {
        Timestamp::Wall { parts, .. } if time.is_date() => relative_date(*parts, wall_clock(), locale()),
        Timestamp::Wall { parts, .. } => relative_time(*parts, wall_clock(), locale()),
        Timestamp::Moment { milliseconds, .. } => relative_moment(*milliseconds as f64, now, locale()),
    }
}
