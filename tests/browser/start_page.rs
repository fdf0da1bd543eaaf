//! The start page: lookup by id, recent customers.

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::support::{MockResponse, TestPage, focused, samples, settle, text, wait_until};

#[wasm_bindgen_test]
async fn entering_an_id_opens_the_customer() {
    let page = TestPage::new();
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE));
    page.open("/");
    assert_eq!(page.requests().len(), 0);
    page.go_to(" 42 ").await;
    page.wait_for_heading("金职院").await;
    assert_eq!(page.path(), "/customers/42");
}

#[wasm_bindgen_test]
async fn invalid_id_is_refused_in_the_lookup_box() {
    let page = TestPage::new();
    page.open("/");
    let (empty, bad, elsewhere) = ("请输入客户ID", "这不是有效的客户ID", "该链接不是本站的客户链接");
    let other_site = "https://other.example/customers/42";
    let long = "a".repeat(10_000);
    let all = [
        ("", empty),
        ("  ", empty),
        ("..", bad),
        ("../admin", bad),
        ("a/../b", bad),
        (other_site, elsewhere),
        (&long, "内容过长，不是有效的客户ID"),
    ];
    for (id, message) in all {
        page.go_to(id).await;
        page.wait_for_text(message).await;
        let field = page.get_by_role("combobox", "客户ID").await;
        assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"), "{id:?}");
        assert_eq!(page.path(), "/", "{id:?}");
        page.fill("客户ID", "4").await;
        wait_until("the error to disappear", || !page.text().contains(message)).await;
    }
    assert_eq!(page.requests().len(), 0);
}

#[wasm_bindgen_test]
async fn number_or_name_of_a_recent_customer_opens_it() {
    let page = with_recents(&[("c1", "甲\n公司", "00001"), ("c2", "乙公司", "00002")]).await;
    for (typed, id) in [("00001", "c1"), ("客户编号：00002", "c2"), ("甲 公司", "c1")] {
        page.go_to(typed).await;
        wait_until(typed, || page.path() == format!("/customers/{id}")).await;
    }
    // A suggestion, as the browser inserts it.
    page.reopen("/");
    page.get_by_role("combobox", "客户ID").await.focus().unwrap();
    page.fill("客户ID", "甲 公司 · 00001 · c1").await;
    wait_until("the first customer", || page.path() == "/customers/c1").await;
}

#[wasm_bindgen_test]
async fn customers_with_the_same_name_are_offered() {
    let page = with_recents(&[("c1", "甲公司", "00001"), ("c2", "甲公司", "00002"), ("c3", "乙", "")]).await;
    page.go_to("甲公司").await;
    page.wait_for_text("您要找的是：").await;
    let note = page.select(".go-to-note").unwrap();
    assert_eq!(text(&note), "您要找的是： 甲公司 00002 · c2 甲公司 00001 · c1");
    assert_eq!(page.path(), "/");
    note.query_selector("li:last-child a")
        .unwrap()
        .unwrap()
        .unchecked_into::<HtmlElement>()
        .click();
    wait_until("the customer", || page.path() == "/customers/c1").await;
    wait_until("the end of the note", || page.select(".choice").is_none()).await;
}

#[wasm_bindgen_test]
async fn unknown_number_is_recognised_in_the_lookup_box() {
    let page = TestPage::new();
    page.open("/");
    page.go_to("客户编号：00001").await;
    page.wait_for_text("“00001”看起来是客户编号，请输入客户ID。").await;
    assert_eq!(page.requests().len(), 0);
}

#[wasm_bindgen_test]
async fn not_found_offers_the_recent_customer_with_this_number() {
    let page = with_recents(&[("c1", "甲公司", "00001"), ("c2", "乙公司", "00002")]).await;
    page.mock_response("00001", MockResponse::json(404, "{}"));
    page.reopen("/customers/00001");
    page.wait_for_heading("未找到该客户").await;
    let alert = page.get_by_role("alert", "").await;
    assert!(text(&alert).contains("您要找的是： 甲公司 00001 · c1"), "{}", text(&alert));
    assert!(!text(&alert).contains("看起来是客户编号"));
    page.get_by_role("link", "甲公司 00001 · c1").await.click();
    page.wait_for_heading("甲公司").await;
}

#[wasm_bindgen_test]
async fn start_page_has_the_program_name_as_title() {
    let page = TestPage::new();
    page.open("/");
    page.wait_for_title("客户档案").await;
}

#[wasm_bindgen_test]
async fn recents_list_each_customer_once_newest_first() {
    let page = TestPage::new();
    for (id, name) in [("1", "甲"), ("2", "乙"), ("1", "甲改名")] {
        page.mock_response(id, MockResponse::ok(samples::named(name)));
        page.reopen(&format!("/customers/{id}"));
        page.wait_for_heading(name).await;
        page.wait_for_record().await;
    }
    page.reopen("/");
    page.wait_for_heading("查找客户").await;
    assert_eq!(recents(&page), ["甲改名 1", "乙 2"]);
    page.get_by_role("link", "乙 2").await.click();
    page.wait_for_heading("乙").await;
    page.wait_for_record().await;
}

#[wasm_bindgen_test]
async fn failed_customers_are_not_in_recents() {
    let page = TestPage::with_failure(MockResponse::json(403, "{}")).await;
    page.reopen("/");
    page.wait_for_text("暂无记录").await;
}

#[wasm_bindgen_test]
async fn recents_keep_ten_customers_with_id_name_and_number() {
    let page = TestPage::new();
    for id in 1..=12 {
        page.mock_response(&id.to_string(), MockResponse::ok(samples::FULL));
        page.reopen(&format!("/customers/{id}"));
        page.wait_for_record().await;
    }
    page.reopen("/");
    page.wait_for_heading("查找客户").await;
    assert_eq!(recents(&page).len(), 10);
    let storage = window().local_storage().unwrap().unwrap();
    let stored = storage.get_item("customer-profile.recent").unwrap().unwrap();
    let kept: Vec<[String; 3]> = serde_json::from_str(&stored).unwrap();
    let ids: Vec<&str> = kept.iter().map(|[id, ..]| id.as_str()).collect();
    assert_eq!(ids, ["12", "11", "10", "9", "8", "7", "6", "5", "4", "3"]);
    assert!(kept.iter().all(|[_, name, _]| name == "宁波澜沧海晟智能装备集团有限公司"));
    assert!(kept.iter().all(|[.., number]| number == "KH-2019-000726"));
}

#[wasm_bindgen_test]
async fn recents_can_be_cleared() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.reopen("/");
    page.click("清除记录").await;
    page.wait_for_text("暂无记录").await;
    assert!(recents(&page).is_empty());
    // It is not lost with the button.
    wait_until("the focus", || text(&focused()) == "查找客户").await;
    page.reopen("/");
    page.wait_for_text("暂无记录").await;
    settle().await;
    assert_eq!(page.requests().len(), 1);
}

/// Opens customers (id, name, number), the last one first, and then the start page.
async fn with_recents(customers: &[(&str, &str, &str)]) -> TestPage {
    let page = TestPage::new();
    for (id, name, number) in customers {
        let answer = serde_json::json!({ "id": id, "name": name, "customerNo": number }).to_string();
        page.mock_response(id, MockResponse::ok(answer));
        page.reopen(&format!("/customers/{id}"));
        page.wait_for_record().await;
    }
    page.reopen("/");
    page.wait_for_heading("查找客户").await;
    page.get_by_role("combobox", "客户ID").await.focus().unwrap();
    page
}

fn recents(page: &TestPage) -> Vec<String> {
    page.select_all(".recent-list li").iter().map(text).collect()
}
