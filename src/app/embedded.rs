//! The program inside a host page (docs/embedding.md).

use leptos::ev::FocusEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};

use super::config_notice::ConfigNotice;
use super::shortcuts::{can_be_shortcut, use_shortcuts};
use crate::browser::focus::{self, End};
use crate::browser::handler::handler;
use crate::browser::listener::use_window_listener;
use crate::config::{ConfigError, config};
use crate::host::{Host, HostEvent};
use crate::navigation::replace_address;
use crate::pages::customer_page::CustomerPage;
use crate::routes::Route;
use crate::ui::announce::LiveRegion;
use crate::ui::reactive::reactive;

/// Renders the customer that the host requests, without the site around it. The id comes from the host's message, not
/// from the URL: changing the customer must not add entries to the host's history.
#[component]
pub fn Embedded(host: Host, errors: Vec<ConfigError>) -> impl IntoView {
    host.report_height();
    forward_escape(host);
    use_shortcuts();
    let id = Memo::new(move |_| host.request.read().as_ref().map(|request| request.id.clone()));
    let page = move || {
        let id = id.get()?;
        // Keeps the URL current: the frame may be reloaded, and prints and copies show the URL.
        replace_address(&Route::Customer(id.clone()).to_path(&config().base_path));
        let page = view! {
            <ConfigNotice errors=errors.clone()/>
            <CustomerPage id/>
        };
        Some(page.into_any())
    };
    view! {
        <TabStop host end=End::First/>
        <LiveRegion/>
        <main id="main" tabindex="-1">
            {reactive(page)}
        </main>
        <TabStop host end=End::Last/>
    }
}

/// Renders an invisible tab stop at one end of the page, from which the host moves focus. Natively, Tab would leave a
/// focus trap around the frame, because the trap receives no key events from the frame.
#[component]
fn TabStop(host: Host, end: End) -> impl IntoView {
    let leave_or_enter = move |event: FocusEvent| match event.related_target() {
        Some(_) => host.send(&HostEvent::Tab { back: end == End::First }),
        // Focus comes from outside the frame.
        None => focus::move_to_end(end),
    };
    view! { <span tabindex="0" data-tab-stop="" on:focus=handler(leave_or_enter)></span> }
}

/// Forwards Escape, so that the host can close its drawer.
fn forward_escape(host: Host) {
    let is_down = StoredValue::new(false);
    use_window_listener("keydown", move |event: KeyboardEvent| {
        if event.key() == "Escape" && (can_be_shortcut(&event) || is_in_empty_input(&event)) {
            is_down.set_value(true);
            host.send(&HostEvent::Escape);
        }
    });
    use_window_listener("keyup", move |event: KeyboardEvent| {
        if event.key() == "Escape" && is_down.get_value() {
            is_down.set_value(false);
            host.send(&HostEvent::EscapeUp);
        }
    });
}

/// Whether the focused input is empty, so that Escape has nothing to clear.
fn is_in_empty_input(event: &KeyboardEvent) -> bool {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    !event.is_composing() && input.is_some_and(|input| input.value().is_empty())
}
