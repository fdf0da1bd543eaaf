//! Refreshing the displayed customer.

use leptos::prelude::{document, window};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{
    Answer, Stage, active, is_enabled, replace_getter, samples, script, settle, text, wait_until,
};

/// Milliseconds after which data is old: a little over five minutes.
const LONG: f64 = 301_000.0;

#[wasm_bindgen_test]
async fn freshness_shows_when_the_data_was_fetched() {
    let stage = Stage::new();
    stage.set_clock([2026, 3, 1, 9, 5, 30]);
    stage.answer("42", Answer::ok(samples::EXAMPLE));
    stage.open("/customers/42");
    stage.sees("更新于 09:05").await;
}

#[wasm_bindgen_test]
async fn refresh_keeps_old_data_until_the_response() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    stage.answer("42", Answer::ok(samples::named("新名")).held());
    let button = stage.find("button", "刷新").await;
    button.click();
    stage.sees("正在刷新…").await;
    assert_eq!(stage.heading(), "金职院");
    assert!(!is_enabled(&button));
    button.click();
    settle().await;
    assert_eq!(stage.sent().len(), 2, "one refresh at a time");
    stage.release("42");
    stage.sees_heading("新名").await;
    stage.sees("更新于").await;
    stage.sees_title("新名 - 客户档案").await;
}

#[wasm_bindgen_test]
async fn page_restored_from_the_back_forward_cache_is_refreshed() {
    let restore = script("persisted", "dispatchEvent(new PageTransitionEvent('pageshow', { persisted }))");
    let stage = Stage::showing(samples::EXAMPLE).await;
    stage.answer("42", Answer::ok(samples::named("新名")));
    restore.call1(&JsValue::UNDEFINED, &false.into()).unwrap();
    settle().await;
    assert_eq!(stage.sent().len(), 1, "it has just been loaded");
    restore.call1(&JsValue::UNDEFINED, &true.into()).unwrap();
    stage.sees_heading("新名").await;
    // The session ended while the user was in another tab.
    stage.answer("42", Answer::json(401, "{}"));
    restore.call1(&JsValue::UNDEFINED, &true.into()).unwrap();
    stage.sees_heading("登录已过期").await;
    assert!(!stage.text().contains("新名"));
    stage.answer("42", Answer::ok(samples::EXAMPLE));
    restore.call1(&JsValue::UNDEFINED, &true.into()).unwrap();
    stage.sees_heading("金职院").await;
}

#[wasm_bindgen_test]
async fn refresh_button_keeps_focus() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    stage.answer("42", Answer::ok(samples::named("新名")));
    let button = stage.find("button", "刷新").await;
    button.focus().unwrap();
    button.click();
    stage.sees_heading("新名").await;
    let is_button = || text(&active()) == "刷新";
    wait_until("the focus", is_button).await;
}

#[wasm_bindgen_test]
async fn refresh_does_not_move_focus() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    stage.answer("42", Answer::ok(samples::named("新名")).held());
    let button = stage.find("button", "刷新").await;
    button.focus().unwrap();
    button.click();
    let other = stage.find("button", "English").await;
    other.focus().unwrap();
    wait_until("the request", || stage.sent().len() == 2).await;
    stage.release("42");
    stage.sees_heading("新名").await;
    settle().await;
    assert_eq!(text(&active()), text(&other));
}

#[wasm_bindgen_test]
async fn failed_refresh_keeps_the_data_and_marks_it_stale() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    stage.answer("42", Answer::json(503, "{}"));
    stage.press("刷新").await;
    stage.sees("刷新失败（服务暂时不可用），以下为").await;
    assert_eq!(stage.heading(), "金职院");
    assert_eq!(stage.value("总成交额"), "2,324.32");
    stage.sees_title("金职院 - 客户档案").await;
    stage.press("知道了").await;
    wait_until("the end of the note", || !stage.text().contains("刷新失败")).await;
    assert!(stage.select(".freshness .stale").is_some(), "the data is still marked");
    stage.answer("42", Answer::ok(samples::EXAMPLE));
    stage.press("刷新").await;
    stage.sees("更新于").await;
    assert!(stage.select(".freshness .stale").is_none());
}

#[wasm_bindgen_test]
async fn changes_stay_until_they_are_dismissed() {
    let previous = |stage: &Stage| stage.select_all(".previous").iter().map(text).collect::<Vec<_>>();
    let stage =
        Stage::showing(r#"{"id": "1", "name": "甲", "rank": 1, "from": "a", "totalTurnover": 1}"#).await;
    stage.answer(
        "42",
        Answer::ok(r#"{"id": "1", "name": "乙", "rank": 2, "from": "b", "totalTurnover": 1}"#),
    );
    stage.press("刷新").await;
    stage.sees("3 项有变化").await;
    let newest = r#"{"id": "1", "name": "乙", "rank": 3, "from": "b", "totalTurnover": 2}"#;
    stage.answer("42", Answer::ok(newest));
    stage.press("刷新").await;
    stage.sees("4 项有变化").await;
    assert_eq!(previous(&stage), ["原为 甲", "原为 1.00", "原为 a", "原为 1"]);

    let list = stage.select(".record-note details").unwrap();
    stage.select(".record-note summary").unwrap().click();
    let changes =
        "数据已更新：客户名称 乙（原为 甲）、来源 b（原为 a）、总成交额 2.00（原为 1.00）、排名 3（原为 1）";
    wait_until("all changes", || stage.announced() == changes).await;
    assert_eq!(list.query_selector_all("li").unwrap().length(), 4);

    stage.press("知道了").await;
    wait_until("the end of the note", || !stage.text().contains("项有变化")).await;
    assert!(previous(&stage).is_empty());
    assert_eq!(stage.heading(), "乙");
}

#[wasm_bindgen_test]
async fn the_next_visit_names_what_has_changed() {
    let stage = Stage::new();
    stage.set_clock([2026, 3, 1, 10, 24, 0]);
    stage.answer("42", Answer::ok(r#"{"id": "1", "name": "金职院", "rank": 77, "from": "a"}"#));
    stage.open("/customers/42");
    wait_until("the visit", || visits().is_some()).await;
    assert!(!visits().unwrap().contains("金职院"), "{:?}", visits());

    stage.set_clock([2026, 3, 2, 9, 0, 0]);
    stage.answer("42", Answer::ok(r#"{"id": "1", "name": "金职院", "rank": 78, "from": "b"}"#));
    stage.reopen("/customers/42");
    stage.sees("与上次查看（昨天 10:24）相比有变化：来源、排名").await;
    stage.press("知道了").await;
    wait_until("the end of the note", || !stage.text().contains("与上次查看")).await;

    stage.reopen("/");
    stage.press("清除记录").await;
    stage.sees("暂无记录").await;
    assert_eq!(visits(), None);
}

#[wasm_bindgen_test]
async fn visits_are_not_remembered_if_the_configuration_forbids_it() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    wait_until("the visit", || visits().is_some()).await;
    stage.configure(r#"{"rememberVisits": false}"#);
    stage.reopen("/customers/42");
    stage.shows_record().await;
    assert_eq!(visits(), None, "the earlier ones are removed");
}

fn visits() -> Option<String> {
    let storage = window().local_storage().unwrap().unwrap();
    storage.get_item("customer-profile.visits").unwrap()
}

#[wasm_bindgen_test]
async fn refresh_with_equal_data_renders_nothing_again() {
    let stage = Stage::showing(samples::LONG_TEXT).await;
    stage.press("展开全文").await;
    stage.find("button", "收起").await;
    let heading = stage.select("h1").unwrap();
    stage.set_ahead("Date", 60_000.0);
    stage.press("刷新").await;
    wait_until("the second answer", || stage.sent().len() == 2 && !stage.text().contains("正在刷新")).await;
    settle().await;
    assert!(stage.look_for("button", "收起").is_some(), "still unfolded");
    assert!(heading.is_connected(), "no element was rendered again");
}

#[wasm_bindgen_test]
async fn returning_to_the_tab_refreshes_old_data() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    stage.answer("42", Answer::ok(samples::named("新名")).held());
    stage.set_ahead("Date", LONG);
    stage.tell_document("visibilitychange");
    wait_until("a request", || stage.sent().len() == 2).await;
    assert_eq!(stage.heading(), "金职院", "the data stays visible meanwhile");
    stage.tell_document("visibilitychange");
    settle().await;
    assert_eq!(stage.sent().len(), 2, "one is under way");
    stage.release("42");
    stage.sees_heading("新名").await;
    stage.tell_document("visibilitychange");
    settle().await;
    assert_eq!(stage.sent().len(), 2, "now it is new");
}

#[wasm_bindgen_test]
async fn returning_to_the_tab_keeps_fresh_data() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    stage.set_ahead("Date", 240_000.0);
    stage.tell_document("visibilitychange");
    settle().await;
    assert_eq!(stage.sent().len(), 1);
}

#[wasm_bindgen_test]
async fn hidden_tab_sends_nothing() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    replace_getter(&document(), "hidden", &script("", "return true"));
    stage.set_ahead("Date", LONG);
    stage.tell_document("visibilitychange");
    settle().await;
    assert_eq!(stage.sent().len(), 1);
}

#[wasm_bindgen_test]
async fn returning_to_the_tab_does_not_retry_a_failure() {
    let stage = Stage::failing(Answer::json(403, "{}")).await;
    stage.set_ahead("Date", LONG);
    stage.tell_document("visibilitychange");
    settle().await;
    assert_eq!(stage.sent().len(), 1);
}

#[wasm_bindgen_test]
async fn navigation_aborts_a_refresh() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    stage.answer("42", Answer::ok(samples::EXAMPLE).held());
    stage.answer("43", Answer::ok(samples::FULL));
    stage.press("刷新").await;
    wait_until("the request", || stage.sent().len() == 2).await;
    stage.go_to("43").await;
    stage.sees_heading("宁波澜沧海晟智能装备集团有限公司").await;
    assert!(stage.sent()[1].is_aborted());
}
