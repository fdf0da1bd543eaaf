//! Navigation between customers: the page only ever shows the customer of the URL.

use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{MockResponse, TestPage, focused, samples, script, settle, text, wait_until};

#[wasm_bindgen_test]
async fn navigation_aborts_a_pending_request_and_loads_the_next_customer() {
    let page = slow_then_quick(MockResponse::ok(samples::named("甲")).held());
    wait_until("the request for A", || page.requests().len() == 1).await;
    page.go_to("B").await;
    wait_until("the request for B", || page.requests().len() == 2).await;
    assert!(page.requests()[0].is_aborted());
    assert!(!page.requests()[1].is_aborted());
    page.wait_for_heading("乙").await;
    page.wait_for_title("乙 - 客户档案").await;
    assert_eq!(page.path(), "/customers/B");
    page.release("A");
    settle().await;
    page.wait_for_title("乙 - 客户档案").await;
    assert_eq!(page.heading(), "乙");
}

#[wasm_bindgen_test]
async fn response_of_an_aborted_request_is_ignored() {
    let page = slow_then_quick(MockResponse::ok(samples::named("甲")).held().ignoring_abort());
    wait_until("the request for A", || page.requests().len() == 1).await;
    page.mock_response("B", MockResponse::ok(samples::named("乙")).held());
    page.go_to("B").await;
    wait_until("the request for B", || page.requests().len() == 2).await;
    page.release("A");
    settle().await;
    page.wait_for_title("正在加载… - 客户档案").await;
    assert_eq!(page.heading(), "正在加载…");
    page.release("B");
    page.wait_for_heading("乙").await;
    settle().await;
    assert_eq!(page.heading(), "乙");
}

/// Opens the page of customer A with this response; the response for B arrives at once.
fn slow_then_quick(slow: MockResponse) -> TestPage {
    let page = TestPage::new();
    page.mock_response("A", slow);
    page.mock_response("B", MockResponse::ok(samples::named("乙")));
    page.open("/customers/A");
    page
}

#[wasm_bindgen_test]
async fn navigation_removes_the_previous_customer_at_once() {
    let page = TestPage::with_record(samples::FULL).await;
    page.mock_response("B", MockResponse::ok(samples::named("乙")).held());
    page.go_to("B").await;
    wait_until("the skeleton", || page.select("main [aria-busy=true]").is_some()).await;
    assert!(page.select(".record").is_none());
    assert!(!text(&page.get_by_role("main", "").await).contains("宁波"));
    page.release("B");
    page.wait_for_heading("乙").await;
}

#[wasm_bindgen_test]
async fn name_of_a_recent_customer_is_shown_while_it_loads() {
    let page = TestPage::new();
    page.mock_response("A", MockResponse::ok(samples::named("甲")));
    page.open("/customers/A");
    page.wait_for_record().await;
    page.mock_response("A", MockResponse::ok(samples::named("甲改名")).held());
    page.mock_response("B", MockResponse::ok(samples::named("乙")).held());
    page.go_to("B").await;
    wait_until("the skeleton", || page.select("main [aria-busy=true] .skeleton").is_some()).await;
    page.go_to("A").await;
    page.wait_for_heading("正在加载… 甲").await;
    assert_eq!(text(&page.select("[aria-busy=true] .known-name").unwrap()), "甲");
    page.release("A");
    page.wait_for_heading("甲改名").await;
    page.go_to("B").await;
    wait_until("the animated skeleton", || page.select(".slow").is_some()).await;
    assert_eq!(page.heading(), "正在加载…", "B was never shown");
}

#[wasm_bindgen_test]
async fn skeleton_animates_only_after_a_delay() {
    let page = TestPage::with_record(samples::FULL).await;
    page.mock_response("B", MockResponse::ok(samples::SPARSE).held());
    page.go_to("B").await;
    wait_until("the skeleton", || page.select("main [aria-busy=true] .skeleton").is_some()).await;
    let animations = || {
        script("", "return document.getAnimations().length")
            .call0(&JsValue::UNDEFINED)
            .unwrap()
    };
    assert_eq!(animations(), 0, "an animation produces frames even while it is invisible");
    wait_until("the animation", || animations() != 0).await;
    page.release("B");
    page.wait_for_record().await;
    assert_eq!(page.value("未收款额"), "— 未填写");
    assert_eq!(page.select_all(".slow, .skeleton, main [aria-busy=true]").len(), 0);
    assert!(!page.text().contains("÷"), "an absent ratio has no formula");
}

#[wasm_bindgen_test]
async fn record_does_not_depend_on_the_previous_customer() {
    let kinds = [samples::FULL, samples::SPARSE, samples::UNREADABLE, samples::EXACT];
    for customer in kinds {
        let alone = record_of(&TestPage::with_record(customer).await).await;
        for before in kinds {
            let page = TestPage::with_record(before).await;
            page.mock_response("B", MockResponse::ok(customer).held());
            page.go_to("B").await;
            wait_until("the skeleton", || page.select("main [aria-busy=true]").is_some()).await;
            wait_until("the request", || page.requests().len() == 2).await;
            page.release("B");
            assert_eq!(record_of(&page).await, alone);
        }
    }
}

/// Waits for the complete record and returns its HTML.
async fn record_of(page: &TestPage) -> String {
    page.wait_for_record().await;
    // The relative time is rendered after first paint.
    let is_whole = || page.select("time + span").is_none_or(|ago| !text(&ago).is_empty());
    wait_until("the whole record", is_whole).await;
    // The link that compares the customer has the requested id.
    page.select(".record")
        .unwrap()
        .inner_html()
        .replace("/compare/B", "/compare/42")
}

#[wasm_bindgen_test]
async fn navigation_after_a_language_switch_shows_the_new_language() {
    let page = TestPage::with_record(samples::FULL).await;
    settle().await;
    page.mock_response("B", MockResponse::ok(samples::EXAMPLE).held());
    page.click("English").await;
    page.go_to("B").await;
    wait_until("the skeleton", || page.select("main [aria-busy=true]").is_some()).await;
    assert!(!text(&page.get_by_role("main", "").await).contains("总成交额"));
    page.release("B");
    page.wait_for_record().await;
    assert_eq!(page.value("Total sales"), "2,324.32");
}

#[wasm_bindgen_test]
async fn back_loads_the_previous_customer() {
    let page = TestPage::new();
    page.mock_response("A", MockResponse::ok(samples::named("甲")));
    page.mock_response("B", MockResponse::ok(samples::named("乙")));
    page.open("/customers/A");
    page.wait_for_heading("甲").await;
    page.go_to("B").await;
    page.wait_for_heading("乙").await;
    wait_until("B's address", || page.path() == "/customers/B").await;
    page.back();
    page.wait_for_heading("甲").await;
    page.wait_for_title("甲 - 客户档案").await;
    assert_eq!(page.path(), "/customers/A");
    assert_eq!(page.requests().iter().map(|sent| sent.id.as_str()).collect::<Vec<_>>(), ["A", "B", "A"]);
}

#[wasm_bindgen_test]
async fn navigation_to_the_same_customer_sends_nothing() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.go_to("42").await;
    settle().await;
    assert_eq!(page.heading(), "金职院");
    assert_eq!(page.requests().len(), 1);
}

#[wasm_bindgen_test]
async fn navigation_focuses_the_heading() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.mock_response("B", MockResponse::ok(samples::named("乙")));
    page.go_to("B").await;
    wait_until("the focus on the name", || text(&focused()) == "乙" && focused().tag_name() == "H1").await;
}

#[wasm_bindgen_test]
async fn slow_navigation_focuses_main_then_the_heading() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.mock_response("B", MockResponse::ok(samples::named("乙")).held());
    page.go_to("B").await;
    wait_until("focus on <main>", || focused().tag_name() == "MAIN").await;
    page.release("B");
    wait_until("the focus on the name", || text(&focused()) == "乙").await;
}

#[wasm_bindgen_test]
async fn focus_moved_by_the_user_during_navigation_stays() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.mock_response("B", MockResponse::ok(samples::named("乙")).held());
    page.go_to("B").await;
    wait_until("the request", || page.requests().len() == 2).await;
    page.get_by_role("button", "English").await.focus().unwrap();
    wait_until("the animated skeleton", || page.select(".slow").is_some()).await;
    assert_eq!(text(&focused()), "English", "while it is loading");
    page.release("B");
    page.wait_for_heading("乙").await;
    page.wait_for_record().await;
    settle().await;
    assert_eq!(text(&focused()), "English", "when it has loaded");
}

#[wasm_bindgen_test]
async fn first_load_does_not_move_focus() {
    let _page = TestPage::with_record(samples::EXAMPLE).await;
    settle().await;
    assert_eq!(focused().tag_name(), "BODY");
}

#[wasm_bindgen_test]
async fn loaded_customer_is_announced() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    wait_until("the announcement", || page.announced() == "已加载：金职院").await;
}

#[wasm_bindgen_test]
async fn ids_with_special_characters_work_in_the_box_and_in_recents() {
    let page = TestPage::new();
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
        page.mock_response(id, MockResponse::ok(samples::named(&format!("名 {id}"))));
        page.reopen("/");
        page.go_to(id).await;
        page.wait_for_heading(&format!("名 {id}")).await;
        page.wait_for_record().await;
        page.reopen("/");
        page.get_by_role("link", &format!("名 {id} {id}")).await.click();
        page.wait_for_heading(&format!("名 {id}")).await;
    }
}
