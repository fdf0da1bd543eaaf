//! The configuration block of index.html: errors are reported on the page, and valid settings apply.

use leptos::prelude::document;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Answer, Stage, samples, text, wait_until};

#[wasm_bindgen_test]
async fn each_error_is_reported_and_the_customer_is_shown() {
    for (block, message) in [
        (r#"{"timeout": 5}"#, "没有名为 timeout 的配置项"),
        (r#"{"timeoutSeconds": 0}"#, "timeoutSeconds 的值无效：0。有效值：1 … 600"),
        (r#"{"apiBase": "api"}"#, r#"apiBase 的值无效："api"。有效值："/…", "https://…""#),
        (
            r#"{"timeZone": "Asia/Nowhere"}"#,
            r#"timeZone 的值无效："Asia/Nowhere"。有效值："Asia/Shanghai", "UTC", …"#,
        ),
        (r#"{"unit": "元", "unit": "万元"}"#, "配置项 unit 重复，以最后一个为准"),
        ("{", "#config 配置块不是有效的 JSON 对象，已使用默认值"),
    ] {
        let stage = Stage::new();
        stage.configure(block);
        stage.answer("42", Answer::ok(samples::EXAMPLE));
        stage.open("/customers/42");
        let notice = text(&stage.find("alert", "").await);
        assert_eq!(notice, format!("页面配置有误 {message}"), "{block}");
        stage.sees_heading("金职院").await;
    }
}

#[wasm_bindgen_test]
async fn all_errors_are_reported_and_other_settings_apply() {
    let stage = Stage::new();
    stage.configure(r#"{"colour": "red", "timeoutSeconds": -1, "<b>": 1, "currency": "CNY"}"#);
    stage.answer("42", Answer::ok(samples::EXAMPLE));
    stage.open("/customers/42");
    stage.sees_heading("金职院").await;
    let notice = text(&stage.find("alert", "").await);
    for message in ["没有名为 colour 的配置项", "timeoutSeconds 的值无效：-1", "没有名为 <b> 的配置项"]
    {
        assert!(notice.contains(message), "{notice}");
    }
    assert_eq!(stage.select_all(".config-notice li").len(), 3);
    assert_eq!(stage.value("总成交额"), "¥2,324.32");
}

#[wasm_bindgen_test]
async fn a_missing_block_is_reported_and_the_page_works() {
    let stage = Stage::new();
    document().get_element_by_id("config").unwrap().remove();
    stage.answer("42", Answer::ok(samples::EXAMPLE));
    stage.open("/customers/42");
    stage.sees_heading("金职院").await;
    assert!(stage.text().contains("index.html 中没有 #config 配置块，已使用默认值"));
}

#[wasm_bindgen_test]
async fn a_valid_configuration_shows_no_notice() {
    let stage = Stage::new();
    stage.configure(r#"{"apiBase": "/v2", "timeoutSeconds": 30, "currency": null, "successCodes": ["0"]}"#);
    stage.answer("42", Answer::ok(samples::EXAMPLE));
    stage.open("/customers/42");
    stage.sees_heading("金职院").await;
    assert!(stage.look_for("alert", "").is_none());
    assert_eq!(stage.sent()[0].address(), "/v2/customers/42/detail");
}

#[wasm_bindgen_test]
async fn messages_follow_the_language() {
    let stage = Stage::new();
    stage.configure(r#"{"timeout": 5}"#);
    stage.open("/");
    stage.press("English").await;
    stage.sees("Unknown setting: timeout").await;
}

#[wasm_bindgen_test]
async fn a_script_url_for_sign_in_becomes_no_link() {
    let stage = Stage::new();
    stage.configure(r#"{"signInUrl": "javascript:alert(1)//{address}"}"#);
    stage.answer("42", Answer::json(401, "{}"));
    stage.open("/customers/42");
    stage.sees_heading("登录已过期").await;
    assert!(stage.look_for("link", "去登录").is_none());
}

#[wasm_bindgen_test]
async fn pages_links_and_requests_work_under_a_base_path() {
    let stage = Stage::new();
    stage.configure(r#"{"basePath": "/crm/"}"#);
    stage.answer("42", Answer::ok(samples::EXAMPLE));
    stage.answer("43", Answer::ok(samples::named("乙")));
    stage.open("/crm/customers/42");
    stage.sees_heading("金职院").await;
    assert_eq!(stage.sent()[0].address(), "/api/customers/42/detail");
    stage.go_to("43").await;
    stage.sees_heading("乙").await;
    wait_until("the address", || stage.path() == "/crm/customers/43").await;
    stage.find("link", "客户档案").await.click();
    stage.sees_heading("查找客户").await;
    wait_until("the start page's address", || stage.path().trim_end_matches('/') == "/crm").await;
    stage.find("link", "金职院 42").await.click();
    stage.sees_heading("金职院").await;
}

#[wasm_bindgen_test]
async fn a_path_that_shares_only_a_prefix_with_the_base_path_is_unknown() {
    for path in ["/crmx/customers/42", "/customers/42"] {
        let stage = Stage::new();
        stage.configure(r#"{"basePath": "/crm"}"#);
        stage.open(path);
        stage.sees_heading("页面不存在").await;
        assert!(stage.text().contains(&format!("basePath 与当前地址不符：{path}")), "{}", stage.text());
        assert_eq!(stage.sent().len(), 0);
        let home = stage.find("link", "查找客户").await;
        assert_eq!(home.get_attribute("href").as_deref(), Some("/crm/"));
    }
}

#[wasm_bindgen_test]
async fn a_code_shows_its_label_with_the_code_as_title() {
    let stage = Stage::new();
    stage.configure(r#"{"values": {"from": {"referral": "转介绍"}}}"#);
    stage.answer("42", Answer::ok(samples::FULL));
    stage.open("/customers/42");
    stage.shows_record().await;
    assert_eq!(stage.value("来源"), "转介绍");
    assert!(
        stage
            .value_element("来源")
            .query_selector("bdi[title=referral]")
            .unwrap()
            .is_some()
    );
    assert_eq!(stage.value("合作关系"), "strategic");
}
