//! Tests of the real page in a browser, with a mocked `fetch` and a stopped clock.
//!
//! Each test creates a [`TestPage`](support::TestPage), opens a URL on it, and finds elements by role, name or text. It waits by
//! polling, never by sleeping. All tests are one binary, because each binary is built and opened in a browser separately.
#![cfg(target_arch = "wasm32")]

mod compare;
mod configuration;
mod copying;
mod customer_page;
mod failures;
mod followers;
mod formatting;
mod head_start;
mod journeys;
mod odd_values;
mod preferences;
mod refreshing;
mod requests;
mod shortcuts;
mod start_page;
mod support;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
