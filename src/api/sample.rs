//! Sample answers for the preview: they stand in for the network, so that the code of a real request runs over them.
//! Debug builds only.

use std::time::Duration;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{AbortSignal, Request, Response, ResponseInit};

use leptos::prelude::window;

/// The setting that points the preview at a real back end instead: Trunk proxies to it, and no sample is served.
const BACKEND: Option<&str> = option_env!("TRUNK_SERVE_PROXY_BACKEND");

macro_rules! samples {
    ($($id:literal),* $(,)?) => {
        /// The ids of the sample customers, with their answers.
        const ANSWERS: &[(&str, &str)] = &[$(($id, include_str!(concat!("../../samples/", $id, ".json")))),*];
    };
}

samples!(
    "example",
    "full",
    "target",
    "prospect",
    "unknown-type",
    "sparse",
    "long-text",
    "many-followers",
    "odd-types",
    "objects",
    "unreadable",
    "exact",
    "envelope",
);

/// The ids that fail, each in its way.
const FAILURES: &[&str] = &[
    "slow",
    "401",
    "403",
    "404",
    "429",
    "500",
    "offline",
    "timeout",
    "not-json",
    "login-page",
    "mixed-text",
    "too-large",
    "envelope-error",
];

/// The ids of the sample customers.
pub fn answers() -> Vec<&'static str> {
    ANSWERS.iter().map(|(id, _)| *id).collect()
}

/// The ids that fail.
pub fn failures() -> Vec<&'static str> {
    FAILURES.to_vec()
}

/// Whether samples are served: not where a back end is configured.
pub fn is_installed() -> bool {
    BACKEND.is_none()
}

/// Answers the requests of this page with samples, until the page is left.
pub fn install() {
    if !is_installed() {
        return;
    }
    let window = window();
    // The head's script has asked the preview server, which has no API.
    if let Ok(head_start) = js_sys::Reflect::get(&window, &"headStart".into())
        && head_start.is_object()
    {
        super::head_start::HeadStart::take(None, "", None);
    }
    // The program fetches a request, the head's script an address with settings.
    let fetch =
        Closure::<dyn Fn(JsValue, JsValue) -> js_sys::Promise>::new(|asked: JsValue, settings: JsValue| {
            future_to_promise(async move {
                let request = match asked.as_string() {
                    Some(url) => Request::new_with_str_and_init(&url, settings.unchecked_ref())?,
                    None => asked.unchecked_into(),
                };
                answer(&request).await.map(JsValue::from)
            })
        });
    let _ = js_sys::Reflect::set(&window, &"fetch".into(), &fetch.into_js_value());
}

/// The answer to a request, as a network and a server would give it.
async fn answer(request: &Request) -> Result<Response, JsValue> {
    let url = request.url();
    let id = url
        .strip_suffix("/detail")
        .and_then(|url| url.rsplit('/').next())
        .unwrap_or_default();
    let signal = request.signal();
    match id {
        "slow" => {
            wait(Duration::from_secs(3), &signal).await?;
            json(200, body("full"))
        }
        "timeout" => {
            wait(Duration::from_secs(3600), &signal).await?;
            json(200, body("full"))
        }
        "offline" => Err(js_sys::TypeError::new("Failed to fetch").into()),
        "not-json" => html("<!doctype html><title>Welcome</title><h1>It works!</h1>"),
        "login-page" => html("<!doctype html><title>登录</title><input type=\"password\">"),
        "mixed-text" => {
            json(200, &format!("<b>Warning</b>: Undefined key in /srv/crm/x.php\n{}", body("full")))
        }
        "too-large" => {
            let response = json(200, "{}")?;
            response.headers().set("Content-Length", "1000000000000")?;
            Ok(response)
        }
        "envelope-error" => json(200, r#"{"code": 40301, "message": "该客户属于其他部门", "data": null}"#),
        "429" => {
            let response = json(429, r#"{"message": "请求过于频繁"}"#)?;
            response.headers().set("Retry-After", "20")?;
            Ok(response)
        }
        "401" | "403" | "500" => json(id.parse().unwrap_or(500), "{}"),
        id => match ANSWERS.iter().find(|(sample, _)| *sample == id) {
            Some((_, body)) => {
                // As long as an answer takes on a good day, so that the skeleton is seen.
                wait(Duration::from_millis(250), &signal).await?;
                json(200, body)
            }
            None => json(404, "{}"),
        },
    }
}

fn body(id: &str) -> &'static str {
    ANSWERS.iter().find(|(sample, _)| *sample == id).map_or("", |(_, body)| body)
}

fn json(status: u16, body: &str) -> Result<Response, JsValue> {
    respond(status, "application/json", body)
}

fn html(body: &str) -> Result<Response, JsValue> {
    respond(200, "text/html; charset=utf-8", body)
}

fn respond(status: u16, content_type: &str, body: &str) -> Result<Response, JsValue> {
    let init = ResponseInit::new();
    init.set_status(status);
    let response = Response::new_with_opt_str_and_init(Some(body), &init)?;
    response.headers().set("Content-Type", content_type)?;
    Ok(response)
}

/// Waits, unless the request is aborted first.
async fn wait(time: Duration, signal: &AbortSignal) -> Result<(), JsValue> {
    let promise = js_sys::Promise::new(&mut |resolve, reject| {
        let signal = signal.clone();
        let aborted = signal.clone();
        let abort = Closure::once_into_js(move || {
            let _ = reject.call1(&JsValue::UNDEFINED, &aborted.reason());
        });
        let _ = signal.add_event_listener_with_callback("abort", abort.unchecked_ref());
        let _ =
            window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, time.as_millis() as i32);
    });
    JsFuture::from(promise).await.map(drop)
}
