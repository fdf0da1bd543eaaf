//! Navigation: between the pages of this program, and out of it.

use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationProvider, Url};
use wasm_bindgen::JsValue;
use web_sys::{Event, MouseEvent};

use crate::browser::handler::on_click;
use crate::browser::listener::use_window_listener;
use crate::browser::{self, scroll};
use crate::config::config;
use crate::host::{HostEvent, use_host};
use crate::routes::Route;

/// The URL of the page. `<Router>` would add 8 kB for nested routes, queries and transitions, which this program does not
/// have.
#[derive(Clone, Copy)]
struct CurrentUrl {
    url: RwSignal<Url>,
    path: Memo<String>,
}

impl CurrentUrl {
    /// Reads the URL from the browser.
    fn update(self) {
        self.url.set(current_url());
    }
}

fn current_url() -> Url {
    BrowserUrl::current().unwrap_or_default()
}

/// Provides the URL of the page for [`use_path`] and [`use_go`], and follows Back and Forward.
pub fn provide_url() {
    let url = RwSignal::new(current_url());
    let path = Memo::new(move |_| url.read().path().to_owned());
    let current = CurrentUrl { url, path };
    provide_context(current);
    scroll::init_entry();
    use_window_listener("popstate", move |_: Event| {
        scroll::change_entry();
        current.update();
    });
}

/// Returns the percent-encoded path of the page.
pub fn use_path() -> Memo<String> {
    expect_context::<CurrentUrl>().path
}

/// Returns a function that navigates to a percent-encoded path of this program.
pub fn use_go() -> impl Fn(&str) + Clone {
    let current = expect_context::<CurrentUrl>();
    move |path| {
        let is_elsewhere = *current.path.read_untracked() != path;
        if is_elsewhere {
            scroll::add_entry();
        }
        if let Ok(history) = window().history() {
            let entry = JsValue::from(scroll::current_entry());
            let _ = if is_elsewhere {
                history.push_state_with_url(&entry, "", Some(path))
            } else {
                // Removes a query.
                history.replace_state_with_url(&entry, "", Some(path))
            };
        }
        scroll::to_top();
        current.update();
    }
}

/// Returns the URL of a customer's page, without query and fragment of the current URL, such as parameters of a
/// sign-in.
pub fn customer_url(id: &str) -> String {
    let origin = location().origin().unwrap_or_default();
    origin + &Route::Customer(id.to_owned()).to_path(&config().base_path)
}

/// Returns the URL to return to from the sign-in page: the customer's page, or the comparison that shows the customer.
pub fn return_url(id: &str) -> String {
    let base = &config().base_path;
    match Route::parse(&browser::path(), base) {
        comparison @ Route::Compare(_) => location().origin().unwrap_or_default() + &comparison.to_path(base),
        _ => customer_url(id),
    }
}

pub fn open_tab(path: &str) {
    let _ = window().open_with_url_and_target_and_features(path, "_blank", "noopener");
}

/// Replaces the address without navigating.
pub fn replace_address(path: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(path));
    }
}

/// Whether a click opens a link in this tab.
fn is_plain_click(event: &MouseEvent) -> bool {
    let opens_elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    !opens_elsewhere && event.button() == 0
}

/// Renders a link to a page of this program.
#[component]
pub fn PageLink(
    /// The percent-encoded path.
    #[prop(into)]
    href: String,
    #[prop(optional)] class: &'static str,
    children: Children,
) -> impl IntoView {
    let go = use_go();
    let path = href.clone();
    let navigate = move |event: MouseEvent| {
        if is_plain_click(&event) {
            event.prevent_default();
            go(&path);
        }
    };
    // public/boot.js sends the request.
    let requests_on_press = config().request_on_press.then_some("");
    view! {
        <a href=href class=class data-request-on-press=requests_on_press on:click=on_click(navigate)>
            {children()}
        </a>
    }
}

/// Renders a link out of this program. In a frame, asks the host to follow it.
#[component]
pub fn ExternalLink(
    /// A root-relative path or a URL.
    href: String,
    /// URL reported to the host, if different from `href`.
    #[prop(optional_no_strip)]
    href_for_host: Option<String>,
    /// The kind of target, for the event to the host.
    target: &'static str,
    /// The id of the target, for the event to the host.
    #[prop(into)]
    id: String,
    #[prop(optional)] class: &'static str,
    #[prop(optional_no_strip)] shortcut: Option<&'static str>,
    children: Children,
) -> impl IntoView {
    let host = use_host();
    let reported = href_for_host.unwrap_or_else(|| href.clone());
    let report = move |event: MouseEvent| {
        if let Some(host) = host
            && is_plain_click(&event)
        {
            event.prevent_default();
            host.send(&HostEvent::Link {
                href: to_absolute(&reported),
                kind: target,
                id: id.clone(),
            });
        }
    };
    view! {
        <a href=href class=class aria-keyshortcuts=shortcut on:click=on_click(report)>
            {children()}
        </a>
    }
}

fn to_absolute(href: &str) -> String {
    let origin = location().origin().unwrap_or_default();
    if href.starts_with('/') {
        origin + href
    } else {
        href.to_owned()
    }
}
