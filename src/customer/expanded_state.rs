//! The UI state of a record: what the user has expanded and filtered.

use leptos::prelude::*;

use crate::browser;

/// Number of followers shown at first, if find-in-page can find hidden ones.
pub const FIRST_FOLLOWERS: usize = 12;
/// Number of followers rendered at first, shown or hidden.
pub const RENDERED_FOLLOWERS: usize = 60;

/// Returns how many followers are shown at first.
pub fn first_followers() -> usize {
    if browser::finds_hidden() {
        FIRST_FOLLOWERS
    } else {
        RENDERED_FOLLOWERS
    }
}

/// What the user has expanded and filtered on a customer's page. Provided by the page, because sections re-render when
/// their data changes.
#[derive(Clone, Copy)]
pub struct ExpandedState {
    pub formulas: RwSignal<bool>,
    pub description: RwSignal<bool>,
    pub follower_filter: RwSignal<String>,
    /// How many of the followers that match the filter are shown.
    pub follower_limit: RwSignal<usize>,
}

impl ExpandedState {
    pub fn provide() {
        provide_context(Self::new());
    }

    fn new() -> Self {
        Self {
            formulas: RwSignal::new(false),
            description: RwSignal::new(false),
            follower_filter: RwSignal::new(String::new()),
            follower_limit: RwSignal::new(first_followers()),
        }
    }
}

pub fn use_expanded_state() -> ExpandedState {
    use_context().unwrap_or_else(ExpandedState::new)
}
