//! The page of every unknown address.

use crate::browser;
use crate::config::config;
use crate::locale::{follow_locale, said};
use crate::ui::element::{El, el};
use crate::ui::live::follow;

/// There is no page at this path.
#[inline(never)] // A function of its own: it is not to be compiled for the first customer.
pub fn not_found(path: &str) -> El {
    follow(|| {
        let texts = &follow_locale().words().texts;
        browser::set_title(&format!("{} - {}", texts.no_page, texts.app));
    });
    let home = config().home_path();
    let home = el("a").class("button button-primary").attr("href", &home).live_text(said(|texts| texts.go_elsewhere));
    el("div")
        .class("load-error")
        .child(el("h1").attr("tabindex", "-1").live_text(said(|texts| texts.no_page)))
        .child(el("p").live_text(said(|texts| texts.no_page_text)))
        .child(el("p").class("secondary").text(path))
        .child(el("p").class("load-error-offers").child(home))
}
