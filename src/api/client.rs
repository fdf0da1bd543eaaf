//! The only place that sends requests: `GET {apiBase}/customers/{id}/detail`, with its time limit and its end.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use gloo_net::http::{Request, Response};
use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use wasm_bindgen::JsCast;
use web_sys::{AbortController, RequestCache, RequestCredentials};

use super::answer;
use super::customer::CustomerDetail;
use super::early::EarlyRequest;
use super::error::{ApiError, Cause};
use crate::browser;
use crate::config::{Config, Credentials};
use crate::url::{encode_segment, is_segment};

/// One request for one customer.
#[derive(Clone)]
pub struct CustomerRequest {
    /// Where the request goes; `None` for an id that no request can be made of.
    url: Option<String>,
    token: Option<String>,
    early: Option<EarlyRequest>,
    controller: AbortController,
}

impl CustomerRequest {
    /// A request for the customer of this id: the one that the page's head has already sent, if it is the same one,
    /// else one that [`CustomerRequest::answer`] sends.
    pub fn new(id: &str, config: &Config) -> Self {
        let url = is_segment(id).then(|| detail_url(id, config));
        let token = config.token();
        let early = EarlyRequest::take(url.as_deref(), config.credentials.as_str(), token.as_deref());
        let controller = early.as_ref().map_or_else(new_controller, EarlyRequest::controller);
        Self { url, token, early, controller }
    }

    /// Ends the request, on the network too: nobody waits for it any more.
    pub fn abort(&self) {
        self.controller.abort();
    }

    /// What has come of it already: the head's request may have been answered.
    pub fn at_once(&self, config: &Config) -> Option<Result<CustomerDetail, ApiError>> {
        Some(read(self.early.as_ref()?.at_once()?, Cause::Offline, config))
    }

    /// Calls `then` with the customer, or with the one [`ApiError`] for everything that can go wrong between here and a
    /// customer: at once for an id that no request can be made of, else when that is known.
    #[inline(never)] // A function of its own: it is not to be compiled for the first customer.
    pub fn answer(self, config: Arc<Config>, then: impl FnOnce(Result<CustomerDetail, ApiError>) + 'static) {
        let Some(url) = self.url else {
            return then(Err(Cause::NotFound.into()));
        };
        // Counted from here for an early request too: that this program was slow to come is not the server's delay.
        let time = Duration::from_millis(config.timeout_ms.into());
        let time_limit = TimeLimit::start(time, self.controller.clone());
        let (credentials, controller, token) = (config.credentials, self.controller, self.token);
        let take = move |answer| {
            let why_broken_off = if time_limit.is_over() { Cause::TimedOut } else { Cause::Offline };
            then(read(answer, why_broken_off, &config));
        };
        match self.early {
            Some(early) => early.when_settled(take),
            None => browser::spawn(async move { take(send(&url, token.as_deref(), credentials, &controller).await) }),
        }
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

/// Sends the request and reads the response to its end. The script in the page's head sends the same one; see [`EarlyRequest::take`].
async fn send(
    url: &str,
    token: Option<&str>,
    credentials: Credentials,
    controller: &AbortController,
) -> Result<(Response, Vec<u8>), BrokenOff> {
    let credentials = match credentials {
        Credentials::SameOrigin => RequestCredentials::SameOrigin,
        Credentials::Include => RequestCredentials::Include,
        Credentials::Omit => RequestCredentials::Omit,
    };
    let mut request = Request::get(url)
        .header("Accept", "application/json")
        .cache(RequestCache::NoStore)
        .credentials(credentials)
        .abort_signal(Some(&controller.signal()));
    if let Some(token) = token {
        request = request.header("Authorization", &format!("Bearer {token}"));
    }
    let response = request.send().await?;
    let body = response.binary().await?;
    Ok((response, body))
}

fn new_controller() -> AbortController {
    // Every browser that can start this program has one; without it nothing could be aborted, and nothing else fails.
    AbortController::new().unwrap_or_else(|nothing| nothing.unchecked_into())
}

/// What a whole response means, or that there is none.
fn read(
    answer: Result<(Response, Vec<u8>), BrokenOff>,
    why_broken_off: Cause,
    config: &Config,
) -> Result<CustomerDetail, ApiError> {
    let (response, body) = answer.map_err(|BrokenOff| why_broken_off)?;
    if response.ok() {
        return answer::customer(&body, &config.success_codes);
    }
    Err(failure(&response, &body))
}

/// What a response means that is no success.
#[inline(never)] // A function of its own: it is not to be compiled for the first customer.
fn failure(response: &Response, body: &[u8]) -> ApiError {
    let retry_after = response.headers().get("Retry-After").and_then(|value| retry_seconds(&value));
    ApiError { cause: Cause::of_status(response.status(), retry_after), message: answer::message(body) }
}

/// `Retry-After` in seconds from now; it is a count of seconds or a date.
fn retry_seconds(value: &str) -> Option<u32> {
    value.trim().parse().ok().or_else(|| {
        let wait = (js_sys::Date::parse(value) - js_sys::Date::now()) / 1000.0;
        (wait > 0.0).then(|| wait.ceil() as u32)
    })
}

/// Ends a request when its time is up, unless it is dropped before.
struct TimeLimit {
    timer: Option<TimeoutHandle>,
    over: Rc<Cell<bool>>,
}

impl TimeLimit {
    fn start(time: Duration, controller: AbortController) -> Self {
        let over = Rc::new(Cell::new(false));
        let is_over = over.clone();
        let expire = move || {
            is_over.set(true);
            controller.abort();
        };
        Self { timer: set_timeout_with_handle(expire, time).ok(), over }
    }

    fn is_over(&self) -> bool {
        self.over.get()
    }
}

impl Drop for TimeLimit {
    fn drop(&mut self) {
        if let Some(timer) = &self.timer {
            timer.clear();
        }
    }
}
