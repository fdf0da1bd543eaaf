//! A path from wide to narrow.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Node};

use super::copy::copy_button;
use super::element::{El, el};
use super::live::{closest, listen};
use crate::browser;

/// What stands between the steps of a copied trail.
const SEPARATOR: &str = " / ";

/// A breadcrumb trail, widest step first: a list with separators drawn by the style sheet. Nothing in it is a link, so
/// it is no `<nav>`; `label` is what screen readers call it. Copied, by its button or by hand, it reads
/// `亚服 / 服务站 / 浙江站`.
pub fn trail(label: &str, steps: &[String]) -> El {
    let items = steps.iter().map(|step| el("li").text(step));
    let list = el("ol").attr("aria-label", label).children(items);
    el("div").class("trail").child(list).child(copy_button(&steps.join(SEPARATOR), label))
}

/// Has every trail of the page give a selection inside it the separators that only the style sheet shows.
pub fn follow_copying_of_trails() {
    listen("copy", |event| {
        if let Some(list) = closest(&event, ".trail ol") {
            copy_steps(event.unchecked_ref(), &list);
        }
    });
}

fn copy_steps(event: &ClipboardEvent, list: &Node) {
    let Ok(Some(selection)) = browser::window().get_selection() else { return };
    let is_inside = |node: Option<Node>| list.contains(node.as_ref());
    if !is_inside(selection.anchor_node()) || !is_inside(selection.focus_node()) {
        return;
    }
    let text = String::from(selection.to_string());
    let steps: Vec<&str> = text.lines().map(str::trim).filter(|step| !step.is_empty()).collect();
    if let Some(clipboard) = event.clipboard_data()
        && clipboard.set_data("text/plain", &steps.join(SEPARATOR)).is_ok()
    {
        event.prevent_default();
    }
}
