//! The customer page of a CRM: loads `GET /api/customers/{id}/detail` in the browser and shows every key of the response.
//!
//! Data flows one way: path → id → request → [`CustomerDetail`](api::CustomerDetail) → sections → presentational
//! components.
//!
//! # Map
//!
//! From the root component down; a module imports only from those below it (`RULE` in `tests/architecture.rs`).
//!
//! | module | purpose |
//! |---|---|
//! | [`app`] | the root component and everything around the pages: top bar, shortcuts, preferences, error messages |
//! | [`pages`] | a page for each [`Route`](routes::Route) |
//! | [`customer`] | loading a customer ([`use_customer`](customer::use_customer)) and rendering it ([`Record`](customer::Record)) |
//! | [`lookup`] | the lookup box and the list of recent customers |
//! | [`navigation`] | links and navigation; the only module that navigates |
//! | [`ui`] | presentational components, independent of routes, requests and customers |
//! | [`format`](mod@format) | numbers, amounts and times as text |
//! | [`locale`] | all texts of the page, in 中文 and English |
//! | [`api`] | the request ([`CustomerRequest`](api::CustomerRequest)), the DTO, and the parsing of responses |
//! | [`host`] | messages between an embedded page and its host page |
//! | [`session`] | the bearer token of the CRM's sign-in |
//! | [`config`] | the settings of a deployment |
//! | [`recent`] | the recent customers in localStorage |
//! | [`routes`] | the paths of the pages; the only module that parses them |
//! | [`json`], [`decimal`], [`calendar`], [`url`] | JSON without floats, decimal numbers as digits, dates, path segments |
//! | [`plain_text`] | normalisation of typed text |
//! | [`browser`] | browser APIs that Leptos does not wrap |
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
pub mod ui;
pub mod url;
