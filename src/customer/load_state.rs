//! What has become of the requests for a customer.

use std::sync::Arc;

use leptos::prelude::ArcRwSignal;

use crate::api::{ApiError, CustomerDetail};

/// What there is to show.
#[derive(Clone)]
pub enum LoadState {
    /// Nothing yet.
    Loading,
    /// A customer. A refresh puts a newer answer into the signal, and leaves the state as it is.
    Ready(ArcRwSignal<Arc<CustomerDetail>>),
    /// There is none.
    Failed {
        /// Why.
        error: ApiError,
        /// When that was known, in milliseconds since the page was opened.
        failed_at: f64,
    },
}

impl LoadState {
    /// Whether there is no customer for just this reason.
    pub fn has_failed_by(&self, reason: &ApiError) -> bool {
        matches!(self, Self::Failed { error, .. } if error == reason)
    }
}

/// How new the customer is that is shown.
#[derive(Clone, Debug, Default)]
pub struct Freshness {
    /// When it was fetched, in milliseconds since 1970.
    pub fetched_at: f64,
    /// When it was asked for last, whatever came of that, in milliseconds since 1970.
    pub asked_at: f64,
    /// A refresh is under way.
    pub is_refreshing: bool,
    /// Why the last refresh failed; what is shown is stale then.
    pub failed: Option<ApiError>,
}
