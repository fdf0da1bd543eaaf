//! Requests: one per customer, aborted on timeout and on unmounting.

use js_sys::{Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{AbortController, RequestCache, RequestCredentials};

use crate::support::{Answer, Stage, samples, script, settle, wait_until};

#[wasm_bindgen_test]
async fn loading_sends_one_uncached_get_request() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    settle().await;
    let [sent] = &stage.sent()[..] else {
        panic!("{} requests", stage.sent().len())
    };
    assert_eq!(sent.address(), "/api/customers/42/detail");
    assert_eq!(sent.request.method(), "GET");
    assert_eq!(sent.request.cache(), RequestCache::NoStore);
    assert_eq!(sent.request.credentials(), RequestCredentials::SameOrigin);
    assert_eq!(sent.header("Accept").as_deref(), Some("application/json"));
    assert_eq!(sent.header("Authorization"), None);
    assert!(!sent.is_aborted());
}

#[wasm_bindgen_test]
async fn id_that_leaves_the_endpoint_sends_nothing() {
    for page in [
        "/customers/..%2Fadmin",
        "/customers/..%5C..%5Cadmin",
        "/customers/%20",
        "/customers/a%2F..%2Fb",
    ] {
        let stage = Stage::new();
        stage.open(page);
        stage.sees_heading("未找到该客户").await;
        assert_eq!(stage.sent().len(), 0, "{page}");
    }
}

#[wasm_bindgen_test]
async fn changed_token_is_sent_with_the_next_request() {
    let stage = Stage::new();
    let storage = window().session_storage().unwrap().unwrap();
    stage.configure(r#"{"tokenKey": "token"}"#);
    stage.answer("42", Answer::ok(samples::EXAMPLE));
    stage.open("/customers/42");
    stage.shows_record().await;
    storage.set_item("token", "abc").unwrap();
    stage.press("刷新").await;
    wait_until("the second request", || stage.sent().len() == 2).await;
    let tokens: Vec<Option<String>> = stage.sent().iter().map(|sent| sent.header("Authorization")).collect();
    assert_eq!(tokens, [None, Some("Bearer abc".to_owned())]);
}

#[wasm_bindgen_test]
async fn timeout_aborts_the_request() {
    let stage = Stage::new();
    stage.configure(r#"{"timeoutSeconds": 1}"#);
    stage.answer("42", Answer::ok(samples::EXAMPLE).held());
    stage.open("/customers/42");
    stage.sees_heading("请求超时").await;
    assert!(stage.sent()[0].is_aborted());
    stage.answer("42", Answer::ok(samples::EXAMPLE));
    stage.press("重试").await;
    stage.sees_heading("金职院").await;
    assert_eq!(stage.sent().len(), 2);
}

#[wasm_bindgen_test]
async fn timeout_aborts_an_unfinished_body() {
    let stage = Stage::new();
    stage.configure(r#"{"timeoutSeconds": 1}"#);
    stage.answer("42", Answer::stuck_after(r#"{"id": "1", "name": "宁波"#));
    stage.open("/customers/42");
    stage.sees_heading("请求超时").await;
    assert!(stage.sent()[0].is_aborted());
}

#[wasm_bindgen_test]
async fn timeout_applies_to_each_request() {
    let stage = Stage::new();
    stage.configure(r#"{"timeoutSeconds": 1}"#);
    stage.answer("42", Answer::ok(samples::EXAMPLE));
    stage.open("/customers/42");
    stage.sees_heading("金职院").await;
    stage.answer("42", Answer::ok(samples::EXAMPLE).held());
    stage.press("刷新").await;
    stage.sees("刷新失败（请求超时）").await;
    assert_eq!(stage.heading(), "金职院");
    assert!(stage.sent()[1].is_aborted());
}

#[wasm_bindgen_test]
async fn unmounting_aborts_the_request() {
    let stage = Stage::new();
    stage.answer("42", Answer::ok(samples::EXAMPLE).held());
    stage.open("/customers/42");
    wait_until("a request", || !stage.sent().is_empty()).await;
    let sent = stage.sent()[0].clone();
    assert!(!sent.is_aborted());
    stage.close();
    assert!(sent.is_aborted());
}

#[wasm_bindgen_test]
async fn boot_request_is_adopted_once() {
    let stage = Stage::new();
    let head_start = HeadStart::answered(samples::EXAMPLE);
    stage.open("/customers/42");
    stage.sees_heading("金职院").await;
    assert_eq!(stage.sent().len(), 0, "it was sent already");
    assert!(!head_start.is_aborted());
    assert!(Reflect::get(&window(), &"headStart".into()).unwrap().is_undefined());
    stage.answer("42", Answer::ok(samples::named("后来")));
    stage.press("刷新").await;
    stage.sees_heading("后来").await;
    assert_eq!(stage.sent().len(), 1);
}

#[wasm_bindgen_test]
async fn top_bar_renders_while_the_boot_request_is_pending() {
    let stage = Stage::new();
    HeadStart::held();
    stage.open("/customers/42");
    assert!(stage.select("header .topbar-actions").is_some());
    wait_until("the skeleton", || stage.select("[aria-busy=true] .skeleton").is_some()).await;
}

#[wasm_bindgen_test]
async fn adopted_request_that_fails_shows_the_failure() {
    let stage = Stage::new();
    HeadStart::broken_off();
    stage.open("/customers/42");
    stage.sees_heading("网络连接失败").await;
    assert_eq!(stage.sent().len(), 0);
}

#[wasm_bindgen_test]
async fn boot_request_that_failed_early_can_be_retried() {
    let stage = Stage::new();
    HeadStart::broken_off();
    settle().await;
    stage.open("/customers/42");
    stage.sees_heading("网络连接失败").await;
    assert_eq!(stage.sent().len(), 0);
    stage.answer("42", Answer::ok(samples::EXAMPLE));
    stage.press("重试").await;
    stage.sees_heading("金职院").await;
    assert_eq!(stage.sent().len(), 1);
}

#[wasm_bindgen_test]
async fn adopted_request_has_its_timeout_from_adoption() {
    let stage = Stage::new();
    stage.configure(r#"{"timeoutSeconds": 1}"#);
    let head_start = HeadStart::answered(samples::EXAMPLE);
    stage.set_ahead("performance", 3_000.0);
    stage.open("/customers/42");
    // The time that the program took to load does not count.
    stage.sees_heading("金职院").await;
    assert!(!head_start.is_aborted());
}

#[wasm_bindgen_test]
async fn old_boot_request_is_aborted_and_sent_again() {
    let stage = Stage::new();
    stage.answer("42", Answer::ok(samples::EXAMPLE));
    let head_start = HeadStart::answered(&samples::named("旧"));
    stage.set_ahead("performance", 60_000.0);
    stage.open("/customers/42");
    stage.sees_heading("金职院").await;
    assert!(head_start.is_aborted());
    assert_eq!(stage.sent().len(), 1);
}

#[wasm_bindgen_test]
async fn adopted_request_times_out() {
    let stage = Stage::new();
    stage.configure(r#"{"timeoutSeconds": 1}"#);
    let head_start = HeadStart::held();
    stage.open("/customers/42");
    stage.sees_heading("请求超时").await;
    assert!(head_start.is_aborted());
}

#[wasm_bindgen_test]
async fn unmounting_aborts_an_adopted_request() {
    let stage = Stage::new();
    let head_start = HeadStart::held();
    stage.open("/customers/42");
    settle().await;
    assert!(!head_start.is_aborted());
    stage.close();
    assert!(head_start.is_aborted());
}

#[wasm_bindgen_test]
async fn boot_request_that_differs_is_aborted_and_replaced() {
    let changes: [(&str, JsValue); 3] = [
        ("url", "/api/customers/41/detail".into()),
        ("credentials", "include".into()),
        ("token", "abc".into()),
    ];
    for (key, value) in changes {
        let stage = Stage::new();
        stage.answer("42", Answer::ok(samples::EXAMPLE));
        let head_start = HeadStart::answered(&samples::named("错"));
        head_start.set(key, &value);
        stage.open("/customers/42");
        stage.sees_heading("金职院").await;
        assert_eq!(stage.sent().len(), 1, "{key}");
        assert!(head_start.is_aborted(), "{key}");
    }
}

/// The request of boot.js for customer 42, in flight (`window.headStart`).
struct HeadStart {
    request: Object,
    controller: AbortController,
}

impl HeadStart {
    /// Creates a request with a response.
    fn answered(answer: &str) -> Self {
        Self::new(
            "resolve({ response: new Response(text), body: new TextEncoder().encode(text).buffer })",
            answer,
        )
    }

    /// Creates a request that fails.
    fn broken_off() -> Self {
        Self::new("reject(new TypeError('Failed to fetch'))", "")
    }

    /// Creates a request without a response, which can be aborted.
    fn held() -> Self {
        Self::new("controller.signal.addEventListener('abort', () => reject(controller.signal.reason))", "")
    }

    fn new(outcome: &str, text: &str) -> Self {
        let send = "
            const answer = new Promise((resolve, reject) => { OUTCOME });
            answer.catch(() => {});
            const url = '/api/customers/42/detail';
            const sentAt = performance.now();
            Object.assign(request, { url, credentials: 'same-origin', token: undefined, controller, sentAt, answer });
            window.headStart = request;";
        let head_start = Self {
            request: Object::new(),
            controller: AbortController::new().unwrap(),
        };
        let send = script("request, controller, text", &send.replace("OUTCOME", outcome));
        send.call3(&JsValue::UNDEFINED, &head_start.request, &head_start.controller, &text.into())
            .unwrap();
        head_start
    }

    fn set(&self, key: &str, value: &JsValue) {
        Reflect::set(&self.request, &key.into(), value).unwrap();
    }

    fn is_aborted(&self) -> bool {
        self.controller.signal().aborted()
    }
}
