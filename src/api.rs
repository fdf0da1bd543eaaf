//! The API: its request, the DTO of the response, and the errors.
//!
//! A response is read in layers: bytes → [`text`] → [`json`](crate::json) → the record ([`answer`]) → its fields ([`field`],
//! by the rules in [`normalize`] and the types in [`customer_detail`]).

pub mod answer;
pub mod client;
pub mod customer_detail;
pub mod customer_type;
pub mod entities;
mod envelope;
pub mod error;
pub mod field;
pub mod followers;
pub mod head_start;
mod html_page;
pub mod normalize;
pub mod number;
mod response;
#[cfg(debug_assertions)]
pub mod sample;
pub mod text;
mod time_text;
pub mod timestamp;
pub mod trail;

pub use client::CustomerRequest;
pub use customer_detail::{CustomerDetail, Follower, FollowerIds, FollowerKey, Key, Value};
pub use customer_type::CustomerType;
pub use error::{ApiError, Cause, Reason};
pub use field::{Field, State, Text};
pub use number::Number;
pub use timestamp::Timestamp;
pub use trail::Trail;
