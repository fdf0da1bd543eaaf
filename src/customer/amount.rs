//! One of the amounts of 财务.

use std::cell::Cell;

use super::field::value;
use super::scale::Scale;
use crate::api::Field;
use crate::decimal::Decimal;
use crate::ui::bar::Bar;
use crate::ui::copy::{blank_copy_button, copying, copying_nothing};
use crate::ui::element::{El, el};
use crate::ui::properties::property;

/// An amount: the exact figure, large, and its bar. Prepared without a customer, and emptied again.
pub struct Amount {
    element: El,
    place: El,
    /// The figure with its button.
    amount: El,
    copy: El,
    figure: El,
    bar: Bar,
    /// Whether something else stands in the place, because there is no amount.
    has_none: Cell<bool>,
}

impl Amount {
    /// The place for an amount; `tone` is the colour of its bar, a class of the style sheet.
    pub fn prepare(label: &str, tone: &'static str) -> Self {
        let (copy, figure, bar) = (blank_copy_button(label), el("span").class("figure"), Bar::new(tone));
        let amount = el("span").class("amount").child(copy.clone()).child(figure.clone());
        let place = el("dd").child(amount.clone()).child(bar.element());
        let (element, has_none) = (property(label, place.clone()), Cell::new(false));
        Self { element, place, amount, copy, figure, bar, has_none }
    }

    /// The amount beside its label.
    pub fn element(&self) -> El {
        self.element.clone()
    }

    /// Puts the amount in, written as `figure`: smaller where that is long, its bar on this scale.
    pub fn fill(&self, field: &Field<Decimal>, figure: &str, is_long: bool, scale: &Scale) {
        self.has_none.set(field.value().is_none());
        if self.has_none.get() {
            self.place.set_text_content(None);
        }
        value(self.place.clone(), field, |place, amount| {
            drop(copying(self.copy.clone(), &amount.to_string()));
            let place_of_figure = self.figure.clone();
            drop(if is_long { long_figure(place_of_figure, figure) } else { place_of_figure.text(figure) });
            let (from, length) = scale.place(amount);
            self.bar.show(from, length);
            place
        });
    }

    /// Takes the amount out.
    pub fn empty(&self) {
        if self.has_none.take() {
            self.place.set_text_content(None);
            drop(self.place.clone().children([self.amount.clone(), self.bar.element()]));
        }
        copying_nothing(&self.copy);
        self.figure.set_text_content(None);
        drop(self.figure.clone().class("figure"));
        self.bar.empty();
    }
}

/// A figure that may have to be broken after all: between its groups of digits.
fn long_figure(place: El, text: &str) -> El {
    let place = place.class("figure figure-long");
    text.split_inclusive(',').fold(place, |place, group| place.text(group).child(el("wbr")))
}
