//! The request that the script in the page's head sends before this program is there.

use gloo_net::http::Response;
use wasm_bindgen::prelude::*;
use web_sys::AbortController;

use super::client::BrokenOff;
use crate::browser;

#[wasm_bindgen]
extern "C" {
    /// The window, where the head's script and this program leave each other word.
    type Head;

    #[wasm_bindgen(method, getter, js_name = earlyRequest)]
    fn request(this: &Head) -> Option<EarlyRequest>;
    #[wasm_bindgen(method, setter, js_name = earlyRequest)]
    fn set_request(this: &Head, request: Option<&EarlyRequest>);
    #[wasm_bindgen(method, setter, js_name = shownPath)]
    fn set_shown_path(this: &Head, path: &str);

    /// What that leaves in `window.earlyRequest`.
    #[derive(Clone)]
    pub type EarlyRequest;

    #[wasm_bindgen(method, getter)]
    fn url(this: &EarlyRequest) -> String;
    #[wasm_bindgen(method, getter)]
    fn credentials(this: &EarlyRequest) -> String;
    #[wasm_bindgen(method, getter)]
    fn token(this: &EarlyRequest) -> Option<String>;
    /// The whole answer, once it is there; `null`, once it is known that none will come.
    #[wasm_bindgen(method, getter)]
    fn outcome(this: &EarlyRequest) -> JsValue;
    /// What is called then.
    #[wasm_bindgen(method, setter, js_name = onSettled)]
    fn on_settled(this: &EarlyRequest, then: &JsValue);

    /// What ends it.
    #[wasm_bindgen(method, getter)]
    pub fn controller(this: &EarlyRequest) -> AbortController;

    /// A response, and its body.
    type EarlyAnswer;

    #[wasm_bindgen(method, getter)]
    fn response(this: &EarlyAnswer) -> web_sys::Response;
    #[wasm_bindgen(method, getter)]
    fn body(this: &EarlyAnswer) -> js_sys::ArrayBuffer;
}

/// Whether the answer to the request that the head has sent is there already.
pub fn is_here() -> bool {
    EarlyRequest::find().is_some_and(|early| !early.outcome().is_undefined())
}

/// Says which path's page is shown: the head sends a request ahead only where the person goes to another one.
pub fn set_shown(path: &str) {
    browser::window().unchecked_ref::<Head>().set_shown_path(path);
}

impl EarlyRequest {
    fn find() -> Option<Self> {
        browser::window().unchecked_ref::<Head>().request()
    }

    /// Takes the request over, once, and only if it is the very request that the client would send now: the client
    /// says what a request is, the script in the head merely runs ahead. Another one is ended.
    pub fn take(url: Option<&str>, credentials: &str, token: Option<&str>) -> Option<Self> {
        let early = Self::find()?;
        browser::window().unchecked_ref::<Head>().set_request(None);
        let is_same =
            url == Some(&early.url()) && credentials == early.credentials() && token == early.token().as_deref();
        if !is_same {
            early.controller().abort();
        }
        is_same.then_some(early)
    }

    /// The response and its body, if it is known already what has come of the request.
    pub(super) fn at_once(&self) -> Option<Result<(Response, Vec<u8>), BrokenOff>> {
        let outcome = self.outcome();
        if outcome.is_undefined() {
            return None;
        }
        if outcome.is_null() {
            return Some(Err(BrokenOff));
        }
        let answer: EarlyAnswer = outcome.unchecked_into();
        Some(Ok((answer.response().into(), js_sys::Uint8Array::new(&answer.body()).to_vec())))
    }

    /// Calls `then` with the response and its body, once it is known what has come of the request: the browser calls it
    /// itself, because a future would be one more thing to be compiled and run between the answer and its picture.
    pub(super) fn when_settled(&self, then: impl FnOnce(Result<(Response, Vec<u8>), BrokenOff>) + 'static) {
        let early = self.clone();
        let settled = move || then(early.at_once().unwrap_or(Err(BrokenOff)));
        self.on_settled(&Closure::once_into_js(settled));
    }
}
