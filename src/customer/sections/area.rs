//! Area (区域).

use std::sync::Arc;

use leptos::prelude::*;

use super::rows::Rows;
use super::section::Section;
use crate::api::{CustomerDetail, Key};
use crate::locale::label;
use crate::ui::card::Card;

pub const KEYS: &[Key] = &[Key::Area, Key::AreaCode];

/// Area (区域): where the customer is.
#[component]
pub fn Area(customer: ArcRwSignal<Arc<CustomerDetail>>) -> impl IntoView {
    view! {
        <Section customer keys=KEYS let:customer>
            <Card name="area" title=label(Key::Area) is_empty=customer.has_none_of(KEYS)>
                <Rows customer keys=KEYS/>
            </Card>
        </Section>
    }
}
