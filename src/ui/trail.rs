//! Breadcrumb trails.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Node};

use super::copy::CopyButton;
use crate::browser::listener::use_window_listener;
use crate::locale::{fill, plural, texts};

/// More steps than this are counted instead of rendered: no real path has as many.
const MAX_STEPS: usize = 50;

/// Separates the steps of a trail in plain text.
pub const SEPARATOR: &str = " / ";

/// Renders a breadcrumb trail, widest step first, with separators from the style sheet. It has no links, so it is not a
/// `<nav>`. Copied, by its button or by hand, it becomes `亚服 / 服务站 / 浙江站`.
#[component]
pub fn Trail(
    /// The name of the list, and for the copy button.
    label: &'static str,
    steps: Vec<String>,
    /// The language of the steps, if it is not that of the page.
    lang: Option<String>,
) -> impl IntoView {
    let text = steps.join(SEPARATOR);
    let hidden = steps.len().saturating_sub(MAX_STEPS);
    let mut items = Vec::new();
    for step in steps.into_iter().take(MAX_STEPS) {
        items.push(view! { <li lang=lang.clone()>{step}</li> }.into_any());
    }
    if hidden > 0 {
        let more = fill(plural(texts().more_steps, hidden), &[&hidden.to_string()]);
        items.push(view! { <li>{more}</li> }.into_any());
    }
    view! {
        <div class="trail">
            <ol aria-label=label>{items}</ol>
            <CopyButton value=text label/>
        </div>
    }
}

/// While the caller is mounted, a selection inside a trail is copied with separators, which otherwise only the style sheet
/// adds.
pub fn use_trail_copying() {
    use_window_listener("copy", copy_steps);
}

fn copy_steps(event: ClipboardEvent) {
    let Ok(Some(selection)) = window().get_selection() else {
        return;
    };
    let trail_of = |node: Option<Node>| {
        let element =
            node.and_then(|node| node.dyn_into().or_else(|node: Node| node.parent_element().ok_or(())).ok());
        element.and_then(|element: Element| element.closest(".trail ol").ok()?)
    };
    // If an input has focus, it is the target. Firefox keeps the selection of the document then.
    let target = event.target().and_then(|target| target.dyn_into().ok());
    let [trail, start, end] = [target, selection.anchor_node(), selection.focus_node()].map(trail_of);
    if trail.is_none() || trail != start || trail != end {
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
