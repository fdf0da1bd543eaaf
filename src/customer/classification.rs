//! Department and industry (部门与行业).

use std::sync::Arc;

use leptos::prelude::*;

use super::field::{TextProperty, TrailProperty};
use crate::api::CustomerDetail;
use crate::locale::{labels, texts};
use crate::ui::card::Card;
use crate::ui::properties::{NothingFilledIn, Properties};

/// The keys that are shown here.
pub const KEYS: &[&str] = &["departmentPath", "industryPath", "industry_id"];

/// Department and industry (部门与行业): where the customer belongs, in our house and in the economy.
#[component]
pub fn Classification(
    /// The customer.
    customer: Arc<CustomerDetail>,
) -> impl IntoView {
    let labels = labels();
    view! {
        <Card name="classification" title=texts().classification>
            {customer.is_silent_on(KEYS).then(|| view! { <NothingFilledIn/> })}
            <Properties>
                <TrailProperty label=labels.department_path field=&customer.department_path/>
                <TrailProperty label=labels.industry_path field=&customer.industry_path/>
                <TextProperty label=labels.industry_id field=&customer.industry_id/>
            </Properties>
        </Card>
    }
}
