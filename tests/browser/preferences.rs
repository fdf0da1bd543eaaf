//! Language and theme: one click each, without another request, and for good; and storage that does not take them.

use js_sys::{Object, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Answer, Stage, replace, replace_getter, samples, script, wait_until};

#[wasm_bindgen_test]
async fn the_language_changes_without_another_request() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    wait_until("the document's language", || root("lang").as_deref() == Some("zh-CN")).await;
    stage.press("English").await;
    stage.sees("Total turnover").await;
    wait_until("the document's language", || root("lang").as_deref() == Some("en")).await;
    assert_eq!(stage.value("Total turnover"), "2,324.32");
    assert_eq!(stage.heading(), "金职院");
    stage.sees_title("金职院 - Customer profile").await;
    stage.press("中文").await;
    stage.sees("总成交额").await;
    assert_eq!(stage.sent().len(), 1);
}

#[wasm_bindgen_test]
async fn a_chosen_language_lasts() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    stage.press("English").await;
    stage.sees("Total turnover").await;
    stage.reopen("/customers/42");
    stage.sees("Total turnover").await;
}

#[wasm_bindgen_test]
async fn a_failure_changes_its_language_too() {
    let stage = Stage::failing(Answer::json(403, "{}")).await;
    stage.press("English").await;
    stage.sees_heading("You may not view this customer").await;
    stage.sees_title("You may not view this customer - Customer profile").await;
    assert_eq!(stage.sent().len(), 1);
}

#[wasm_bindgen_test]
async fn a_browser_of_another_language_gets_chinese() {
    let stage = Stage::new();
    stage.prefers(&["fr-FR", "de"]);
    stage.open("/");
    stage.sees_heading("查找客户").await;
    wait_until("the document's language", || root("lang").as_deref() == Some("zh-CN")).await;
}

#[wasm_bindgen_test]
async fn the_theme_changes_and_lasts() {
    let stage = Stage::new();
    store("customer-profile.theme", "light");
    stage.open("/");
    stage.press("切换到深色").await;
    assert_eq!(root("data-theme").as_deref(), Some("dark"));
    assert_eq!(stored("customer-profile.theme").as_deref(), Some("dark"));
    stage.reopen("/");
    stage.press("切换到浅色").await;
    assert_eq!(root("data-theme").as_deref(), Some("light"));
    stage.find("button", "切换到深色").await;
}

#[wasm_bindgen_test]
async fn the_theme_is_the_systems_where_none_was_chosen() {
    let stage = Stage::new();
    for (is_dark, offered) in [(true, "切换到浅色"), (false, "切换到深色")] {
        let media = script(
            "dark",
            "return () => ({ matches: dark, addEventListener() {}, removeEventListener() {} })",
        );
        replace(&window(), "matchMedia", &media.call1(&JsValue::UNDEFINED, &is_dark.into()).unwrap());
        stage.reopen("/");
        stage.find("button", offered).await;
    }
}

#[wasm_bindgen_test]
async fn the_page_works_where_storage_is_forbidden() {
    let stage = Stage::new();
    let forbidden = script("", "throw new DOMException('denied', 'SecurityError')");
    replace_getter(&window(), "localStorage", &forbidden);
    replace_getter(&window(), "sessionStorage", &forbidden);
    works(&stage).await;
}

#[wasm_bindgen_test]
async fn the_page_works_where_storage_is_full() {
    let stage = Stage::new();
    let full = Object::new();
    let refuse = script("", "throw new DOMException('full', 'QuotaExceededError')");
    for (method, answer) in [
        ("getItem", script("", "return null")),
        ("setItem", refuse.clone()),
        ("removeItem", refuse),
    ] {
        Reflect::set(&full, &method.into(), &answer).unwrap();
    }
    replace(&window(), "localStorage", &full);
    works(&stage).await;
}

#[wasm_bindgen_test]
async fn the_page_works_where_there_is_no_storage() {
    let stage = Stage::new();
    replace(&window(), "localStorage", &JsValue::NULL);
    replace(&window(), "sessionStorage", &JsValue::NULL);
    works(&stage).await;
}

#[wasm_bindgen_test]
async fn the_page_works_where_storage_holds_garbage() {
    let stage = Stage::new();
    for key in ["language", "theme", "recent", "shortcuts-off"] {
        store(&format!("customer-profile.{key}"), "{\"\u{0}broken");
    }
    works(&stage).await;
}

/// A customer, the other language and theme, and the start page, with a token to be looked for as well.
async fn works(stage: &Stage) {
    stage.configure(r#"{"tokenKey": "token"}"#);
    stage.answer("42", Answer::ok(samples::EXAMPLE));
    stage.open("/customers/42");
    stage.sees_heading("金职院").await;
    stage.press("English").await;
    stage.sees("Total turnover").await;
    stage.find("button", "Switch to dark").await.click();
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
