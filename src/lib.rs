//! The page of one customer of a CRM, in the browser: fetches `GET /api/customers/{id}/detail` and shows every key of
//! the answer.
//!
//! Data goes one way: address → id → request → [`api::CustomerDetail`] → sections → small presentational parts.
//! Nothing comes back but clicks.
//!
//! Which module may use which: `RULE` in `tests/architecture.rs`.
//!
//! Only `api/client.rs` sends requests, only `customer/hooks/use_customer.rs` asks it for a customer, only `routes.rs` knows the
//! addresses of pages, only `navigation.rs` navigates.

// What data from outside can reach never panics on purpose.
#![cfg_attr(
    not(test),
    warn(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::unreachable,
        clippy::todo,
        clippy::dbg_macro
    )
)]

pub mod api;
pub mod app;
pub mod browser;
pub mod config;
pub mod customer;
pub mod decimal;
pub mod format;
#[cfg(all(debug_assertions, target_arch = "wasm32"))]
mod gallery;
pub mod host;
pub mod json;
pub mod locale;
pub mod lookup;
pub mod navigation;
pub mod pages;
pub mod recent;
pub mod routes;
pub mod session;
pub mod ui;
pub mod url;
