//! 财务.

use super::field::property;
use crate::api::{CustomerDetail, Field};
use crate::config::config;
use crate::decimal::Decimal;
use crate::format::{Money, money, number};
use crate::locale::{fill, locale, words};
use crate::ui::bar::bar;
use crate::ui::card::card;
use crate::ui::copy::copy_button;
use crate::ui::element::{El, el};
use crate::ui::properties::{Property, properties};

/// A figure of more characters than this is drawn smaller, to stay on one line; the others beside it too, because what
/// is smaller looks like less.
const LONG_FIGURE: usize = 12;

/// 财务: what the customer has bought and what is still owed. The amounts stand as three bars from zero on one scale;
/// the ratios come with their formulas.
pub fn finance(customer: &CustomerDetail) -> El {
    let labels = &words().labels;
    let config = config();
    let in_money = Money { currency: config.currency.as_deref(), unit: config.unit.as_deref() };
    let fields = [&customer.total_turnover, &customer.outstanding_receivables, &customer.retention_money];
    let mut figures = fields.iter().filter_map(|field| Some(money(field.value()?, &in_money, locale())));
    // Broken in two, a figure is read as two.
    let is_long = figures.any(|figure| figure.chars().count() > LONG_FIGURE);
    let scale = Scale::of(&fields);
    let amount = |label, field, tone| amount(label, field, tone, &scale, &in_money, is_long);
    let amounts = [
        amount(labels.total_turnover, &customer.total_turnover, "bar-turnover"),
        amount(labels.outstanding_receivables, &customer.outstanding_receivables, "bar-outstanding"),
        amount(labels.retention_money, &customer.retention_money, "bar-retention"),
    ];
    let count = |place: El, count: &Decimal| place.text(&number(count, locale()));
    let counts = [
        property(labels.transaction_number, &customer.transaction_number, count),
        property(labels.rank, &customer.rank, count),
    ];
    let counts = counts.into_iter().chain(ratios(customer, &in_money));
    card("finance", words().texts.finance)
        .child(el("div").class("amounts").child(properties(amounts)))
        .child(el("p").class("scale-note").text(words().texts.scale_note))
        .child(el("div").class("counts").child(properties(counts)))
}

/// An amount: the exact figure, large, and its bar.
fn amount(
    label: &'static str,
    field: &Field<Decimal>,
    tone: &'static str,
    scale: &Scale,
    in_money: &Money<'_>,
    is_long: bool,
) -> Property {
    property(label, field, |place, amount| {
        let text = money(amount, in_money, locale());
        let figure = match is_long {
            false => el("span").class("figure").text(&text),
            true => long_figure(&text),
        };
        let (from, length) = scale.place(amount);
        place
            .child(el("span").class("amount").child(copy_button(&amount.to_string(), label)).child(figure))
            .child(bar(from, length, tone))
    })
}

/// A figure that may have to be broken after all: between its groups of digits.
fn long_figure(text: &str) -> El {
    let figure = el("span").class("figure figure-long");
    text.split_inclusive(',').fold(figure, |figure, group| figure.text(group).child(el("wbr")))
}

/// What can be said of the amounts together, where there is something above zero to divide by.
fn ratios(customer: &CustomerDetail, in_money: &Money<'_>) -> Vec<Property> {
    let (labels, texts) = (&words().labels, &words().texts);
    let turnover = customer.total_turnover.value();
    let share = |label, name: &str, part: &Field<Decimal>| {
        let percent = quotient(part.value()?, turnover?, 2, 1)?;
        let figure = format!("{}%", number(&percent, locale()));
        Some(derived(label, &figure, &[name, labels.total_turnover]))
    };
    let average = || {
        // Two digits after the point, as of money; more where the turnover has more.
        let turnover = turnover?;
        let places = turnover.fraction_digits().max(2);
        let average = quotient(turnover, customer.transaction_number.value()?, 0, places)?;
        let figure = money(&average, in_money, locale());
        Some(derived(texts.average_deal, &figure, &[labels.total_turnover, labels.transaction_number]))
    };
    let outstanding = share(texts.outstanding_ratio, labels.outstanding_receivables, &customer.outstanding_receivables);
    let retention = share(texts.retention_ratio, labels.retention_money, &customer.retention_money);
    [outstanding, retention, average()].into_iter().flatten().collect()
}

/// `part × 10^scale ÷ whole`, only where `whole` is above zero.
fn quotient(part: &Decimal, whole: &Decimal, scale: usize, places: usize) -> Option<Decimal> {
    whole.is_positive().then(|| part.divide(whole, scale, places)).flatten()
}

/// A figure that the API does not send, with its formula.
fn derived(label: &'static str, figure: &str, formula: &[&str]) -> Property {
    let formula = fill(words().texts.formula, formula);
    Property::new(label, |place| {
        place.child(el("span").text(figure)).child(el("span").class("secondary").text(&formula))
    })
}

/// The scale that the bars share: from zero to the largest amount, and below zero as far as there is one.
struct Scale {
    largest: Option<Decimal>,
    /// How far it reaches below and above zero, in thousandths of the largest.
    below: u32,
    above: u32,
}

impl Scale {
    fn of(fields: &[&Field<Decimal>]) -> Self {
        let amounts: Vec<&Decimal> = fields.iter().filter_map(|field| field.value()).collect();
        let largest = amounts.iter().copied().max_by(|a, b| a.cmp_magnitude(b)).cloned();
        let mut scale = Self { largest, below: 0, above: 0 };
        for amount in amounts {
            let length = scale.length(amount);
            let side = if amount.is_negative() { &mut scale.below } else { &mut scale.above };
            *side = length.max(*side);
        }
        scale
    }

    fn length(&self, amount: &Decimal) -> u32 {
        self.largest.as_ref().map_or(0, |largest| amount.permille_of(largest))
    }

    /// Where an amount's bar begins and how long it is, in thousandths of the scale.
    fn place(&self, amount: &Decimal) -> (u32, u32) {
        let whole = (self.below + self.above).max(1);
        let length = self.length(amount);
        let from = if amount.is_negative() { self.below - length } else { self.below };
        (from * 1000 / whole, length * 1000 / whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(amounts: [&str; 3]) -> [(u32, u32); 3] {
        let fields = amounts.map(|amount| Field::Value(Decimal::parse(amount).unwrap()));
        let scale = Scale::of(&fields.each_ref());
        fields.each_ref().map(|field| scale.place(field.value().unwrap()))
    }

    #[test]
    fn bars_start_at_zero_and_share_a_scale() {
        assert_eq!(places(["2000", "500", "1"]), [(0, 1000), (0, 250), (0, 1)]);
        assert_eq!(places(["0", "0.00", "0"]), [(0, 0); 3]);
    }

    #[test]
    fn amounts_below_zero_reach_to_the_other_side() {
        assert_eq!(places(["100", "-100", "50"]), [(500, 500), (0, 500), (500, 250)]);
    }

    #[test]
    fn nothing_is_divided_by_zero_or_less() {
        let number = |text| Decimal::parse(text).unwrap();
        assert_eq!(quotient(&number("1"), &number("0"), 2, 1), None);
        assert_eq!(quotient(&number("1"), &number("-5"), 2, 1), None);
        assert_eq!(quotient(&number("23.00"), &number("2324.32"), 2, 1), Decimal::parse("1.0"));
    }
}
