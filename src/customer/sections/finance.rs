//! Finance (财务).

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::{Element, Event};

use super::rows::{Row, value_view};
use super::section::{Section, Snapshot};
use crate::api::{CustomerDetail, Key};
use crate::browser::handler::handler;
use crate::config::config;
use crate::customer::expanded_state::use_expanded_state;
use crate::customer::logic::display_text::amount_text;
use crate::customer::logic::ratio::{Share, average, share};
use crate::customer::logic::scale::Scale;
use crate::decimal::Decimal;
use crate::format::{MoneyFormat, in_large_unit};
use crate::locale::{fill, label, locale, texts};
use crate::ui::bar::{Bar, BarTone};
use crate::ui::card::Card;
use crate::ui::copy::CopyButton;
use crate::ui::properties::{Properties, Property};

pub const KEYS: &[Key] = &[
    Key::TotalTurnover,
    Key::OutstandingReceivables,
    Key::RetentionMoney,
    Key::TransactionNumber,
];

/// The amounts with the colours of their bars. The other keys are plain rows below the amounts.
const AMOUNTS: [(Key, BarTone); 3] = [
    (Key::TotalTurnover, BarTone::Turnover),
    (Key::OutstandingReceivables, BarTone::Outstanding),
    (Key::RetentionMoney, BarTone::Retention),
];

/// If a figure is longer than this, the style sheet gives each amount its own row and scales all figures alike: a wrapped
/// figure would read as two numbers, and a single smaller one would look like a smaller amount.
const LONG_FIGURE: usize = 16;

/// The length of a figure in digits. `万` and `¥` count as two.
fn length(figure: &str) -> usize {
    figure.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum()
}

/// Renders Finance (财务): what the customer has bought and still owes. Amounts have bars on one scale, and their share
/// of the turnover.
#[component]
pub fn Finance(customer: ArcRwSignal<Arc<CustomerDetail>>) -> impl IntoView {
    view! {
        <Section customer keys=KEYS let:customer>
            <Card name="finance" title=texts().finance is_empty=customer.has_none_of(KEYS)>
                <HowComputed customer=customer.clone()/>
                <Amounts customer=customer.clone()/>
                <OtherRows customer/>
            </Card>
        </Section>
    }
}

fn number(customer: &CustomerDetail, key: Key) -> Option<&Decimal> {
    customer.get(key).number().map(|number| &number.value)
}

/// Returns the unit that the response states for an amount.
fn unit(customer: &CustomerDetail, key: Key) -> Option<&str> {
    customer.get(key).number()?.unit.as_deref()
}

/// Whether all amounts have the same unit, so that bars and shares are comparable.
fn has_one_unit(customer: &CustomerDetail) -> bool {
    let mut numbers = AMOUNTS.iter().filter_map(|(key, _)| customer.get(*key).number());
    let first = numbers.next();
    numbers.all(|number| Some(&number.unit) == first.map(|first| &first.unit))
}

/// Returns the share of an amount in the turnover.
fn share_of(customer: &CustomerDetail, key: Key) -> Option<Share> {
    let turnover = number(customer, Key::TotalTurnover);
    (key != Key::TotalTurnover && has_one_unit(customer))
        .then(|| share(number(customer, key), turnover))
        .flatten()
}

fn average_deal(customer: &CustomerDetail) -> Option<Decimal> {
    average(number(customer, Key::TotalTurnover), number(customer, Key::TransactionNumber))
}

/// Renders the disclosure of a note on the bars; while it is open, the style sheet also shows the formulas. Renders nothing
/// if there are no formulas and no bars to compare. Bars and note are hidden from screen readers.
#[component]
fn HowComputed(customer: Snapshot) -> impl IntoView {
    let texts = texts();
    let has_share = AMOUNTS.iter().any(|(key, _)| share_of(&customer, *key).is_some());
    let has_formula = has_share || average_deal(&customer).is_some();
    let has_bar = |(key, _): &&(Key, BarTone)| number(&customer, *key).is_some() && has_one_unit(&customer);
    let bars = AMOUNTS.iter().filter(has_bar).count();
    let note = (bars > 1).then(|| view! { <p aria-hidden="true">{texts.scale_note}</p> }.into_any());
    let expanded = use_expanded_state().formulas;
    let remember = move |event: Event| expanded.set(event_target::<Element>(&event).has_attribute("open"));
    (has_formula || bars > 1).then(|| {
        view! {
            <details class="how no-print" open=expanded.get_untracked() on:toggle=handler(remember)>
                <summary>{texts.how_computed}</summary>
                {note}
            </details>
        }
        .into_any()
    })
}

#[component]
fn Amounts(customer: Snapshot) -> impl IntoView {
    let numbers: Vec<&Decimal> = AMOUNTS.iter().filter_map(|(key, _)| number(&customer, *key)).collect();
    let scale = has_one_unit(&customer).then(|| Scale::of(&numbers));
    let (mut longest, mut rows) = (0, Vec::new());
    for (key, tone) in AMOUNTS {
        let text = number(&customer, key).map(|number| amount_text(number, unit(&customer, key)));
        longest = longest.max(length(&text.unwrap_or_default()));
        rows.push(view! { <Amount customer=customer.clone() key tone scale=scale.as_ref()/> }.into_any());
    }
    let class = if longest > LONG_FIGURE {
        "amounts amounts-long"
    } else {
        "amounts"
    };
    view! {
        <div class=class style=("--longest", longest.max(LONG_FIGURE).to_string())>
            <Properties>{rows}</Properties>
        </div>
    }
}

/// Renders an amount: the exact figure, its bar, its approximation in a large unit, and its share of the turnover.
#[component]
fn Amount<'a>(
    customer: Snapshot,
    key: Key,
    /// The colour of the bar if the amount is not below zero.
    tone: BarTone,
    /// `None` if the amounts are not comparable.
    scale: Option<&'a Scale>,
) -> impl IntoView + use<> {
    let value = match customer.get(key).number() {
        None => value_view(&customer, key),
        Some(amount) => {
            let is_below_zero = amount.value.is_negative();
            let tone = if is_below_zero { BarTone::BelowZero } else { tone };
            let bar = scale.map(|scale| {
                let (from, length) = scale.bar(&amount.value);
                view! { <Bar from length zero=scale.zero() tone/> }
            });
            let share = share_of(&customer, key);
            view! {
                // The digits as sent, if they had float noise.
                <span class="amount" title=amount.wire.clone()>
                    {is_below_zero.then(|| view! { <span class="visually-hidden">{texts().below_zero}</span> }.into_any())}
                    <span class="figure">{amount_text(&amount.value, amount.unit.as_deref())}</span>
                    <CopyButton value=amount.value.to_string() label=label(key)/>
                </span>
                {bar}
                {approximation(&amount.value, amount.unit.as_deref())}
                " "
                {share.map(|share| view! { <ShareOfTurnover share key/> })}
            }
            .into_any()
        }
    };
    view! { <Property label=label(key) previous=customer.previous(key)>{value}</Property> }
}

/// Returns a large amount in a large unit: `≈ 1,284.6 万`; `None` if the amount has a unit of its own, such as 万元.
fn approximation(amount: &Decimal, own_unit: Option<&str>) -> Option<AnyView> {
    let has_unit = match own_unit {
        None => config().unit.is_some(),
        Some(unit) => MoneyFormat::of_unit(unit).unit.is_some(),
    };
    if has_unit {
        return None;
    }
    let (number, unit) = in_large_unit(amount, locale().large_units())?;
    let text = fill(texts().approximately, &[&number, unit]);
    Some(view! { <span class="approximation">{text}</span> }.into_any())
}

/// Renders the share of an amount in the turnover, with its formula.
#[component]
fn ShareOfTurnover(share: Share, key: Key) -> impl IntoView {
    view! {
        <span class=if share.is_above_whole { "share above-whole" } else { "share" }>
            {fill(texts().share_of_turnover, &[&share.text])}
        </span>
        <Formula dividend=key divisor=Key::TotalTurnover/>
    }
}

/// Renders the formula of a figure. [`HowComputed`] expands it; in print it is always visible.
#[component]
fn Formula(dividend: Key, divisor: Key) -> impl IntoView {
    view! { <span class="formula secondary">{fill(texts().formula, &[label(dividend), label(divisor)])}</span> }
}

/// Renders the keys without a bar, and the average deal, which the API does not send.
#[component]
fn OtherRows(customer: Snapshot) -> impl IntoView {
    let keys = KEYS
        .iter()
        .copied()
        .filter(|key| AMOUNTS.iter().all(|(amount, _)| amount != key));
    let mut rows: Vec<_> = keys
        .map(|key| view! { <Row customer=customer.clone() key/> }.into_any())
        .collect();
    if let Some(average) = average_deal(&customer) {
        let unit = unit(&customer, Key::TotalTurnover);
        let (text, approximation) = (amount_text(&average, unit), approximation(&average, unit));
        let row = view! {
            <Property label=texts().average_deal>
                <span class="money">{text}</span>
                {approximation}
                <Formula dividend=Key::TotalTurnover divisor=Key::TransactionNumber/>
            </Property>
        };
        rows.push(row.into_any());
    }
    view! {
        <div class="counts">
            <Properties>{rows}</Properties>
        </div>
    }
}
