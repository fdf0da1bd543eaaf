//! The request that the script in the page's head sends before this program is there.

use gloo_net::http::Response;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

use super::client::BrokenOff;

#[wasm_bindgen]
extern "C" {
    /// What the head's script leaves in `window.earlyRequest`.
    #[derive(Clone)]
    pub type EarlyRequest;

    #[wasm_bindgen(method, getter)]
    fn url(this: &EarlyRequest) -> String;
    #[wasm_bindgen(method, getter)]
    fn credentials(this: &EarlyRequest) -> String;
    #[wasm_bindgen(method, getter)]
    fn token(this: &EarlyRequest) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = response)]
    fn promise(this: &EarlyRequest) -> js_sys::Promise;

    /// What ends it.
    #[wasm_bindgen(method, getter)]
    pub fn controller(this: &EarlyRequest) -> AbortController;
}

impl EarlyRequest {
    /// Takes the request over, once, and only if it is the very request that the client would send now: the client
    /// says what a request is, the script in the head merely runs ahead. Another one is ended.
    pub fn take(url: Option<&str>, credentials: &str, token: Option<&str>) -> Option<Self> {
        let early = js_sys::Reflect::get(&crate::browser::window(), &"earlyRequest".into()).ok()?;
        if !early.is_object() {
            return None;
        }
        let _ = js_sys::Reflect::set(&crate::browser::window(), &"earlyRequest".into(), &JsValue::UNDEFINED);
        let early: Self = early.unchecked_into();
        let is_same =
            url == Some(&early.url()) && credentials == early.credentials() && token == early.token().as_deref();
        if !is_same {
            early.controller().abort();
        }
        is_same.then_some(early)
    }

    /// The response, when it is there.
    pub(super) async fn response(self) -> Result<Response, BrokenOff> {
        match JsFuture::from(self.promise()).await {
            Ok(response) => Ok(Response::from(response.unchecked_into::<web_sys::Response>())),
            Err(_) => Err(BrokenOff),
        }
    }
}
