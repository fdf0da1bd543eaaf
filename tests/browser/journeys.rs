//! Navigation between customers: the page only ever shows the customer of the URL.

use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Answer, Stage, active, samples, script, settle, text, wait_until};

#[wasm_bindgen_test]
async fn navigation_aborts_a_pending_request_and_loads_the_next_customer() {
    let stage = slow_then_quick(Answer::ok(samples::named("甲")).held());
    wait_until("the request for A", || stage.sent().len() == 1).await;
    stage.go_to("B").await;
    wait_until("the request for B", || stage.sent().len() == 2).await;
    assert!(stage.sent()[0].is_aborted());
    assert!(!stage.sent()[1].is_aborted());
    stage.sees_heading("乙").await;
    stage.sees_title("乙 - 客户档案").await;
    assert_eq!(stage.path(), "/customers/B");
    stage.release("A");
    settle().await;
    stage.sees_title("乙 - 客户档案").await;
    assert_eq!(stage.heading(), "乙");
}

#[wasm_bindgen_test]
async fn response_of_an_aborted_request_is_ignored() {
    let stage = slow_then_quick(Answer::ok(samples::named("甲")).held().deaf());
    wait_until("the request for A", || stage.sent().len() == 1).await;
    stage.answer("B", Answer::ok(samples::named("乙")).held());
    stage.go_to("B").await;
    wait_until("the request for B", || stage.sent().len() == 2).await;
    stage.release("A");
    settle().await;
    stage.sees_title("正在加载… - 客户档案").await;
    assert_eq!(stage.heading(), "正在加载…");
    stage.release("B");
    stage.sees_heading("乙").await;
    settle().await;
    assert_eq!(stage.heading(), "乙");
}

/// Opens the page of customer A with this response; the response for B arrives at once.
fn slow_then_quick(slow: Answer) -> Stage {
    let stage = Stage::new();
    stage.answer("A", slow);
    stage.answer("B", Answer::ok(samples::named("乙")));
    stage.open("/customers/A");
    stage
}

#[wasm_bindgen_test]
async fn navigation_removes_the_previous_customer_at_once() {
    let stage = Stage::showing(samples::FULL).await;
    stage.answer("B", Answer::ok(samples::named("乙")).held());
    stage.go_to("B").await;
    wait_until("the skeleton", || stage.select("main [aria-busy=true]").is_some()).await;
    assert!(stage.select(".record").is_none());
    assert!(!text(&stage.find("main", "").await).contains("宁波"));
    stage.release("B");
    stage.sees_heading("乙").await;
}

#[wasm_bindgen_test]
async fn skeleton_animates_only_after_a_delay() {
    let stage = Stage::showing(samples::FULL).await;
    stage.answer("B", Answer::ok(samples::SPARSE).held());
    stage.go_to("B").await;
    wait_until("the skeleton", || stage.select("main [aria-busy=true] .skeleton").is_some()).await;
    let animations = || {
        script("", "return document.getAnimations().length")
            .call0(&JsValue::UNDEFINED)
            .unwrap()
    };
    assert_eq!(
        animations(),
        0,
        "whatever is to move later has the browser draw frames from the beginning"
    );
    wait_until("what moves", || animations() != 0).await;
    stage.release("B");
    stage.shows_record().await;
    assert_eq!(stage.value("未收款额"), "— 未填写");
    assert_eq!(stage.select_all(".slow, .skeleton, main [aria-busy=true]").len(), 0);
    assert!(!stage.text().contains("÷"), "an absent ratio has no formula");
}

#[wasm_bindgen_test]
async fn record_does_not_depend_on_the_previous_customer() {
    let kinds = [samples::FULL, samples::SPARSE, samples::UNREADABLE, samples::EXACT];
    for customer in kinds {
        let alone = record_of(&Stage::showing(customer).await).await;
        for before in kinds {
            let stage = Stage::showing(before).await;
            stage.answer("B", Answer::ok(customer).held());
            stage.go_to("B").await;
            wait_until("the skeleton", || stage.select("main [aria-busy=true]").is_some()).await;
            wait_until("the request", || stage.sent().len() == 2).await;
            stage.release("B");
            assert_eq!(record_of(&stage).await, alone);
        }
    }
}

/// Waits for the complete record and returns its HTML.
async fn record_of(stage: &Stage) -> String {
    stage.shows_record().await;
    // The relative time is rendered after first paint.
    let is_whole = || stage.select("time + span").is_none_or(|ago| !text(&ago).is_empty());
    wait_until("the whole record", is_whole).await;
    stage.select(".record").unwrap().inner_html()
}

#[wasm_bindgen_test]
async fn navigation_after_a_language_switch_shows_the_new_language() {
    let stage = Stage::showing(samples::FULL).await;
    settle().await;
    stage.answer("B", Answer::ok(samples::EXAMPLE).held());
    stage.press("English").await;
    stage.go_to("B").await;
    wait_until("the skeleton", || stage.select("main [aria-busy=true]").is_some()).await;
    assert!(!text(&stage.find("main", "").await).contains("总成交额"));
    stage.release("B");
    stage.shows_record().await;
    assert_eq!(stage.value("Total sales"), "2,324.32");
}

#[wasm_bindgen_test]
async fn back_loads_the_previous_customer() {
    let stage = Stage::new();
    stage.answer("A", Answer::ok(samples::named("甲")));
    stage.answer("B", Answer::ok(samples::named("乙")));
    stage.open("/customers/A");
    stage.sees_heading("甲").await;
    stage.go_to("B").await;
    stage.sees_heading("乙").await;
    wait_until("B's address", || stage.path() == "/customers/B").await;
    stage.back();
    stage.sees_heading("甲").await;
    stage.sees_title("甲 - 客户档案").await;
    assert_eq!(stage.path(), "/customers/A");
    assert_eq!(stage.sent().iter().map(|sent| sent.id.as_str()).collect::<Vec<_>>(), ["A", "B", "A"]);
}

#[wasm_bindgen_test]
async fn navigation_to_the_same_customer_sends_nothing() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    stage.go_to("42").await;
    settle().await;
    assert_eq!(stage.heading(), "金职院");
    assert_eq!(stage.sent().len(), 1);
}

#[wasm_bindgen_test]
async fn navigation_focuses_the_heading() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    stage.answer("B", Answer::ok(samples::named("乙")));
    stage.go_to("B").await;
    wait_until("the focus on the name", || text(&active()) == "乙" && active().tag_name() == "H1").await;
}

#[wasm_bindgen_test]
async fn slow_navigation_focuses_main_then_the_heading() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    stage.answer("B", Answer::ok(samples::named("乙")).held());
    stage.go_to("B").await;
    wait_until("the focus on the main part", || active().tag_name() == "MAIN").await;
    stage.release("B");
    wait_until("the focus on the name", || text(&active()) == "乙").await;
}

#[wasm_bindgen_test]
async fn focus_moved_by_the_user_during_navigation_stays() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    stage.answer("B", Answer::ok(samples::named("乙")).held());
    stage.go_to("B").await;
    wait_until("the request", || stage.sent().len() == 2).await;
    stage.find("button", "English").await.focus().unwrap();
    wait_until("the sign of a slow request", || stage.select(".slow").is_some()).await;
    assert_eq!(text(&active()), "English", "while it is loading");
    stage.release("B");
    stage.sees_heading("乙").await;
    stage.shows_record().await;
    settle().await;
    assert_eq!(text(&active()), "English", "when it has come");
}

#[wasm_bindgen_test]
async fn first_load_does_not_move_focus() {
    let _stage = Stage::showing(samples::EXAMPLE).await;
    settle().await;
    assert_eq!(active().tag_name(), "BODY");
}

#[wasm_bindgen_test]
async fn loaded_customer_is_announced() {
    let stage = Stage::showing(samples::EXAMPLE).await;
    wait_until("the announcement", || stage.announced() == "已加载：金职院").await;
}

#[wasm_bindgen_test]
async fn ids_with_special_characters_work_in_the_box_and_in_recents() {
    let stage = Stage::new();
    for id in [
        "100%",
        "%",
        "a/b",
        "1?x#y",
        "a+b&c=d",
        "客户 1",
        "%2e%2e",
        "a;b:c@d",
        "O'Neil (北京)",
        ".hidden",
        "a..b",
        "😀",
        "{}",
        "x\"y<z>",
    ] {
        stage.answer(id, Answer::ok(samples::named(&format!("名 {id}"))));
        stage.reopen("/");
        stage.go_to(id).await;
        stage.sees_heading(&format!("名 {id}")).await;
        stage.shows_record().await;
        stage.reopen("/");
        stage.find("link", &format!("名 {id} {id}")).await.click();
        stage.sees_heading(&format!("名 {id}")).await;
    }
}
