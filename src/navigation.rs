//! Moving from page to page, and out of this program: the one place that does.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wasm_bindgen::JsValue;
use web_sys::MouseEvent;

use crate::host::{Told, use_host};

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
        navigate(
            path,
            NavigateOptions {
                resolve: false,
                replace: true,
                ..NavigateOptions::default()
            },
        );
    }
}

/// Opens a page of this program in a tab of its own.
pub fn open_tab(path: &str) {
    let _ = window().open_with_url_and_target_and_features(path, "_blank", "noopener");
}

/// Writes a page's path into the address, for what goes by the address, and moves nowhere.
pub fn show_in_address(path: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(path));
    }
}

/// Whether a click is to open a link here, and not in a tab or a window of its own.
fn is_plain(event: &MouseEvent) -> bool {
    let opens_elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    !opens_elsewhere && event.button() == 0
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
        if is_plain(&event) {
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

/// A link out of this program. Where another page shows this one, a plain click is that page's to follow, or to take for
/// something of its own.
#[component]
pub fn WayOut(
    /// Where it leads: a path from the root, or a whole URL.
    href: String,
    /// Likewise for the host, where that is told another address.
    #[prop(optional_no_strip)]
    href_for_host: Option<String>,
    /// What it leads to, as a host is told.
    kind: &'static str,
    /// The id of that.
    #[prop(into)]
    id: String,
    /// Its class in the style sheet.
    #[prop(optional)]
    class: &'static str,
    /// The key that clicks it.
    #[prop(optional_no_strip)]
    shortcut: Option<&'static str>,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let host = use_host();
    let told = href_for_host.unwrap_or_else(|| href.clone());
    let follow = move |event: MouseEvent| {
        if let Some(host) = host.filter(|_| is_plain(&event)) {
            event.prevent_default();
            host.tell(&Told::Link { href: whole(&told), kind, id: id.clone() });
        }
    };
    view! {
        <a rel="external" href=href class=class aria-keyshortcuts=shortcut on:click=follow>
            {children()}
        </a>
    }
}

/// The whole URL of a path from the root.
fn whole(href: &str) -> String {
    let origin = location().origin().unwrap_or_default();
    if href.starts_with('/') {
        origin + href
    } else {
        href.to_owned()
    }
}
