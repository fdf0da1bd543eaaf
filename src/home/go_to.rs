//! Going to a customer by its id.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::address;
use crate::config::config;
use crate::locale::{follow_locale, said};
use crate::ui::element::{El, el};
use crate::ui::icon::{Icon, icon};
use crate::url::is_segment;

/// A box for an id, and a button that leads there. Its name tells the boxes of one page apart.
pub fn go_to(name: &'static str) -> El {
    let is_bad = ArcRwSignal::new(false);
    let [typing, shown, told] = [is_bad.clone(), is_bad.clone(), is_bad.clone()];
    let config = config();
    let note = format!("go-to-note-{name}");
    let input = el("input")
        .attr("type", "search")
        .attr("name", "id")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "go")
        .attr("aria-keyshortcuts", "/")
        .live_attr("aria-label", said(|texts| texts.go_to_label))
        .live_attr("placeholder", said(|texts| texts.go_to_hint))
        .live_attr("aria-invalid", move || if shown.get() { "true" } else { "false" })
        .attr("aria-describedby", &note)
        .on("input", move |_| typing.set(false));
    let typed = input.clone();
    let go = move |event: web_sys::Event| {
        event.prevent_default();
        let id = typed.unchecked_ref::<HtmlInputElement>().value();
        let id = id.trim();
        is_bad.set(!is_segment(id));
        if is_segment(id) {
            address::go(&config.customer_path(id));
        }
    };
    let button = el("button").attr("type", "submit").class("button button-primary");
    let what_is_bad = move || if told.get() { follow_locale().words().texts.go_to_bad } else { "" };
    el("form")
        .class("go-to no-print")
        .attr("role", "search")
        .attr("novalidate", "")
        .on("submit", go)
        .child(input)
        .child(button.child(icon(Icon::Search)).live_text(said(|texts| texts.go)))
        .child(el("span").attr("id", &note).class("go-to-note").attr("role", "status").live_text(what_is_bad))
}
