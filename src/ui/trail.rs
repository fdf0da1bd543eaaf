//! A path from wide to narrow.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Node};

use super::copy::CopyButton;
use crate::locale::{fill, texts};

/// The most steps that are drawn: no path has more, but an odd answer may.
const MOST_STEPS: usize = 50;

/// What stands between the steps of a copied trail.
const SEPARATOR: &str = " / ";

/// A breadcrumb trail, widest step first: a list with separators drawn by the style sheet. Nothing in it is a link, so
/// it is no `<nav>`. Copied, by its button or by hand, it reads `亚服 / 服务站 / 浙江站`.
#[component]
pub fn Trail(
    /// What it is called, for the button that copies it. The list itself has no name: its term stands before it.
    label: &'static str,
    /// The steps.
    steps: Vec<String>,
    /// The language that they are in, as a BCP 47 tag.
    lang: String,
) -> impl IntoView {
    let whole = steps.join(SEPARATOR);
    let rest = steps.len().saturating_sub(MOST_STEPS);
    let more = (rest > 0).then(|| view! { <li>{fill(texts().more_steps, &[&rest.to_string()])}</li> });
    let steps = steps
        .into_iter()
        .take(MOST_STEPS)
        .map(|step| view! { <li lang=lang.clone()>{step}</li> });
    view! {
        <div class="trail">
            <ol on:copy=copy_steps>
                {steps.collect_view()}
                {more}
            </ol>
            <CopyButton value=whole label/>
        </div>
    }
}

/// Gives what is copied by hand inside a trail the separators that only the style sheet shows.
fn copy_steps(event: ClipboardEvent) {
    let Ok(Some(selection)) = window().get_selection() else {
        return;
    };
    let list = event.current_target().and_then(|target| target.dyn_into::<Node>().ok());
    let is_inside = |node: Option<Node>| list.as_ref().is_some_and(|list| list.contains(node.as_ref()));
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
