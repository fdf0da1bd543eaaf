//! Financial stats (财务).

use std::sync::Arc;

use leptos::prelude::*;

use super::field::value;
use super::ratio::{average, share};
use super::scale::Scale;
use crate::api::{CustomerDetail, Field};
use crate::config::config;
use crate::decimal::Decimal;
use crate::format::{Money, money, number};
use crate::locale::{fill, labels, locale, texts};
use crate::ui::bar::{Bar, BarTone};
use crate::ui::card::Card;
use crate::ui::copy::CopyButton;
use crate::ui::properties::{Properties, Property};

/// The keys that are shown here.
pub const KEYS: &[&str] = &["totalTurnover", "outstandingReceivables", "retentionMoney", "transactionNumber", "rank"];

/// A figure of more characters than this is drawn smaller, to stay on one line; the others beside it too, because what
/// is smaller looks like less.
const LONG_FIGURE: usize = 12;

/// Financial stats (财务): what the customer has bought and what is still owed. The amounts stand as three bars from zero
/// on one scale; the ratios come with their formulas.
#[component]
pub fn Finance(
    /// The customer.
    customer: Arc<CustomerDetail>,
) -> impl IntoView {
    view! {
        <Card name="finance" title=texts().finance>
            <Amounts customer=customer.clone()/>
            <p class="scale-note">{texts().scale_note}</p>
            <Counts customer=customer.clone()/>
            <Ratios customer/>
        </Card>
    }
}

/// The three amounts with their bars.
#[component]
fn Amounts(
    /// The customer.
    customer: Arc<CustomerDetail>,
) -> impl IntoView {
    let labels = labels();
    let fields = [&customer.total_turnover, &customer.outstanding_receivables, &customer.retention_money];
    let scale = Scale::of(&fields);
    let is_long = fields.iter().filter_map(|field| field.value()).any(|amount| is_long_figure(&in_money(amount)));
    view! {
        <div class="amounts">
            <Properties>
                <Amount
                    label=labels.total_turnover
                    field=&customer.total_turnover
                    tone=BarTone::Turnover
                    scale=&scale
                    is_long
                />
                <Amount
                    label=labels.outstanding_receivables
                    field=&customer.outstanding_receivables
                    tone=BarTone::Outstanding
                    scale=&scale
                    is_long
                />
                <Amount
                    label=labels.retention_money
                    field=&customer.retention_money
                    tone=BarTone::Retention
                    scale=&scale
                    is_long
                />
            </Properties>
        </div>
    }
}

/// An amount: the exact figure, large, and its bar.
#[component]
fn Amount<'a>(
    /// What it is called.
    label: &'static str,
    /// The amount.
    field: &'a Field<Decimal>,
    /// The colour of its bar.
    tone: BarTone,
    /// The scale of its bar.
    scale: &'a Scale,
    /// Whether it is drawn smaller.
    is_long: bool,
) -> impl IntoView + use<> {
    let value = value(field, |amount| {
        let (from, length) = scale.place(amount);
        view! {
            <span class="amount">
                <CopyButton value=amount.to_string() label/>
                <Figure figure=in_money(amount) is_long/>
            </span>
            <Bar from length tone/>
        }
        .into_any()
    });
    view! { <Property label value/> }
}

/// A figure; a long one may have to be broken after all: between its groups of digits.
#[component]
fn Figure(
    /// What is written.
    figure: String,
    /// Whether it is long.
    is_long: bool,
) -> impl IntoView {
    if !is_long {
        return view! { <span class="figure">{figure}</span> }.into_any();
    }
    let groups = figure.split_inclusive(',').map(|group| view! { {group.to_owned()} <wbr/> }).collect_view();
    view! { <span class="figure figure-long">{groups}</span> }.into_any()
}

/// What is counted, and the rank.
#[component]
fn Counts(
    /// The customer.
    customer: Arc<CustomerDetail>,
) -> impl IntoView {
    let labels = labels();
    view! {
        <div class="counts">
            <Properties>
                <Count label=labels.transaction_number field=&customer.transaction_number/>
                <Count label=labels.rank field=&customer.rank/>
            </Properties>
        </div>
    }
}

/// A count.
#[component]
fn Count<'a>(
    /// What it is called.
    label: &'static str,
    /// The number.
    field: &'a Field<Decimal>,
) -> impl IntoView + use<> {
    view! { <Property label value=value(field, |count| number(count).into_any())/> }
}

/// What the API does not send: shares in the turnover, and the average deal.
#[component]
fn Ratios(
    /// The customer.
    customer: Arc<CustomerDetail>,
) -> impl IntoView {
    let (labels, texts) = (labels(), texts());
    let turnover = customer.total_turnover.value();
    let outstanding = share(customer.outstanding_receivables.value(), turnover);
    let retention = share(customer.retention_money.value(), turnover);
    let average = average(turnover, customer.transaction_number.value());
    (outstanding.is_some() || retention.is_some() || average.is_some()).then(|| {
        view! {
            <div class="counts ratios">
                <Properties>
                    <Ratio
                        label=texts.outstanding_ratio
                        figure=outstanding.map(percent)
                        formula=[labels.outstanding_receivables, labels.total_turnover]
                    />
                    <Ratio
                        label=texts.retention_ratio
                        figure=retention.map(percent)
                        formula=[labels.retention_money, labels.total_turnover]
                    />
                    <Ratio
                        label=texts.average_deal
                        figure=average.as_ref().map(in_money)
                        formula=[labels.total_turnover, labels.transaction_number]
                    />
                </Properties>
            </div>
        }
    })
}

/// A figure that the API does not send, with its formula; nothing where there is none.
#[component]
fn Ratio(
    /// What it is called.
    label: &'static str,
    /// The figure.
    figure: Option<String>,
    /// The names of its dividend and its divisor.
    formula: [&'static str; 2],
) -> impl IntoView {
    figure.map(|figure| {
        let value = view! {
            <span>{figure}</span>
            <span class="secondary">{fill(texts().formula, &formula)}</span>
        };
        view! { <Property label value=value.into_any()/> }
    })
}

/// An amount as it is written, in the configured currency and unit.
fn in_money(amount: &Decimal) -> String {
    let config = config();
    money(amount, &Money { currency: config.currency.as_deref(), unit: config.unit.as_deref() }, locale())
}

fn percent(share: Decimal) -> String {
    format!("{}%", number(&share))
}

/// Broken in two lines, a figure is read as two.
fn is_long_figure(figure: &str) -> bool {
    figure.chars().count() > LONG_FIGURE
}
