//! 财务.

use std::cell::Cell;

use super::amount::Amount;
use super::field::value;
use super::ratio::{Ratio, average, share};
use super::scale::Scale;
use crate::api::CustomerDetail;
use crate::config::config;
use crate::decimal::Decimal;
use crate::format::{Money, money, number};
use crate::locale::{locale, words};
use crate::ui::card::card;
use crate::ui::element::{El, el};
use crate::ui::properties::{properties, property};

/// A figure of more characters than this is drawn smaller, to stay on one line; the others beside it too, because what
/// is smaller looks like less.
const LONG_FIGURE: usize = 12;

/// 财务: what the customer has bought and what is still owed. The amounts stand as three bars from zero on one scale;
/// the ratios come with their formulas. Prepared without a customer, and emptied again.
pub struct Finance {
    element: El,
    /// Turnover, outstanding receivables, retention money.
    amounts: [Amount; 3],
    transaction_number: El,
    rank: El,
    /// The shares of the last two amounts in the first; the average deal.
    ratios: [Ratio; 3],
    /// What the ratios stand in, behind the counts.
    counts: El,
    lacks_ratios: Cell<bool>,
}

impl Finance {
    /// What is the same for every customer.
    pub fn prepare() -> Self {
        let (labels, texts) = (&words().labels, &words().texts);
        let amounts = [
            Amount::prepare(labels.total_turnover, "bar-turnover"),
            Amount::prepare(labels.outstanding_receivables, "bar-outstanding"),
            Amount::prepare(labels.retention_money, "bar-retention"),
        ];
        let (transaction_number, rank) = (el("dd"), el("dd"));
        let counts =
            [property(labels.transaction_number, transaction_number.clone()), property(labels.rank, rank.clone())];
        let ratios = [
            Ratio::prepare(texts.outstanding_ratio, [labels.outstanding_receivables, labels.total_turnover]),
            Ratio::prepare(texts.retention_ratio, [labels.retention_money, labels.total_turnover]),
            Ratio::prepare(texts.average_deal, [labels.total_turnover, labels.transaction_number]),
        ];
        let counts = properties(counts.into_iter().chain(ratios.iter().map(Ratio::element)));
        let element = card("finance", texts.finance)
            .child(el("div").class("amounts").child(properties(amounts.iter().map(Amount::element))))
            .child(el("p").class("scale-note").text(texts.scale_note))
            .child(el("div").class("counts").child(counts.clone()));
        let lacks_ratios = Cell::new(false);
        Self { element, amounts, transaction_number, rank, ratios, counts, lacks_ratios }
    }

    /// The card.
    pub fn element(&self) -> El {
        self.element.clone()
    }

    /// Puts the customer's figures in.
    pub fn fill(&self, customer: &CustomerDetail) {
        let config = config();
        let in_money = Money { currency: config.currency.as_deref(), unit: config.unit.as_deref() };
        let fields = [&customer.total_turnover, &customer.outstanding_receivables, &customer.retention_money];
        let values = fields.map(|field| field.value());
        let figures = values.map(|value| value.map_or_else(String::new, |amount| money(amount, &in_money, locale())));
        // Broken in two, a figure is read as two.
        let is_long = figures.iter().any(|figure| figure.chars().count() > LONG_FIGURE);
        let scale = Scale::of(&fields);
        for ((amount, field), figure) in self.amounts.iter().zip(fields).zip(&figures) {
            amount.fill(field, figure, is_long, &scale);
        }
        let count = |place: El, count: &Decimal| place.text(&number(count));
        value(self.transaction_number.clone(), &customer.transaction_number, count);
        value(self.rank.clone(), &customer.rank, count);
        let [turnover, outstanding, retention] = values;
        let ratios = [
            share(outstanding, turnover),
            share(retention, turnover),
            average(turnover, customer.transaction_number.value(), &in_money),
        ];
        self.lacks_ratios.set(ratios.iter().any(Option::is_none));
        self.ratios.iter().zip(ratios).for_each(|(place, ratio)| place.fill(ratio));
    }

    /// Takes the figures out.
    pub fn empty(&self) {
        self.amounts.iter().for_each(Amount::empty);
        [&self.transaction_number, &self.rank].into_iter().for_each(|place| place.set_text_content(None));
        self.ratios.iter().for_each(Ratio::empty);
        if self.lacks_ratios.take() {
            drop(self.counts.clone().children(self.ratios.iter().map(Ratio::element)));
        }
    }
}
