//! Unusual values: each affects only its own field, never the page.

use customer_profile::api::Key;
use js_sys::Date;
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{MockResponse, TestPage, replace, samples, script, text, wait_until};

/// The text of an absent value: a dash, and words for screen readers.
const ABSENT: &str = "— 未填写";

#[wasm_bindgen_test]
async fn absent_values_are_marked_and_zero_is_a_value() {
    let page = TestPage::with_record(samples::SPARSE).await;
    for label in [
        "客户描述",
        "来源",
        "负责人",
        "负责人ID",
        "所在部门",
        "行业ID",
        "行业",
        "区域",
        "所在区域编码",
        "合作关系",
        "排名",
        "客户级别",
        "未收款额",
        "累计质保金",
        "优势行业",
        "信用状况",
    ] {
        assert_eq!(page.value(label), ABSENT, "{label}");
    }
    assert_eq!(page.value("总成交额"), "0.00");
    assert_eq!(page.value("签单数"), "0");
    assert!(text(&page.select(".card-followers").unwrap()).ends_with("暂无关注者"));
}

#[wasm_bindgen_test]
async fn empty_section_collapses_its_keys() {
    let page = TestPage::with_record(samples::SPARSE).await;
    let rows = page.select(".card-classification .properties").unwrap();
    assert!(rows.offset_width() <= 1, "hidden, but not from screen readers");
    let line = page.select(".card-classification .unfilled > summary").unwrap();
    assert_eq!(text(&line), "均未填写");
    line.click();
    wait_until("the keys of the section", || rows.offset_width() > 100).await;
    for section in [".card-basics", ".card-finance", ".card-identifiers"] {
        assert!(page.select(&format!("{section} .unfilled")).is_none(), "{section} is not collapsed");
    }
}

#[wasm_bindgen_test]
async fn unnamed_customer_has_its_number_or_id_as_title() {
    for (record, heading, title) in [
        (r#"{"id": "7", "type": "CLIENT"}"#, "未命名客户 7", "7 - 客户档案"),
        (r#"{"id": "7", "customerNo": "KH-1", "name": ""}"#, "未命名客户 7", "KH-1 - 客户档案"),
        // Invisible characters are not a name.
        (
            r#"{"id": "7", "customerNo": "KH-1", "name": "\u3164\u200B\u2800"}"#,
            "未命名客户 7",
            "KH-1 - 客户档案",
        ),
        (r#"{"type": "CLIENT"}"#, "未命名客户", "42 - 客户档案"),
    ] {
        let page = TestPage::with_record(record).await;
        assert_eq!(page.heading(), heading, "{record}");
        page.wait_for_title(title).await;
    }
}

#[wasm_bindgen_test]
async fn bidi_control_characters_in_a_name_are_isolated() {
    let page = TestPage::with_record(r#"{"id": "1", "name": "\u202e金职院\u2066"}"#).await;
    assert_eq!(page.heading(), "\u{202e}金职院\u{2066}");
    assert!(page.select("h1 bdi").is_some());
    page.wait_for_title("金职院 - 客户档案").await;
}

#[wasm_bindgen_test]
async fn right_to_left_texts_are_isolated() {
    let page = TestPage::with_record(
        r#"{"id": "1", "name": "חברה (א)", "managerName": "张三", "type": "סוג", "creditSituation": "شركة"}"#,
    )
    .await;
    let isolated: Vec<String> = page.select_all("bdi").iter().map(text).collect();
    assert_eq!(
        isolated,
        ["חברה (א)", "סוג", "חברה (א)", "סוג", "شركة"],
        "in the slim bar, the header and its row; no other text"
    );
}

#[wasm_bindgen_test]
async fn ids_and_names_in_sentences_are_isolated() {
    let page = TestPage::new();
    page.set_languages(&["en"]);
    page.mock_response("\u{202e}42", MockResponse::json(404, "{}"));
    page.mock_response("00042", MockResponse::json(404, "{}"));
    let data = |page: &TestPage| page.select_all("main bdi[lang=zh-CN]").iter().map(text).collect::<Vec<_>>();
    page.open("/customers/%E2%80%AE42");
    page.wait_for_text("Requested customer ID").await;
    assert_eq!(data(&page), ["\u{202e}42"]);
    page.reopen("/customers/00042");
    page.wait_for_text("looks like a customer number").await;
    assert_eq!(data(&page), ["00042", "00042"]);
    page.reopen("/compare/%E2%80%AE42");
    page.wait_for_text("with…").await;
    assert_eq!(data(&page), ["\u{202e}42"]);
}

#[wasm_bindgen_test]
async fn data_has_its_own_lang_attribute() {
    let page = TestPage::new();
    page.set_languages(&["en"]);
    page.mock_response("42", MockResponse::ok(samples::FULL));
    page.open("/customers/42");
    page.wait_for_record().await;
    let languages = |selector: &str| -> Vec<String> {
        let lang_of = |element: &web_sys::HtmlElement| {
            let ancestor = element.closest("[lang]").unwrap().unwrap();
            ancestor.get_attribute("lang").unwrap()
        };
        page.select_all(selector).iter().map(lang_of).collect()
    };
    for data in ["h1 bdi", ".trail li", ".long-text-body", ".follower-name bdi", ".card-basics dd bdi"] {
        let found = languages(data);
        assert!(!found.is_empty() && found.iter().all(|lang| lang == "zh-CN"), "{data}: {found:?}");
    }
    assert_eq!(languages(".card-basics dt")[0], "en");
    page.configure(r#"{"dataLanguage": "ja"}"#);
    page.reopen("/customers/42");
    page.wait_for_record().await;
    assert_eq!(languages("h1 bdi"), ["ja"]);
}

#[wasm_bindgen_test]
async fn float_noise_is_shown_only_in_the_title() {
    let page = TestPage::with_record(
        r#"{"id": "1", "totalTurnover": 277.199999999999989, "outstandingReceivables": 370370.33999999997,
            "retentionMoney": "277.199999999999989", "transactionNumber": 3.0000000000000004}"#,
    )
    .await;
    assert_eq!(page.figure("总成交额"), "277.20");
    assert_eq!(page.figure("未收款额"), "370,370.34");
    assert_eq!(page.figure("累计质保金"), "277.199999999999989");
    assert_eq!(page.value("签单数"), "3");
    let titles: Vec<Option<String>> = page
        .select_all(".card-finance .amount")
        .iter()
        .map(|amount| amount.get_attribute("title"))
        .collect();
    assert_eq!(
        titles,
        [Some("277.199999999999989".to_owned()), Some("370370.33999999997".to_owned()), None]
    );
    assert!(page.value("平均每单成交额").starts_with("92.40"), "{}", page.value("平均每单成交额"));
}

#[wasm_bindgen_test]
async fn average_deal_has_two_decimals() {
    let page =
        TestPage::with_record(r#"{"id": "1", "totalTurnover": 2324.3199, "transactionNumber": 3}"#).await;
    assert!(page.value("平均每单成交额").starts_with("774.77"), "{}", page.value("平均每单成交额"));
    assert!(!page.value("平均每单成交额").contains("774.773"));
}

#[wasm_bindgen_test]
async fn timestamp_is_shown_in_the_configured_time_zone() {
    for (zone, sent, shown) in [
        ("Asia/Shanghai", "1627819200000", "2021-08-01 20:00:00 +08:00"),
        ("UTC", "\"1627819200\"", "2021-08-01 12:00:00 +00:00"),
        ("America/St_Johns", "1627819200", "2021-08-01 09:30:00 -02:30"),
    ] {
        let page = TestPage::new();
        page.configure(&format!(r#"{{"timeZone": "{zone}"}}"#));
        page.mock_response("42", MockResponse::ok(format!(r#"{{"id": "1", "createdAt": {sent}}}"#)));
        page.open("/customers/42");
        page.wait_for_record().await;
        assert!(page.value("创建时间").starts_with(shown), "{}", page.value("创建时间"));
        wait_until("the relative time", || page.value("创建时间").ends_with('前')).await;
    }
    let page = TestPage::with_record(r#"{"id": "1", "createdAt": [2021, 8, 1, 12, 5]}"#).await;
    assert!(page.value("创建时间").starts_with("2021-08-01 12:05"), "{}", page.value("创建时间"));
}

#[wasm_bindgen_test]
async fn wall_clock_time_is_relative_to_the_configured_time_zone() {
    // Kiritimati is 26 hours ahead of Baker Island: the browser is in one of them at most.
    for (zone, hours) in [("Pacific/Kiritimati", 14), ("Etc/GMT+12", -12)] {
        let page = TestPage::new();
        let in_zone = Date::new(&JsValue::from(Date::now() + f64::from(hours - 2) * 3_600_000.0 - 60_000.0));
        let sent = String::from(in_zone.to_iso_string()).replace('Z', "");
        page.configure(&format!(r#"{{"timeZone": "{zone}"}}"#));
        page.mock_response("42", MockResponse::ok(format!(r#"{{"id": "1", "createdAt": "{sent}"}}"#)));
        page.open("/customers/42");
        page.wait_for_record().await;
        wait_until("the relative time", || page.value("创建时间").ends_with("2小时前")).await;
    }
}

#[wasm_bindgen_test]
async fn response_is_decoded_by_its_charset() {
    // 金职院 in GBK, and an incomplete character.
    let gbk = b"{\"name\": \"\xbd\xf0\xd6\xb0\xd4\xba\", \"levelName\": \"\xbd\xf0\xff\"}";
    let utf_16: Vec<u8> = "{\"name\": \"金职院\"}".encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (content_type, body) in [
        ("application/json;charset=GBK", gbk.as_slice()),
        ("application/json; charset=\"gb18030\"", gbk),
        ("application/json; charset=utf-16", &utf_16),
        ("application/json; charset=nobody-knows", "{\"name\": \"金职院\"}".as_bytes()),
    ] {
        let page = TestPage::new();
        page.mock_response("42", MockResponse::bytes(content_type, body));
        page.open("/customers/42");
        page.wait_for_heading("金职院").await;
        if content_type.contains("GBK") {
            assert_eq!(page.value("客户级别"), "金\u{fffd}");
        }
    }
}

#[wasm_bindgen_test]
async fn unknown_type_is_a_neutral_badge_with_its_raw_value() {
    let page = TestPage::with_record(samples::UNKNOWN_TYPE).await;
    let badge = page.select(".badge").unwrap();
    assert_eq!(text(&badge), "STRATEGIC_ALLY");
    assert!(badge.class_list().contains("badge-neutral"));
}

#[wasm_bindgen_test]
async fn notice_counts_and_names_unreadable_values() {
    let page = TestPage::with_record(samples::UNREADABLE).await;
    let notice = text(&page.select(".notice").unwrap());
    assert_eq!(notice, "3 项数据无法识别，已按原文显示：所在部门、总成交额、创建时间");
}

#[wasm_bindgen_test]
async fn unreadable_values_are_shown_raw_and_the_others_normally() {
    let page = TestPage::with_record(samples::UNREADABLE).await;
    assert_eq!(page.value("所在部门"), "true（无法识别）");
    assert_eq!(page.value("总成交额"), r#"{ "min": 10, "max": 12 }（无法识别）"#);
    assert_eq!(page.value("创建时间"), r#""next week"（无法识别）"#);
    assert_eq!(page.heading(), "武汉珞珈东湖光电材料研究院");
    assert_eq!(page.figure("未收款额"), "96,000.00");
    assert!(!page.text().contains("÷"), "there is no turnover to divide by");
}

#[wasm_bindgen_test]
async fn all_keys_can_be_unreadable() {
    let record: serde_json::Map<String, serde_json::Value> =
        Key::ALL.iter().map(|key| (key.as_str().to_owned(), true.into())).collect();
    let page = TestPage::with_record(&serde_json::Value::Object(record).to_string()).await;
    page.wait_for_text(&format!("{} 项数据无法识别", Key::ALL.len())).await;
    let name_and_type_in_the_slim_bar = 2;
    assert_eq!(
        page.select_all(".record .unreadable").len(),
        Key::ALL.len() + name_and_type_in_the_slim_bar
    );
    assert!(!page.text().contains("暂无关注者"), "there may be followers");
}

#[wasm_bindgen_test]
async fn unreadable_follower_is_shown_raw_among_the_others() {
    let page = TestPage::with_record(
        r#"{"id": "1", "followerNames": ["张三", {"id": 4, "name": {"first": "四", "last": "李"}}, {"id": 5, "name": "王五"}]}"#,
    )
    .await;
    let names: Vec<String> = page.select_all(".follower-name").iter().map(text).collect();
    assert_eq!(names, ["张三", r#"{"id": 4, "name": {"first": "四", "last": "李"}}"#, "王五"]);
    assert_eq!(text(&page.select(".notice").unwrap()), "1 项数据无法识别，已按原文显示：关注者");
}

#[wasm_bindgen_test]
async fn digits_are_shown_as_sent() {
    let page = TestPage::with_record(samples::EXACT).await;
    for (label, value) in [
        ("客户ID", "1725934800123456789"),
        ("客户编号", "0000000000000000072"),
        ("负责人ID", "1725934800123456789"),
        ("行业ID", "9007199254740993"),
        ("签单数", "1,000"),
    ] {
        assert_eq!(page.value(label), value, "{label}");
    }
    assert_eq!(page.figure("总成交额"), "9,007,199,254,740,993.25");
    assert_eq!(page.figure("未收款额"), "123,456,789,012,345,678,901,234,567,890.10");
    assert_eq!(page.figure("累计质保金"), "-0.50");
    let ids: Vec<String> = page
        .select_all(".follower")
        .iter()
        .filter_map(|follower| follower.get_attribute("data-id"))
        .collect();
    assert_eq!(ids, ["9007199254740992", "9007199254740993", "1725934800123456789"]);
}

#[wasm_bindgen_test]
async fn numbers_do_not_pass_through_javascript() {
    let page = TestPage::new();
    let refuse = script("", "throw new Error('the page must not parse numbers in JavaScript')");
    let json = js_sys::Reflect::get(&window(), &"JSON".into()).unwrap();
    replace(&json, "parse", &refuse);
    let number = js_sys::Reflect::get(&window(), &"Number".into()).unwrap();
    replace(&number, "parseFloat", &refuse);
    replace(&window(), "parseFloat", &refuse);
    page.mock_response("42", MockResponse::ok(samples::EXACT));
    page.open("/customers/42");
    page.wait_for_record().await;
    assert_eq!(page.figure("总成交额"), "9,007,199,254,740,993.25");
}

#[wasm_bindgen_test]
async fn success_codes_are_configurable() {
    let page = TestPage::new();
    page.configure(r#"{"successCodes": ["DONE", 7]}"#);
    for (id, code) in [("1", r#""done""#), ("2", "7")] {
        page.mock_response(
            id,
            MockResponse::ok(format!(r#"{{"code": {code}, "data": {{"id": "1", "name": "成"}}}}"#)),
        );
        page.reopen(&format!("/customers/{id}"));
        page.wait_for_heading("成").await;
    }
    page.mock_response("3", MockResponse::ok(r#"{"code": 0, "data": {"id": "1", "name": "成"}}"#));
    page.reopen("/customers/3");
    page.wait_for_heading("服务器拒绝了请求（0）").await;
}

#[wasm_bindgen_test]
async fn long_trail_is_truncated() {
    let steps: Vec<String> = (1..=10_000).map(|step| format!("第{step}级")).collect();
    let record = serde_json::json!({ "id": "1", "departmentPath": steps });
    let page = TestPage::with_record(&record.to_string()).await;
    let items = page.steps("所在部门");
    assert_eq!((items.len(), items[49].as_str(), items[50].as_str()), (51, "第50级", "还有 9950 级"));
}

#[wasm_bindgen_test]
async fn long_description_expands_and_collapses() {
    let page = TestPage::with_record(samples::LONG_TEXT).await;
    let record: serde_json::Value = serde_json::from_str(samples::LONG_TEXT).unwrap();
    let description = record["description"].as_str().unwrap();
    let body = page.select(".long-text-body").unwrap();
    let collapsed_height = body.offset_height();
    let button = page.get_by_role("button", "展开全文").await;
    assert_eq!(button.get_attribute("aria-expanded").as_deref(), Some("false"));
    button.click();
    let button = page.get_by_role("button", "收起").await;
    assert_eq!(button.get_attribute("aria-expanded").as_deref(), Some("true"));
    assert!(
        body.offset_height() > 4 * collapsed_height,
        "{} from {collapsed_height}",
        body.offset_height()
    );
    assert_eq!(body.text_content().unwrap(), description);
    button.click();
    page.get_by_role("button", "展开全文").await;
    assert_eq!(body.offset_height(), collapsed_height);
}

#[wasm_bindgen_test]
async fn description_is_long_by_lines_or_by_characters() {
    for (description, is_long) in [
        ("字".repeat(240), false),
        ("字".repeat(241), true),
        ("行\n".repeat(5), false),
        ("行\n".repeat(6), true),
    ] {
        let record = serde_json::json!({ "id": "1", "description": description });
        let page = TestPage::with_record(&record.to_string()).await;
        assert_eq!(page.query_role("button", "展开全文").is_some(), is_long, "{description:?}");
    }
}
