//! Classification (归属信息).

use std::sync::Arc;

use leptos::prelude::*;

use super::rows::Rows;
use super::section::Section;
use crate::api::{CustomerDetail, Key};
use crate::locale::texts;
use crate::ui::card::Card;

pub const KEYS: &[Key] = &[Key::DepartmentPath, Key::IndustryPath, Key::Area];

/// Renders Classification (归属信息): department, industry and area.
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
