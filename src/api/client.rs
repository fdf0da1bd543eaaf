//! The only place that sends requests: `GET {apiBase}/customers/{id}/detail`, with its time limit and its end.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use gloo_net::http::{Request, Response};
use leptos::prelude::{TimeoutHandle, set_timeout_with_handle, window};
use wasm_bindgen::JsCast;
use web_sys::{AbortController, RequestCache, RequestCredentials};

use super::answer;
use super::customer::CustomerDetail;
use super::error::{ApiError, Cause};
use super::head_start::HeadStart;
use crate::config::{Config, Credentials};
use crate::url::{encode_segment, is_segment};

/// The longest wait, in seconds, that a server is granted by its `Retry-After`.
const MAX_RETRY_AFTER: u32 = 600;

/// One request for one customer.
pub struct CustomerRequest {
    config: Arc<Config>,
    /// Where the request goes; `None` for an id that no request can be made of.
    url: Option<String>,
    token: Option<String>,
    head_start: Option<HeadStart>,
    controller: AbortController,
}

impl CustomerRequest {
    /// A request for the customer of this id, which [`CustomerRequest::answer`] sends.
    pub fn new(id: &str, config: &Arc<Config>) -> Self {
        let url = is_segment(id).then(|| detail_url(id, config));
        // Every browser that can start this program has one; without it nothing could be aborted, and nothing else fails.
        let controller = AbortController::new().unwrap_or_else(|nothing| nothing.unchecked_into());
        Self { url, token: config.token(), head_start: None, controller, config: config.clone() }
    }

    /// Likewise; where the page's head has already sent this request, a moment ago, it is taken over.
    pub fn with_head_start(id: &str, config: &Arc<Config>) -> Self {
        let request = Self::new(id, config);
        let (url, token) = (request.url.as_deref(), request.token.as_deref());
        match HeadStart::take(url, config.credentials.as_str(), token) {
            Some(sent) => Self { controller: sent.controller(), head_start: Some(sent), ..request },
            None => request,
        }
    }

    /// What ends the request, on the network too: nobody waits for it any more.
    pub fn abort_handle(&self) -> AbortController {
        self.controller.clone()
    }

    /// The customer.
    ///
    /// # Errors
    /// The one [`ApiError`] for everything that can go wrong between here and a customer.
    pub async fn answer(self) -> Result<CustomerDetail, ApiError> {
        let Some(url) = &self.url else { return Err(Cause::NotFound.into()) };
        // Counted from here for the head's request too: that this program was slow to come is not the server's delay.
        let time_limit =
            TimeLimit::start(Duration::from_millis(self.config.timeout_ms.into()), self.controller.clone());
        let answer = match &self.head_start {
            Some(sent) => sent.answer().await,
            None => self.send(url).await,
        };
        match answer {
            Ok((response, body)) if response.ok() => answer::customer(&body, &self.config.success_codes),
            Ok((response, body)) => Err(failure(&response, &body)),
            Err(BrokenOff) if time_limit.is_over() => Err(Cause::TimedOut.into()),
            Err(BrokenOff) => Err(Cause::Offline.into()),
        }
    }

    /// Sends the request and reads the response to its end. The script in the page's head sends the same one; see
    /// [`HeadStart::take`].
    async fn send(&self, url: &str) -> Result<(Response, Vec<u8>), BrokenOff> {
        let credentials = match self.config.credentials {
            Credentials::SameOrigin => RequestCredentials::SameOrigin,
            Credentials::Include => RequestCredentials::Include,
            Credentials::Omit => RequestCredentials::Omit,
        };
        let mut request = Request::get(url)
            .header("Accept", "application/json")
            .cache(RequestCache::NoStore)
            .credentials(credentials)
            .abort_signal(Some(&self.controller.signal()));
        if is_of_this_origin(url) {
            request = request.header("X-Requested-With", "XMLHttpRequest");
        }
        if let Some(token) = &self.token {
            request = request.header("Authorization", &format!("Bearer {token}"));
        }
        let response = request.send().await?;
        let body = response.binary().await?;
        Ok((response, body))
    }
}

/// There is no whole answer: the network broke off, or the request was ended.
pub(super) struct BrokenOff;

impl From<gloo_net::Error> for BrokenOff {
    fn from(_: gloo_net::Error) -> Self {
        Self
    }
}

fn detail_url(id: &str, config: &Config) -> String {
    format!("{}/customers/{}/detail", config.api_base, encode_segment(id))
}

/// Whether an address is one of this page's own origin. There, many a server knows by `X-Requested-With` to answer 401, and
/// not with its sign-in page; another origin would first be asked whether it allows the header.
fn is_of_this_origin(url: &str) -> bool {
    let origin = window().location().origin().unwrap_or_default();
    url.strip_prefix(&origin).unwrap_or(url).starts_with('/')
}

/// What a response means that is no success.
fn failure(response: &Response, body: &[u8]) -> ApiError {
    let retry_after = response.headers().get("Retry-After").and_then(|value| retry_seconds(&value));
    ApiError { cause: Cause::of_status(response.status(), retry_after), message: answer::message(body) }
}

/// `Retry-After` in seconds from now, at most ten minutes; it is a count of seconds or a date. `None` for a date in the
/// past and for what is neither.
fn retry_seconds(value: &str) -> Option<u32> {
    let value = value.trim();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(value.parse().map_or(MAX_RETRY_AFTER, |seconds: u32| seconds.min(MAX_RETRY_AFTER)));
    }
    // Browsers make a date of much that is none; in HTTP one always ends like this.
    let date = value.ends_with("GMT").then(|| js_sys::Date::parse(value))?;
    let wait = ((date - js_sys::Date::now()) / 1000.0).ceil();
    (wait > 0.0).then(|| wait.min(f64::from(MAX_RETRY_AFTER)) as u32)
}

/// Ends a request when its time is up, unless it is dropped before.
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
        Self { timer: set_timeout_with_handle(expire, time).ok(), is_over }
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
