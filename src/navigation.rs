//! Moving from page to page: the one place that does.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wasm_bindgen::JsValue;
use web_sys::MouseEvent;

/// What moves to a page of this program; it takes the page's path, escaped as it is to stand in the address.
///
/// The entry in the browser's history is made here, and leptos_router told to replace it. Left to itself, leptos_router
/// 0.8 takes a path that it has seen before Back and Forward for the one that it is on, and makes no entry
/// (`BrowserUrl::complete_navigation`; docs/architecture.md).
pub fn use_go() -> impl Fn(&str) + Clone {
    let navigate = use_navigate();
    move |path| {
        let is_elsewhere = location().pathname().is_ok_and(|here| here != path);
        if is_elsewhere && let Ok(history) = window().history() {
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(path));
        }
        // `resolve` would put the base path before it once more.
        navigate(path, NavigateOptions { resolve: false, replace: true, ..NavigateOptions::default() });
    }
}

/// Opens a page of this program in a tab of its own.
pub fn open_tab(path: &str) {
    let _ = window().open_with_url_and_target_and_features(path, "_blank", "noopener");
}

/// A link to a page of this program. A plain click moves by [`use_go`]: leptos_router, which follows other links itself,
/// would unescape the path, and with it a percent sign in an id.
#[component]
pub fn PageLink(
    /// The page's path, escaped.
    #[prop(into)]
    href: String,
    /// Its class in the style sheet.
    #[prop(optional)]
    class: &'static str,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let go = use_go();
    let path = href.clone();
    let follow = move |event: MouseEvent| {
        let opens_elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if !opens_elsewhere && event.button() == 0 {
            event.prevent_default();
            go(&path);
        }
    };
    view! {
        <a href=href class=class on:click=follow>
            {children()}
        </a>
    }
}
