//! The program: its routes, and what stands around every page.

mod config_notice;
mod embedded;
mod fatal;
mod not_found;
mod preferences;
mod shortcuts;
mod topbar;

use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::hooks::use_location;

use config_notice::ConfigNotice;
use embedded::Embedded;
use not_found::NotFound;
use shortcuts::Shortcuts;
use topbar::TopBar;

use crate::browser::focus;
use crate::config::{Config, Problem, config};
use crate::host::Host;
use crate::locale::translated;
use crate::pages::customer::{CustomerPage, customer_id};
use crate::pages::home::HomePage;
use crate::ui::announce::{Announcer, LiveRegion};

pub use fatal::report_panics;

/// The program: a site of its own, or a part of the page that shows it in a frame.
#[component]
pub fn App() -> impl IntoView {
    let (config, problems) = Config::load();
    let host = Host::provide(&config);
    config.provide();
    preferences::provide(host);
    Announcer::provide();
    shortcuts::provide();
    match host {
        Some(host) => view! { <Embedded host problems/> }.into_any(),
        None => view! { <Site problems/> }.into_any(),
    }
}

/// The program as a site of its own: its pages, and what stands around them.
#[component]
fn Site(
    /// What is wrong with the configuration.
    problems: Vec<Problem>,
) -> impl IntoView {
    let base = config().base_path.clone();
    view! {
        <LiveRegion/>
        <a class="skip-link" rel="external" href="#main">
            {translated(|texts| texts.skip)}
        </a>
        <Router base>
            <TopBar/>
            <ConfigNotice problems/>
            <Pages/>
        </Router>
        <Shortcuts/>
    }
}

/// The page of the present address, in the main part: `match` in the place of `<FlatRoutes>`, which takes much of the
/// program's size for two pages (docs/architecture.md). Whoever moves on to another page has the focus on the main part, until the page's heading takes it over.
#[component]
fn Pages() -> impl IntoView {
    let path = use_location().pathname;
    let page = move || {
        // Before the first page there is no main part that could take it.
        focus::rest_on_main();
        match Page::at(&path.read(), &config()) {
            Page::Home => view! { <HomePage/> }.into_any(),
            Page::Customer(id) => view! { <CustomerPage id/> }.into_any(),
            Page::Unknown => view! { <NotFound/> }.into_any(),
        }
    };
    view! {
        <main id="main" tabindex="-1">
            {page}
        </main>
    }
}

/// A page of the program.
enum Page {
    /// `/`
    Home,
    /// `/customers/{id}`; holds the id.
    Customer(String),
    /// Any other address.
    Unknown,
}

impl Page {
    /// The page at a path. leptos_router's own test of the base path would take `/crmx` for a page of `/crm`.
    fn at(path: &str, config: &Config) -> Self {
        let inside = path.strip_prefix(&config.base_path).filter(|_| config.has_path(path));
        match inside {
            Some("" | "/") => Self::Home,
            Some(inside) => customer_id(inside).map_or(Self::Unknown, Self::Customer),
            None => Self::Unknown,
        }
    }
}
