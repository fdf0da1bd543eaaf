//! The state of the requests for a customer.

use std::sync::Arc;

use leptos::prelude::ArcRwSignal;

use crate::api::{ApiError, CustomerDetail};

#[derive(Clone)]
pub enum LoadState {
    Loading,
    /// A refresh sets this signal and not the state, so that only sections with changed keys re-render.
    Ready(ArcRwSignal<Arc<CustomerDetail>>),
    Failed {
        error: ApiError,
        /// In milliseconds since the page was opened.
        failed_at: f64,
    },
}

impl LoadState {
    /// Whether loading failed with this error.
    pub fn has_failed_with(&self, reason: &ApiError) -> bool {
        matches!(self, Self::Failed { error, .. } if error == reason)
    }
}

/// The age of the displayed data. Times are in milliseconds since 1970.
#[derive(Clone, Debug, Default)]
pub struct Freshness {
    pub fetched_at: f64,
    /// The time of the last request, whatever its outcome.
    pub requested_at: f64,
    pub is_refreshing: bool,
    /// Why the last refresh failed: the data is stale.
    pub failed: Option<ApiError>,
}
