//! The configuration block of index.html: what is wrong with it is named on the page, and the rest holds.

use leptos::prelude::document;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Answer, Stage, samples, text, wait_until};

#[wasm_bindgen_test]
async fn each_setting_that_is_wrong_is_named_with_its_value() {
    for (block, complaint) in [
        (r#"{"timeout": 5}"#, "没有名为 timeout 的配置项"),
        (r#"{"timeoutSeconds": "soon"}"#, r#"timeoutSeconds 的值无效："soon""#),
        (r#"{"timeoutSeconds": 0}"#, "timeoutSeconds 的值无效：0"),
        (r#"{"apiBase": "api"}"#, r#"apiBase 的值无效："api""#),
        (r#"{"apiBase": "//evil.example"}"#, r#"apiBase 的值无效："//evil.example""#),
        (r#"{"credentials": "always"}"#, r#"credentials 的值无效："always""#),
        (r#"{"signInUrl": "javascript:alert(1)"}"#, r#"signInUrl 的值无效："javascript:alert(1)""#),
        (r#"{"currency": "yuan"}"#, r#"currency 的值无效："yuan""#),
        (r#"{"successCodes": 0}"#, "successCodes 的值无效：0"),
        (r#"{"unit": 4}"#, "unit 的值无效：4"),
        (r#"{"tokenKey": ""}"#, r#"tokenKey 的值无效："""#),
        (r#"{"basePath": "crm"}"#, r#"basePath 的值无效："crm""#),
        ("{", "#config 配置块不是有效的 JSON 对象，已使用默认值"),
        ("[]", "#config 配置块不是有效的 JSON 对象，已使用默认值"),
        ("", "#config 配置块不是有效的 JSON 对象，已使用默认值"),
    ] {
        let stage = Stage::new();
        stage.configure(block);
        stage.answer("42", Answer::ok(samples::EXAMPLE));
        stage.open("/customers/42");
        let notice = text(&stage.find("alert", "").await);
        assert_eq!(notice, format!("页面配置有误 {complaint}"), "{block}");
        stage.sees_heading("金职院").await;
    }
}

#[wasm_bindgen_test]
async fn everything_that_is_wrong_is_named() {
    let stage = Stage::new();
    stage.configure(r#"{"colour": "red", "timeoutSeconds": -1, "<b>": 1, "currency": "CNY"}"#);
    stage.answer("42", Answer::ok(samples::EXAMPLE));
    stage.open("/customers/42");
    stage.sees_heading("金职院").await;
    let notice = text(&stage.find("alert", "").await);
    for complaint in ["colour", "timeoutSeconds 的值无效：-1", "没有名为 <b> 的配置项"] {
        assert!(notice.contains(complaint), "{notice}");
    }
    assert_eq!(stage.select_all(".config-notice li").len(), 3);
    assert_eq!(stage.value("总成交额"), "¥2,324.32", "the rest holds");
}

#[wasm_bindgen_test]
async fn a_page_without_a_block_says_so_and_works() {
    let stage = Stage::new();
    document().get_element_by_id("config").unwrap().remove();
    stage.answer("42", Answer::ok(samples::EXAMPLE));
    stage.open("/customers/42");
    stage.sees_heading("金职院").await;
    assert!(stage.text().contains("index.html 中没有 #config 配置块，已使用默认值"));
}

#[wasm_bindgen_test]
async fn a_configuration_without_fault_is_not_spoken_of() {
    let stage = Stage::new();
    stage.configure(r#"{"apiBase": "/v2", "timeoutSeconds": 30, "currency": null, "successCodes": ["0"]}"#);
    stage.answer("42", Answer::ok(samples::EXAMPLE));
    stage.open("/customers/42");
    stage.sees_heading("金职院").await;
    assert!(stage.look_for("alert", "").is_none());
    assert_eq!(stage.sent()[0].address(), "/v2/customers/42/detail");
}

#[wasm_bindgen_test]
async fn complaints_follow_the_language() {
    let stage = Stage::new();
    stage.configure(r#"{"timeout": 5}"#);
    stage.open("/");
    stage.press("English").await;
    stage.sees("There is no setting named timeout").await;
}

#[wasm_bindgen_test]
async fn a_sign_in_address_that_would_run_as_a_script_becomes_no_link() {
    let stage = Stage::new();
    stage.configure(r#"{"signInUrl": "javascript:alert(1)//{address}"}"#);
    stage.answer("42", Answer::json(401, "{}"));
    stage.open("/customers/42");
    stage.sees_heading("登录已过期").await;
    assert!(stage.look_for("link", "去登录").is_none());
}

#[wasm_bindgen_test]
async fn under_a_base_path_pages_links_and_requests_are_in_their_place() {
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
async fn a_path_that_only_begins_like_the_base_path_is_outside_of_it() {
    for path in ["/crmx/customers/42", "/customers/42"] {
        let stage = Stage::new();
        stage.configure(r#"{"basePath": "/crm"}"#);
        stage.open(path);
        stage.sees_heading("页面不存在").await;
        assert!(stage.text().contains(&format!("basePath 与当前地址不符：{path}")), "{}", stage.text());
        assert_eq!(stage.sent().len(), 0);
        let home = stage.find("link", "查找其他客户").await;
        assert_eq!(home.get_attribute("href").as_deref(), Some("/crm/"));
    }
}

#[wasm_bindgen_test]
async fn codes_have_the_words_that_are_configured_and_themselves_as_a_title() {
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
