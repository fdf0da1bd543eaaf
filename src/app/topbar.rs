//! The bar above every page.

use leptos::prelude::*;

use super::preferences::{Theme, change_language, change_theme, theme};
use super::shortcuts::shortcuts_button;
use crate::address;
use crate::config::config;
use crate::home::go_to;
use crate::locale::{follow_locale, said};
use crate::ui::element::{El, el};
use crate::ui::icon::{Icon, icon};
use crate::ui::live::derived;

/// The way home, the box for an id, and what a person can set.
pub fn topbar() -> El {
    let home = config().home_path();
    let brand = el("a").class("brand").attr("href", &home).live_text(said(|texts| texts.app));
    // A box that somebody types into stays while the page below it changes.
    let is_home = derived(move || address::path().trim_end_matches('/') == home.trim_end_matches('/'));
    el("header")
        .class("topbar no-print")
        .child(brand)
        .live_children(move || (!is_home.get()).then(|| go_to("topbar")))
        .child(el("div").class("topbar-actions").children([language_button(), theme_button(), shortcuts_button()]))
}

/// Switches between 中文 and English; named by the language it leads to.
fn language_button() -> El {
    el("button")
        .attr("type", "button")
        .class("icon-button language")
        .attr("aria-keyshortcuts", "l")
        .live_attr("lang", || follow_locale().other().tag())
        .live_attr("title", said(|texts| texts.change_language))
        .on("click", |_| change_language())
        .live_text(said(|texts| texts.other_language))
}

/// Switches between light and dark.
fn theme_button() -> El {
    let name = || {
        let texts = &follow_locale().words().texts;
        if theme() == Theme::Dark { texts.to_light } else { texts.to_dark }
    };
    el("button")
        .attr("type", "button")
        .class("icon-button")
        .attr("aria-keyshortcuts", "t")
        .live_attr("aria-label", name)
        .live_attr("title", name)
        .on("click", |_| change_theme())
        .live_children(|| Some(icon(if theme() == Theme::Dark { Icon::Light } else { Icon::Dark })))
}
