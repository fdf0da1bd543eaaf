//! Keyboard shortcuts: their actions, and when they are disabled.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::support::{Answer, Stage, active, name, record, samples, settle, text, wait_until};

#[wasm_bindgen_test]
async fn r_refreshes() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    stage.key("r");
    wait_until("a second request", || stage.sent().len() == 2).await;
}

#[wasm_bindgen_test]
async fn r_retries_a_failed_request() {
    let stage = Stage::failing(Answer::json(503, "{}")).await;
    stage.answer("42", Answer::ok(samples::EXAMPLE));
    stage.key("r");
    stage.sees_heading("金职院").await;
}

#[wasm_bindgen_test]
async fn l_changes_the_language_in_either_case() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    stage.key("L");
    stage.sees("Total sales").await;
    stage.key("l");
    stage.sees("总成交额").await;
    stage.key("l");
    stage.sees("Total sales").await;
}

#[wasm_bindgen_test]
async fn t_changes_the_theme() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    let theme = || document().document_element().unwrap().get_attribute("data-theme");
    stage.key("t");
    let first = theme().expect("a theme");
    stage.key("t");
    assert_ne!(theme().expect("a theme"), first);
}

#[wasm_bindgen_test]
async fn p_prints() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    let prints = record(&window(), "print", &JsValue::UNDEFINED);
    stage.key("p");
    assert_eq!(prints.all().len(), 1);
}

#[wasm_bindgen_test]
async fn slash_focuses_the_search_box() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    let is_left_to_the_browser = stage.key("/");
    assert_eq!(name(&active()), "客户ID");
    assert!(!is_left_to_the_browser);
}

#[wasm_bindgen_test]
async fn question_mark_opens_the_dialog_of_shortcuts() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    stage.key("?");
    let sheet = stage.find("dialog", "键盘快捷键").await;
    wait_until("the list", || sheet.query_selector("dt").unwrap().is_some()).await;
    let all = |selector: &str| {
        let found = sheet.query_selector_all(selector).unwrap();
        (0..found.length())
            .map(|at| text(found.get(at).unwrap().unchecked_ref::<HtmlElement>()))
            .collect::<Vec<_>>()
    };
    let lines: Vec<(String, String)> = all("dt").into_iter().zip(all("dd")).collect();
    for (key, does) in
        [("r", "刷新"), ("l", "切换到英文"), ("p", "打印"), ("/", "客户ID"), ("?", "键盘快捷键")]
    {
        assert!(lines.contains(&(key.to_owned(), does.to_owned())), "{key} in {lines:?}");
    }
    stage.press("关闭").await;
    wait_until("its end", || stage.look_for("dialog", "").is_none()).await;
}

#[wasm_bindgen_test]
async fn typing_into_a_box_triggers_no_shortcut() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    stage.find("combobox", "客户ID").await.focus().unwrap();
    for key in ["r", "l", "?", "/"] {
        assert!(stage.key(key), "{key} is left to the box");
    }
    settle().await;
    assert_eq!(stage.sent().len(), 1);
    assert!(stage.text().contains("总成交额"));
}

#[wasm_bindgen_test]
async fn shortcuts_ignore_modifiers_and_composition() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    assert!(stage.key_with("r", |init| init.set_ctrl_key(true)));
    assert!(stage.key_with("r", |init| init.set_meta_key(true)));
    assert!(stage.key_with("l", |init| init.set_alt_key(true)));
    assert!(stage.key_with("l", |init| init.set_is_composing(true)));
    settle().await;
    assert_eq!(stage.sent().len(), 1);
    assert!(stage.text().contains("总成交额"));
}

#[wasm_bindgen_test]
async fn open_dialog_disables_shortcuts() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    stage.key("?");
    stage.find("button", "关闭").await.focus().unwrap();
    stage.key("r");
    settle().await;
    assert_eq!(stage.sent().len(), 1);
}

#[wasm_bindgen_test]
async fn shortcuts_can_be_disabled_permanently() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    switch(&stage).await;
    stage.key("l");
    stage.reopen("/customers/42");
    stage.shows_record().await;
    stage.key("l");
    settle().await;
    assert!(stage.text().contains("总成交额"));
    switch(&stage).await;
    stage.key("l");
    stage.sees("Total sales").await;
}

/// A closing dialog keeps focus until the next frame.
#[wasm_bindgen_test]
async fn closing_the_dialog_enables_shortcuts_at_once() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    stage.key("?");
    let close = stage.find("button", "关闭").await;
    close.focus().unwrap();
    close.closest("dialog").unwrap().unwrap().remove_attribute("open").unwrap();
    assert!(active().closest("dialog").unwrap().is_some(), "the focus has not moved yet");
    stage.key("l");
    stage.sees("Total sales").await;
}

/// Toggles the shortcuts in the dialog.
async fn switch(stage: &Stage) {
    stage.press("键盘快捷键").await;
    stage.find("checkbox", "启用单键快捷键").await.click();
    stage.press("关闭").await;
}
