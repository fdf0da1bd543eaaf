//! The real page in a real browser, over a network that does as each test says.
//!
//! Every test sets up a [`Stage`](support::Stage), opens an address on it, and then does and sees what a person would:
//! things are found by their role and name or by their text, and waited for, never slept for. One binary holds all of
//! them, because each binary is a build and a browser of its own.
#![cfg(target_arch = "wasm32")]

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
