//! The comparison of customers.

use js_sys::Promise;
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{MockResponse, TestPage, focused, record, settle, text, wait_until};

const A: &str = r#"{"id": "A", "name": "甲", "type": "CLIENT", "totalTurnover": 2324.3, "from": "官网",
    "followers": [1], "followerNames": [{"id": 1, "name": "张三"}]}"#;
const B: &str = r#"{"id": "B", "name": "乙", "type": "CLIENT", "totalTurnover": "2324.30", "from": "展会"}"#;

/// Opens a comparison of A with B.
async fn with_a_and_b() -> TestPage {
    let page = TestPage::new();
    page.mock_response("A", MockResponse::ok(A));
    page.mock_response("B", MockResponse::ok(B));
    page.open("/compare/A/B");
    wait_until("both columns", || page.select_all(".comparison thead a").len() == 2).await;
    page
}

/// Returns the label and the values of a row.
fn row(page: &TestPage, label: &str) -> Vec<String> {
    let rows = page.select_all(".comparison tbody tr");
    let mut cells = rows.iter().map(|row| {
        let cells = row.children();
        let cell = |index| text(&wasm_bindgen::JsCast::unchecked_into(cells.item(index).unwrap()));
        (0..cells.length()).map(cell).collect::<Vec<_>>()
    });
    let is_row = |cells: &Vec<String>| cells[0].split(' ').next() == Some(label);
    cells
        .find(is_row)
        .unwrap_or_else(|| panic!("no row {label:?} in {}", page.text()))
}

#[wasm_bindgen_test]
async fn comparison_marks_rows_that_differ() {
    let page = with_a_and_b().await;
    assert_eq!(page.heading(), "客户对比");
    page.wait_for_title("客户对比：甲、乙 - 客户档案").await;
    assert_eq!(row(&page, "来源"), ["来源 不同", "官网", "展会"]);
    assert_eq!(row(&page, "关注者"), ["关注者 不同", "张三", "— 未填写"]);
    assert_eq!(row(&page, "总成交额"), ["总成交额", "2,324.30", "2,324.30"]);
    assert_eq!(row(&page, "客户类型"), ["客户类型", "正式客户", "正式客户"]);
    assert_eq!(row(&page, "行业"), ["行业", "— 未填写", "— 未填写"]);
    wait_until("the announcement", || page.announced() == "已加载：甲、乙").await;
    page.click("English").await;
    page.wait_for_title("Compare customers: 甲, 乙 - Customer profile").await;
    settle().await;
    assert!(!page.announced().contains("Loaded"), "a new language loads nothing: {}", page.announced());
}

#[wasm_bindgen_test]
async fn columns_load_and_fail_independently() {
    let page = TestPage::new();
    page.mock_response("A", MockResponse::ok(A));
    page.mock_response("B", MockResponse::json(503, "{}").held());
    page.mock_response("C", MockResponse::json(404, "{}"));
    page.open("/compare/A/B/C");
    page.wait_for_text("未找到该客户").await;
    assert_eq!(row(&page, "来源"), ["来源", "官网", "", ""]);
    assert!(page.text().contains("正在加载… B"));
    page.release("B");
    page.wait_for_text("服务暂时不可用").await;

    page.mock_response("B", MockResponse::ok(B));
    page.click("重试").await;
    wait_until("the customer", || row(&page, "来源") == ["来源 不同", "官网", "展会", ""]).await;
    assert!(page.text().contains("未找到该客户"));
    wait_until("the focus", || text(&focused()) == "客户对比").await;
    let sent: Vec<String> = page.requests().iter().map(|sent| sent.id.clone()).collect();
    assert_eq!(sent, ["A", "B", "C", "B"]);
}

#[wasm_bindgen_test]
async fn refresh_of_a_comparison_refreshes_each_column() {
    let page = with_a_and_b().await;
    page.mock_response("A", MockResponse::ok(r#"{"id": "A", "name": "甲", "from": "展会"}"#));
    page.mock_response("B", MockResponse::json(503, "{}"));
    page.press_key("r");
    wait_until("the new value", || row(&page, "来源") == ["来源", "展会", "展会"]).await;
    page.wait_for_text("刷新失败（服务暂时不可用），以下为").await;
    page.mock_response("A", MockResponse::json(403, "{}"));
    page.press_key("r");
    page.wait_for_text("无权查看该客户").await;
    assert_eq!(row(&page, "来源"), ["来源", "", "展会"]);
    page.mock_response("A", MockResponse::ok(A));
    page.press_key("r");
    wait_until("the retry", || row(&page, "来源") == ["来源 不同", "官网", "展会"]).await;
}

#[wasm_bindgen_test]
async fn refresh_of_a_comparison_keeps_a_pending_request() {
    let page = TestPage::new();
    page.mock_response("A", MockResponse::ok(A));
    page.mock_response("B", MockResponse::ok(B).held());
    page.open("/compare/A/B");
    page.wait_for_text("正在加载… B").await;
    wait_until("A", || row(&page, "来源") == ["来源", "官网", ""]).await;
    page.mock_response("B", MockResponse::json(503, "{}"));
    page.press_key("r");
    wait_until("the request for A", || page.requests().len() == 3).await;
    page.release("B");
    wait_until("B", || row(&page, "来源") == ["来源 不同", "官网", "展会"]).await;
}

#[wasm_bindgen_test]
async fn sign_in_link_leads_back_to_the_comparison() {
    let page = TestPage::new();
    page.configure(r#"{"signInUrl": "/login?next={address}"}"#);
    page.mock_response("A", MockResponse::json(401, "{}"));
    page.mock_response("B", MockResponse::ok(B));
    page.open("/compare/A/B?ticket=1");
    let href = page.get_by_role("link", "去登录").await.get_attribute("href").unwrap();
    assert!(
        String::from(js_sys::decode_uri_component(&href).unwrap()).ends_with("/compare/A/B"),
        "{href}"
    );
}

#[wasm_bindgen_test]
async fn comparison_is_copied_as_a_table() {
    let page = with_a_and_b().await;
    let copies =
        record(&window().navigator().clipboard(), "writeText", &Promise::resolve(&JsValue::UNDEFINED));
    page.press_key("c");
    wait_until("the announcement", || page.announced() == "已复制表格").await;
    let copied = copies.all().pop().unwrap();
    let lines: Vec<&str> = copied.lines().collect();
    assert_eq!(lines[0], "客户名称\t甲\t乙");
    assert!(lines.contains(&"总成交额\t2324.3\t2324.30"), "{lines:?}");
    assert!(lines.contains(&"关注者\t张三\t"), "{lines:?}");
    let origin = window().location().origin().unwrap();
    assert_eq!(*lines.last().unwrap(), format!("链接\t{origin}/customers/A\t{origin}/customers/B"));
}

#[wasm_bindgen_test]
async fn comparisons_of_one_or_too_many_customers_show_a_message() {
    let page = TestPage::new();
    page.mock_response("A", MockResponse::ok(A));
    page.mock_response("B", MockResponse::ok(B));
    page.open("/compare/A/A");
    page.wait_for_text("重复的客户和第三位之后的客户未列出。").await;
    page.wait_for_text("与“A”对比").await;
    settle().await;
    assert_eq!(page.requests().len(), 0, "nothing to compare yet");

    page.reopen("/compare/A/B/C/D");
    page.wait_for_text("重复的客户和第三位之后的客户未列出。").await;
    wait_until("three columns", || page.select_all(".comparison thead th").len() == 4).await;
    assert!(page.query_role("combobox", "要对比的客户ID").is_none(), "no more room");

    page.reopen("/compare/A//B");
    page.wait_for_heading("页面不存在").await;
}

#[wasm_bindgen_test]
async fn two_pasted_ids_open_their_comparison() {
    let page = TestPage::new();
    page.mock_response("A1", MockResponse::ok(A));
    page.mock_response("B1", MockResponse::ok(B));
    page.open("/");
    page.go_to("A1 B1").await;
    wait_until("both columns", || page.select_all(".comparison thead a").len() == 2).await;
    assert_eq!(page.path(), "/compare/A1/B1");
}

#[wasm_bindgen_test]
async fn customer_to_compare_is_chosen_from_recents_or_by_id() {
    let page = with_a_and_b().await;
    page.mock_response("C", MockResponse::ok(r#"{"id": "C", "name": "丙"}"#));
    page.reopen("/customers/A");
    page.wait_for_record().await;
    page.select(".copy-menu a").unwrap().click();
    page.wait_for_heading("客户对比").await;
    page.wait_for_text("与“甲”对比").await;
    assert!(page.query_role("link", "甲 A").is_none());
    page.get_by_role("link", "乙 B").await.click();
    wait_until("both columns", || page.select_all(".comparison thead a").len() == 2).await;
    assert_eq!(page.path(), "/compare/A/B");

    page.fill("要对比的客户ID", "C").await;
    page.click("对比").await;
    wait_until("all columns", || page.select_all(".comparison thead a").len() == 3).await;
    assert_eq!(page.path(), "/compare/A/B/C");
}
