//! Sample responses for the preview. They replace `fetch`, so the code of a real request runs. Debug builds only.

use std::cell::Cell;
use std::time::Duration;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{AbortSignal, Request, Response, ResponseInit};

use leptos::prelude::window;

/// The setting that points the preview at a real back end instead: Trunk proxies to it, and no sample is served.
const BACKEND: Option<&str> = option_env!("TRUNK_SERVE_PROXY_BACKEND");

/// An id that the preview responds to.
pub struct Sample {
    pub id: &'static str,
    /// A description for designers, in 中文 and English.
    pub caption: [&'static str; 2],
    /// The sample customer; the failures have none.
    body: Option<&'static str>,
}

/// Generates the list of sample customers, whose responses are files.
macro_rules! samples {
    ($($id:literal: $zh:literal, $en:literal;)*) => {
        pub const CUSTOMERS: &[Sample] = &[$(Sample {
            id: $id,
            caption: [$zh, $en],
            body: Some(include_str!(concat!("../../samples/", $id, ".json"))),
        }),*];
    };
}

samples! {
    "example": "接口文档自己的示例", "The API document’s own example";
    "full": "常见的完整档案，12 位关注者", "The usual full record, 12 followers";
    "target": "目标客户，一笔小单", "A target customer with one small deal";
    "prospect": "沟通客户，金额均为 0", "A prospect whose amounts are all 0";
    "unknown-type": "文档中没有的客户类型", "A customer type that the API doesn't document";
    "sparse": "刚建立，几乎什么都没有填写", "Just created, hardly anything filled in";
    "long-text": "极长的名称、描述和路径", "A very long name, description and trails";
    "many-followers": "10,000 位关注者", "10,000 followers";
    "odd-types": "类型与文档不符的值，照样能读懂", "Values of undocumented JSON types, all readable";
    "objects": "以对象表示的文字和 ID", "Objects in place of texts and ids";
    "unreadable": "三个无法识别的值", "Three unreadable values";
    "exact": "超出浮点精度的 ID 和金额", "Ids and amounts beyond double precision";
    "envelope": "包在 data 里的档案", "The record inside an envelope";
}

pub const FAILURES: &[Sample] = &[
    failure("slow", "迟到的响应：骨架屏", "A delayed response: shows the skeleton"),
    failure(
        "refresh",
        "刷新：四项数据有变化；再次刷新：失败，数据已过时",
        "Refresh: four values change. Refresh again: it fails, and the data is stale",
    ),
    failure("401", "登录已过期", "Session expired"),
    failure("403", "无权查看", "Access denied"),
    failure("404", "未找到", "Not found"),
    failure("418", "被拒绝的请求", "A refused request"),
    failure("429", "请求过多，要求等待", "Too many requests: asks to wait"),
    failure("500", "服务器出错", "Server error"),
    failure("offline", "没有网络", "No network"),
    failure("timeout", "没有及时回应", "Timeout"),
    failure("not-json", "不是 JSON", "Not JSON"),
    failure("login-page", "登录页面", "A sign-in page"),
    failure("firewall", "防火墙页面", "A firewall’s page"),
    failure("mixed-text", "JSON 里混入其他文字", "Other text around the JSON"),
    failure("too-large", "过大的响应", "Response too large"),
    failure("envelope-error", "成功状态里的错误码", "HTTP 200 with an error code"),
];

const fn failure(id: &'static str, zh: &'static str, en: &'static str) -> Sample {
    Sample { id, caption: [zh, en], body: None }
}

/// Whether samples are served: not if a back end is configured.
pub fn is_installed() -> bool {
    BACKEND.is_none()
}

/// Replaces `fetch` with one that responds with samples.
pub fn install() {
    if !is_installed() {
        return;
    }
    let window = window();
    // public/boot.js has sent its request to the preview server, which has no API.
    if let Ok(head_start) = js_sys::Reflect::get(&window, &"headStart".into())
        && head_start.is_object()
    {
        super::head_start::HeadStart::take(None, "", None);
    }
    // The program passes a `Request` to `fetch`, public/boot.js a URL with options.
    let fetch = Closure::<dyn Fn(JsValue, JsValue) -> js_sys::Promise>::new(
        |url_or_request: JsValue, options: JsValue| {
            future_to_promise(async move {
                let request = match url_or_request.as_string() {
                    Some(url) => Request::new_with_str_and_init(&url, options.unchecked_ref())?,
                    None => url_or_request.unchecked_into(),
                };
                answer(&request).await.map(JsValue::from)
            })
        },
    );
    let _ = js_sys::Reflect::set(&window, &"fetch".into(), &fetch.into_js_value());
}

thread_local! {
    static REFRESH_REQUESTS: Cell<usize> = const { Cell::new(0) };
}

/// Returns the response to a request.
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
            json(200, body_of("full").unwrap_or_default())
        }
        "timeout" => {
            wait(Duration::from_secs(3600), &signal).await?;
            json(200, body_of("full").unwrap_or_default())
        }
        "refresh" => {
            wait(Duration::from_millis(250), &signal).await?;
            let requests = REFRESH_REQUESTS.get();
            REFRESH_REQUESTS.set(requests + 1);
            let body = body_of("full").unwrap_or_default();
            match requests % 3 {
                0 => json(200, body),
                1 => json(
                    200,
                    &body
                        .replace("战略级", "重点级")
                        .replace("12846350.75", "13126350.75")
                        .replace("前安排。", "前安排。已于十二月到账。")
                        .replace(r#""Kevin Zhao""#, r#""Kevin Chao""#),
                ),
                _ => json(503, "{}"),
            }
        }
        "offline" => Err(js_sys::TypeError::new("Failed to fetch").into()),
        "not-json" => html("<!doctype html><title>Welcome</title><h1>It works!</h1>"),
        "login-page" => html("<!doctype html><title>登录</title><input type=\"password\">"),
        "firewall" => html("<!doctype html><title>安全验证</title><p>您的请求被防火墙拦截。</p>"),
        "mixed-text" => json(
            200,
            &format!(
                "<b>Warning</b>: Undefined key in /srv/crm/x.php\n{}",
                body_of("full").unwrap_or_default()
            ),
        ),
        "too-large" => {
            let response = json(200, "{}")?;
            response.headers().set("Content-Length", "1000000000000")?;
            Ok(response)
        }
        "envelope-error" => json(200, r#"{"code": 40301, "message": "该客户属于其他部门", "data": null}"#),
        "418" => json(418, r#"{"message": "请使用新版客户端"}"#),
        "429" => {
            let response = json(429, r#"{"message": "请求过于频繁"}"#)?;
            response.headers().set("Retry-After", "20")?;
            Ok(response)
        }
        "401" | "403" | "500" => json(id.parse().unwrap_or(500), "{}"),
        id => match body_of(id) {
            Some(body) => {
                // A typical response time, so that the skeleton is visible.
                wait(Duration::from_millis(250), &signal).await?;
                json(200, body)
            }
            None => json(404, "{}"),
        },
    }
}

fn body_of(id: &str) -> Option<&'static str> {
    CUSTOMERS.iter().find(|sample| sample.id == id)?.body
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
