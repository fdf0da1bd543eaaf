//! The head of a customer's page.

use super::field::value;
use crate::api::{CustomerDetail, CustomerType};
use crate::locale::words;
use crate::ui::badge::{BadgeTone, badge};
use crate::ui::copy::copy_button;
use crate::ui::element::{El, el};

/// The customer's name, with its type, level and number.
pub fn header(customer: &CustomerDetail) -> El {
    let labels = &words().labels;
    let text = |place: El, text: &String| place.text(text);
    let name = value(el("h1").attr("tabindex", "-1"), &customer.name, text);
    let copy = customer.name.value().map(|name| copy_button(name, labels.name));
    let kind = value(el("dd"), &customer.kind, |place, kind| place.child(type_badge(kind)));
    let tags = el("dl")
        .class("profile-tags")
        .child(el("div").child(el("dt").class("visually-hidden").text(labels.kind)).child(kind))
        .child(tag(labels.level_name, value(el("dd"), &customer.level_name, text)))
        .child(tag(labels.customer_no, value(el("dd"), &customer.customer_no, text)));
    el("header").class("profile-header").child(el("div").class("profile-title").child(name).children(copy)).child(tags)
}

fn tag(label: &str, value: El) -> El {
    el("div").child(el("dt").text(label)).child(value)
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
