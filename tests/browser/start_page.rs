//! The start page: lookup by id, recent customers.

use leptos::prelude::window;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Answer, Stage, active, samples, settle, text, wait_until};

#[wasm_bindgen_test]
async fn entering_an_id_opens_the_customer() {
    let stage = Stage::new();
    stage.answer("42", Answer::ok(samples::EXAMPLE));
    stage.open("/");
    assert_eq!(stage.sent().len(), 0);
    stage.go_to(" 42 ").await;
    stage.sees_heading("金职院").await;
    assert_eq!(stage.path(), "/customers/42");
}

#[wasm_bindgen_test]
async fn invalid_id_is_refused_in_the_search_box() {
    let stage = Stage::new();
    stage.open("/");
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
    for (id, complaint) in all {
        stage.go_to(id).await;
        stage.sees(complaint).await;
        let field = stage.find("combobox", "客户ID").await;
        assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"), "{id:?}");
        assert_eq!(stage.path(), "/", "{id:?}");
        stage.fill("客户ID", "4").await;
        wait_until("the end of the complaint", || !stage.text().contains(complaint)).await;
    }
    assert_eq!(stage.sent().len(), 0);
}

#[wasm_bindgen_test]
async fn start_page_has_the_program_name_as_title() {
    let stage = Stage::new();
    stage.open("/");
    stage.sees_title("客户档案").await;
}

#[wasm_bindgen_test]
async fn recents_list_each_customer_once_newest_first() {
    let stage = Stage::new();
    for (id, name) in [("1", "甲"), ("2", "乙"), ("1", "甲改名")] {
        stage.answer(id, Answer::ok(samples::named(name)));
        stage.reopen(&format!("/customers/{id}"));
        stage.sees_heading(name).await;
        stage.shows_record().await;
    }
    stage.reopen("/");
    stage.sees_heading("查找客户").await;
    assert_eq!(recents(&stage), ["甲改名 1", "乙 2"]);
    stage.find("link", "乙 2").await.click();
    stage.sees_heading("乙").await;
    stage.shows_record().await;
}

#[wasm_bindgen_test]
async fn failed_customers_are_not_in_recents() {
    let stage = Stage::failing(Answer::json(403, "{}")).await;
    stage.reopen("/");
    stage.sees("暂无记录").await;
}

#[wasm_bindgen_test]
async fn recents_keep_ten_customers_with_id_name_and_number() {
    let stage = Stage::new();
    for id in 1..=12 {
        stage.answer(&id.to_string(), Answer::ok(samples::FULL));
        stage.reopen(&format!("/customers/{id}"));
        stage.shows_record().await;
    }
    stage.reopen("/");
    stage.sees_heading("查找客户").await;
    assert_eq!(recents(&stage).len(), 10);
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
    let stage = Stage::showing(samples::EXAMPLE).await;
    stage.reopen("/");
    stage.press("清除记录").await;
    stage.sees("暂无记录").await;
    assert!(recents(&stage).is_empty());
    assert_eq!(text(&active()), "查找客户", "the focus is not lost with the button");
    stage.reopen("/");
    stage.sees("暂无记录").await;
    settle().await;
    assert_eq!(stage.sent().len(), 1);
}

fn recents(stage: &Stage) -> Vec<String> {
    stage.select_all(".recent-list li").iter().map(text).collect()
}
