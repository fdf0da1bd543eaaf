//! HTTP: sends `GET {apiBase}/customers/{id}/detail`, with a time limit. The only module that sends requests.
//!
//! The first request does not follow redirects; if the server sends one, a second request follows it. Otherwise an expired
//! session, for which a gateway redirects to a sign-in page on another origin, would look like a network failure.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use gloo_net::http::Request;
use js_sys::Uint8Array;
use leptos::prelude::{TimeoutHandle, set_timeout_with_handle, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, RequestCache, RequestCredentials, RequestRedirect, ResponseType, TextDecoder,
};

use super::answer;
use super::customer_detail::CustomerDetail;
use super::error::{ApiError, Cause, Reason};
use super::head_start::HeadStart;
use super::response::{FetchError, FetchedResponse};
use super::text;
use crate::config::{Config, Credentials};
use crate::session;
use crate::url::{encode_segment, is_segment};

/// The maximum `Retry-After`, in seconds.
const MAX_RETRY_AFTER: u32 = 600;

/// A request for a customer.
pub struct CustomerRequest {
    config: Arc<Config>,
    /// `None` if the id cannot be part of a URL.
    url: Option<String>,
    token: Option<String>,
    head_start: Option<HeadStart>,
    controller: AbortController,
}

impl CustomerRequest {
    /// Prepares a request, which [`CustomerRequest::answer`] sends.
    pub fn new(id: &str, config: &Arc<Config>) -> Self {
        let url = is_segment(id).then(|| detail_url(id, config));
        // Every supported browser has `AbortController`.
        let controller = AbortController::new().unwrap_or_else(|error| error.unchecked_into());
        Self {
            url,
            token: session::token(config),
            head_start: None,
            controller,
            config: config.clone(),
        }
    }

    /// Prepares a request, or adopts the one that public/boot.js has just sent.
    pub fn with_head_start(id: &str, config: &Arc<Config>) -> Self {
        let request = Self::new(id, config);
        let (url, token) = (request.url.as_deref(), request.token.as_deref());
        match HeadStart::take(url, config.credentials.as_str(), token) {
            Some(sent) => Self {
                controller: sent.controller(),
                head_start: Some(sent),
                ..request
            },
            None => request,
        }
    }

    /// Returns the controller that aborts the request.
    pub fn abort_handle(&self) -> AbortController {
        self.controller.clone()
    }

    /// Sends the request and reads the response.
    ///
    /// # Errors
    /// An [`ApiError`] for any failure.
    pub async fn answer(self) -> Result<CustomerDetail, ApiError> {
        let Some(url) = &self.url else {
            return Err(Cause::NotFound.into());
        };
        // Starts now for the request of public/boot.js, too: the time to load the program does not count.
        let time_limit =
            TimeLimit::start(Duration::from_millis(self.config.timeout_ms.into()), self.controller.clone());
        let mut fetched = match &self.head_start {
            Some(sent) => sent.response().await,
            None => self.send(url, RequestRedirect::Manual).await,
        };
        let is_redirected = fetched
            .as_ref()
            .is_ok_and(|fetched| fetched.response.type_() == ResponseType::Opaqueredirect);
        if is_redirected {
            fetched = self.send(url, RequestRedirect::Follow).await;
        }
        match fetched {
            Ok(fetched) => self.read(fetched),
            Err(FetchError::TooLarge) => Err(Reason::TooLarge.into()),
            Err(FetchError::Interrupted) if time_limit.is_over() => Err(Cause::TimedOut.into()),
            // The redirect leads to another origin.
            Err(FetchError::Interrupted) if is_redirected && window().navigator().on_line() => {
                Err(Cause::SignedOut.into())
            }
            Err(FetchError::Interrupted) => Err(Cause::Offline.into()),
        }
    }

    /// Sends the request and reads the whole response. public/boot.js sends the same one (`HeadStart::take`).
    async fn send(&self, url: &str, redirect: RequestRedirect) -> Result<FetchedResponse, FetchError> {
        let credentials = match self.config.credentials {
            Credentials::SameOrigin => RequestCredentials::SameOrigin,
            Credentials::Include => RequestCredentials::Include,
            Credentials::Omit => RequestCredentials::Omit,
        };
        let mut request = Request::get(url)
            .header("Accept", "application/json")
            .cache(RequestCache::NoStore)
            .credentials(credentials)
            .redirect(redirect)
            .abort_signal(Some(&self.controller.signal()));
        // A redirect to another origin would need a preflight for this header.
        if is_same_origin(url) && redirect == RequestRedirect::Manual {
            request = request.header("X-Requested-With", "XMLHttpRequest");
        }
        if let Some(token) = &self.token {
            request = request.header("Authorization", &format!("Bearer {token}"));
        }
        let response = request.send().await?;
        let length = response.headers().get("Content-Length").and_then(|length| length.parse().ok());
        if length.is_some_and(|length: usize| length > self.config.max_response_bytes) {
            self.controller.abort();
            return Err(FetchError::TooLarge);
        }
        let response = web_sys::Response::from(response);
        let body = JsFuture::from(response.array_buffer()?).await?.unchecked_into();
        Ok(FetchedResponse { response: response.into(), body })
    }

    /// Reads a response.
    fn read(&self, FetchedResponse { response, body }: FetchedResponse) -> Result<CustomerDetail, ApiError> {
        if body.byte_length() as usize > self.config.max_response_bytes {
            return Err(Reason::TooLarge.into());
        }
        let content_type = response.headers().get("Content-Type");
        let text = text::decode(Uint8Array::new(&body).to_vec(), content_type.as_deref(), decode);
        if response.redirected() && text::is_html(&text) {
            return Err(Cause::SignedOut.into());
        }
        match response.status() {
            // No content.
            204 | 205 => Err(Cause::NotFound.into()),
            200..300 => answer::customer(&text, &self.config),
            status => {
                let retry_after =
                    response.headers().get("Retry-After").and_then(|value| retry_seconds(&value));
                Err(answer::failure(status, retry_after, &text, &self.config))
            }
        }
    }
}

/// Decodes bytes with the browser's decoder.
fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    TextDecoder::new_with_label(label).ok()?.decode_with_u8_array(bytes).ok()
}

fn detail_url(id: &str, config: &Config) -> String {
    format!("{}/customers/{}/detail", config.api_base, encode_segment(id))
}

/// Whether a URL is of this page's origin. There, `X-Requested-With` makes many servers respond with 401 instead of their
/// sign-in page; on another origin it needs a preflight.
fn is_same_origin(url: &str) -> bool {
    let origin = window().location().origin().unwrap_or_default();
    url.strip_prefix(&origin).unwrap_or(url).starts_with('/')
}

/// Parses `Retry-After`, seconds or a date, as seconds from now, at most ten minutes. `None` for a date in the past.
fn retry_seconds(value: &str) -> Option<u32> {
    let value = value.trim();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(
            value
                .parse()
                .map_or(MAX_RETRY_AFTER, |seconds: u32| seconds.min(MAX_RETRY_AFTER)),
        );
    }
    // Browsers parse other text as dates, too. In HTTP, a date ends like this.
    let date = value.ends_with("GMT").then(|| js_sys::Date::parse(value))?;
    let wait = ((date - js_sys::Date::now()) / 1000.0).ceil();
    (wait > 0.0).then(|| wait.min(f64::from(MAX_RETRY_AFTER)) as u32)
}

/// Aborts a request when its time is up, unless dropped before.
struct TimeLimit {
    timer: Option<TimeoutHandle>,
    is_over: Rc<Cell<bool>>,
}

impl TimeLimit {
    fn start(time: Duration, controller: AbortController) -> Self {
        let is_over = Rc::new(Cell::new(false));
        let over = is_over.clone();
        let expire = move || {
            over.set(true);
            controller.abort();
        };
        Self {
            timer: set_timeout_with_handle(expire, time).ok(),
            is_over,
        }
    }

    fn is_over(&self) -> bool {
        self.is_over.get()
    }
}

impl Drop for TimeLimit {
    fn drop(&mut self) {
        if let Some(timer) = &self.timer {
            timer.clear();
        }
    }
}
