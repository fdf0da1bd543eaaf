//! 部门与行业.

use super::field::{text, trail};
use crate::api::CustomerDetail;
use crate::locale::words;
use crate::ui::card::card;
use crate::ui::element::El;
use crate::ui::properties::{properties, wide};

/// 部门与行业: where the customer belongs, in our house and in the economy.
pub fn classification(customer: &CustomerDetail) -> El {
    let labels = &words().labels;
    let items = [
        wide(trail(labels.department_path, &customer.department_path)),
        wide(trail(labels.industry_path, &customer.industry_path)),
        text(labels.industry_id, &customer.industry_id),
    ];
    card("classification", words().texts.classification).child(properties(items))
}
