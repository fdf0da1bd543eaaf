//! Department and industry (部门与行业).

use std::sync::Arc;

use leptos::prelude::*;

use super::rows::Rows;
use super::section::Section;
use crate::api::{CustomerDetail, Key};
use crate::locale::texts;
use crate::ui::card::Card;

pub const KEYS: &[Key] = &[Key::DepartmentPath, Key::IndustryPath, Key::IndustryId];

/// Department and industry (部门与行业): where the customer belongs, in our company and in the economy.
#[component]
pub fn Classification(customer: ArcRwSignal<Arc<CustomerDetail>>) -> impl IntoView {
    view! {
        <Section customer keys=KEYS let:customer>
            <Card name="classification" title=texts().classification is_empty=customer.has_none_of(KEYS)>
                <Rows customer keys=KEYS/>
            </Card>
        </Section>
    }
}
