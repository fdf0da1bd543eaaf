//! One of the ratios of 财务: what can be said of two amounts together.

use crate::decimal::Decimal;
use crate::format::{Money, money, number};
use crate::locale::{fill, locale, words};
use crate::ui::element::{El, el};
use crate::ui::properties::property;

/// A figure that the API does not send, with its formula. Prepared without a customer, and emptied again.
pub struct Ratio {
    element: El,
    figure: El,
}

impl Ratio {
    /// The place for a ratio; `formula` are the names of its dividend and its divisor.
    pub fn prepare(label: &str, formula: [&str; 2]) -> Self {
        let figure = el("span");
        let formula = el("span").class("secondary").text(&fill(words().texts.formula, &formula));
        Self { element: property(label, el("dd").child(figure.clone()).child(formula)), figure }
    }

    /// The ratio beside its label.
    pub fn element(&self) -> El {
        self.element.clone()
    }

    /// Puts the ratio in; where there is none, it is not on the page.
    pub fn fill(&self, ratio: Option<String>) {
        match ratio {
            Some(ratio) => drop(self.figure.clone().text(&ratio)),
            None => self.element.remove(),
        }
    }

    /// Takes the ratio out; the element may have to be put back.
    pub fn empty(&self) {
        self.figure.set_text_content(None);
    }
}

/// What share of an amount another one is, in per cent with one digit after the point; `None` where the whole is unknown,
/// zero or less.
pub fn share(part: Option<&Decimal>, whole: Option<&Decimal>) -> Option<String> {
    let percent = quotient(part?, whole?, 2, 1)?;
    Some(format!("{}%", number(&percent)))
}

/// What one of so many comes to on average: with two digits after the point, as of money; with more where the whole has
/// more. `None` where there are none.
pub fn average(whole: Option<&Decimal>, count: Option<&Decimal>, in_money: &Money<'_>) -> Option<String> {
    let whole = whole?;
    let average = quotient(whole, count?, 0, whole.fraction_digits().max(2))?;
    Some(money(&average, in_money, locale()))
}

/// `part × 10^scale ÷ whole`, only where `whole` is above zero.
fn quotient(part: &Decimal, whole: &Decimal, scale: usize, places: usize) -> Option<Decimal> {
    whole.is_positive().then(|| part.divide(whole, scale, places)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_divided_by_zero_or_less() {
        let number = |text| Decimal::parse(text).unwrap();
        assert_eq!(quotient(&number("1"), &number("0"), 2, 1), None);
        assert_eq!(quotient(&number("1"), &number("-5"), 2, 1), None);
        assert_eq!(quotient(&number("23.00"), &number("2324.32"), 2, 1), Decimal::parse("1.0"));
    }
}
