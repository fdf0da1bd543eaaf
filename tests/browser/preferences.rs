//! Language and theme: switching, persistence, and blocked storage.

use leptos::prelude::{document, window};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Answer, Stage, samples, wait_until};

#[wasm_bindgen_test]
async fn language_switch_sends_no_request() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    wait_until("the document's language", || root("lang").as_deref() == Some("zh-CN")).await;
    stage.press("English").await;
    stage.sees("Total sales").await;
    wait_until("the document's language", || root("lang").as_deref() == Some("en")).await;
    assert_eq!(stage.value("Total sales"), "2,324.32");
    assert_eq!(stage.heading(), "金职院");
    stage.sees_title("金职院 - Customer profile").await;
    stage.press("中文").await;
    stage.sees("总成交额").await;
    assert_eq!(stage.sent().len(), 1);
}

#[wasm_bindgen_test]
async fn language_switch_translates_a_failure() {
    let stage = Stage::failing(Answer::json(403, "{}")).await;
    stage.press("English").await;
    stage.sees_heading("You don't have access to this customer").await;
    stage
        .sees_title("You don't have access to this customer - Customer profile")
        .await;
    assert_eq!(stage.sent().len(), 1);
}

#[wasm_bindgen_test]
async fn unsupported_browser_language_falls_back_to_chinese() {
    let stage = Stage::new();
    stage.prefers(&["fr-FR", "de"]);
    stage.open("/");
    stage.sees_heading("查找客户").await;
    wait_until("the document's language", || root("lang").as_deref() == Some("zh-CN")).await;
}

#[wasm_bindgen_test]
async fn theme_switch_persists() {
    let stage = Stage::new();
    store("customer-profile.theme", "light");
    stage.open("/");
    stage.press("切换到深色模式").await;
    assert_eq!(root("data-theme").as_deref(), Some("dark"));
    assert_eq!(stored("customer-profile.theme").as_deref(), Some("dark"));
    stage.reopen("/");
    stage.press("切换到浅色模式").await;
    assert_eq!(root("data-theme").as_deref(), Some("light"));
    stage.find("button", "切换到深色模式").await;
}

#[wasm_bindgen_test]
async fn garbage_in_storage_is_ignored() {
    let stage = Stage::new();
    for key in ["language", "theme", "recent", "shortcuts-off"] {
        store(&format!("customer-profile.{key}"), "{\"\u{0}broken");
    }
    stage.configure(r#"{"tokenKey": "token"}"#);
    stage.answer("42", Answer::ok(samples::EXAMPLE));
    stage.open("/customers/42");
    stage.sees_heading("金职院").await;
    stage.press("English").await;
    stage.sees("Total sales").await;
    stage.find("button", "Dark mode").await.click();
    assert_eq!(root("data-theme").as_deref(), Some("dark"));
    stage.find("link", "Customer profile").await.click();
    stage.sees_heading("Find a customer").await;
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
