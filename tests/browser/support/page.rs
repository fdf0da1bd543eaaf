//! The page under test: the body of index.html with the program mounted, its URL, configuration, storage and network.

use std::any::Any;
use std::cell::RefCell;

use customer_profile::app::App;
use customer_profile::recent;
use customer_profile::ui::skeleton;
use js_sys::{Array, Function};
use leptos::prelude::{Owner, document, mount_to, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, DomParser, Element, Event, EventInit, HtmlElement, Node, SupportedType};

use super::elements::text;
use super::network::{MockResponse, Network, SentRequest};
use super::overrides::{replace, restore_all, script};

const INDEX: &str = include_str!("../../../index.html");

/// The style sheets, in the order of index.html: tests read the rendered text.
const STYLE: &str = concat!(
    include_str!("../../../style/tokens.css"),
    include_str!("../../../style/base.css"),
    include_str!("../../../style/ui.css"),
    include_str!("../../../style/customer.css"),
    include_str!("../../../style/print.css"),
);

thread_local! {
    /// The mounted program. Not in [`TestPage`]: a failing test drops nothing, so the next test cleans up.
    static MOUNTED: RefCell<Option<Mounted>> = const { RefCell::new(None) };
}

/// The mounted program; dropping it unmounts.
struct Mounted {
    owner: Owner,
    view: Option<Box<dyn Any>>,
}

impl Mounted {
    /// Mounts the program, as main.rs does.
    fn new() -> Self {
        skeleton::keep_template();
        app().set_text_content(None);
        let owner = Owner::new();
        let view = owner.with(|| mount_to(app(), App));
        Self { owner, view: Some(Box::new(view)) }
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        // Views before the signals that they read.
        self.view.take();
        self.owner.cleanup();
        if let Some(app) = document().get_element_by_id("app") {
            let container = index().get_element_by_id("app").unwrap();
            app.replace_with_with_node_1(&document().import_node_with_deep(&container, true).unwrap())
                .unwrap();
        }
    }
}

/// The default time of all tests, so that none depends on when it runs.
const NOON: [u32; 6] = [2026, 3, 1, 12, 0, 0];

/// The page under test. Dropping it undoes everything that the test has changed.
pub struct TestPage {
    network: Network,
}

impl Drop for TestPage {
    fn drop(&mut self) {
        clear();
    }
}

impl TestPage {
    /// Sets up index.html before the program runs, in a browser with Chinese preferred, empty storage and a stopped clock.
    pub fn new() -> Self {
        clear();
        insert_index_html();
        let page = Self { network: Network::install() };
        page.set_languages(&["zh-CN"]);
        page.set_clock(NOON);
        page
    }

    /// Sets `navigator.languages`.
    pub fn set_languages(&self, languages: &[&str]) {
        let languages: Array = languages.iter().map(|tag| JsValue::from(*tag)).collect();
        replace(&window().navigator(), "languages", &languages);
    }

    /// Opens the page of a customer with this response, and waits for the record.
    pub async fn with_record(answer: &str) -> Self {
        let page = Self::new();
        page.mock_response("42", MockResponse::ok(answer));
        page.open("/customers/42");
        page.wait_for_record().await;
        page
    }

    /// Opens the page of a customer with a failing response, and waits for the error view.
    pub async fn with_failure(answer: MockResponse) -> Self {
        let page = Self::new();
        page.mock_response("42", answer);
        page.open("/customers/42");
        page.get_by_role("alert", "").await;
        page
    }

    /// Sets the configuration block.
    pub fn configure(&self, json: &str) {
        document().get_element_by_id("config").unwrap().set_text_content(Some(json));
    }

    /// Sets the response to requests for an id.
    pub fn mock_response(&self, id: &str, answer: MockResponse) {
        self.network.mock_response(id, answer);
    }

    /// Releases the held responses for an id.
    pub fn release(&self, id: &str) {
        self.network.release(id);
    }

    /// Returns all requests so far.
    pub fn requests(&self) -> Vec<SentRequest> {
        self.network.requests()
    }

    /// Mounts the program at a URL.
    pub fn open(&self, address: &str) {
        move_to(address);
        MOUNTED.set(Some(Mounted::new()));
    }

    /// Unmounts the program.
    pub fn close(&self) {
        MOUNTED.set(None);
    }

    /// Unmounts the program and mounts it at a URL; storage stays.
    pub fn reopen(&self, address: &str) {
        self.close();
        self.open(address);
    }

    /// Goes back in the history.
    pub fn back(&self) {
        window().history().unwrap().back().unwrap();
    }

    /// Dispatches an event on the window.
    pub fn dispatch_on_window(&self, event: &str) {
        window().dispatch_event(&bubbling(event)).unwrap();
    }

    /// Dispatches an event on the document.
    pub fn dispatch_on_document(&self, event: &str) {
        document().dispatch_event(&bubbling(event)).unwrap();
    }

    /// Stops `Date` at a local time: year, month (1 to 12), day, hour, minute, second.
    pub fn set_clock(&self, [year, month, day, hour, minute, second]: [u32; 6]) {
        let stopped = script(
            "real, time",
            "return class Stopped extends real {
                constructor(...values) { super(...(values.length ? values : [Stopped.now()])); }
                static now() { return new real(...time).getTime(); }
            }",
        );
        let time: Array = [year, month - 1, day, hour, minute, second]
            .into_iter()
            .map(JsValue::from)
            .collect();
        let date = js_sys::Reflect::get(&window(), &"Date".into()).unwrap();
        replace(&window(), "Date", &stopped.call2(&JsValue::UNDEFINED, &date, &time).unwrap());
    }

    /// Advances a clock (`Date` or `performance`).
    pub fn advance(&self, clock: &str, milliseconds: f64) {
        let clock = js_sys::Reflect::get(&window(), &clock.into()).unwrap();
        let now: Function = js_sys::Reflect::get(&clock, &"now".into()).unwrap().unchecked_into();
        let ahead = script("now, clock, ahead", "return () => now.call(clock) + ahead");
        let ahead = ahead.call3(&JsValue::UNDEFINED, &now, &clock, &milliseconds.into()).unwrap();
        replace(&clock, "now", &ahead);
    }
}

/// Returns the page's text, for messages of failing tests.
pub fn shown() -> String {
    document()
        .get_element_by_id("app")
        .map_or_else(|| "nothing".to_owned(), |app| text(app.unchecked_ref()))
}

/// Returns the element that the program is mounted in.
pub(super) fn app() -> HtmlElement {
    document().get_element_by_id("app").expect("index.html's #app").unchecked_into()
}

/// Creates an event that bubbles and is cancelable.
pub(super) fn bubbling(event: &str) -> Event {
    let init = EventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    Event::new_with_event_init_dict(event, &init).unwrap()
}

fn index() -> Document {
    DomParser::new()
        .unwrap()
        .parse_from_string(INDEX, SupportedType::TextHtml)
        .unwrap()
}

/// Inserts configuration, style and body of index.html, without scripts.
fn insert_index_html() {
    let index = index();
    // As boot.js does; the style sheets depend on it.
    document()
        .document_element()
        .unwrap()
        .set_attribute("data-page", "customer")
        .unwrap();
    let container = document().create_element("div").unwrap();
    container.set_id("page");
    let style = document().create_element("style").unwrap();
    style.set_text_content(Some(STYLE));
    container.append_child(&style).unwrap();
    let adopt = |node: &Node| {
        drop(
            container
                .append_child(&document().import_node_with_deep(node, true).unwrap())
                .unwrap(),
        )
    };
    adopt(&index.get_element_by_id("config").unwrap());
    let parts = index.query_selector_all("body > :not(script, noscript)").unwrap();
    (0..parts.length())
        .filter_map(|part| parts.get(part))
        .for_each(|part| adopt(&part));
    document().body().unwrap().append_child(&container).unwrap();
}

/// Removes everything of the previous test, whether it has passed or failed.
fn clear() {
    MOUNTED.set(None);
    restore_all();
    recent::clear();
    if let Some(container) = document().get_element_by_id("page") {
        container.remove();
    }
    for storage in [window().local_storage(), window().session_storage()] {
        storage.unwrap().unwrap().clear().unwrap();
    }
    js_sys::Reflect::set(&window(), &"headStart".into(), &JsValue::UNDEFINED).unwrap();
    let root: Element = document().document_element().unwrap();
    for attribute in ["lang", "data-theme", "data-page"] {
        root.remove_attribute(attribute).unwrap();
    }
    document().set_title("");
}

/// Sets the URL, unless it is the same: browsers ignore changes that are too frequent.
fn move_to(address: &str) {
    let here = || {
        let location = window().location();
        location.pathname().unwrap() + &location.search().unwrap()
    };
    if here() != address {
        let history = window().history().unwrap();
        history.replace_state_with_url(&JsValue::NULL, "", Some(address)).unwrap();
        assert_eq!(here(), address, "the browser has not moved");
    }
}
