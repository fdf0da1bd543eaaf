//! The root component and everything around the pages: top bar, shortcuts, preferences, error messages.

mod config_notice;
mod embedded;
mod fatal;
mod not_found;
mod preferences;
mod shortcuts;
mod topbar;

use leptos::prelude::*;
use web_sys::MouseEvent;

use config_notice::ConfigNotice;
use embedded::Embedded;
use not_found::NotFound;
use topbar::TopBar;

use crate::browser::handler::on_click;
use crate::browser::{focus, scroll};
use crate::config::{Config, ConfigError, config};
use crate::host::Host;
use crate::locale::translated;
use crate::navigation::{provide_url, use_path};
use crate::pages::compare_page::ComparePage;
use crate::pages::customer_page::CustomerPage;
use crate::pages::home_page::HomePage;
use crate::routes::Route;
use crate::ui::announce::{Announcer, LiveRegion};
use crate::ui::reactive::reactive;

pub use config_notice::config_error_message;
pub use fatal::report_panics;

/// The root component: the whole site, or one customer if a host page embeds it in a frame.
#[component]
pub fn App() -> impl IntoView {
    let (config, errors) = Config::load();
    let host = Host::provide(&config);
    config.provide();
    preferences::provide(host);
    Announcer::provide();
    match host {
        Some(host) => view! { <Embedded host errors/> }.into_any(),
        None => view! { <Site errors/> }.into_any(),
    }
}

#[component]
fn Site(errors: Vec<ConfigError>) -> impl IntoView {
    provide_url();
    // The link's default action would add a history entry, and `#main` to the URL.
    let skip = |event: MouseEvent| {
        event.prevent_default();
        scroll::to_top();
        focus::move_to_main();
    };
    view! {
        <LiveRegion/>
        <a class="skip-link" href="#main" on:click=on_click(skip)>
            {translated(|texts| texts.skip)}
        </a>
        <TopBar/>
        <ConfigNotice errors/>
        <Pages/>
    }
}

/// Renders the page for the current path. Navigation moves focus to `<main>`; the new page's heading then takes it.
///
/// A `match` instead of `<Router>` and `<Routes>` (docs/architecture.md).
#[component]
fn Pages() -> impl IntoView {
    let path = use_path();
    view! {
        <main id="main" tabindex="-1">
            {reactive(move || {
                // Does nothing for the first page: `<main>` is not mounted yet.
                focus::move_to_main();
                match Route::parse(&path.read(), &config().base_path) {
                    Route::Home => view! { <HomePage/> }.into_any(),
                    Route::Customer(id) => view! { <CustomerPage id/> }.into_any(),
                    Route::Compare(ids) => view! { <ComparePage ids/> }.into_any(),
                    Route::Unknown => view! { <NotFound/> }.into_any(),
                }
            })}
        </main>
    }
}
