//! 基本信息.

use super::field::{copyable, property, text};
use crate::api::{CustomerDetail, Timestamp};
use crate::format::relative_time;
use crate::locale::{locale, words};
use crate::ui::card::card;
use crate::ui::element::{El, el};
use crate::ui::live::later;
use crate::ui::long_text::long_text;
use crate::ui::properties::{properties, wide};

/// 基本信息: who the customer is and who looks after it.
pub fn basics(customer: &CustomerDetail) -> El {
    let labels = &words().labels;
    let items = [
        copyable(labels.id, &customer.id),
        copyable(labels.customer_no, &customer.customer_no),
        text(labels.level_name, &customer.level_name),
        text(labels.manager_name, &customer.manager_name),
        text(labels.manager_id, &customer.manager_id),
        text(labels.from, &customer.from),
        text(labels.partner_relationship, &customer.partner_relationship),
        text(labels.advantageous_industry, &customer.advantageous_industry),
        text(labels.credit_situation, &customer.credit_situation),
        property(labels.created_at, &customer.created_at, time),
        wide(property(labels.description, &customer.description, |place, text| place.child(long_text(text)))),
    ];
    card("basics", words().texts.basics).child(properties(items))
}

/// A wall-clock time as it came; how long ago that is stands beside it.
fn time(place: El, time: &Timestamp) -> El {
    let ago = el("span").class("secondary");
    let (parts, locale, late) = (time.parts, locale(), ago.clone());
    let write = move || drop(late.text(&relative_time(parts, locale).unwrap_or_default()));
    later(write);
    place.child(el("time").text(&time.text)).child(ago)
}
