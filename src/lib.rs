//! The page of one customer of a CRM, in the browser: fetches `GET /api/customers/{id}/detail` and shows every key of
//! the answer.
//!
//! Data goes one way: address → id → request → [`api::CustomerDetail`] → sections → small presentational parts.
//! Nothing comes back but clicks.
//!
//! The import rule, which `tests/architecture.rs` holds:
//!
//! | room | may use |
//! |---|---|
//! | [`app`] | [`customer`], [`home`] and all below |
//! | `gallery` (debug builds only) | [`customer`] and all below |
//! | [`customer`], [`home`] | [`api`], [`ui`], [`format`](mod@format), and all below |
//! | [`ui`] | [`format`](mod@format), [`locale`], and the leaves |
//! | [`api`] | [`config`] and the leaves |
//! | [`format`](mod@format) | [`locale`] and the leaves |
//! | [`address`], [`config`], [`locale`], [`recent`] | the leaves |
//! | the leaves: [`browser`], [`decimal`], [`json`], [`url`] | nothing of ours |
//!
//! Only `api/client.rs` sends requests, only `customer/profile.rs` asks it for a customer, only `customer/page.rs`
//! reads route parameters.

pub mod address;
pub mod api;
pub mod app;
pub mod browser;
pub mod config;
pub mod customer;
pub mod decimal;
pub mod format;
#[cfg(all(debug_assertions, target_arch = "wasm32"))]
mod gallery;
pub mod home;
pub mod json;
pub mod locale;
pub mod recent;
pub mod ui;
pub mod url;
