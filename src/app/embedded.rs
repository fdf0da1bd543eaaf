//! The program as a part of another page (docs/embedding.md).

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::config_notice::ConfigNotice;
use super::shortcuts::{Shortcuts, is_free};
use crate::config::{ConfigError, config};
use crate::host::{Host, Told};
use crate::navigation::show_in_address;
use crate::pages::customer::CustomerPage;
use crate::routes::Route;
use crate::ui::announce::LiveRegion;

/// The customer that the host asks for, and nothing around it; nothing at all until a host has asked that may. The id comes
/// from the host, not from the address, so that the host's own history stays its own.
#[component]
pub fn Embedded(
    /// The host.
    host: Host,
    /// What is wrong with the configuration.
    errors: Vec<ConfigError>,
) -> impl IntoView {
    host.keep_height_told();
    pass_escape_on(host);
    let notice = StoredValue::new(errors);
    let id = Memo::new(move |_| host.wish().read().as_ref().map(|wish| wish.id.clone()));
    let page = move || {
        let page = |id: String| {
            // The frame may be loaded anew, and what is printed or copied names the address.
            show_in_address(&Route::Customer(id.clone()).to_path(&config().base_path));
            view! {
                <ConfigNotice errors=notice.get_value()/>
                <CustomerPage id/>
            }
        };
        id.get().map(page).into_any()
    };
    view! {
        <LiveRegion/>
        <main id="main" tabindex="-1">
            {page}
        </main>
        <Shortcuts/>
    }
}

/// Escape closes nothing here; in the host it may close what this page stands in.
fn pass_escape_on(host: Host) {
    let keys = window_event_listener_untyped("keydown", move |event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        if event.key() == "Escape" && is_free(event) {
            host.tell(&Told::Escape);
        }
    });
    on_cleanup(move || keys.remove());
}
