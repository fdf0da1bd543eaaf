//! A response with its whole body, whether the client or the page's head has sent the request.

use gloo_net::http::Response;
use js_sys::ArrayBuffer;
use wasm_bindgen::JsValue;

pub struct Answer {
    pub response: Response,
    pub body: ArrayBuffer,
}

/// Why there is no answer, or not all of it.
pub enum NoAnswer {
    /// The network broke off, or the request was ended.
    BrokenOff,
    /// It is more than the configured size.
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
