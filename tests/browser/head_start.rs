//! The program sends the request of each case in `tests/head_start/cases.json`. `tests/head_start/boot.test.mjs` tests
//! `public/boot.js` with the same cases.

use std::collections::BTreeMap;
use std::sync::Arc;

use customer_profile::api::client::CustomerRequest;
use customer_profile::config::Config;
use customer_profile::routes::Route;
use leptos::prelude::window;
use serde::Deserialize;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlDocument, Storage};

use crate::support::{SentRequest, TestPage};

/// A page, and the expected request.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    path: String,
    /// The text of the configuration block.
    #[serde(default = "no_settings")]
    config: String,
    /// The content of sessionStorage.
    #[serde(default)]
    session: BTreeMap<String, String>,
    /// The content of localStorage.
    #[serde(default)]
    local: BTreeMap<String, String>,
    #[serde(default)]
    cookies: BTreeMap<String, String>,
    request: Option<Request>,
    /// The keys of the expected configuration errors.
    #[serde(default)]
    errors: Vec<String>,
}

#[derive(Deserialize, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
struct Request {
    url: String,
    #[serde(default = "same_origin")]
    credentials: String,
    token: Option<String>,
    #[serde(rename = "requestedWith", default = "yes")]
    requested_with: bool,
}

fn no_settings() -> String {
    "{}".to_owned()
}

fn same_origin() -> String {
    "same-origin".to_owned()
}

fn yes() -> bool {
    true
}

#[wasm_bindgen_test]
async fn program_sends_the_request_of_each_case() {
    let origin = window().location().origin().unwrap();
    let table = include_str!("../head_start/cases.json").replace("{origin}", &origin);
    let cases: Vec<Case> = serde_json::from_str(&table).unwrap();
    let mut wrong = Vec::new();
    for case in cases {
        let page = TestPage::new();
        store(window().session_storage(), &case.session);
        store(window().local_storage(), &case.local);
        set_cookies(&case.cookies, "");
        let (config, errors) = Config::parse(&case.config);
        let errors: Vec<_> = errors.into_iter().map(|error| error.key).collect();
        send(&case.path, config).await;
        set_cookies(&case.cookies, "; Max-Age=0");
        let sent = page.requests();
        let sent: Vec<_> = sent.iter().map(recorded).collect();
        let expected: Vec<_> = case
            .request
            .into_iter()
            .map(|request| Request { url: absolute(&request.url), ..request })
            .collect();
        if (&sent, &errors) != (&expected, &case.errors) {
            wrong.push(format!("{}: sent {sent:?}, and reported {errors:?}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Sends the request of the page at a path, if any.
async fn send(path: &str, config: Config) {
    if let Route::Customer(id) = Route::parse(path, &config.base_path) {
        let _ = CustomerRequest::new(&id, &Arc::new(config)).answer().await;
    }
}

/// A request as recorded by the network.
fn recorded(sent: &SentRequest) -> Request {
    let token = sent
        .header("Authorization")
        .map(|value| value.strip_prefix("Bearer ").unwrap().to_owned());
    Request {
        url: sent.request.url(),
        credentials: JsValue::from(sent.request.credentials()).as_string().unwrap(),
        token,
        requested_with: sent.header("X-Requested-With").is_some_and(|value| value == "XMLHttpRequest"),
    }
}

/// Returns the absolute form of a URL.
fn absolute(url: &str) -> String {
    web_sys::Request::new_with_str(url).unwrap().url()
}

fn set_cookies(cookies: &BTreeMap<String, String>, attributes: &str) {
    let document: HtmlDocument = window().document().unwrap().unchecked_into();
    for (name, value) in cookies {
        document.set_cookie(&format!("{name}={value}{attributes}")).unwrap();
    }
}

fn store(storage: Result<Option<Storage>, JsValue>, values: &BTreeMap<String, String>) {
    let storage = storage.unwrap().unwrap();
    for (key, value) in values {
        storage.set_item(key, value).unwrap();
    }
}
