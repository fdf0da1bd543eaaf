//! Basics (基本信息).

use std::sync::Arc;

use leptos::prelude::*;

use super::rows::Rows;
use super::section::Section;
use crate::api::{CustomerDetail, Key};
use crate::locale::texts;
use crate::ui::card::Card;

pub const KEYS: &[Key] = &[
    Key::Description,
    Key::From,
    Key::PartnerRelationship,
    Key::AdvantageousIndustry,
    Key::CreditSituation,
    Key::Rank,
    Key::CreatedAt,
];

/// Renders Basics (基本信息): the keys of no other section.
#[component]
pub fn Basics(customer: ArcRwSignal<Arc<CustomerDetail>>) -> impl IntoView {
    view! {
        <Section customer keys=KEYS let:customer>
            <Card name="basics" title=texts().basics is_empty=customer.has_none_of(KEYS)>
                <Rows customer keys=KEYS/>
            </Card>
        </Section>
    }
}
