//! Refreshing the displayed customer.

use leptos::prelude::{document, window};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{
    MockResponse, TestPage, focused, is_enabled, replace_getter, samples, script, settle, text, wait_until,
};

/// Milliseconds after which data is old: a little over five minutes.
const LONG: f64 = 301_000.0;

#[wasm_bindgen_test]
async fn freshness_shows_when_the_data_was_fetched() {
    let page = TestPage::new();
    page.set_clock([2026, 3, 1, 9, 5, 30]);
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE));
    page.open("/customers/42");
    page.wait_for_text("更新于 09:05").await;
}

#[wasm_bindgen_test]
async fn refresh_keeps_old_data_until_the_response() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.mock_response("42", MockResponse::ok(samples::named("新名")).held());
    let button = page.get_by_role("button", "刷新").await;
    button.click();
    page.wait_for_text("正在刷新…").await;
    assert_eq!(page.heading(), "金职院");
    assert!(!is_enabled(&button));
    button.click();
    settle().await;
    assert_eq!(page.requests().len(), 2, "one refresh at a time");
    page.release("42");
    page.wait_for_heading("新名").await;
    page.wait_for_text("更新于").await;
    page.wait_for_title("新名 - 客户档案").await;
}

#[wasm_bindgen_test]
async fn page_restored_from_the_back_forward_cache_is_refreshed() {
    let restore = script("persisted", "dispatchEvent(new PageTransitionEvent('pageshow', { persisted }))");
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.mock_response("42", MockResponse::ok(samples::named("新名")));
    restore.call1(&JsValue::UNDEFINED, &false.into()).unwrap();
    settle().await;
    assert_eq!(page.requests().len(), 1, "it has just been loaded");
    restore.call1(&JsValue::UNDEFINED, &true.into()).unwrap();
    page.wait_for_heading("新名").await;
    // The session ended while the user was in another tab.
    page.mock_response("42", MockResponse::json(401, "{}"));
    restore.call1(&JsValue::UNDEFINED, &true.into()).unwrap();
    page.wait_for_heading("登录已过期").await;
    assert!(!page.text().contains("新名"));
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE));
    restore.call1(&JsValue::UNDEFINED, &true.into()).unwrap();
    page.wait_for_heading("金职院").await;
}

#[wasm_bindgen_test]
async fn refresh_button_keeps_focus() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.mock_response("42", MockResponse::ok(samples::named("新名")));
    let button = page.get_by_role("button", "刷新").await;
    button.focus().unwrap();
    button.click();
    page.wait_for_heading("新名").await;
    let is_button = || text(&focused()) == "刷新";
    wait_until("the focus", is_button).await;
}

#[wasm_bindgen_test]
async fn refresh_does_not_move_focus() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.mock_response("42", MockResponse::ok(samples::named("新名")).held());
    let button = page.get_by_role("button", "刷新").await;
    button.focus().unwrap();
    button.click();
    let other = page.get_by_role("button", "English").await;
    other.focus().unwrap();
    wait_until("the request", || page.requests().len() == 2).await;
    page.release("42");
    page.wait_for_heading("新名").await;
    settle().await;
    assert_eq!(text(&focused()), text(&other));
}

#[wasm_bindgen_test]
async fn failed_refresh_keeps_the_data_and_marks_it_stale() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.mock_response("42", MockResponse::json(503, "{}"));
    page.click("刷新").await;
    page.wait_for_text("刷新失败（服务暂时不可用），以下为").await;
    assert_eq!(page.heading(), "金职院");
    assert_eq!(page.value("总成交额"), "2,324.32");
    page.wait_for_title("金职院 - 客户档案").await;
    page.click("知道了").await;
    wait_until("the end of the note", || !page.text().contains("刷新失败")).await;
    assert!(page.select(".freshness .stale").is_some(), "the data is still marked");
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE));
    page.click("刷新").await;
    page.wait_for_text("更新于").await;
    assert!(page.select(".freshness .stale").is_none());
}

#[wasm_bindgen_test]
async fn stale_data_is_refreshed_when_the_network_is_back() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.dispatch_on_window("online");
    settle().await;
    assert_eq!(page.requests().len(), 1, "it is not stale");
    for name in ["甲", "乙"] {
        page.mock_response("42", MockResponse::network_error());
        page.click("刷新").await;
        page.wait_for_text("刷新失败（网络连接失败）").await;
        page.mock_response("42", MockResponse::ok(samples::named(name)));
        page.dispatch_on_window("online");
        page.wait_for_heading(name).await;
    }
    assert_eq!(page.requests().len(), 5);
}

#[wasm_bindgen_test]
async fn refresh_by_shortcut_that_ends_the_session_focuses_the_heading() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    assert_eq!(focused().tag_name(), "BODY");
    page.mock_response("42", MockResponse::json(401, "{}"));
    page.press_key("r");
    page.wait_for_heading("登录已过期").await;
    wait_until("the focus", || text(&focused()) == "登录已过期").await;
}

#[wasm_bindgen_test]
async fn changes_stay_until_they_are_dismissed() {
    let previous = |page: &TestPage| page.select_all(".previous").iter().map(text).collect::<Vec<_>>();
    let page =
        TestPage::with_record(r#"{"id": "1", "name": "甲", "rank": 1, "from": "a", "totalTurnover": 1}"#)
            .await;
    page.mock_response(
        "42",
        MockResponse::ok(r#"{"id": "1", "name": "乙", "rank": 2, "from": "b", "totalTurnover": 1}"#),
    );
    page.click("刷新").await;
    page.wait_for_text("3 项有变化").await;
    let newest = r#"{"id": "1", "name": "乙", "rank": 3, "from": "b", "totalTurnover": 2}"#;
    page.mock_response("42", MockResponse::ok(newest));
    page.click("刷新").await;
    page.wait_for_text("4 项有变化").await;
    assert_eq!(previous(&page), ["原为 甲", "原为 1.00", "原为 a", "原为 1"]);

    let list = page.select(".record-note details").unwrap();
    page.select(".record-note summary").unwrap().click();
    let changes =
        "数据已更新：客户名称 乙（原为 甲）、来源 b（原为 a）、总成交额 2.00（原为 1.00）、排名 3（原为 1）";
    wait_until("all changes", || page.announced() == changes).await;
    assert_eq!(list.query_selector_all("li").unwrap().length(), 4);

    page.click("知道了").await;
    wait_until("the end of the note", || !page.text().contains("项有变化")).await;
    assert!(previous(&page).is_empty());
    assert_eq!(page.heading(), "乙");
}

#[wasm_bindgen_test]
async fn next_visit_lists_changes() {
    let page = TestPage::new();
    page.set_clock([2026, 3, 1, 10, 24, 0]);
    page.mock_response("42", MockResponse::ok(r#"{"id": "1", "name": "金职院", "rank": 77, "from": "a"}"#));
    page.open("/customers/42");
    wait_until("the visit", || visits().is_some()).await;
    assert!(!visits().unwrap().contains("金职院"), "{:?}", visits());

    page.set_clock([2026, 3, 2, 9, 0, 0]);
    page.mock_response("42", MockResponse::ok(r#"{"id": "1", "name": "金职院", "rank": 78, "from": "b"}"#));
    page.reopen("/customers/42");
    page.wait_for_text("与上次查看（昨天 10:24）相比有变化：来源、排名").await;
    page.click("知道了").await;
    wait_until("the end of the note", || !page.text().contains("与上次查看")).await;

    page.mock_response(
        "42",
        MockResponse::ok(r#"{"id": "1", "name": "金", "levelName": "a", "totalTurnover": 1}"#),
    );
    page.reopen("/customers/42");
    page.wait_for_text("与上次查看（09:00）相比有 5 项变化").await;
    page.select(".record-note summary").unwrap().click();
    page.wait_for_text("客户名称、来源、总成交额、排名、客户级别").await;

    page.reopen("/");
    page.click("清除记录").await;
    page.wait_for_text("暂无记录").await;
    assert_eq!(visits(), None);
}

#[wasm_bindgen_test]
async fn visits_are_not_stored_if_remember_visits_is_false() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    wait_until("the visit", || visits().is_some()).await;
    page.configure(r#"{"rememberVisits": false}"#);
    page.reopen("/customers/42");
    page.wait_for_record().await;
    assert_eq!(visits(), None, "the earlier ones are removed");
}

fn visits() -> Option<String> {
    let storage = window().local_storage().unwrap().unwrap();
    storage.get_item("customer-profile.visits").unwrap()
}

#[wasm_bindgen_test]
async fn refresh_with_equal_data_does_not_re_render() {
    let page = TestPage::with_record(samples::LONG_TEXT).await;
    page.click("展开全文").await;
    page.get_by_role("button", "收起").await;
    let heading = page.select("h1").unwrap();
    page.advance("Date", 60_000.0);
    page.click("刷新").await;
    wait_until("the second response", || page.requests().len() == 2 && !page.text().contains("正在刷新"))
        .await;
    settle().await;
    assert!(page.query_role("button", "收起").is_some(), "still expanded");
    assert!(heading.is_connected(), "no element was rendered again");
}

#[wasm_bindgen_test]
async fn returning_to_the_tab_refreshes_old_data() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.mock_response("42", MockResponse::ok(samples::named("新名")).held());
    page.advance("Date", LONG);
    page.dispatch_on_document("visibilitychange");
    wait_until("a request", || page.requests().len() == 2).await;
    assert_eq!(page.heading(), "金职院", "the data stays visible meanwhile");
    page.dispatch_on_document("visibilitychange");
    settle().await;
    assert_eq!(page.requests().len(), 2, "one is under way");
    page.release("42");
    page.wait_for_heading("新名").await;
    page.dispatch_on_document("visibilitychange");
    settle().await;
    assert_eq!(page.requests().len(), 2, "the data is fresh now");
}

#[wasm_bindgen_test]
async fn old_data_is_refreshed_when_the_user_or_the_network_is_back() {
    for event in ["keydown", "pointermove", "focus", "online"] {
        let page = TestPage::with_record(samples::EXAMPLE).await;
        page.dispatch_on_window(event);
        settle().await;
        assert_eq!(page.requests().len(), 1, "the data is fresh: {event}");
        page.mock_response("42", MockResponse::ok(samples::named("新名")));
        page.advance("Date", LONG);
        page.dispatch_on_window(event);
        wait_until(event, || page.heading() == "新名").await;
    }
}

#[wasm_bindgen_test]
async fn returning_to_the_tab_after_signing_in_sends_one_request() {
    let page = TestPage::with_failure(MockResponse::json(401, "{}")).await;
    for sent in [2, 3] {
        page.mock_response("42", MockResponse::json(401, "{}"));
        page.dispatch_on_document("visibilitychange");
        page.dispatch_on_window("focus");
        settle().await;
        assert_eq!(page.requests().len(), sent);
        assert!(!page.requests()[sent - 1].is_aborted());
    }
}

#[wasm_bindgen_test]
async fn returning_to_the_tab_keeps_fresh_data() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.advance("Date", 240_000.0);
    page.dispatch_on_document("visibilitychange");
    settle().await;
    assert_eq!(page.requests().len(), 1);
}

#[wasm_bindgen_test]
async fn hidden_tab_sends_nothing() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    replace_getter(&document(), "hidden", &script("", "return true"));
    page.advance("Date", LONG);
    page.dispatch_on_document("visibilitychange");
    settle().await;
    assert_eq!(page.requests().len(), 1);
}

#[wasm_bindgen_test]
async fn returning_to_the_tab_does_not_retry_a_failure() {
    let page = TestPage::with_failure(MockResponse::json(403, "{}")).await;
    page.advance("Date", LONG);
    page.dispatch_on_document("visibilitychange");
    settle().await;
    assert_eq!(page.requests().len(), 1);
}

#[wasm_bindgen_test]
async fn navigation_aborts_a_refresh() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE).held());
    page.mock_response("43", MockResponse::ok(samples::FULL));
    page.click("刷新").await;
    wait_until("the request", || page.requests().len() == 2).await;
    page.go_to("43").await;
    page.wait_for_heading("宁波澜沧海晟智能装备集团有限公司").await;
    assert!(page.requests()[1].is_aborted());
}
