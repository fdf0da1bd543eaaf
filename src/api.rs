//! The company's API, as this page knows it: one endpoint, its answer, its failures.
//!
//! An answer is read in layers, each a file with a table of what it takes: bytes → [`text`] → [`json`](crate::json) →
//! the record ([`answer`]) → its fields ([`field`], [`timestamp`], and what [`customer`] knows of each key).

pub mod answer;
pub mod client;
pub mod customer;
pub mod entities;
pub mod error;
pub mod field;
pub mod head_start;
#[cfg(debug_assertions)]
pub mod sample;
pub mod text;
pub mod timestamp;

pub use client::CustomerRequest;
pub use customer::{CustomerDetail, CustomerType, Follower, FollowerIds, FollowerKey, Key, Value};
pub use error::{ApiError, Cause, Reason};
pub use field::{Field, Number, State, Text, Trail};
pub use timestamp::Timestamp;
