//! IDs (标识).

use std::sync::Arc;

use leptos::prelude::*;

use super::rows::Rows;
use super::section::Section;
use crate::api::{CustomerDetail, Key};
use crate::locale::texts;
use crate::ui::card::Card;

pub const KEYS: &[Key] = &[Key::Id, Key::ManagerId, Key::IndustryId, Key::AreaCode];

/// Renders IDs (标识): codes for other systems, which come last because users read names.
#[component]
pub fn Identifiers(customer: ArcRwSignal<Arc<CustomerDetail>>) -> impl IntoView {
    view! {
        <Section customer keys=KEYS let:customer>
            <Card name="identifiers" title=texts().identifiers is_empty=customer.has_none_of(KEYS)>
                <Rows customer keys=KEYS/>
            </Card>
        </Section>
    }
}
