//! Followers: only visible ones are rendered, and all can be reached.

use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, EventInit, HtmlElement, HtmlInputElement};

use crate::support::{TestPage, focused, replace, samples, script, settle, text, wait_until};

#[wasm_bindgen_test]
async fn large_follower_list_renders_only_the_first() {
    let page = TestPage::with_record(samples::MANY_FOLLOWERS).await;
    page.wait_for_text("共 10,000 位").await;
    assert_eq!(page.followers().len(), 12);
    assert!(page.select_all("*").len() < 500, "{} elements", page.select_all("*").len());
}

#[wasm_bindgen_test]
async fn browser_search_reveals_sixty_followers() {
    let page = TestPage::with_record(samples::MANY_FOLLOWERS).await;
    let findable = || page.select_all(".follower-list[hidden=until-found] > li").len();
    wait_until("the hidden followers", || findable() == 48).await;
    assert_eq!(page.followers().len(), 12);
    find_in(&page.select(".follower-list[hidden=until-found] > li").unwrap());
    wait_until("all followers", || page.followers().len() == 60).await;
    page.get_by_role("button", "+9,940：再显示 120 位").await;
}

#[wasm_bindgen_test]
async fn browser_search_reaches_followers_that_are_not_rendered() {
    let page = TestPage::with_record(&crowd(1000)).await;
    let others = || page.select_all(".followers > p[hidden=until-found]");
    let names = || {
        let texts: Vec<_> = others().iter().filter_map(|text| text.text_content()).collect();
        texts.join("、")
    };
    wait_until("the names", || names().starts_with("员工61、")).await;
    assert!(names().ends_with("、员工1000"), "{}", names());
    assert_eq!(names().split('、').count(), 940);
    assert!(!page.text().contains("员工61"), "they are hidden");
    assert!(others().len() < 10, "{} elements", others().len());

    page.click("+988：再显示 120 位").await;
    wait_until("the names of the others", || names().starts_with("员工133、")).await;
    page.fill("筛选关注者", "员工9").await;
    wait_until("the names that match", || names().starts_with("员工949、")).await;
    page.fill("筛选关注者", "员工99").await;
    wait_until("no others", || others().is_empty()).await;
    page.fill("筛选关注者", "").await;
    wait_until("the names", || names().starts_with("员工61、")).await;

    let text = others()[1].first_child().unwrap();
    find_in(&others()[1]);
    page.get_by_role("button", "+940：再显示 120 位").await;
    assert_eq!(page.followers().len(), 60);
    assert!(others()[1].contains(Some(&text)), "find-in-page loses its match with the text");
}

#[wasm_bindgen_test]
async fn show_more_focuses_the_first_new_follower() {
    let page = TestPage::with_record(samples::MANY_FOLLOWERS).await;
    let more = page.get_by_role("button", "+9,988：再显示 120 位").await;
    assert_eq!(text(&more), "+9,988");
    more.click();
    page.get_by_role("button", "+9,868：再显示 120 位").await;
    assert_eq!(page.followers().len(), 132);
    let first_new = page.followers()[12].clone();
    wait_until("focus on the first new follower", || text(&focused()) == first_new).await;
}

#[wasm_bindgen_test]
async fn showing_the_last_followers_removes_the_button_and_keeps_focus() {
    let page = TestPage::with_record(&crowd(15)).await;
    page.click("+3：再显示 3 位").await;
    wait_until("all followers", || page.followers().len() == 15).await;
    assert!(page.select(".more").is_none());
    let first_new = page.followers()[12].clone();
    wait_until("focus on the first new follower", || text(&focused()) == first_new).await;
}

#[wasm_bindgen_test]
async fn filter_matches_part_of_a_name() {
    let page = TestPage::with_record(&crowd(30)).await;
    page.fill("筛选关注者", " 员工2 ").await;
    wait_until("the followers that match", || page.followers().len() == 11).await;
    assert!(page.text().contains("找到 11 位"));
    assert_eq!(page.announced(), "找到 11 位");
}

#[wasm_bindgen_test]
async fn filter_matches_an_id() {
    let page = TestPage::with_record(samples::MANY_FOLLOWERS).await;
    page.fill("筛选关注者", "9999").await;
    wait_until("the follower with this id", || page.followers().len() == 1).await;
    let found = page.select(".follower").unwrap();
    assert_eq!(found.get_attribute("data-id").as_deref(), Some("9999"));
}

#[wasm_bindgen_test]
async fn filter_matches_in_any_width_and_case() {
    let page = TestPage::with_record(&followers(&["Ａｄａ Ｋｉｎｇ", "Émile", "王小明"])).await;
    for (typed, found) in [("ada", "Ａｄａ Ｋｉｎｇ"), ("ÉMILE", "Émile"), ("王小明　", "王小明")]
    {
        page.fill("筛选关注者", typed).await;
        wait_until(typed, || names_of(&page) == [found]).await;
    }
    // Full width, as input methods type it.
    page.fill("筛选关注者", "ＫＩＮＧ").await;
    wait_until("the name", || names_of(&page) == ["Ａｄａ Ｋｉｎｇ"]).await;
}

#[wasm_bindgen_test]
async fn filter_matches_pinyin_initials() {
    let names = ["欧阳娜娜", "吕布", "曾国藩", "单雄信", "赵子龙Tom", "阿凡提", "沈晓明"];
    let page = TestPage::with_record(&followers(&names)).await;
    for (typed, found) in [
        ("oynn", "欧阳娜娜"),
        ("LB", "吕布"),
        ("zgf", "曾国藩"),
        ("sxx", "单雄信"),
        ("zzlt", "赵子龙Tom"),
        ("aft", "阿凡提"),
        ("xm", "沈晓明"),
    ] {
        page.fill("筛选关注者", typed).await;
        wait_until(typed, || names_of(&page) == [found]).await;
    }
}

#[wasm_bindgen_test]
async fn filter_ignores_initials_if_the_browser_does_not_sort_by_pinyin() {
    let page = TestPage::with_record(&followers(&["吕布", "张三"])).await;
    let by_code_point =
        script("", "return { Collator: class { compare(a, b) { return a < b ? -1 : a > b; } } }");
    replace(&window(), "Intl", &by_code_point.call0(&JsValue::UNDEFINED).unwrap());
    page.fill("筛选关注者", "lb").await;
    page.wait_for_text("找到 0 位").await;
    page.fill("筛选关注者", "张").await;
    wait_until("the name", || names_of(&page) == ["张三"]).await;
}

#[wasm_bindgen_test]
async fn filter_waits_for_the_end_of_a_composition() {
    let page = TestPage::with_record(&followers(&["张三", "李四"])).await;
    let input = page
        .get_by_role("searchbox", "筛选关注者")
        .await
        .unchecked_into::<HtmlInputElement>();
    let dispatch = |kind: &str, composing: bool| {
        let event = script(
            "kind, composing",
            "return composing
            ? new InputEvent(kind, { bubbles: true, isComposing: true })
            : new CompositionEvent(kind, { bubbles: true })",
        );
        let event = event.call2(&JsValue::UNDEFINED, &kind.into(), &composing.into()).unwrap();
        input.dispatch_event(event.unchecked_ref()).unwrap();
    };
    input.set_value("zhang");
    dispatch("input", true);
    settle().await;
    assert_eq!(page.followers().len(), 12);
    assert_eq!(page.announced(), "已加载：1");
    input.set_value("张");
    dispatch("compositionend", false);
    wait_until("the name", || names_of(&page) == ["张三"]).await;
}

#[wasm_bindgen_test]
async fn empty_filter_shows_the_first_followers() {
    let page = TestPage::with_record(&crowd(30)).await;
    page.fill("筛选关注者", "nobody").await;
    wait_until("an empty list", || page.followers().is_empty()).await;
    page.wait_for_text("找到 0 位").await;
    page.fill("筛选关注者", "").await;
    wait_until("the first followers", || page.followers().len() == 12).await;
    assert_eq!(text(&page.select(".follower-filter").unwrap()), "", "no count");
}

#[wasm_bindgen_test]
async fn twenty_followers_have_no_filter() {
    let page = TestPage::with_record(&crowd(20)).await;
    assert!(page.query_role("searchbox", "筛选关注者").is_none());
}

#[wasm_bindgen_test]
async fn print_lists_sixty_followers_and_the_number_of_the_others() {
    let page = TestPage::with_record(&crowd(1000)).await;
    let printed = || page.select(".followers-printed").unwrap().text_content().unwrap();
    page.dispatch_on_window("beforeprint");
    assert!(printed().ends_with("员工59、员工60……另有 940 位"), "{}", printed());
    assert_eq!(printed().split('、').count(), 60);
    assert!(!printed().contains('('), "{}", printed());
    let page = TestPage::with_record(&crowd(60)).await;
    page.dispatch_on_window("beforeprint");
    assert!(
        page.select(".followers-printed")
            .unwrap()
            .text_content()
            .unwrap()
            .ends_with("、员工60")
    );
}

/// Dispatches the event of find-in-page for a match in a hidden element.
fn find_in(element: &HtmlElement) {
    let init = EventInit::new();
    init.set_bubbles(true);
    let found = Event::new_with_event_init_dict("beforematch", &init).unwrap();
    element.dispatch_event(&found).unwrap();
}

/// Returns the names of the rendered followers, without their avatars.
fn names_of(page: &TestPage) -> Vec<String> {
    page.select_all(".follower-list:not([hidden]) .follower-name")
        .iter()
        .map(text)
        .collect()
}

/// Returns a customer with these followers and others, so that there is a filter.
fn followers(names: &[&str]) -> String {
    let others = (1..=20).map(|number| format!("员工{number}"));
    let names: Vec<_> = names.iter().map(|name| (*name).to_owned()).chain(others).collect();
    serde_json::json!({ "id": "1", "followerNames": names }).to_string()
}

/// Returns a customer with followers 员工1 (id 1), 员工2 (id 2), …
fn crowd(size: usize) -> String {
    let names: Vec<_> = (1..=size)
        .map(|id| serde_json::json!({ "id": id, "name": format!("员工{id}") }))
        .collect();
    serde_json::json!({ "id": "1", "followers": (1..=size).collect::<Vec<_>>(), "followerNames": names })
        .to_string()
}
