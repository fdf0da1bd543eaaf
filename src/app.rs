//! The program: its routes, and what stands around every page.

mod config_notice;
mod fatal;
mod not_found;
mod preferences;
mod shortcuts;
mod topbar;

use std::borrow::Cow;

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::hooks::use_location;
use leptos_router::path;

use config_notice::ConfigNotice;
use not_found::NotFound;
use shortcuts::Shortcuts;
use topbar::TopBar;

use crate::browser;
use crate::config::Config;
use crate::customer::CustomerPage;
use crate::home::HomePage;
use crate::locale::said;
use crate::ui::announce::Announcer;
use crate::ui::moves::Moves;

pub use fatal::report_panics;

/// The program.
#[component]
pub fn App() -> impl IntoView {
    let (config, problems) = Config::load();
    let base: Option<Cow<'static, str>> =
        Some(config.base_path.clone()).filter(|base| !base.is_empty()).map(Cow::Owned);
    let is_inside = config.has_path(&browser::path());
    provide_context(config);
    preferences::provide();
    Moves::provide();
    view! {
        <Announcer/>
        <a class="skip-link" rel="external" href="#main">
            {said(|texts| texts.skip)}
        </a>
        <Router base=base.unwrap_or_default()>
            <TopBar/>
            <ConfigNotice problems/>
            <main id="main" tabindex="-1">
                <Pages is_inside/>
            </main>
        </Router>
        <Shortcuts/>
    }
}

/// The page of the present address.
#[component]
fn Pages(
    /// Whether the address is under the base path; the router's own test takes `/crmx` for a page of `/crm`.
    is_inside: bool,
) -> impl IntoView {
    follow_moves();
    if !is_inside {
        return view! { <NotFound/> }.into_any();
    }
    view! {
        <FlatRoutes fallback=NotFound>
            <Route path=path!("/") view=Start/>
            <Route path=path!("/customers/:id") view=CustomerPage/>
        </FlatRoutes>
    }
    .into_any()
}

/// The start page; in debug builds with the designers' gallery.
#[component]
fn Start() -> impl IntoView {
    #[cfg(all(debug_assertions, target_arch = "wasm32"))]
    return view! {
        <HomePage/>
        <crate::gallery::Gallery/>
    };
    #[cfg(not(all(debug_assertions, target_arch = "wasm32")))]
    return view! { <HomePage/> };
}

/// After each move from page to page the focus goes to the new page: to its heading where there is one already, to
/// the main part while a customer is loading. The router does neither.
fn follow_moves() {
    let path = use_location().pathname;
    Effect::new(move |before: Option<String>| {
        let path = path.get();
        if before.is_some_and(|before| before != path) {
            browser::focus(&["main h1", "main"]);
        }
        Moves::note();
        path
    });
}
