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
    pub fn customer(&self) -> Option<&ArcRwSignal<Arc<CustomerDetail>>> {
        match self {
            Self::Ready(customer) => Some(customer),
            Self::Loading | Self::Failed { .. } => None,
        }
    }

    pub fn error(&self) -> Option<&ApiError> {
        match self {
            Self::Failed { error, .. } => Some(error),
            Self::Loading | Self::Ready(_) => None,
        }
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
