//! Ten thousand followers: drawn is what is shown, and everybody can be reached.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Stage, active, samples, settle, text, wait_until};

#[wasm_bindgen_test]
async fn of_ten_thousand_only_the_first_are_drawn() {
    let stage = Stage::showing(samples::MANY_FOLLOWERS).await;
    stage.sees("共 10,000 位").await;
    assert_eq!(stage.followers().len(), 12);
    assert!(stage.select_all("*").len() < 500, "{} elements", stage.select_all("*").len());
}

#[wasm_bindgen_test]
async fn more_are_shown_on_request_and_the_focus_goes_to_the_first_new_one() {
    let stage = Stage::showing(samples::MANY_FOLLOWERS).await;
    let more = stage.find("button", "+9,988：再显示 120 位").await;
    assert_eq!(text(&more), "+9,988");
    more.click();
    stage.find("button", "+9,868：再显示 120 位").await;
    assert_eq!(stage.followers().len(), 132);
    let first_new = stage.followers()[12].clone();
    wait_until("the focus on the first new one", || text(&active()) == first_new).await;
}

#[wasm_bindgen_test]
async fn the_last_ones_take_the_button_away_and_not_the_focus() {
    let stage = Stage::showing(&crowd(15)).await;
    stage.press("+3：再显示 3 位").await;
    wait_until("all of them", || stage.followers().len() == 15).await;
    assert!(stage.select(".more").is_none());
    let first_new = stage.followers()[12].clone();
    wait_until("the focus on the first new one", || text(&active()) == first_new).await;
}

#[wasm_bindgen_test]
async fn the_filter_finds_by_a_part_of_the_name() {
    let stage = Stage::showing(&crowd(30)).await;
    stage.fill("筛选关注者", " 员工2 ").await;
    wait_until("those with a 2 in front", || stage.followers().len() == 11).await;
    assert!(stage.text().contains("找到 11 位"));
    assert_eq!(stage.announced(), "找到 11 位");
}

#[wasm_bindgen_test]
async fn the_filter_finds_by_id() {
    let stage = Stage::showing(samples::MANY_FOLLOWERS).await;
    stage.fill("筛选关注者", "9999").await;
    wait_until("the one of this id", || stage.followers().len() == 1).await;
    let found = stage.select(".member").unwrap();
    assert_eq!(found.get_attribute("data-id").as_deref(), Some("9999"));
}

#[wasm_bindgen_test]
async fn an_emptied_filter_shows_the_first_ones_again() {
    let stage = Stage::showing(&crowd(30)).await;
    stage.fill("筛选关注者", "nobody").await;
    wait_until("nobody", || stage.followers().is_empty()).await;
    stage.sees("找到 0 位").await;
    stage.fill("筛选关注者", "").await;
    wait_until("the first ones", || stage.followers().len() == 12).await;
    assert_eq!(text(&stage.select(".member-filter").unwrap()), "", "nothing is counted");
}

#[wasm_bindgen_test]
async fn twenty_are_few_enough_to_read() {
    let stage = Stage::showing(&crowd(20)).await;
    assert!(stage.look_for("searchbox", "筛选关注者").is_none());
}

#[wasm_bindgen_test]
async fn paper_gets_the_first_sixty_how_many_more_there_are_and_no_ids() {
    let stage = Stage::showing(&crowd(1000)).await;
    let printed = || stage.select(".members-printed").unwrap().text_content().unwrap();
    stage.tell_window("beforeprint");
    assert!(printed().ends_with("员工59、员工60……另有 940 位"), "{}", printed());
    assert_eq!(printed().split('、').count(), 60);
    assert!(!printed().contains('('), "{}", printed());
    stage.tell_window("afterprint");
    settle().await;
    assert_eq!(printed(), "");
    let stage = Stage::showing(&crowd(60)).await;
    stage.tell_window("beforeprint");
    assert!(
        stage
            .select(".members-printed")
            .unwrap()
            .text_content()
            .unwrap()
            .ends_with("、员工60")
    );
}

/// A customer with this many followers: 员工1 of the id 1, and so on.
fn crowd(size: usize) -> String {
    let names: Vec<_> = (1..=size)
        .map(|id| serde_json::json!({ "id": id, "name": format!("员工{id}") }))
        .collect();
    serde_json::json!({ "id": "1", "followers": (1..=size).collect::<Vec<_>>(), "followerNames": names })
        .to_string()
}
