//! The company's API, as this page knows it: one endpoint, its answer, its failures.

pub mod answer;
pub mod client;
pub mod customer;
pub mod entities;
pub mod error;
pub mod field;
pub mod head_start;
#[cfg(all(debug_assertions, target_arch = "wasm32"))]
pub mod sample;

pub use client::CustomerRequest;
pub use customer::{CustomerDetail, CustomerType, Follower, Timestamp};
pub use error::{ApiError, Cause};
pub use field::{Field, Ids, Text, Trail};
