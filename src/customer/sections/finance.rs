//! Finance (财务).

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::{Element, Event};

use super::rows::{Row, value_view};
use super::section::{Section, Snapshot};
use crate::api::{CustomerDetail, Key, Number};
use crate::browser::handler::handler;
use crate::config::config;
use crate::customer::expanded_state::use_expanded_state;
use crate::customer::logic::display_text::{amount_text, copied_number};
use crate::customer::logic::ratio::{Share, quotient, share};
use crate::customer::logic::scale::bar;
use crate::decimal::Decimal;
use crate::format::in_large_unit;
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

/// The amounts with the colours of their bars.
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

/// Renders Finance (财务): what the customer has bought and still owes. Amounts have bars on one scale, and shares.
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

/// Returns the amounts for bars and shares; none if their units differ.
fn comparable_amounts(customer: &CustomerDetail) -> Vec<&Decimal> {
    let (mut amounts, mut unit) = (Vec::new(), None);
    for (key, _) in AMOUNTS {
        if let Some(amount) = customer.get(key).number() {
            if *unit.get_or_insert(&amount.unit) != &amount.unit {
                return Vec::new();
            }
            amounts.push(&amount.value);
        }
    }
    amounts
}

/// Returns the share of an amount in the turnover.
fn share_of(customer: &CustomerDetail, key: Key) -> Option<Share> {
    if key == Key::TotalTurnover || comparable_amounts(customer).is_empty() {
        return None;
    }
    share(number(customer, key), number(customer, Key::TotalTurnover))
}

fn average_deal(customer: &CustomerDetail) -> Option<Number> {
    let turnover = customer.total_turnover.value()?;
    let value = quotient(&turnover.value, number(customer, Key::TransactionNumber)?, 0, 2)?;
    Some(Number { value, wire: None, unit: turnover.unit.clone() })
}

/// Renders a disclosure that explains the bars; while it is open, the style sheet also shows the formulas. Renders nothing
/// if there is neither a formula nor a second bar. Screen readers skip the bars and their explanation.
#[component]
fn HowComputed(customer: Snapshot) -> impl IntoView {
    let texts = texts();
    // Without two bars, there is no share either.
    let has_bars = comparable_amounts(&customer).len() > 1;
    let note = has_bars.then(|| view! { <p aria-hidden="true">{texts.scale_note}</p> }.into_any());
    let expanded = use_expanded_state().formulas;
    let remember = move |event: Event| expanded.set(event_target::<Element>(&event).has_attribute("open"));
    (has_bars || average_deal(&customer).is_some()).then(|| {
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
    let (mut longest, mut rows) = (LONG_FIGURE, Vec::new());
    for (key, tone) in AMOUNTS {
        let figure = customer.get(key).number().map(amount_text).unwrap_or_default();
        longest = longest.max(length(&figure));
        rows.push(view! { <Amount customer=customer.clone() key tone/> }.into_any());
    }
    let class = if longest > LONG_FIGURE {
        "amounts amounts-long"
    } else {
        "amounts"
    };
    view! {
        <div class=class style=("--longest", longest.to_string())>
            <Properties>{rows}</Properties>
        </div>
    }
}

/// Renders an amount: the exact figure, its bar, its approximation in a large unit, and its share of the turnover.
#[component]
fn Amount(
    customer: Snapshot,
    key: Key,
    /// The colour of the bar if the amount is not below zero.
    tone: BarTone,
) -> impl IntoView {
    let value = match customer.get(key).number() {
        None => value_view(&customer, key),
        Some(amount) => {
            let is_below_zero = amount.value.is_negative();
            let tone = if is_below_zero { BarTone::BelowZero } else { tone };
            let bar = bar(&amount.value, &comparable_amounts(&customer));
            let bar = bar.map(|[from, length, zero]| view! { <Bar from length zero tone/> });
            let share = share_of(&customer, key).map(|share| {
                view! {
                    <span class=if share.is_above_whole { "share above-whole" } else { "share" }>
                        {fill(texts().share_of_turnover, &[&share.text])}
                    </span>
                    <Formula dividend=key divisor=Key::TotalTurnover/>
                }
            });
            view! {
                // The digits as sent, if they had float noise.
                <span class="amount" title=amount.wire.clone()>
                    {is_below_zero.then(|| view! { <span class="visually-hidden">{texts().below_zero}</span> }.into_any())}
                    <span class="figure">{amount_text(amount)}</span>
                    <CopyButton value=copied_number(amount) label=label(key)/>
                </span>
                {bar}
                {approximation(amount)}
                " "
                {share}
            }
            .into_any()
        }
    };
    view! { <Property label=label(key) previous=customer.previous(key)>{value}</Property> }
}

/// Renders a large amount in a large unit: `≈ 1,284.6 万`; nothing if it has a configured unit, or its own and that is
/// not merely a currency, such as 万元.
fn approximation(amount: &Number) -> Option<AnyView> {
    let has_unit = match &amount.unit {
        Some(unit) => unit.contains(['千', '万', '亿']),
        None => config().unit.is_some(),
    };
    if has_unit {
        return None;
    }
    let (number, unit) = in_large_unit(&amount.value, locale().large_units())?;
    let text = fill(texts().approximately, &[&number, unit]);
    Some(view! { <span class="approximation">{text}</span> }.into_any())
}

/// Renders the formula of a figure. [`HowComputed`] expands it; in print it is always visible.
#[component]
fn Formula(dividend: Key, divisor: Key) -> impl IntoView {
    view! { <span class="formula secondary">{fill(texts().formula, &[label(dividend), label(divisor)])}</span> }
}

/// Renders the keys without a bar, and the average deal, which the API does not send.
#[component]
fn OtherRows(customer: Snapshot) -> impl IntoView {
    let has_no_bar = |key: &&Key| AMOUNTS.iter().all(|(amount, _)| amount != *key);
    let row = |key: &Key| view! { <Row customer=customer.clone() key=*key/> }.into_any();
    let rows = KEYS.iter().filter(has_no_bar).map(row).collect_view();
    let average = average_deal(&customer).map(|average| {
        view! {
            <Property label=texts().average_deal>
                <span class="money">{amount_text(&average)}</span>
                {approximation(&average)}
                <Formula dividend=Key::TotalTurnover divisor=Key::TransactionNumber/>
            </Property>
        }
        .into_any()
    });
    view! {
        <div class="counts">
            <Properties>
                {rows}
                {average}
            </Properties>
        </div>
    }
}
