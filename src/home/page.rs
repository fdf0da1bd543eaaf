//! The order of the start page.

use super::go_to::go_to;
use super::recents::recents;
use crate::browser;
use crate::locale::{follow_locale, said};
use crate::ui::element::{El, el};
use crate::ui::live::follow;

/// `/`: go to an id, the last customers seen.
#[inline(never)] // A function of its own: it is not to be compiled for the first customer.
pub fn home_page() -> El {
    follow(|| browser::set_title(follow_locale().words().texts.app));
    let find = el("section")
        .class("card home-find")
        .child(el("h1").attr("tabindex", "-1").live_text(said(|texts| texts.welcome)))
        .child(el("p").class("secondary").live_text(said(|texts| texts.welcome_text)))
        .child(go_to("home"));
    el("div").class("home").child(find).child(recents())
}
