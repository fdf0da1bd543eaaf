//! The eyes and hands of a person at the page.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit};

use super::elements::{active, all_of_role, name, text};
use super::stage::{Stage, app, bubbling};
use super::wait::wait_until;

/// What a person sees.
impl Stage {
    /// Everything the page shows, as text.
    pub fn text(&self) -> String {
        text(&app())
    }

    /// Waits for a title of the tab.
    pub async fn sees_title(&self, title: &str) {
        wait_until(&format!("the title {title:?}"), || self.title() == title).await;
    }

    /// Waits for a text.
    pub async fn sees(&self, words: &str) {
        wait_until(&format!("the text {words:?}"), || self.text().contains(words)).await;
    }

    /// The text of the page's heading; empty where there is none.
    pub fn heading(&self) -> String {
        all_of_role(&app(), "heading")
            .iter()
            .find(|heading| heading.tag_name() == "H1")
            .map(text)
            .unwrap_or_default()
    }

    /// Waits for the page's heading.
    pub async fn sees_heading(&self, words: &str) {
        wait_until(&format!("the heading {words:?}"), || self.heading() == words).await;
    }

    /// Waits for a customer, whoever it is.
    pub async fn shows_record(&self) {
        wait_until("a customer, whole", || {
            self.select(".record .card-followers:not([aria-hidden])").is_some()
        })
        .await;
    }

    /// What stands beside a label in the header or the sections.
    pub fn value(&self, label: &str) -> String {
        text(&self.value_element(label))
    }

    /// The element of what stands beside a label in the header or the sections: where both have it, in the section.
    pub fn value_element(&self, label: &str) -> HtmlElement {
        let terms = self.select_all(".properties dt, .profile-tags dt");
        let term = terms.iter().rfind(|term| text(term) == label);
        let term = term.unwrap_or_else(|| panic!("no label {label:?} in: {}", self.text()));
        term.next_element_sibling().unwrap().unchecked_into()
    }

    /// The figure of an amount, without what else stands beside its label.
    pub fn figure(&self, label: &str) -> String {
        let figure = self.value_element(label).query_selector(".figure").unwrap();
        text(figure.unwrap_or_else(|| panic!("{label} is no amount")).unchecked_ref())
    }

    /// What stands beside a label in the customer's header.
    pub fn value_of_tag(&self, label: &str) -> String {
        let terms = self.select_all(".profile-tags dt");
        let term = terms.iter().find(|term| text(term) == label).expect(label);
        text(term.next_element_sibling().unwrap().unchecked_ref())
    }

    /// The texts of the steps of a trail beside its label.
    pub fn steps(&self, label: &str) -> Vec<String> {
        all_of_role(&self.value_element(label), "listitem").iter().map(text).collect()
    }

    /// The texts of the followers that are shown.
    pub fn followers(&self) -> Vec<String> {
        self.select_all(".member-list:not([hidden]) > li").iter().map(text).collect()
    }

    /// What has been said to screen readers last.
    pub fn announced(&self) -> String {
        self.select(".visually-hidden[role=status][aria-live]")
            .map(|said| text(&said))
            .unwrap_or_default()
    }

    /// The document's title.
    pub fn title(&self) -> String {
        document().title()
    }

    /// The path of the present address.
    pub fn path(&self) -> String {
        window().location().pathname().unwrap()
    }
}

/// What a person takes hold of.
impl Stage {
    /// What has this role and this name, now; any name where it is empty.
    pub fn look_for(&self, role: &str, name: &str) -> Option<HtmlElement> {
        let found = all_of_role(&app(), role);
        found.into_iter().find(|element| name.is_empty() || self::name(element) == name)
    }

    /// Waits for what has this role and this name; any name where it is empty.
    pub async fn find(&self, role: &str, name: &str) -> HtmlElement {
        wait_until(&format!("a {role} named {name:?}"), || self.look_for(role, name).is_some()).await;
        self.look_for(role, name).unwrap()
    }

    /// Clicks the button of this name.
    pub async fn press(&self, button: &str) {
        self.find("button", button).await.click();
    }

    /// Puts a text into the box of this name.
    pub async fn fill(&self, field: &str, text: &str) {
        let find = || self.look_for("combobox", field).or_else(|| self.look_for("searchbox", field));
        wait_until(&format!("a box named {field:?}"), || find().is_some()).await;
        let input: HtmlInputElement = find().unwrap().unchecked_into();
        input.set_value(text);
        input.dispatch_event(&bubbling("input")).unwrap();
    }

    /// Goes to a customer with the box above the page.
    pub async fn go_to(&self, id: &str) {
        self.fill("客户ID", id).await;
        self.press("前往").await;
    }

    /// Presses a key where the focus is; whether the page left it to the browser.
    pub fn key(&self, key: &str) -> bool {
        self.key_with(key, |_| ())
    }

    /// The same, with more said about the key press.
    pub fn key_with(&self, key: &str, more: impl FnOnce(&KeyboardEventInit)) -> bool {
        let init = KeyboardEventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        init.set_key(key);
        more(&init);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        active().dispatch_event(&event).unwrap()
    }

    /// The first element of the page that matches a CSS selector: for what has no role.
    pub fn select(&self, selector: &str) -> Option<HtmlElement> {
        self.select_all(selector).into_iter().next()
    }

    /// All elements of the page that match a CSS selector.
    pub fn select_all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = app().query_selector_all(selector).unwrap();
        (0..found.length())
            .filter_map(|index| found.get(index)?.dyn_into().ok())
            .collect()
    }
}
