//! 部门与行业.

use crate::ui::drawn::drawn;
use leptos::prelude::*;

use super::field::{text, trail};
use crate::api::CustomerDetail;
use crate::locale::words;
use crate::ui::card::Card;
use crate::ui::properties::Properties;

/// 部门与行业: where the customer belongs, in our house and in the economy.
#[component]
pub fn Classification(
    /// The customer, as the API sent it.
    customer: CustomerDetail,
) -> impl IntoView {
    let labels = &words().labels;
    let items = vec![
        trail(labels.department_path, customer.department_path).wide(),
        trail(labels.industry_path, customer.industry_path).wide(),
        text(labels.industry_id, customer.industry_id),
    ];
    drawn(view! {
        <Card name="classification" title=words().texts.classification>
            <Properties items/>
        </Card>
    })
}
