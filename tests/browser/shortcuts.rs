//! Keyboard shortcuts: their actions, and when they are disabled.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::support::{MockResponse, TestPage, focused, name, record, samples, settle, text, wait_until};

#[wasm_bindgen_test]
async fn r_refreshes() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.press_key("r");
    wait_until("a second request", || page.requests().len() == 2).await;
}

#[wasm_bindgen_test]
async fn r_retries_a_failed_request() {
    let page = TestPage::with_failure(MockResponse::json(503, "{}")).await;
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE));
    page.press_key("r");
    page.wait_for_heading("金职院").await;
}

#[wasm_bindgen_test]
async fn l_changes_the_language_in_either_case() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.press_key("L");
    page.wait_for_text("Total sales").await;
    page.press_key("l");
    page.wait_for_text("总成交额").await;
    page.press_key("l");
    page.wait_for_text("Total sales").await;
}

#[wasm_bindgen_test]
async fn t_changes_the_theme() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    let theme = || document().document_element().unwrap().get_attribute("data-theme");
    page.press_key("t");
    let first = theme().expect("a theme");
    page.press_key("t");
    assert_ne!(theme().expect("a theme"), first);
}

#[wasm_bindgen_test]
async fn p_prints() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    let prints = record(&window(), "print", &JsValue::UNDEFINED);
    page.press_key("p");
    assert_eq!(prints.all().len(), 1);
}

#[wasm_bindgen_test]
async fn slash_focuses_the_lookup_box() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    let is_left_to_the_browser = page.press_key("/");
    assert_eq!(name(&focused()), "客户ID");
    assert!(!is_left_to_the_browser);
}

#[wasm_bindgen_test]
async fn question_mark_opens_the_shortcut_dialog() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.press_key("?");
    let sheet = page.get_by_role("dialog", "键盘快捷键").await;
    wait_until("the list", || sheet.query_selector("dt").unwrap().is_some()).await;
    let all = |selector: &str| {
        let found = sheet.query_selector_all(selector).unwrap();
        (0..found.length())
            .map(|at| text(found.get(at).unwrap().unchecked_ref::<HtmlElement>()))
            .collect::<Vec<_>>()
    };
    let lines: Vec<(String, String)> = all("dt").into_iter().zip(all("dd")).collect();
    for (key, action) in
        [("r", "刷新"), ("l", "切换到英文"), ("p", "打印"), ("/", "客户ID"), ("?", "键盘快捷键")]
    {
        assert!(lines.contains(&(key.to_owned(), action.to_owned())), "{key} in {lines:?}");
    }
    page.click("关闭").await;
    wait_until("the dialog to close", || page.query_role("dialog", "").is_none()).await;
}

#[wasm_bindgen_test]
async fn typing_into_an_input_triggers_no_shortcut() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.get_by_role("combobox", "客户ID").await.focus().unwrap();
    for key in ["r", "l", "?", "/"] {
        assert!(page.press_key(key), "{key} is left to the box");
    }
    settle().await;
    assert_eq!(page.requests().len(), 1);
    assert!(page.text().contains("总成交额"));
}

#[wasm_bindgen_test]
async fn escape_in_the_lookup_box_enables_shortcuts() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.press_key("/");
    page.fill("客户ID", "..").await;
    page.press_key("Escape");
    assert_eq!(focused().tag_name(), "BODY");
    page.press_key("l");
    page.wait_for_text("Total sales").await;
}

#[wasm_bindgen_test]
async fn escape_closes_the_copy_menu_and_restores_focus() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    let menu = page.select(".copy-menu").unwrap();
    page.select(".copy-menu summary").unwrap().click();
    wait_until("the menu", || menu.has_attribute("open")).await;
    page.get_by_role("button", "复制链接").await.focus().unwrap();
    page.press_key("Escape");
    wait_until("the focus", || focused().tag_name() == "SUMMARY").await;
    assert!(!menu.has_attribute("open"));
}

#[wasm_bindgen_test]
async fn shortcuts_ignore_modifiers_and_composition() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    assert!(page.press_key_with("r", |init| init.set_ctrl_key(true)));
    assert!(page.press_key_with("r", |init| init.set_meta_key(true)));
    assert!(page.press_key_with("l", |init| init.set_alt_key(true)));
    assert!(page.press_key_with("l", |init| init.set_is_composing(true)));
    settle().await;
    assert_eq!(page.requests().len(), 1);
    assert!(page.text().contains("总成交额"));
}

#[wasm_bindgen_test]
async fn open_dialog_disables_shortcuts() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.press_key("?");
    page.get_by_role("button", "关闭").await.focus().unwrap();
    page.press_key("r");
    settle().await;
    assert_eq!(page.requests().len(), 1);
}

#[wasm_bindgen_test]
async fn shortcuts_can_be_disabled_permanently() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    switch(&page).await;
    page.press_key("l");
    page.reopen("/customers/42");
    page.wait_for_record().await;
    page.press_key("l");
    settle().await;
    assert!(page.text().contains("总成交额"));
    switch(&page).await;
    page.press_key("l");
    page.wait_for_text("Total sales").await;
}

/// A closing dialog keeps focus until the next frame.
#[wasm_bindgen_test]
async fn closing_the_dialog_enables_shortcuts_at_once() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.press_key("?");
    let close = page.get_by_role("button", "关闭").await;
    close.focus().unwrap();
    close.closest("dialog").unwrap().unwrap().remove_attribute("open").unwrap();
    assert!(focused().closest("dialog").unwrap().is_some(), "the focus has not moved yet");
    page.press_key("l");
    page.wait_for_text("Total sales").await;
}

/// Toggles the shortcuts in the dialog.
async fn switch(page: &TestPage) {
    page.click("键盘快捷键").await;
    page.get_by_role("checkbox", "启用单键快捷键").await.click();
    page.click("关闭").await;
}
