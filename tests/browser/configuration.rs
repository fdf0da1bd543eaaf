//! The configuration block of index.html: errors are reported on the page, and valid settings apply.

use leptos::prelude::document;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{MockResponse, TestPage, samples, text, wait_until};

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
        let page = TestPage::new();
        page.configure(block);
        page.mock_response("42", MockResponse::ok(samples::EXAMPLE));
        page.open("/customers/42");
        let notice = text(&page.get_by_role("alert", "").await);
        assert_eq!(notice, format!("页面配置有误 {message}"), "{block}");
        page.wait_for_heading("金职院").await;
    }
}

#[wasm_bindgen_test]
async fn all_errors_are_reported_and_other_settings_apply() {
    let page = TestPage::new();
    page.configure(r#"{"colour": "red", "timeoutSeconds": -1, "<b>": 1, "currency": "CNY"}"#);
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE));
    page.open("/customers/42");
    page.wait_for_heading("金职院").await;
    let notice = text(&page.get_by_role("alert", "").await);
    for message in ["没有名为 colour 的配置项", "timeoutSeconds 的值无效：-1", "没有名为 <b> 的配置项"]
    {
        assert!(notice.contains(message), "{notice}");
    }
    assert_eq!(page.select_all(".config-notice li").len(), 3);
    assert_eq!(page.value("总成交额"), "¥2,324.32");
}

#[wasm_bindgen_test]
async fn a_missing_block_is_reported_and_the_page_works() {
    let page = TestPage::new();
    document().get_element_by_id("config").unwrap().remove();
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE));
    page.open("/customers/42");
    page.wait_for_heading("金职院").await;
    assert!(page.text().contains("index.html 中没有 #config 配置块，已使用默认值"));
}

#[wasm_bindgen_test]
async fn a_valid_configuration_shows_no_notice() {
    let page = TestPage::new();
    page.configure(r#"{"apiBase": "/v2", "timeoutSeconds": 30, "currency": null, "successCodes": ["0"]}"#);
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE));
    page.open("/customers/42");
    page.wait_for_heading("金职院").await;
    assert!(page.query_role("alert", "").is_none());
    assert_eq!(page.requests()[0].address(), "/v2/customers/42/detail");
}

#[wasm_bindgen_test]
async fn messages_follow_the_language() {
    let page = TestPage::new();
    page.configure(r#"{"timeout": 5}"#);
    page.open("/");
    page.click("English").await;
    page.wait_for_text("Unknown setting: timeout").await;
}

#[wasm_bindgen_test]
async fn javascript_sign_in_url_is_not_linked() {
    let page = TestPage::new();
    page.configure(r#"{"signInUrl": "javascript:alert(1)//{address}"}"#);
    page.mock_response("42", MockResponse::json(401, "{}"));
    page.open("/customers/42");
    page.wait_for_heading("登录已过期").await;
    assert!(page.query_role("link", "去登录").is_none());
}

#[wasm_bindgen_test]
async fn pages_links_and_requests_work_under_a_base_path() {
    let page = TestPage::new();
    page.configure(r#"{"basePath": "/crm/"}"#);
    page.mock_response("42", MockResponse::ok(samples::EXAMPLE));
    page.mock_response("43", MockResponse::ok(samples::named("乙")));
    page.open("/crm/customers/42");
    page.wait_for_heading("金职院").await;
    assert_eq!(page.requests()[0].address(), "/api/customers/42/detail");
    page.go_to("43").await;
    page.wait_for_heading("乙").await;
    wait_until("the address", || page.path() == "/crm/customers/43").await;
    page.get_by_role("link", "客户档案").await.click();
    page.wait_for_heading("查找客户").await;
    wait_until("the start page's address", || page.path().trim_end_matches('/') == "/crm").await;
    page.get_by_role("link", "金职院 00001 · 42").await.click();
    page.wait_for_heading("金职院").await;
}

#[wasm_bindgen_test]
async fn a_path_that_shares_only_a_prefix_with_the_base_path_is_unknown() {
    for path in ["/crmx/customers/42", "/customers/42"] {
        let page = TestPage::new();
        page.configure(r#"{"basePath": "/crm"}"#);
        page.open(path);
        page.wait_for_heading("页面不存在").await;
        assert!(page.text().contains(&format!("basePath 与当前地址不符：{path}")), "{}", page.text());
        assert_eq!(page.requests().len(), 0);
        let home = page.get_by_role("link", "查找客户").await;
        assert_eq!(home.get_attribute("href").as_deref(), Some("/crm/"));
    }
}

#[wasm_bindgen_test]
async fn a_code_shows_its_label_with_the_code_as_title() {
    let page = TestPage::new();
    page.configure(r#"{"values": {"from": {"referral": "转介绍"}}}"#);
    page.mock_response("42", MockResponse::ok(samples::FULL));
    page.open("/customers/42");
    page.wait_for_record().await;
    assert_eq!(page.value("来源"), "转介绍");
    assert!(
        page.value_element("来源")
            .query_selector("bdi[title=referral]")
            .unwrap()
            .is_some()
    );
    assert_eq!(page.value("合作关系"), "strategic");
}
