//! Breadcrumb trails.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Node};

use super::copy::CopyButton;
use crate::locale::{fill, plural, texts};

/// More steps than this are counted instead of rendered: no real path has as many.
const MAX_STEPS: usize = 50;

/// Separates the steps of a trail in plain text.
pub const SEPARATOR: &str = " / ";

/// Renders a breadcrumb trail, widest step first, with separators from the style sheet. It has no links, so it is not a
/// `<nav>`. Copied, by its button or by hand, it becomes `亚服 / 服务站 / 浙江站`.
#[component]
pub fn Trail(
    /// The name for the copy button. The list needs no name: its `<dt>` precedes it.
    label: &'static str,
    steps: Vec<String>,
    /// The language of the steps, as a BCP 47 tag.
    lang: String,
) -> impl IntoView {
    let text = steps.join(SEPARATOR);
    let hidden = steps.len().saturating_sub(MAX_STEPS);
    let more = (hidden > 0)
        .then(|| view! { <li>{fill(plural(texts().more_steps, hidden), &[&hidden.to_string()])}</li> });
    let steps = steps
        .into_iter()
        .take(MAX_STEPS)
        .map(|step| view! { <li lang=lang.clone()>{step}</li> });
    let items: Vec<AnyView> = steps.map(IntoAny::into_any).chain(more.map(IntoAny::into_any)).collect();
    view! {
        <div class="trail">
            <ol on:copy=copy_steps>{items}</ol>
            <CopyButton value=text label/>
        </div>
    }
}

/// Adds the separators, which only the style sheet shows, to a selection inside the trail.
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
