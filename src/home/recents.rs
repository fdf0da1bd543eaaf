//! The last customers seen.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent};

use crate::address;
use crate::browser;
use crate::config::config;
use crate::locale::said;
use crate::recent::{self, Seen};
use crate::ui::element::{El, el};

/// The last customers seen on this device, and a button that forgets them.
pub fn recents() -> El {
    // Counts what the person forgets: what is left is in the storage.
    let forgotten = ArcRwSignal::new(0_u32);
    let list = move || {
        forgotten.get();
        let seen = recent::list();
        if seen.is_empty() {
            return el("p").class("secondary").live_text(said(|texts| texts.recent_none));
        }
        let forgetting = forgotten.clone();
        let clear = move |_| {
            recent::clear();
            forgetting.update(|forgotten| *forgotten += 1);
            browser::focus(&["h1"]);
        };
        let clear = el("button").attr("type", "button").class("link-button").on("click", clear);
        el("div")
            .child(el("ul").class("recent-list").children(seen.into_iter().map(seen_link)))
            .child(clear.live_text(said(|texts| texts.recent_clear)))
    };
    el("section")
        .class("card")
        .attr("aria-labelledby", "recent")
        .child(el("h2").attr("id", "recent").live_text(said(|texts| texts.recent)))
        .live_children(move || Some(list()))
}

/// A link to a customer.
fn seen_link(seen: Seen) -> El {
    let path = config().customer_path(&seen.id);
    let link = el("a").attr("href", &path);
    // The router would unescape the address of a link it follows by itself, and with it a percent sign in an id.
    let follow = move |event: Event| {
        let click: &MouseEvent = event.unchecked_ref();
        let opens_elsewhere = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
        if !opens_elsewhere && click.button() == 0 {
            event.prevent_default();
            address::go(&path);
        }
    };
    let link = link.on("click", follow).child(el("span").text(&seen.name));
    el("li").child(link.child(el("span").class("secondary").text(&seen.id)))
}
