//! The page of a customer that matches the API's document: sections, labels and values.

use std::iter::successors;

use customer_profile::api::{CustomerDetail, Key, Value};
use customer_profile::locale::Locale;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, Node};

use crate::support::{MockResponse, TestPage, samples, text, wait_until};

/// The displayed value of each label for the document's example.
const EXAMPLE: [(&str, &str); 20] = [
    ("客户ID", "id"),
    ("客户编号", "00001"),
    ("客户描述", "描述"),
    ("来源", "customer"),
    ("负责人", "张三"),
    ("负责人ID", "87"),
    ("客户级别", "战略级"),
    ("合作关系", "target"),
    ("优势行业", "电信"),
    ("信用状况", "优秀"),
    ("行业ID", "67"),
    ("所在部门", "亚服 服务站 浙江站"),
    ("行业", "政府 司法 监狱"),
    ("区域", "浙江省 杭州市 西湖区"),
    ("所在区域编码", "33 3305 330502"),
    ("总成交额", "2,324.32"),
    ("未收款额", "23.00 占总成交额 1.0%"),
    ("累计质保金", "434.99 占总成交额 18.7%"),
    ("签单数", "1"),
    ("排名", "1"),
];

#[wasm_bindgen_test]
async fn example_values_are_shown_beside_their_labels() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    for (label, value) in EXAMPLE {
        assert_eq!(page.value(label), value, "{label}");
    }
}

/// Reads the table in `docs/api.md`, so a new key that the page does not show fails this test.
#[wasm_bindgen_test]
async fn every_documented_key_is_shown_beside_its_label() {
    let keys = keys_of_the_table();
    assert_eq!(keys.len(), Key::ALL.len(), "{keys:?}");
    let empty = CustomerDetail::default();
    let mut answer = serde_json::Map::new();
    let mut shown = Vec::new();
    for (place, (key, kind, comment)) in keys.iter().enumerate() {
        let number = 70_000 + place;
        let known = Key::ALL
            .iter()
            .find(|known| known.as_str() == key.as_str())
            .expect("a key of the DTO");
        let (value, text) = match (empty.get(*known), kind.as_str()) {
            (Value::Type(_), _) => ("STRATEGIC".into(), "STRATEGIC".to_owned()),
            (Value::Time(_), _) => ("2021-08-01 12:00:00".into(), "2021-08-01 12:00:00".to_owned()),
            (Value::Amount(_) | Value::Count(_), _) => (number.into(), format!("70,{place:03}")),
            (Value::FollowerIds(_), _) => (serde_json::json!([number]), format!("未知成员（{number}）")),
            (Value::Followers(_), _) => {
                (serde_json::json!([{ "id": 7, "name": "后来者" }]), "后来者".to_owned())
            }
            (Value::Trail(_), _) => (serde_json::json!([format!("甲{key}"), "乙"]), format!("甲{key} 乙")),
            (_, "int") => (number.into(), number.to_string()),
            _ => (format!("值 {key}").into(), format!("值 {key}")),
        };
        answer.insert(key.clone(), value);
        shown.push((comment.clone(), text));
    }
    let page = TestPage::with_record(&serde_json::Value::Object(answer).to_string()).await;
    for (comment, text) in shown {
        let is_shown = match comment.as_str() {
            "客户名称" => page.heading() == text,
            "客户类型" => page.value_of_tag(&comment) == text,
            "关注者" => page.followers().iter().any(|item| item.ends_with(&text)),
            comment => page.value(comment).starts_with(&text),
        };
        assert!(is_shown, "{comment}: {text} is not on the page: {}", page.text());
    }
}

/// Returns key, type and comment of each row of the table.
fn keys_of_the_table() -> Vec<(String, String, String)> {
    let rows = include_str!("../../docs/api.md")
        .lines()
        .skip_while(|line| !line.starts_with("| Key |"))
        .skip(2);
    let cells = |row: &str| {
        row.split('|')
            .map(|cell| cell.trim().trim_matches('`').to_owned())
            .collect::<Vec<_>>()
    };
    let rows = rows.take_while(|row| row.starts_with('|')).map(cells);
    let keys = rows.map(|cells| (cells[1].clone(), cells[2].clone(), cells[4].clone()));
    keys.filter(|(key, ..)| !key.contains("[]")).collect()
}

#[wasm_bindgen_test]
async fn header_values_are_not_repeated_in_the_basics() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    assert_eq!(page.heading(), "金职院");
    for (label, value) in [
        ("客户类型", "正式客户"),
        ("客户级别", "战略级"),
        ("客户编号", "00001"),
        ("负责人", "张三"),
        ("区域", "杭州市 / 西湖区"),
    ] {
        assert_eq!(page.value_of_tag(label), value, "{label}");
        let again = page.select_all(".card-basics dt").into_iter().find(|term| text(term) == label);
        assert!(again.is_none(), "{label}");
    }
    assert_eq!(page.select(".monogram").map(|monogram| text(&monogram)).as_deref(), Some("金"));
}

#[wasm_bindgen_test]
async fn contacts_in_texts_have_links_and_copy_buttons() {
    let description = "王主任 138-0013-8000，(0571)8888-6666转802；wang@example.com、13800138000";
    let answer = serde_json::json!({ "id": "7", "name": "甲", "description": description }).to_string();
    let page = TestPage::with_record(&answer).await;
    let contacts = || page.select_all(".contacts a").into_iter();
    let shown: Vec<_> = contacts()
        .map(|link| (text(&link), link.get_attribute("href").unwrap()))
        .collect();
    let expected = [
        ("拨打 138-0013-8000", "tel:13800138000"),
        ("拨打 (0571)8888-6666转802", "tel:057188886666,802"),
        ("发邮件至 wang@example.com", "mailto:wang@example.com"),
    ];
    assert_eq!(shown, expected.map(|(name, href)| (name.to_owned(), href.to_owned())));
    page.get_by_role("list", "联系方式").await;
    page.get_by_role("button", "复制邮箱地址").await;
    let page = TestPage::with_record(samples::EXAMPLE).await;
    assert!(page.query_role("list", "联系方式").is_none());
}

#[wasm_bindgen_test]
async fn monogram_skips_the_place_in_the_name() {
    let page = TestPage::with_record(samples::FULL).await;
    assert_eq!(page.select(".monogram").map(|monogram| text(&monogram)).as_deref(), Some("澜"));
}

#[wasm_bindgen_test]
async fn slim_bar_is_hidden_from_screen_readers() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    let bar = page.select(".slim-bar").unwrap();
    assert_eq!(text(&bar), "金职院正式客户");
    assert_eq!(bar.get_attribute("aria-hidden").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn copy_buttons_follow_their_value() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    let buttons = page.select_all(".copy");
    assert!(buttons.len() > 9, "{}", buttons.len());
    for button in buttons {
        let mut siblings = successors(button.previous_sibling(), |node| node.previous_sibling());
        let before = siblings.find(|node| node.node_type() != Node::COMMENT_NODE);
        let before = before.and_then(|node| node.text_content()).unwrap_or_default();
        assert!(!before.trim().is_empty(), "{:?}", button.get_attribute("title"));
    }
}

#[wasm_bindgen_test]
async fn each_customer_type_has_its_own_badge() {
    for (answer, word, class) in [
        (samples::FULL, "正式客户", "badge-positive"),
        (samples::TARGET, "目标客户", "badge-accent"),
        (samples::PROSPECT, "沟通客户", "badge-warm"),
    ] {
        let page = TestPage::with_record(answer).await;
        let badge = page.select(".badge").unwrap();
        assert_eq!(text(&badge), word);
        assert!(badge.class_list().contains(class), "{word}");
    }
}

#[wasm_bindgen_test]
async fn trails_are_labelled_lists_in_order() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    for (label, steps) in [
        ("所在部门", ["亚服", "服务站", "浙江站"]),
        ("行业", ["政府", "司法", "监狱"]),
        ("区域", ["浙江省", "杭州市", "西湖区"]),
        ("所在区域编码", ["33", "3305", "330502"]),
    ] {
        page.get_by_role("list", label).await;
        assert_eq!(page.steps(label), steps);
    }
}

#[wasm_bindgen_test]
async fn amount_bars_share_one_scale_from_zero() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    let bar = |class: &str| page.select(class).unwrap().style();
    for (class, width) in [(".bar-turnover", "100%"), (".bar-outstanding", "1%"), (".bar-retention", "18.7%")]
    {
        assert_eq!(bar(class).get_property_value("width").unwrap(), width, "{class}");
        assert_eq!(bar(class).get_property_value("margin-left").unwrap(), "0%", "{class}");
    }
    let zeros = page.select_all(".bar > .bar-zero");
    assert_eq!(zeros.len(), 3, "every bar has a zero line");
    assert!(
        zeros
            .iter()
            .all(|zero| zero.style().get_property_value("left").unwrap() == "0%")
    );
}

#[wasm_bindgen_test]
async fn negative_amounts_differ_visually_and_in_text() {
    let page = TestPage::with_record(
        r#"{"id": "1", "totalTurnover": 1000, "outstandingReceivables": "-250.00", "retentionMoney": 0}"#,
    )
    .await;
    let bars = page.select_all(".bar-fill");
    let is_below: Vec<bool> = bars.iter().map(|bar| bar.class_list().contains("bar-below-zero")).collect();
    assert_eq!(is_below, [false, true, false]);
    let place = |property: &str| bars[1].style().get_property_value(property).unwrap();
    assert_eq!([place("margin-left"), place("width")], ["0%", "20%"]);
    let zeros = page.select_all(".bar-zero");
    assert!(
        zeros
            .iter()
            .all(|zero| zero.style().get_property_value("left").unwrap() == "20%"),
        "one scale, one zero"
    );
    assert_eq!(page.value("未收款额"), "负 -250.00 占总成交额 -25.0%");
}

#[wasm_bindgen_test]
async fn tiny_and_excessive_shares_are_not_rounded_away() {
    let page = TestPage::with_record(
        r#"{"id": "1", "totalTurnover": 100000, "outstandingReceivables": "1.00", "retentionMoney": "250000"}"#,
    )
    .await;
    assert_eq!(page.value("未收款额"), "1.00 占总成交额 <0.1%");
    assert_eq!(page.value("累计质保金"), "250,000.00 ≈ 25 万 占总成交额 250.0%");
    let warned: Vec<String> = page.select_all(".above-whole").iter().map(text).collect();
    assert_eq!(warned, ["占总成交额 250.0%"]);
}

#[wasm_bindgen_test]
async fn large_amount_with_a_currency_sign_is_also_shown_in_a_large_unit() {
    let page = TestPage::with_record(
        r#"{"id": "1", "totalTurnover": "￥12,846,350.75", "outstandingReceivables": "12846350.75美元",
            "retentionMoney": "1,284,635万元"}"#,
    )
    .await;
    assert_eq!(page.value("总成交额"), "¥12,846,350.75 ≈ 1,284.6 万");
    assert_eq!(page.value("未收款额"), "12,846,350.75 美元 ≈ 1,284.6 万");
    assert_eq!(page.value("累计质保金"), "1,284,635.00 万元");
}

#[wasm_bindgen_test]
async fn formulas_and_the_note_on_bars_are_collapsed_by_default() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    let note = "各数据条均从零起";
    assert!(!page.text().contains('÷') && !page.text().contains(note));
    page.select(".how > summary").unwrap().click();
    page.wait_for_text("未收款额 ÷ 总成交额").await;
    page.wait_for_text("累计质保金 ÷ 总成交额").await;
    page.wait_for_text("总成交额 ÷ 签单数").await;
    page.wait_for_text(note).await;
    assert!(
        page.select(".how > p[aria-hidden=true]").is_some(),
        "bars and their note are hidden from screen readers"
    );
}

#[wasm_bindgen_test]
async fn single_bar_has_no_note() {
    let page = TestPage::with_record(r#"{"id": "1", "totalTurnover": 5, "transactionNumber": 2}"#).await;
    assert!(page.select(".how").is_some() && page.select(".how > p").is_none());
    let page = TestPage::with_record(r#"{"id": "1", "totalTurnover": 5}"#).await;
    assert!(page.select(".how").is_none(), "no formula without a ratio");
}

#[wasm_bindgen_test]
async fn average_deal_is_shown_with_its_formula() {
    let page = TestPage::with_record(samples::FULL).await;
    // 12846350.75 ÷ 37
    assert_eq!(page.value("平均每单成交额"), "347,198.67 ≈ 34.7 万");
    page.select(".how > summary").unwrap().click();
    page.wait_for_text("347,198.67 ≈ 34.7 万 总成交额 ÷ 签单数").await;
}

#[wasm_bindgen_test]
async fn ratios_are_omitted_if_the_divisor_is_zero() {
    let page = TestPage::with_record(samples::PROSPECT).await;
    assert_eq!(page.value("总成交额"), "0.00");
    assert_eq!(page.value("未收款额"), "0.00");
    for ratio in ["占总成交额", "平均每单成交额", "NaN", "÷"] {
        assert!(!page.text().contains(ratio), "{ratio}");
    }
}

#[wasm_bindgen_test]
async fn followers_are_counted_and_listed() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.get_by_role("region", "关注者 共 3 位").await;
    assert_eq!(page.followers(), ["张三 张三", "李四 李四", "王五 王五"], "each with its avatar");
}

#[wasm_bindgen_test]
async fn creation_time_is_shown_as_sent_with_its_age() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    let time = page.value_element("创建时间");
    wait_until("the relative time", || text(&time).ends_with("年前")).await;
    assert_eq!(text(&time), "2021-08-01 12:00:00 4年前");
}

#[wasm_bindgen_test]
async fn description_keeps_line_breaks() {
    let page = TestPage::with_record(r#"{"id": "1", "description": "第一行\n第二行"}"#).await;
    assert_eq!(page.value_element("客户描述").inner_text().trim(), "第一行\n第二行");
}

#[wasm_bindgen_test]
async fn labels_and_sections_are_english_if_the_browser_prefers_it() {
    let page = TestPage::new();
    page.set_languages(&["fr-FR", "en-GB", "zh-CN"]);
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE));
    page.open("/customers/42");
    page.wait_for_record().await;
    for (label, value) in EXAMPLE {
        let value = match value.split_once("占总成交额 ") {
            Some((amount, share)) => format!("{amount}{share} of total sales"),
            None => value.to_owned(),
        };
        let key = Key::ALL.iter().find(|key| Locale::Zh.label(**key) == label).unwrap();
        assert_eq!(page.value(Locale::En.label(*key)), value, "{label}");
    }
    assert_eq!(page.value_of_tag("Customer type"), "Client");
    let texts = Locale::En.texts();
    for section in [texts.finance, texts.basics, texts.classification, texts.identifiers] {
        page.get_by_role("region", section).await;
    }
}

#[wasm_bindgen_test]
async fn page_has_one_h1_and_an_h2_per_section() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    let headings = page.select_all("h1, h2, h3, h4, h5, h6");
    let levels: Vec<String> = headings
        .iter()
        .filter(|heading| is_open(heading))
        .map(|it| it.tag_name())
        .collect();
    assert_eq!(levels, ["H1", "H2", "H2", "H2", "H2", "H2"]);
    assert_eq!(page.select_all("main").len(), 1);
}

fn is_open(element: &Element) -> bool {
    element.closest("dialog").unwrap().is_none()
}

#[wasm_bindgen_test]
async fn labels_and_values_are_dt_dd_pairs() {
    let page = TestPage::with_record(samples::FULL).await;
    for value in page.select_all("dd") {
        let term = value
            .previous_element_sibling()
            .map(|term| term.unchecked_into::<HtmlElement>());
        let term = term.filter(|term| term.tag_name() == "DT");
        assert!(term.is_some_and(|term| !text(&term).is_empty()), "{}", text(&value));
        assert!(value.closest("dl").unwrap().is_some());
    }
}
