//! The customer page of a CRM: loads `GET /api/customers/{id}/detail` in the browser and shows every documented key.
//!
//! Data flows one way: path → id → request → [`CustomerDetail`](api::CustomerDetail) → sections → presentational
//! components.
//!
//! From top to bottom: `app` → `pages` → `customer`, `lookup` → `navigation` → `ui` → `format` → `locale` → `api` → `host` →
//! `session` → `config` → `recent`, `routes`. A module imports only from those below it, and from the leaves: `browser`,
//! `calendar`, `decimal`, `json`, `plain_text`, `url` (`RULE` in `tests/architecture.rs`).
//!
//! A debug build also has a gallery of samples and components on its start page (`gallery`).

// Code that handles external data must not panic deliberately.
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
pub mod calendar;
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
pub mod plain_text;
pub mod recent;
pub mod routes;
pub mod session;
pub mod text_links;
pub mod ui;
pub mod url;
