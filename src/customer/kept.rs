//! What a person has unfolded and filtered.

use leptos::prelude::*;

/// How many followers are shown at first.
pub const FIRST_FOLLOWERS: usize = 12;

/// What a person has unfolded and filtered on a customer's page. It belongs to the page and not to its sections, because
/// a section is drawn anew when its data changes.
#[derive(Clone, Copy)]
pub struct Kept {
    /// Whether the formulas are shown.
    pub formulas: RwSignal<bool>,
    /// Whether the description is shown whole.
    pub description: RwSignal<bool>,
    /// What the followers are filtered by.
    pub filter: RwSignal<String>,
    /// How many followers are shown, of those whom the filter lets through.
    pub followers: RwSignal<usize>,
}

impl Kept {
    /// Makes it known to everything below.
    pub fn provide() {
        provide_context(Self::default());
    }
}

impl Default for Kept {
    fn default() -> Self {
        Self {
            formulas: RwSignal::new(false),
            description: RwSignal::new(false),
            filter: RwSignal::new(String::new()),
            followers: RwSignal::new(FIRST_FOLLOWERS),
        }
    }
}

/// What a person has unfolded and filtered on this page.
pub fn use_kept() -> Kept {
    use_context().unwrap_or_default()
}
