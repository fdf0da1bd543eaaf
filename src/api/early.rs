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
    #[wasm_bindgen(method, getter)]
    fn response(this: &EarlyRequest) -> js_sys::Promise;
    #[wasm_bindgen(method, getter)]
    fn body(this: &EarlyRequest) -> js_sys::Promise;

    #[wasm_bindgen(method)]
    fn soon(this: &EarlyRequest) -> js_sys::Promise;

    /// What ends it.
    #[wasm_bindgen(method, getter)]
    pub fn controller(this: &EarlyRequest) -> AbortController;
}

/// Waits for the answer to the request that the head has sent, but not for long; nothing where it has sent none.
pub fn soon() -> Option<impl Future<Output = ()>> {
    let soon = JsFuture::from(EarlyRequest::find()?.soon());
    Some(async move { drop(soon.await) })
}

impl EarlyRequest {
    fn find() -> Option<Self> {
        let early = js_sys::Reflect::get(&crate::browser::window(), &"earlyRequest".into()).ok()?;
        early.is_object().then(|| early.unchecked_into())
    }

    /// Takes the request over, once, and only if it is the very request that the client would send now: the client
    /// says what a request is, the script in the head merely runs ahead. Another one is ended.
    pub fn take(url: Option<&str>, credentials: &str, token: Option<&str>) -> Option<Self> {
        let early = Self::find()?;
        let _ = js_sys::Reflect::set(&crate::browser::window(), &"earlyRequest".into(), &JsValue::UNDEFINED);
        let is_same =
            url == Some(&early.url()) && credentials == early.credentials() && token == early.token().as_deref();
        if !is_same {
            early.controller().abort();
        }
        is_same.then_some(early)
    }

    /// The response and its body, when they are there.
    pub(super) async fn answer(self) -> Result<(Response, Vec<u8>), BrokenOff> {
        let response = JsFuture::from(self.response()).await.map_err(|_| BrokenOff)?;
        let body = JsFuture::from(self.body()).await.map_err(|_| BrokenOff)?;
        let response = Response::from(response.unchecked_into::<web_sys::Response>());
        Ok((response, js_sys::Uint8Array::new(&body).to_vec()))
    }
}
