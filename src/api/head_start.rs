//! The request that public/boot.js sends while this program is still loading.

use js_sys::{ArrayBuffer, Promise};
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

use super::response::{FetchError, FetchedResponse};
use crate::browser;
use crate::browser::task::next_task;

/// The maximum age of that request, in milliseconds. The response to an older one may be stale.
const MAX_AGE: f64 = 10_000.0;

#[wasm_bindgen]
extern "C" {
    /// The window, on which boot.js leaves its request.
    type Head;

    #[wasm_bindgen(method, getter, js_name = headStart)]
    fn head_start(this: &Head) -> Option<HeadStart>;
    #[wasm_bindgen(method, setter, js_name = headStart)]
    fn set_head_start(this: &Head, request: Option<&HeadStart>);

    /// `window.headStart`.
    #[derive(Clone)]
    pub type HeadStart;

    #[wasm_bindgen(method, getter)]
    fn url(this: &HeadStart) -> String;
    #[wasm_bindgen(method, getter)]
    fn credentials(this: &HeadStart) -> String;
    #[wasm_bindgen(method, getter)]
    fn token(this: &HeadStart) -> Option<String>;
    /// In milliseconds since the page was opened.
    #[wasm_bindgen(method, getter, js_name = sentAt)]
    fn sent_at(this: &HeadStart) -> Option<f64>;
    #[wasm_bindgen(method, getter)]
    pub fn controller(this: &HeadStart) -> AbortController;
    /// Resolves to a `SentResponse`.
    #[wasm_bindgen(method, getter, js_name = answer)]
    fn promise(this: &HeadStart) -> Promise;

    /// A response, and its body.
    type SentResponse;

    #[wasm_bindgen(method, getter)]
    fn response(this: &SentResponse) -> web_sys::Response;
    #[wasm_bindgen(method, getter)]
    fn body(this: &SentResponse) -> ArrayBuffer;
}

impl HeadStart {
    /// Takes the request from the window. Returns it if it is recent and the same that the client would send now; otherwise
    /// aborts it.
    pub fn take(url: Option<&str>, credentials: &str, token: Option<&str>) -> Option<Self> {
        let head = window().unchecked_into::<Head>();
        let sent = head.head_start()?;
        head.set_head_start(None);
        let is_same =
            url == Some(&sent.url()) && credentials == sent.credentials() && token == sent.token().as_deref();
        let is_recent = browser::now() - sent.sent_at().unwrap_or(0.0) <= MAX_AGE;
        if is_same && is_recent {
            return Some(sent);
        }
        sent.controller().abort();
        None
    }

    /// Waits for the response and its body. It often arrives before the program has started; the record then renders in
    /// a separate task.
    pub async fn response(&self) -> Result<FetchedResponse, FetchError> {
        let sent: SentResponse = JsFuture::from(self.promise()).await?.unchecked_into();
        next_task().await;
        Ok(FetchedResponse {
            response: sent.response().into(),
            body: sent.body(),
        })
    }
}
