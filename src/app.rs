//! The program: what stands around every page, and which page stands in it.

mod config_notice;
mod fatal;
mod not_found;
mod page;
mod preferences;
mod shortcuts;
mod topbar;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use config_notice::config_notice;
use page::Page;
use shortcuts::shortcuts;
use topbar::topbar;

use crate::address;
use crate::browser;
use crate::config::{Config, Problem, config};
use crate::customer::Outlet;
use crate::locale::said;
use crate::ui::announce::provide_announcements;
use crate::ui::copy::follow_copying;
use crate::ui::element::{El, el};
use crate::ui::live::follow;
use crate::ui::moves::Moves;
use crate::ui::trail::follow_copying_of_trails;

pub use fatal::report_panics;

/// The program, ready to be drawn into index.html's frame.
pub struct Program {
    owner: Owner,
    main: Option<El>,
    base: String,
    problems: Vec<Problem>,
}

impl Program {
    /// Gets everything ready that whatever is drawn needs: configuration, address, language.
    pub fn new(frame: &Element) -> Self {
        let owner = Owner::new();
        let (base, problems) = owner.with(|| {
            let (config, problems) = Config::load();
            let base = config.base_path.clone();
            config.provide();
            address::provide();
            preferences::provide_language();
            Moves::provide();
            Outlet::provide();
            provide_announcements(frame);
            (base, problems)
        });
        Self { owner, main: part(frame, "main"), base, problems }
    }

    /// Draws the page. It ends with the owner that is returned.
    ///
    /// Whoever opens the page waits for the customer: where the answer is there already, the customer is drawn first and
    /// everything around it once that is on the screen; else what is around is drawn while the answer is on its way.
    /// (The script in the page's head starts the program when either is due.)
    pub fn draw(self) -> Owner {
        let Self { owner, main, base, problems } = self;
        if let Some(main) = main {
            owner.with(|| draw(main, base, problems));
        }
        owner
    }
}

/// Draws the customer first, if the answer is there, and else what stands around every page.
fn draw(main: El, base: String, problems: Vec<Problem>) {
    let before = main.clone();
    let around = move || {
        preferences::provide_theme();
        address::follow_links(&base);
        follow(address::keep_up);
        surround(&before, problems);
    };
    // Whoever sees a button may press it; whoever sees a customer may leave at once.
    follow_copying();
    follow_copying_of_trails();
    around();
    draw_page(main);
}

/// A part of index.html's frame.
fn part(frame: &Element, selector: &str) -> Option<El> {
    frame.query_selector(selector).ok().flatten().map(JsCast::unchecked_into)
}

/// Draws what stands around every page, in place of what index.html shows there.
fn surround(main: &El, problems: Vec<Problem>) {
    let skip = el("a").class("skip-link").attr("rel", "external").attr("href", "#main");
    let skip = skip.live_text(said(|texts| texts.skip));
    if let Some(bar) = main.previous_element_sibling() {
        bar.remove();
    }
    let parts = [skip, topbar()].into_iter().chain(config_notice(problems)).chain([shortcuts()]);
    parts.for_each(|part| main.put_before(&part));
}

/// Draws the page of the present address, in place of index.html's skeleton.
fn draw_page(main: El) {
    main.set_text_content(None);
    drop(main.live_children(current_page()));
}

/// Draws the page of the present address. After each move from page to page the focus goes to the new page's heading; a
/// customer's page sees to that itself.
fn current_page() -> impl Fn() -> Vec<El> {
    let config = config();
    move || {
        let path = address::path();
        let page = Page::of(&path, &config);
        let is_customer = matches!(page, Page::Customer(_));
        let drawn = page.draw();
        if Moves::any() && !is_customer {
            browser::focus(&["main h1[tabindex]"]);
        }
        Moves::note();
        address::arrived();
        drawn
    }
}
