//! Elements of the page, made by calls: `el("p").class("secondary").text(name)`.
//!
//! There is one type of element whatever is in it, and nothing is ever compared with what was drawn before: a part that
//! changes says so (`live_…`) and is set or drawn anew. What that buys over Leptos's `view!`, whose every element is a
//! type with code of its own, is in docs/performance.md.

use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlElement, Node};

use super::live::{follow, keep, listen_at, listener};
use super::live_children::LiveChildren;

#[wasm_bindgen]
extern "C" {
    /// An element.
    #[wasm_bindgen(extends = web_sys::Element, extends = web_sys::Node, extends = web_sys::EventTarget)]
    #[derive(Clone, Debug)]
    pub type El;

    // Unlike web-sys's, these do not catch: with the names of this program, nothing is thrown.

    /// A new element of HTML.
    #[wasm_bindgen(js_namespace = document, js_name = createElement)]
    pub fn el(tag: &str) -> El;

    #[wasm_bindgen(js_namespace = document, js_name = createTextNode)]
    pub(super) fn create_text(text: &str) -> Node;

    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_attribute(this: &El, name: &str, value: &str);

    #[wasm_bindgen(method, setter, js_name = className)]
    fn set_class(this: &El, names: &str);

    #[wasm_bindgen(method, js_name = append)]
    fn append_text(this: &El, text: &str);

    #[wasm_bindgen(method, js_name = append)]
    pub(super) fn append_node(this: &El, node: &Node);

    #[wasm_bindgen(method, catch, js_name = insertBefore)]
    pub(super) fn try_insert_before(this: &El, node: &Node, next: &Node) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, js_name = cloneNode)]
    fn clone_node(this: &El, deep: bool) -> El;

    /// Takes this element off the page.
    #[wasm_bindgen(method)]
    pub fn remove(this: &El);

    /// Puts another element before this one.
    #[wasm_bindgen(method, js_name = before)]
    pub fn put_before(this: &El, other: &El);

    /// Puts another element in the place of this one.
    #[wasm_bindgen(method, js_name = replaceWith)]
    pub fn put_instead(this: &El, other: &El);
}

impl El {
    /// A copy of the element with all that is in it, but without what follows signals or events.
    pub fn copy(&self) -> Self {
        self.clone_node(true)
    }

    /// The same element with an attribute.
    pub fn attr(self, name: &str, value: &str) -> Self {
        self.set_attribute(name, value);
        self
    }

    /// The same element with an attribute that follows its signals.
    pub fn live_attr<V: AsRef<str>>(self, name: &'static str, value: impl Fn() -> V + 'static) -> Self {
        let element = self.clone();
        follow(move || element.set_attribute(name, value().as_ref()));
        self
    }

    /// The same element with these classes.
    pub fn class(self, names: &str) -> Self {
        self.set_class(names);
        self
    }

    /// The same element with classes of which the last one follows its signals.
    pub fn live_class(self, names: &'static str, last: &'static str, is_on: impl Fn() -> bool + 'static) -> Self {
        let element = self.clone();
        follow(move || if is_on() { element.set_class(&[names, last].join(" ")) } else { element.set_class(names) });
        self
    }

    /// The same element with a property of its style.
    pub fn style(self, property: &str, value: &str) -> Self {
        let _ = self.unchecked_ref::<HtmlElement>().style().set_property(property, value);
        self
    }

    /// The same element with a text behind what is in it.
    pub fn text(self, text: &str) -> Self {
        self.append_text(text);
        self
    }

    /// The same element with a text that follows its signals behind what is in it.
    pub fn live_text<V: AsRef<str>>(self, text: impl Fn() -> V + 'static) -> Self {
        let node = create_text("");
        self.append_node(&node);
        follow(move || node.set_text_content(Some(text().as_ref())));
        self
    }

    /// The same element with another one behind what is in it.
    pub fn child(self, child: Self) -> Self {
        self.append_node(&child);
        self
    }

    /// The same element with others, or with one that there may be, behind what is in it.
    pub fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().for_each(|child| self.append_node(&child));
        self
    }

    /// The same element with others behind what is in it, drawn anew whenever a signal that `draw` reads has changed.
    /// One that is drawn again stays where it is.
    pub fn live_children<C: IntoIterator<Item = Self>>(self, draw: impl Fn() -> C + 'static) -> Self {
        let children = LiveChildren::inside(&self);
        follow(move || children.show(draw().into_iter().collect()));
        self
    }

    /// The same element, doing something for each event of a name.
    pub fn on(self, event: &str, act: impl FnMut(Event) + 'static) -> Self {
        let listener = listener(act);
        listen_at(&self, event, &listener);
        keep(listener);
        self
    }
}
