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
    /// Why there is none.
    Failed(ApiError),
}
