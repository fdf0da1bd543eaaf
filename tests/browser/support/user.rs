//! User actions, and queries for what a user sees.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit};

use super::elements::{all_of_role, focused, name, text};
use super::page::{TestPage, app, bubbling};
use super::wait::wait_until;

/// Reading the page.
impl TestPage {
    /// Returns the rendered text of the page.
    pub fn text(&self) -> String {
        text(&app())
    }

    /// Waits for a document title.
    pub async fn wait_for_title(&self, title: &str) {
        wait_until(&format!("the title {title:?}"), || self.title() == title).await;
    }

    /// Waits for a text.
    pub async fn wait_for_text(&self, words: &str) {
        wait_until(&format!("the text {words:?}"), || self.text().contains(words)).await;
    }

    /// Returns the text of the `h1`; empty if there is none.
    pub fn heading(&self) -> String {
        all_of_role(&app(), "heading")
            .iter()
            .find(|heading| heading.tag_name() == "H1")
            .map(text)
            .unwrap_or_default()
    }

    /// Waits for the text of the `h1`.
    pub async fn wait_for_heading(&self, words: &str) {
        wait_until(&format!("the heading {words:?}"), || self.heading() == words).await;
    }

    /// Waits for a complete record of any customer.
    pub async fn wait_for_record(&self) {
        wait_until("a complete record", || {
            self.select(".record .card-followers:not([aria-hidden])").is_some()
        })
        .await;
    }

    /// Returns the text of the value with a label.
    pub fn value(&self, label: &str) -> String {
        text(&self.value_element(label))
    }

    /// Returns the element of the value with a label; of two with one label, the one in the sections, not in the header.
    pub fn value_element(&self, label: &str) -> HtmlElement {
        let terms = self.select_all(".properties dt, .profile-tags dt");
        let term = terms.iter().rfind(|term| text(term) == label);
        let term = term.unwrap_or_else(|| panic!("no label {label:?} in: {}", self.text()));
        term.next_element_sibling().unwrap().unchecked_into()
    }

    /// Returns the figure of an amount, without its bar and ratios.
    pub fn figure(&self, label: &str) -> String {
        let figure = self.value_element(label).query_selector(".figure").unwrap();
        text(figure.unwrap_or_else(|| panic!("{label} is no amount")).unchecked_ref())
    }

    /// Returns the text of the value with a label in the record's header.
    pub fn value_of_tag(&self, label: &str) -> String {
        let terms = self.select_all(".profile-tags dt");
        let term = terms.iter().find(|term| text(term) == label).expect(label);
        text(term.next_element_sibling().unwrap().unchecked_ref())
    }

    /// Returns the steps of the trail with a label.
    pub fn steps(&self, label: &str) -> Vec<String> {
        all_of_role(&self.value_element(label), "listitem").iter().map(text).collect()
    }

    /// Returns the texts of the rendered followers.
    pub fn followers(&self) -> Vec<String> {
        self.select_all(".follower-list:not([hidden]) > li").iter().map(text).collect()
    }

    /// Returns the text of the live region.
    pub fn announced(&self) -> String {
        self.select(".visually-hidden[role=status][aria-live]")
            .map(|region| text(&region))
            .unwrap_or_default()
    }

    pub fn title(&self) -> String {
        document().title()
    }

    pub fn path(&self) -> String {
        window().location().pathname().unwrap()
    }
}

/// Finding and using elements.
impl TestPage {
    /// Returns the element with a role and an accessible name, if any; an empty name matches any.
    pub fn query_role(&self, role: &str, name: &str) -> Option<HtmlElement> {
        let found = all_of_role(&app(), role);
        found.into_iter().find(|element| name.is_empty() || self::name(element) == name)
    }

    /// Waits for the element with a role and an accessible name; an empty name matches any.
    pub async fn get_by_role(&self, role: &str, name: &str) -> HtmlElement {
        wait_until(&format!("a {role} named {name:?}"), || self.query_role(role, name).is_some()).await;
        self.query_role(role, name).unwrap()
    }

    /// Clicks the button with a name.
    pub async fn click(&self, button: &str) {
        self.get_by_role("button", button).await.click();
    }

    /// Fills the input with a name.
    pub async fn fill(&self, field: &str, text: &str) {
        let find = || {
            self.query_role("combobox", field)
                .or_else(|| self.query_role("searchbox", field))
        };
        wait_until(&format!("a box named {field:?}"), || find().is_some()).await;
        let input: HtmlInputElement = find().unwrap().unchecked_into();
        input.set_value(text);
        input.dispatch_event(&bubbling("input")).unwrap();
    }

    /// Navigates to a customer by the lookup box.
    pub async fn go_to(&self, id: &str) {
        self.fill("客户ID", id).await;
        self.click("前往").await;
    }

    /// Presses a key on the focused element. Returns whether the browser's default action remains.
    pub fn press_key(&self, key: &str) -> bool {
        self.press_key_with(key, |_| ())
    }

    /// Presses a key with further options, such as modifiers.
    pub fn press_key_with(&self, key: &str, more: impl FnOnce(&KeyboardEventInit)) -> bool {
        let init = KeyboardEventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        init.set_key(key);
        more(&init);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        focused().dispatch_event(&event).unwrap()
    }

    /// Returns the first element that matches a CSS selector, for elements without a role.
    pub fn select(&self, selector: &str) -> Option<HtmlElement> {
        self.select_all(selector).into_iter().next()
    }

    /// Returns all elements that match a CSS selector.
    pub fn select_all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = app().query_selector_all(selector).unwrap();
        (0..found.length())
            .filter_map(|index| found.get(index)?.dyn_into().ok())
            .collect()
    }
}
