//! Area (区域).

use std::sync::Arc;

use leptos::prelude::*;

use super::field::TrailProperty;
use crate::api::CustomerDetail;
use crate::locale::{labels, texts};
use crate::ui::card::Card;
use crate::ui::properties::{NothingFilledIn, Properties};

/// The keys that are shown here.
pub const KEYS: &[&str] = &["area", "areaCode"];

/// Area (区域): where the customer is, with the codes of each step.
#[component]
pub fn Area(
    /// The customer.
    customer: Arc<CustomerDetail>,
) -> impl IntoView {
    let labels = labels();
    view! {
        <Card name="area" title=texts().area>
            {customer.is_silent_on(KEYS).then(|| view! { <NothingFilledIn/> })}
            <Properties>
                <TrailProperty label=labels.area field=&customer.area/>
                <TrailProperty label=labels.area_code field=&customer.area_code/>
            </Properties>
        </Card>
    }
}
