//! Financial stats (财务).

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::Element;

use super::field::{CountProperty, value};
use super::kept::use_kept;
use super::ratio::{Share, average, share};
use super::scale::Scale;
use super::words::in_money;
use crate::api::{CustomerDetail, Field, Number};
use crate::locale::{fill, labels, texts};
use crate::ui::bar::{Bar, BarTone};
use crate::ui::card::Card;
use crate::ui::copy::CopyButton;
use crate::ui::properties::{NothingFilledIn, Properties, Property};

/// The keys that are shown here.
pub const KEYS: &[&str] = &["totalTurnover", "outstandingReceivables", "retentionMoney", "transactionNumber"];

/// A figure of more characters than this is drawn smaller, to stay on one line; the others beside it too, because what
/// is smaller looks like less.
const LONG_FIGURE: usize = 14;

/// Financial stats (财务): what the customer has bought and what is still owed. The amounts stand as bars from zero on one
/// scale, each with its share in the turnover; the formulas are for those who ask.
#[component]
pub fn Finance(
    /// The customer.
    customer: Arc<CustomerDetail>,
) -> impl IntoView {
    view! {
        <Card name="finance" title=texts().finance>
            {customer.is_silent_on(KEYS).then(|| view! { <NothingFilledIn/> })}
            <HowComputed customer=customer.clone()/>
            <Amounts customer=customer.clone()/>
            <Counts customer/>
        </Card>
    }
}

/// Unfolds the formulas beside the figures (the style sheet does), and what there is to know of the bars; nothing where
/// there is neither. The bars are a picture: who does not see them is spared the sentence about them.
#[component]
fn HowComputed(
    /// The customer.
    customer: Arc<CustomerDetail>,
) -> impl IntoView {
    let texts = texts();
    let turnover = customer.total_turnover.decimal();
    let others = [&customer.outstanding_receivables, &customer.retention_money];
    let bars =
        others.iter().filter(|field| field.decimal().is_some()).count() + usize::from(turnover.is_some());
    let is_share = |field: &&Field<Number>| share(field.decimal(), turnover).is_some();
    let has_formula =
        others.iter().any(is_share) || average(turnover, customer.transaction_number.decimal()).is_some();
    let note = (bars > 1).then(|| view! { <p aria-hidden="true">{texts.scale_note}</p> });
    let unfolded = use_kept().formulas;
    let keep = move |event| unfolded.set(event_target::<Element>(&event).has_attribute("open"));
    (has_formula || bars > 1).then(|| {
        view! {
            <details class="how no-print" open=unfolded.get_untracked() on:toggle=keep>
                <summary>{texts.how_computed}</summary>
                {note}
            </details>
        }
    })
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
    let share_of = |field: &Field<Number>| share(field.decimal(), customer.total_turnover.decimal());
    let outstanding = share_of(&customer.outstanding_receivables);
    let retention = share_of(&customer.retention_money);
    let is_long = fields
        .iter()
        .filter_map(|field| field.decimal())
        .any(|amount| is_long_figure(&in_money(amount)));
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
                    share=outstanding
                    is_long
                />
                <Amount
                    label=labels.retention_money
                    field=&customer.retention_money
                    tone=BarTone::Retention
                    scale=&scale
                    share=retention
                    is_long
                />
            </Properties>
        </div>
    }
}

/// An amount: the exact figure, large, its bar, and its share in the turnover. Where a float has made digits up, those of
/// the wire are its title.
#[component]
fn Amount<'a>(
    /// What it is called.
    label: &'static str,
    /// The amount.
    field: &'a Field<Number>,
    /// The colour of its bar, where the amount is not below zero.
    tone: BarTone,
    /// The scale of its bar.
    scale: &'a Scale,
    /// Its share in the turnover, where there is one.
    #[prop(optional_no_strip)]
    share: Option<Share>,
    /// Whether it is drawn smaller.
    is_long: bool,
) -> impl IntoView + use<> {
    let value = value(field, |amount| {
        let is_below_zero = amount.value.is_negative();
        let tone = if is_below_zero { BarTone::BelowZero } else { tone };
        let (from, length) = scale.place(&amount.value);
        view! {
            <span class="amount" title=amount.wire.clone()>
                {is_below_zero.then(|| view! { <span class="visually-hidden">{texts().below_zero}</span> })}
                <Figure figure=in_money(&amount.value) is_long/>
                <CopyButton value=amount.value.to_string() label/>
            </span>
            <Bar from length zero=scale.zero() tone/>
            {share.map(|share| view! { <ShareOfTurnover share label/> })}
        }
        .into_any()
    });
    view! { <Property label value/> }
}

/// An amount's share in the turnover, with its formula.
#[component]
fn ShareOfTurnover(
    /// The share.
    share: Share,
    /// What the amount is called.
    label: &'static str,
) -> impl IntoView {
    let text = fill(texts().share_of_turnover, &[&share.text]);
    view! {
        <span class="share" class:above-whole=share.is_above_whole>
            {text}
        </span>
        <Formula of=[label, labels().total_turnover]/>
    }
}

/// How a figure was computed; unfolded by [`HowComputed`], and always there on paper.
#[component]
fn Formula(
    /// The names of the dividend and the divisor.
    of: [&'static str; 2],
) -> impl IntoView {
    view! { <span class="formula secondary">{fill(texts().formula, &of)}</span> }
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
    view! { <span class="figure figure-long">{in_groups(&figure)}</span> }.into_any()
}

/// A figure that may be broken between its groups of digits, and nowhere else.
fn in_groups(figure: &str) -> impl IntoView + use<> {
    figure
        .split_inclusive(',')
        .map(|group| view! { {group.to_owned()} <wbr/> }.into_any())
        .collect_view()
}

/// How many deals there were, and what one came to on average, which the API does not send.
#[component]
fn Counts(
    /// The customer.
    customer: Arc<CustomerDetail>,
) -> impl IntoView {
    let labels = labels();
    let average =
        average(customer.total_turnover.decimal(), customer.transaction_number.decimal()).map(|average| {
            let value = view! {
                <span class="money">{in_groups(&in_money(&average))}</span>
                <Formula of=[labels.total_turnover, labels.transaction_number]/>
            };
            view! { <Property label=texts().average_deal value=value.into_any()/> }
        });
    view! {
        <div class="counts">
            <Properties>
                <CountProperty label=labels.transaction_number field=&customer.transaction_number/>
                {average}
            </Properties>
        </div>
    }
}

/// Broken in two lines, a figure is read as two.
fn is_long_figure(figure: &str) -> bool {
    figure.chars().count() > LONG_FIGURE
}
