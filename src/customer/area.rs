//! 区域.

use crate::ui::drawn::drawn;
use leptos::prelude::*;

use super::field::trail;
use crate::api::CustomerDetail;
use crate::locale::words;
use crate::ui::card::Card;
use crate::ui::properties::Properties;

/// 区域: where the customer is, with the codes of each step.
#[component]
pub fn Area(
    /// The customer, as the API sent it.
    customer: CustomerDetail,
) -> impl IntoView {
    let labels = &words().labels;
    let items = vec![trail(labels.area, customer.area).wide(), trail(labels.area_code, customer.area_code).wide()];
    drawn(view! {
        <Card name="area" title=words().texts.area>
            <Properties items/>
        </Card>
    })
}
