//! The head of a customer's page.

use super::field::value;
use crate::api::{CustomerDetail, CustomerType};
use crate::locale::words;
use crate::ui::badge::{BadgeTone, badge};
use crate::ui::copy::{blank_copy_button, copying, copying_nothing};
use crate::ui::element::{El, el};

/// The customer's name, with its type, level and number: prepared without a customer, and emptied again.
pub struct Header {
    element: El,
    name: El,
    copy: El,
    kind: El,
    level: El,
    number: El,
}

impl Header {
    /// What is the same for every customer.
    pub fn prepare() -> Self {
        let labels = &words().labels;
        let (name, copy) = (el("h1").attr("tabindex", "-1"), blank_copy_button(labels.name));
        let (kind, level, number) = (el("dd"), el("dd"), el("dd"));
        let tag = |term: El, value: &El| el("div").child(term).child(value.clone());
        let tags = el("dl")
            .class("profile-tags")
            .child(tag(el("dt").class("visually-hidden").text(labels.kind), &kind))
            .child(tag(el("dt").text(labels.level_name), &level))
            .child(tag(el("dt").text(labels.customer_no), &number));
        let title = el("div").class("profile-title").child(name.clone()).child(copy.clone());
        let element = el("header").class("profile-header").child(title).child(tags);
        Self { element, name, copy, kind, level, number }
    }

    /// The element.
    pub fn element(&self) -> El {
        self.element.clone()
    }

    /// Puts the customer in.
    pub fn fill(&self, customer: &CustomerDetail) {
        let text = |place: El, text: &String| place.text(text);
        if let Some(name) = customer.name.value() {
            drop(copying(self.copy.clone(), name));
        }
        value(self.name.clone(), &customer.name, text);
        value(self.kind.clone(), &customer.kind, |place, kind| place.child(type_badge(kind)));
        value(self.level.clone(), &customer.level_name, text);
        value(self.number.clone(), &customer.customer_no, text);
    }

    /// Takes the customer out.
    pub fn empty(&self) {
        [&self.name, &self.kind, &self.level, &self.number].into_iter().for_each(|place| place.set_text_content(None));
        copying_nothing(&self.copy);
    }
}

/// 客户类型 as a word with a colour; a constant that we do not know is shown as it came.
fn type_badge(kind: &CustomerType) -> El {
    let texts = &words().texts;
    let (tone, text) = match kind {
        CustomerType::Client => (BadgeTone::Positive, texts.client),
        CustomerType::TargetCustomer => (BadgeTone::Accent, texts.target_customer),
        CustomerType::Prospect => (BadgeTone::Warm, texts.prospect),
        CustomerType::Unknown(constant) => (BadgeTone::Neutral, constant.as_str()),
    };
    badge(tone, text)
}
