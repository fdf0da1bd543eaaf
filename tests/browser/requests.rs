//! Requests: one per customer, aborted on timeout and on unmounting.

use js_sys::{Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{AbortController, RequestCache, RequestCredentials};

use crate::support::{MockResponse, TestPage, samples, script, settle, wait_until};

#[wasm_bindgen_test]
async fn loading_sends_one_uncached_get_request() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    settle().await;
    let [sent] = &page.requests()[..] else {
        panic!("{} requests", page.requests().len())
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
    for path in [
        "/customers/..%2Fadmin",
        "/customers/..%5C..%5Cadmin",
        "/customers/%20",
        "/customers/a%2F..%2Fb",
    ] {
        let page = TestPage::new();
        page.open(path);
        page.wait_for_heading("未找到该客户").await;
        assert_eq!(page.requests().len(), 0, "{path}");
    }
}

#[wasm_bindgen_test]
async fn changed_token_is_sent_with_the_next_request() {
    let page = TestPage::new();
    let storage = window().session_storage().unwrap().unwrap();
    page.configure(r#"{"tokenKey": "token"}"#);
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE));
    page.open("/customers/42");
    page.wait_for_record().await;
    storage.set_item("token", "abc").unwrap();
    page.click("刷新").await;
    wait_until("the second request", || page.requests().len() == 2).await;
    let tokens: Vec<Option<String>> =
        page.requests().iter().map(|sent| sent.header("Authorization")).collect();
    assert_eq!(tokens, [None, Some("Bearer abc".to_owned())]);
}

#[wasm_bindgen_test]
async fn timeout_aborts_the_request() {
    let page = TestPage::new();
    page.configure(r#"{"timeoutSeconds": 1}"#);
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE).held());
    page.open("/customers/42");
    page.wait_for_heading("请求超时").await;
    assert!(page.requests()[0].is_aborted());
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE));
    page.click("重试").await;
    page.wait_for_heading("金职院").await;
    assert_eq!(page.requests().len(), 2);
}

#[wasm_bindgen_test]
async fn timeout_aborts_an_unfinished_body() {
    let page = TestPage::new();
    page.configure(r#"{"timeoutSeconds": 1}"#);
    page.mock_response("42", MockResponse::unfinished(r#"{"id": "1", "name": "宁波"#));
    page.open("/customers/42");
    page.wait_for_heading("请求超时").await;
    assert!(page.requests()[0].is_aborted());
}

#[wasm_bindgen_test]
async fn timeout_applies_to_each_request() {
    let page = TestPage::new();
    page.configure(r#"{"timeoutSeconds": 1}"#);
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE));
    page.open("/customers/42");
    page.wait_for_heading("金职院").await;
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE).held());
    page.click("刷新").await;
    page.wait_for_text("刷新失败（请求超时）").await;
    assert_eq!(page.heading(), "金职院");
    assert!(page.requests()[1].is_aborted());
}

#[wasm_bindgen_test]
async fn unmounting_aborts_the_request() {
    let page = TestPage::new();
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE).held());
    page.open("/customers/42");
    wait_until("a request", || !page.requests().is_empty()).await;
    let sent = page.requests()[0].clone();
    assert!(!sent.is_aborted());
    page.close();
    assert!(sent.is_aborted());
}

#[wasm_bindgen_test]
async fn boot_request_is_adopted_once() {
    let page = TestPage::new();
    let head_start = HeadStart::answered(samples::EXAMPLE);
    page.open("/customers/42");
    page.wait_for_heading("金职院").await;
    assert_eq!(page.requests().len(), 0, "it was sent already");
    assert!(!head_start.is_aborted());
    assert!(Reflect::get(&window(), &"headStart".into()).unwrap().is_undefined());
    page.mock_response("42", MockResponse::ok(samples::named("后来")));
    page.click("刷新").await;
    page.wait_for_heading("后来").await;
    assert_eq!(page.requests().len(), 1);
}

#[wasm_bindgen_test]
async fn top_bar_renders_while_the_boot_request_is_pending() {
    let page = TestPage::new();
    HeadStart::held();
    page.open("/customers/42");
    assert!(page.select("header .topbar-actions").is_some());
    wait_until("the skeleton", || page.select("[aria-busy=true] .skeleton").is_some()).await;
}

#[wasm_bindgen_test]
async fn adopted_request_that_fails_shows_the_failure() {
    let page = TestPage::new();
    HeadStart::failed();
    page.open("/customers/42");
    page.wait_for_heading("网络连接失败").await;
    assert_eq!(page.requests().len(), 0);
}

#[wasm_bindgen_test]
async fn boot_request_that_failed_early_can_be_retried() {
    let page = TestPage::new();
    HeadStart::failed();
    settle().await;
    page.open("/customers/42");
    page.wait_for_heading("网络连接失败").await;
    assert_eq!(page.requests().len(), 0);
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE));
    page.click("重试").await;
    page.wait_for_heading("金职院").await;
    assert_eq!(page.requests().len(), 1);
}

#[wasm_bindgen_test]
async fn adopted_request_has_its_timeout_from_adoption() {
    let page = TestPage::new();
    page.configure(r#"{"timeoutSeconds": 1}"#);
    let head_start = HeadStart::answered(samples::EXAMPLE);
    page.advance("performance", 3_000.0);
    page.open("/customers/42");
    // The time that the program took to load does not count.
    page.wait_for_heading("金职院").await;
    assert!(!head_start.is_aborted());
}

#[wasm_bindgen_test]
async fn old_boot_request_is_aborted_and_sent_again() {
    let page = TestPage::new();
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE));
    let head_start = HeadStart::answered(&samples::named("旧"));
    page.advance("performance", 60_000.0);
    page.open("/customers/42");
    page.wait_for_heading("金职院").await;
    assert!(head_start.is_aborted());
    assert_eq!(page.requests().len(), 1);
}

#[wasm_bindgen_test]
async fn adopted_request_times_out() {
    let page = TestPage::new();
    page.configure(r#"{"timeoutSeconds": 1}"#);
    let head_start = HeadStart::held();
    page.open("/customers/42");
    page.wait_for_heading("请求超时").await;
    assert!(head_start.is_aborted());
}

#[wasm_bindgen_test]
async fn unmounting_aborts_an_adopted_request() {
    let page = TestPage::new();
    let head_start = HeadStart::held();
    page.open("/customers/42");
    settle().await;
    assert!(!head_start.is_aborted());
    page.close();
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
        let page = TestPage::new();
        page.mock_response("42", MockResponse::ok(samples::EXAMPLE));
        let head_start = HeadStart::answered(&samples::named("错"));
        head_start.set(key, &value);
        page.open("/customers/42");
        page.wait_for_heading("金职院").await;
        assert_eq!(page.requests().len(), 1, "{key}");
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

    fn failed() -> Self {
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
