//! The error view of each failure: its text and its actions.

use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{
    MockResponse, TestPage, focused, is_enabled, samples, script, settle, text, wait_until,
};

#[wasm_bindgen_test]
async fn pending_request_shows_a_skeleton_and_is_announced_late() {
    let page = TestPage::new();
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE).held());
    page.open("/customers/42");
    let busy = || page.select("main [aria-busy=true]");
    wait_until("the skeleton", || busy().is_some()).await;
    wait_until("the cards of the skeleton", || {
        page.select_all("main [aria-busy=true] .skeleton .card").len() == 5
    })
    .await;
    let region = page.select("[role=status][aria-live]").unwrap();
    assert_eq!(text(&region), "", "a short wait is not announced");
    wait_until("the announcement", || page.announced() == "正在加载…").await;
    assert!(
        page.select("main [role=status]").is_none(),
        "a live region that is mounted with its text is often not announced"
    );
    assert_eq!(
        page.select("[role=status][aria-live]").as_ref(),
        Some(&region),
        "the live region stays mounted"
    );
    page.wait_for_title("正在加载… - 客户档案").await;
    wait_until("the request", || page.requests().len() == 1).await;
    page.release("42");
    page.wait_for_record().await;
    assert!(busy().is_none());
}

#[wasm_bindgen_test]
async fn failure_links_to_the_start_page() {
    let page = TestPage::with_failure(MockResponse::json(404, "{}")).await;
    page.get_by_role("link", "查找其他客户").await.click();
    page.wait_for_heading("查找客户").await;
    assert_eq!(page.path(), "/");
    wait_until("the focus on the new heading", || text(&focused()) == "查找客户").await;
}

#[wasm_bindgen_test]
async fn sign_in_link_carries_the_current_address() {
    let page = TestPage::new();
    page.configure(r#"{"signInUrl": "https://sso.example.com/login?next={address}"}"#);
    page.mock_response("42", MockResponse::json(401, "{}"));
    page.open("/customers/42?tab=1");
    page.wait_for_heading("登录已过期").await;
    let href = page.get_by_role("link", "去登录").await.get_attribute("href").unwrap();
    let address = href.strip_prefix("https://sso.example.com/login?next=").unwrap();
    let origin = window().location().origin().unwrap();
    assert_eq!(js_sys::decode_uri_component(address).unwrap(), format!("{origin}/customers/42"));
}

#[wasm_bindgen_test]
async fn without_a_sign_in_link_an_expired_session_can_be_retried() {
    let page = TestPage::with_failure(MockResponse::json(401, "{}")).await;
    assert!(page.text().contains("请重新登录，然后重试。"), "{}", page.text());
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE));
    page.click("重试").await;
    page.wait_for_heading("金职院").await;
}

#[wasm_bindgen_test]
async fn invalid_id_restored_from_the_back_forward_cache_is_not_found() {
    let page = TestPage::new();
    page.open("/customers/%20");
    page.wait_for_heading("未找到该客户").await;
    let restore = script("", "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
    restore.call0(&JsValue::UNDEFINED).unwrap();
    settle().await;
    assert_eq!(page.heading(), "未找到该客户");
}

#[wasm_bindgen_test]
async fn retry_is_disabled_until_retry_after_has_passed() {
    let page = TestPage::with_failure(MockResponse::json(429, "{}").with_header("Retry-After", "20")).await;
    let retry = page.get_by_role("button", "重试").await;
    assert!(!is_enabled(&retry));
    page.wait_for_text("20 秒后可重试").await;
    retry.click();
    page.advance("performance", 15_000.0);
    page.wait_for_text("5 秒后可重试").await;
    retry.click();
    settle().await;
    assert_eq!(page.requests().len(), 1, "it was too early");
    page.advance("performance", 5_000.0);
    wait_until("the end of the wait", || is_enabled(&retry)).await;
    assert!(!page.text().contains("秒后可重试"));
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE));
    retry.click();
    page.wait_for_heading("金职院").await;
    assert_eq!(page.requests().len(), 2);
}

#[wasm_bindgen_test]
async fn retry_after_accepts_a_date() {
    let page = TestPage::new();
    let at = js_sys::Date::new(&JsValue::from(js_sys::Date::now() + 90_000.0)).to_utc_string();
    page.mock_response("42", MockResponse::json(503, "{}").with_header("Retry-After", String::from(at)));
    page.open("/customers/42");
    page.get_by_role("alert", "").await;
    assert!(!is_enabled(&page.get_by_role("button", "重试").await));
    wait_until("a countdown from 90", || {
        (60..=90).any(|left| page.text().contains(&format!("{left} 秒后可重试")))
    })
    .await;
}

#[wasm_bindgen_test]
async fn long_retry_after_is_capped_and_counts_down_in_minutes_then_seconds() {
    // Capped at ten minutes.
    let page = TestPage::with_failure(MockResponse::json(503, "{}").with_header("Retry-After", "3600")).await;
    page.wait_for_text("10 分钟后可重试").await;
    page.advance("performance", 540_000.0);
    let says = |text: fn(u32) -> String| (45..=60).any(|left| page.text().contains(&text(left)));
    wait_until("the seconds", || says(|left| format!("{left} 秒后可重试"))).await;
    // Switching the language does not restart the wait.
    page.click("English").await;
    wait_until("the same seconds in English", || says(|left| format!("You can retry in {left} s"))).await;
}

#[wasm_bindgen_test]
async fn invalid_retry_after_does_not_disable_retry() {
    for value in ["soon", "-5", "0", "1.5", "Wed, 21 Oct 2015 07:28:00 GMT", ""] {
        let page =
            TestPage::with_failure(MockResponse::json(503, "{}").with_header("Retry-After", value)).await;
        assert!(is_enabled(&page.get_by_role("button", "重试").await), "{value:?}");
    }
}

#[wasm_bindgen_test]
async fn login_page_response_offers_sign_in() {
    let page = TestPage::new();
    page.configure(r#"{"signInUrl": "/login"}"#);
    page.mock_response("42", MockResponse::html("<html><form><input type=\"password\"></form>"));
    page.open("/customers/42");
    page.wait_for_heading("无法读取服务器的响应").await;
    assert!(page.text().contains("返回的内容疑似登录页面，您的登录可能已过期。"));
    let href = page.get_by_role("link", "去登录").await.get_attribute("href").unwrap();
    assert!(href.starts_with("/login?return=http"), "{href}");
}

#[wasm_bindgen_test]
async fn redirect_to_sign_in_shows_an_expired_session() {
    for target in [
        MockResponse::html("<!doctype html><title>统一身份认证</title>"),
        MockResponse::json(403, "<html>x</html>"),
        // A response of another origin cannot be read.
        MockResponse::network_error(),
    ] {
        let page = TestPage::new();
        page.configure(r#"{"signInUrl": "/login"}"#);
        page.mock_response("42", target.behind_redirect());
        page.open("/customers/42");
        page.wait_for_heading("登录已过期").await;
        page.get_by_role("link", "去登录").await;
        assert_eq!(page.requests().len(), 2);
    }
}

#[wasm_bindgen_test]
async fn redirect_within_the_api_is_followed_without_the_extra_header() {
    let page = TestPage::new();
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE).behind_redirect());
    page.open("/customers/42");
    page.wait_for_heading("金职院").await;
    let [first, second] = &page.requests()[..] else {
        panic!("{} requests", page.requests().len())
    };
    assert_eq!(first.header("X-Requested-With").as_deref(), Some("XMLHttpRequest"));
    // Another origin would need a preflight for the header.
    assert_eq!(second.header("X-Requested-With"), None);
    assert_eq!(second.header("Accept").as_deref(), Some("application/json"));
}

#[wasm_bindgen_test]
async fn response_over_the_size_limit_is_refused() {
    let page = TestPage::new();
    page.configure(r#"{"maxResponseMegabytes": 1}"#);
    let large = format!(r#"{{"name": "大", "description": "{}"}}"#, "x".repeat(1024 * 1024));
    page.mock_response("42", MockResponse::ok(large));
    page.open("/customers/42");
    page.wait_for_heading("无法读取服务器的响应").await;
    assert!(page.text().contains("服务器返回的数据过大"), "{}", page.text());
    assert!(page.query_role("button", "重试").is_none());
    page.mock_response("43", MockResponse::ok("{}").with_header("Content-Length", "1048577"));
    page.reopen("/customers/43");
    page.wait_for_text("服务器返回的数据过大").await;
    assert!(page.requests()[1].is_aborted());
}

#[wasm_bindgen_test]
async fn retry_sends_one_request_and_focuses_the_result() {
    let page = TestPage::with_failure(MockResponse::json(500, "{}")).await;
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE));
    page.click("重试").await;
    page.wait_for_heading("金职院").await;
    assert_eq!(page.requests().len(), 2);
    wait_until("the focus on the customer's name", || text(&focused()) == "金职院").await;
    assert_eq!(focused().tag_name(), "H1");
}

#[wasm_bindgen_test]
async fn failed_retry_focuses_the_new_failure() {
    let page = TestPage::with_failure(MockResponse::json(500, "{}")).await;
    page.mock_response("42", MockResponse::network_error());
    page.click("重试").await;
    page.wait_for_heading("网络连接失败").await;
    wait_until("the focus on the new heading", || text(&focused()) == "网络连接失败").await;
    assert_eq!(page.requests().len(), 2);
}

#[wasm_bindgen_test]
async fn online_event_retries_a_network_failure_once() {
    let page = TestPage::with_failure(MockResponse::network_error()).await;
    page.dispatch_on_window("online");
    wait_until("a second request", || page.requests().len() == 2).await;
    page.wait_for_heading("网络连接失败").await;
    page.dispatch_on_window("online");
    settle().await;
    assert_eq!(page.requests().len(), 2, "a third one needs a click on retry");
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE));
    page.click("重试").await;
    page.wait_for_heading("金职院").await;
}

#[wasm_bindgen_test]
async fn online_event_does_not_retry_other_failures() {
    let page = TestPage::with_failure(MockResponse::json(500, "{}")).await;
    page.dispatch_on_window("online");
    settle().await;
    assert_eq!(page.requests().len(), 1);
}

#[wasm_bindgen_test]
async fn unknown_address_shows_not_found_and_sends_nothing() {
    let page = TestPage::new();
    page.open("/customers/42/edit");
    page.wait_for_heading("页面不存在").await;
    assert!(page.text().contains("/customers/42/edit"));
    page.wait_for_title("页面不存在 - 客户档案").await;
    assert_eq!(page.requests().len(), 0);
}
