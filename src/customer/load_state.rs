//! What has become of the request for a customer.

use std::sync::Arc;

use crate::api::{ApiError, CustomerDetail};

/// What there is to show.
#[derive(Clone)]
pub enum LoadState {
    /// Nothing yet.
    Loading,
    /// A customer.
    Ready(Arc<CustomerDetail>),
    /// There is none.
    Failed {
        /// Why.
        error: ApiError,
        /// When that was known, in milliseconds since the page was opened.
        came_at: f64,
    },
}
