//! One of the amounts of 财务.

use super::field::value;
use super::scale::Scale;
use crate::api::Field;
use crate::decimal::Decimal;
use crate::ui::bar::Bar;
use crate::ui::copy::{blank_copy_button, copying};
use crate::ui::element::{El, el};
use crate::ui::properties::property;

/// An amount: the exact figure, large, and its bar. Prepared without a customer, to be filled once.
pub struct Amount {
    element: El,
    place: El,
    copy: El,
    figure: El,
    bar: Bar,
}

impl Amount {
    /// The place for an amount; `tone` is the colour of its bar, a class of the style sheet.
    pub fn prepare(label: &str, tone: &'static str) -> Self {
        let (copy, figure, bar) = (blank_copy_button(label), el("span").class("figure"), Bar::new(tone));
        let amount = el("span").class("amount").child(copy.clone()).child(figure.clone());
        let place = el("dd").child(amount).child(bar.element());
        Self { element: property(label, place.clone()), place, copy, figure, bar }
    }

    /// The amount beside its label.
    pub fn element(&self) -> El {
        self.element.clone()
    }

    /// Puts the amount in, written as `figure`: smaller where that is long, its bar on this scale.
    pub fn fill(self, field: &Field<Decimal>, figure: &str, is_long: bool, scale: &Scale) {
        if field.value().is_none() {
            self.place.set_text_content(None);
        }
        value(self.place, field, |place, amount| {
            drop(copying(self.copy, &amount.to_string()));
            drop(if is_long { long_figure(self.figure, figure) } else { self.figure.text(figure) });
            let (from, length) = scale.place(amount);
            self.bar.show(from, length);
            place
        });
    }
}

/// A figure that may have to be broken after all: between its groups of digits.
fn long_figure(place: El, text: &str) -> El {
    let place = place.class("figure figure-long");
    text.split_inclusive(',').fold(place, |place, group| place.text(group).child(el("wbr")))
}
