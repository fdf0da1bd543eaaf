//! Roles, accessible names and texts of elements.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Returns the rendered elements with a role inside an element, in document order.
pub fn all_of_role(inside: &Element, role: &str) -> Vec<HtmlElement> {
    let found = inside.query_selector_all("*").unwrap();
    let elements = (0..found.length()).filter_map(|index| found.get(index)?.dyn_into::<HtmlElement>().ok());
    elements
        .filter(|element| is_rendered(element) && self::role(element).as_deref() == Some(role))
        .collect()
}

/// Returns the role of an element: its `role` attribute, or the implicit role of its tag.
fn role(element: &Element) -> Option<String> {
    if let Some(stated) = element.get_attribute("role") {
        return Some(stated);
    }
    let tag = element.tag_name().to_ascii_lowercase();
    let role = match tag.as_str() {
        "a" if element.has_attribute("href") => "link",
        "button" => "button",
        "h1" | "h2" | "h3" => "heading",
        "ol" | "ul" => "list",
        "li" => "listitem",
        "dialog" => "dialog",
        "main" => "main",
        "section" if element.has_attribute("aria-labelledby") => "region",
        "input" => match element.get_attribute("type").as_deref() {
            // A search box with suggestions.
            Some("search") if element.has_attribute("list") => "combobox",
            Some("search") => "searchbox",
            Some("checkbox") => "checkbox",
            _ => "textbox",
        },
        _ => return None,
    };
    Some(role.to_owned())
}

/// Returns the accessible name of an element, by the rules that this page needs.
pub fn name(element: &HtmlElement) -> String {
    let attribute = |name: &str| element.get_attribute(name).filter(|value| !value.is_empty());
    let labelled_by = || {
        let label = document().get_element_by_id(&attribute("aria-labelledby")?)?;
        Some(text(label.unchecked_ref()))
    };
    let label = || element.closest("label").ok().flatten().map(|label| text(label.unchecked_ref()));
    let content = || Some(text(element)).filter(|text| !text.is_empty());
    let named = labelled_by().or_else(|| attribute("aria-label"));
    named
        .or_else(label)
        .or_else(content)
        .or_else(|| attribute("title"))
        .unwrap_or_default()
}

/// Returns the rendered text of an element, with collapsed white space.
pub fn text(element: &HtmlElement) -> String {
    element.inner_text().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a button is enabled, by `disabled` and `aria-disabled`.
pub fn is_enabled(element: &HtmlElement) -> bool {
    !element.has_attribute("disabled") && element.get_attribute("aria-disabled").as_deref() != Some("true")
}

/// Returns the focused element.
pub fn focused() -> HtmlElement {
    document().active_element().unwrap().unchecked_into()
}

fn is_rendered(element: &Element) -> bool {
    element.get_client_rects().length() > 0
}
