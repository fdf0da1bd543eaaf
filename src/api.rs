//! The company's API, as this page knows it: one endpoint, its answer, its failures.

pub mod answer;
pub mod client;
pub mod customer;
pub mod early;
pub mod entities;
pub mod error;
#[cfg(all(debug_assertions, target_arch = "wasm32"))]
pub mod sample;
pub mod wire;

pub use client::CustomerRequest;
pub use customer::{CustomerDetail, CustomerType, Follower, Timestamp};
pub use error::{ApiError, Cause};
pub use wire::{Field, Text, Trail};
