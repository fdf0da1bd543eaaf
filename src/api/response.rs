//! A response with its whole body, for requests of the client and of public/boot.js.

use gloo_net::http::Response;
use js_sys::ArrayBuffer;
use wasm_bindgen::JsValue;

pub struct FetchedResponse {
    pub response: Response,
    pub body: ArrayBuffer,
}

/// Why there is no response, or only a part of it.
pub enum FetchError {
    /// The network failed, or the request was aborted.
    Interrupted,
    /// It is larger than the configured size.
    TooLarge,
}

impl From<gloo_net::Error> for FetchError {
    fn from(_: gloo_net::Error) -> Self {
        Self::Interrupted
    }
}

impl From<JsValue> for FetchError {
    fn from(_: JsValue) -> Self {
        Self::Interrupted
    }
}
