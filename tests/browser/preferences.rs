//! Language and theme: switching, persistence, and blocked storage.

use leptos::prelude::{document, window};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{MockResponse, TestPage, samples, wait_until};

#[wasm_bindgen_test]
async fn language_switch_sends_no_request() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    wait_until("the document's language", || root("lang").as_deref() == Some("zh-CN")).await;
    page.click("English").await;
    page.wait_for_text("Total sales").await;
    wait_until("the document's language", || root("lang").as_deref() == Some("en")).await;
    assert_eq!(page.value("Total sales"), "2,324.32");
    assert_eq!(page.heading(), "金职院");
    page.wait_for_title("金职院 - Customer profile").await;
    page.click("中文").await;
    page.wait_for_text("总成交额").await;
    assert_eq!(page.requests().len(), 1);
}

#[wasm_bindgen_test]
async fn language_switch_translates_a_failure() {
    let page = TestPage::with_failure(MockResponse::json(403, "{}")).await;
    page.click("English").await;
    page.wait_for_heading("You don't have access to this customer").await;
    page.wait_for_title("You don't have access to this customer - Customer profile")
        .await;
    assert_eq!(page.requests().len(), 1);
}

#[wasm_bindgen_test]
async fn unsupported_browser_language_falls_back_to_chinese() {
    let page = TestPage::new();
    page.set_languages(&["fr-FR", "de"]);
    page.open("/");
    page.wait_for_heading("查找客户").await;
    wait_until("the document's language", || root("lang").as_deref() == Some("zh-CN")).await;
}

#[wasm_bindgen_test]
async fn theme_switch_persists() {
    let page = TestPage::new();
    store("customer-profile.theme", "light");
    page.open("/");
    page.click("切换到深色模式").await;
    assert_eq!(root("data-theme").as_deref(), Some("dark"));
    assert_eq!(stored("customer-profile.theme").as_deref(), Some("dark"));
    page.reopen("/");
    page.click("切换到浅色模式").await;
    assert_eq!(root("data-theme").as_deref(), Some("light"));
    page.get_by_role("button", "切换到深色模式").await;
}

#[wasm_bindgen_test]
async fn invalid_stored_values_are_ignored() {
    let page = TestPage::new();
    for key in ["language", "theme", "recent", "shortcuts-off"] {
        store(&format!("customer-profile.{key}"), "{\"\u{0}broken");
    }
    page.configure(r#"{"tokenKey": "token"}"#);
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE));
    page.open("/customers/42");
    page.wait_for_heading("金职院").await;
    page.click("English").await;
    page.wait_for_text("Total sales").await;
    page.get_by_role("button", "Dark mode").await.click();
    assert_eq!(root("data-theme").as_deref(), Some("dark"));
    page.get_by_role("link", "Customer profile").await.click();
    page.wait_for_heading("Find a customer").await;
}

fn root(attribute: &str) -> Option<String> {
    document().document_element().unwrap().get_attribute(attribute)
}

fn store(key: &str, value: &str) {
    window().local_storage().unwrap().unwrap().set_item(key, value).unwrap();
}

fn stored(key: &str) -> Option<String> {
    window().local_storage().unwrap().unwrap().get_item(key).unwrap()
}
