//! A response with its whole body, for requests of the client and of the page's head.

use gloo_net::http::Response;
use js_sys::ArrayBuffer;
use wasm_bindgen::JsValue;

pub struct Answer {
    pub response: Response,
    pub body: ArrayBuffer,
}

/// Why there is no response, or only a part of it.
pub enum NoAnswer {
    /// The network failed, or the request was aborted.
    BrokenOff,
    /// It is larger than the configured size.
    TooLarge,
}

impl From<gloo_net::Error> for NoAnswer {
    fn from(_: gloo_net::Error) -> Self {
        Self::BrokenOff
    }
}

impl From<JsValue> for NoAnswer {
    fn from(_: JsValue) -> Self {
        Self::BrokenOff
    }
}
