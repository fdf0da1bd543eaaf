//! The program: what stands around every page, and which page stands in it.

mod config_notice;
mod fatal;
mod not_found;
mod preferences;
mod shortcuts;
mod topbar;

use any_spawner::Executor;
use leptos::prelude::*;

use config_notice::config_notice;
use not_found::not_found;
use shortcuts::shortcuts;
use topbar::topbar;

use crate::address;
use crate::api::early;
use crate::browser;
use crate::config::Config;
use crate::customer::{customer_id, customer_page};
use crate::home::home_page;
use crate::locale::said;
use crate::ui::announce::announcer;
use crate::ui::copy::follow_copying;
use crate::ui::element::{El, el};
use crate::ui::live::derived;
use crate::ui::moves::Moves;

pub use fatal::report_panics;

/// Puts the program into an element of the page, in place of what is there. It ends with the owner that is returned.
///
/// Where the customer is on the way already, what is there stays for a moment more, and the program comes with the
/// customer in it: laid out once, not twice.
pub fn start(place: &web_sys::Element) -> Owner {
    // Says that it was called before, which no harm comes of.
    let _ = Executor::init_wasm_bindgen();
    let soon = early::soon();
    let owner = Owner::new();
    let app = owner.with(app);
    let frame = place.clone();
    let show = move || {
        frame.replace_children_with_node_0();
        for part in &app {
            let _ = frame.append_child(part);
        }
    };
    match soon {
        Some(soon) => browser::spawn(async move {
            soon.await;
            // The customer follows in the same turn of the browser, which draws nothing before the end of it.
            show();
        }),
        None => show(),
    }
    owner
}

/// The program.
fn app() -> Vec<El> {
    let (config, problems) = Config::load();
    address::provide(&config.base_path);
    provide_context(config);
    preferences::provide();
    Moves::provide();
    let announcer = announcer();
    follow_copying();
    let skip = el("a").class("skip-link").attr("rel", "external").attr("href", "#main");
    let skip = skip.live_text(said(|texts| texts.skip));
    let main = el("main").attr("id", "main").attr("tabindex", "-1").live_children(current_page());
    let mut parts = vec![announcer, skip, topbar()];
    parts.extend(config_notice(problems));
    parts.extend([main, shortcuts()]);
    parts
}

/// A page of the program.
#[derive(Clone, PartialEq)]
enum Page {
    Start,
    Customer(String),
    Unknown(String),
}

impl Page {
    fn of(path: &str, config: &Config) -> Self {
        let inside = path.strip_prefix(&config.base_path).filter(|_| config.has_path(path));
        match inside {
            Some("" | "/") => Self::Start,
            Some(inside) => customer_id(inside).map_or_else(|| Self::Unknown(path.to_owned()), Self::Customer),
            None => Self::Unknown(path.to_owned()),
        }
    }

    fn draw(self) -> Vec<El> {
        match self {
            Self::Start => start_page(),
            Self::Customer(id) => vec![customer_page(id)],
            Self::Unknown(path) => vec![not_found(&path)],
        }
    }
}

/// Draws the page of the present address. After each move from page to page the focus goes to the new page: to its
/// heading where there is one already, to the main part while a customer is loading.
fn current_page() -> impl Fn() -> Vec<El> {
    let config: Config = use_context().unwrap_or_default();
    let page = derived(move || Page::of(&address::path(), &config));
    move || {
        let drawn = page.get().draw();
        if Moves::any() {
            browser::focus(&["main h1[tabindex]", "main"]);
        }
        Moves::note();
        address::arrived();
        drawn
    }
}

/// The start page; in debug builds with the designers' gallery.
fn start_page() -> Vec<El> {
    #[cfg(all(debug_assertions, target_arch = "wasm32"))]
    return std::iter::once(home_page()).chain(crate::gallery::gallery()).collect();
    #[cfg(not(all(debug_assertions, target_arch = "wasm32")))]
    vec![home_page()]
}
