//! Replaces wasm-streams, which Leptos's server functions depend on (Cargo.toml, `[patch.crates-io]`). This program has no
//! server functions, but the JavaScript classes of wasm-streams are exports, which no linker removes: 4 kB.

use futures_util::Stream;
use wasm_bindgen::JsValue;

/// The part of `wasm_streams::ReadableStream` that server_fn uses.
pub struct ReadableStream(());

const STUB: &str = "vendor/wasm-streams is a stub: remove it from Cargo.toml to use streaming server functions";

impl ReadableStream {
    pub fn from_raw(_: web_sys::ReadableStream) -> Self {
        Self(())
    }

    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        Self(())
    }

    pub fn into_raw(self) -> web_sys::ReadableStream {
        panic!("{STUB}")
    }

    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> {
        futures_util::stream::poll_fn(|_| panic!("{STUB}"))
    }
}
