//! 区域.

use super::field::trail;
use crate::api::CustomerDetail;
use crate::locale::words;
use crate::ui::card::card;
use crate::ui::element::El;
use crate::ui::properties::{properties, wide};

/// 区域: where the customer is, with the codes of each step.
pub fn area(customer: &CustomerDetail) -> El {
    let labels = &words().labels;
    let items = [wide(trail(labels.area, &customer.area)), wide(trail(labels.area_code, &customer.area_code))];
    card("area", words().texts.area).child(properties(items))
}
