//! The request that the script in the page's head sends before this program is there.

use gloo_net::http::Response;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

use super::client::BrokenOff;
use crate::browser;

#[wasm_bindgen]
extern "C" {
    /// The window, as the head's script leaves it.
    type Head;

    #[wasm_bindgen(method, getter, js_name = earlyRequest)]
    fn request(this: &Head) -> Option<EarlyRequest>;
    #[wasm_bindgen(method, setter, js_name = earlyRequest)]
    fn set_request(this: &Head, request: Option<&EarlyRequest>);

    /// What that leaves in `window.earlyRequest`.
    #[derive(Clone)]
    pub type EarlyRequest;

    #[wasm_bindgen(method, getter)]
    fn url(this: &EarlyRequest) -> String;
    #[wasm_bindgen(method, getter)]
    fn credentials(this: &EarlyRequest) -> String;
    #[wasm_bindgen(method, getter)]
    fn token(this: &EarlyRequest) -> Option<String>;
    /// The whole answer, when it is there.
    #[wasm_bindgen(method, getter, js_name = answer)]
    fn promised(this: &EarlyRequest) -> js_sys::Promise;
    /// The same, once it is.
    #[wasm_bindgen(method, getter)]
    fn here(this: &EarlyRequest) -> Option<EarlyAnswer>;

    /// What ends it.
    #[wasm_bindgen(method, getter)]
    pub fn controller(this: &EarlyRequest) -> AbortController;

    /// A response, and its body.
    #[derive(Clone)]
    type EarlyAnswer;

    #[wasm_bindgen(method, getter)]
    fn response(this: &EarlyAnswer) -> web_sys::Response;
    #[wasm_bindgen(method, getter)]
    fn body(this: &EarlyAnswer) -> js_sys::ArrayBuffer;
}

/// Whether the answer to the request that the head has sent is there already.
pub fn is_here() -> bool {
    EarlyRequest::find().is_some_and(|early| early.here().is_some())
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

    /// The response and its body, where they are there already.
    pub(super) fn at_once(&self) -> Option<(Response, Vec<u8>)> {
        self.here().map(EarlyAnswer::read)
    }

    /// The response and its body, when they are there.
    pub(super) async fn answer(self) -> Result<(Response, Vec<u8>), BrokenOff> {
        let answer = JsFuture::from(self.promised()).await.map_err(|_| BrokenOff)?;
        Ok(answer.unchecked_into::<EarlyAnswer>().read())
    }
}

impl EarlyAnswer {
    fn read(self) -> (Response, Vec<u8>) {
        (self.response().into(), js_sys::Uint8Array::new(&self.body()).to_vec())
    }
}
