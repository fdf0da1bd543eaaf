//! What goes over the network: one request for one customer, ended when its time is up or nobody waits any more.

use js_sys::{Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{AbortController, RequestCache, RequestCredentials};

use crate::support::{Answer, Stage, samples, script, settle, wait_until};

#[wasm_bindgen_test]
async fn a_customer_is_one_get_request_that_nothing_caches() {
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
async fn an_id_that_would_lead_out_of_the_endpoint_sends_nothing() {
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
async fn an_answer_that_does_not_come_in_time_is_given_up_on_the_network_too() {
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
async fn a_body_that_does_not_end_in_time_is_given_up_on_the_network_too() {
    let stage = Stage::new();
    stage.configure(r#"{"timeoutSeconds": 1}"#);
    stage.answer("42", Answer::stuck_after(r#"{"id": "1", "name": "宁波"#));
    stage.open("/customers/42");
    stage.sees_heading("请求超时").await;
    assert!(stage.sent()[0].is_aborted());
}

#[wasm_bindgen_test]
async fn the_time_for_one_answer_does_not_end_another() {
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
async fn a_request_ends_with_its_page() {
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
async fn the_request_that_the_head_has_sent_is_taken_over_once() {
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
async fn what_stands_around_is_drawn_while_an_answer_is_on_its_way() {
    let stage = Stage::new();
    HeadStart::held();
    stage.open("/customers/42");
    assert!(stage.select("header .topbar-actions").is_some());
    wait_until("the skeleton", || stage.select("[aria-busy=true] .skeleton").is_some()).await;
}

#[wasm_bindgen_test]
async fn a_request_that_was_taken_over_fails_like_any_other() {
    let stage = Stage::new();
    HeadStart::broken_off();
    stage.open("/customers/42");
    stage.sees_heading("网络连接失败").await;
    assert_eq!(stage.sent().len(), 0);
}

#[wasm_bindgen_test]
async fn a_request_that_has_failed_before_the_program_came_is_shown_and_retried_like_any_other() {
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
async fn a_request_that_was_taken_over_has_its_time_from_then_on() {
    let stage = Stage::new();
    stage.configure(r#"{"timeoutSeconds": 1}"#);
    let head_start = HeadStart::answered(samples::EXAMPLE);
    stage.set_ahead("performance", 3_000.0);
    stage.open("/customers/42");
    // That the program took some seconds to come is not the server's delay.
    stage.sees_heading("金职院").await;
    assert!(!head_start.is_aborted());
}

#[wasm_bindgen_test]
async fn a_request_that_the_head_has_sent_long_ago_is_ended_and_sent_anew() {
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
async fn a_request_that_was_taken_over_is_given_up_when_its_time_is_up() {
    let stage = Stage::new();
    stage.configure(r#"{"timeoutSeconds": 1}"#);
    let head_start = HeadStart::held();
    stage.open("/customers/42");
    stage.sees_heading("请求超时").await;
    assert!(head_start.is_aborted());
}

#[wasm_bindgen_test]
async fn a_request_that_was_taken_over_ends_with_its_page() {
    let stage = Stage::new();
    let head_start = HeadStart::held();
    stage.open("/customers/42");
    settle().await;
    assert!(!head_start.is_aborted());
    stage.close();
    assert!(head_start.is_aborted());
}

#[wasm_bindgen_test]
async fn a_request_of_the_head_that_is_another_one_is_ended_and_the_right_one_sent() {
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

/// What the script in the page's head leaves for the program: its request for customer 42, under way.
struct HeadStart {
    request: Object,
    controller: AbortController,
}

impl HeadStart {
    /// One that is answered.
    fn answered(answer: &str) -> Self {
        Self::new(
            "resolve({ response: new Response(text), body: new TextEncoder().encode(text).buffer })",
            answer,
        )
    }

    /// One that the network breaks off.
    fn broken_off() -> Self {
        Self::new("reject(new TypeError('Failed to fetch'))", "")
    }

    /// One that is never answered; it can be ended.
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
