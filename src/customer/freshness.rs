//! How new the data is, and the button for newer data.

use leptos::prelude::*;

use super::load_error::heading;
use crate::api::ApiError;
use crate::browser;
use crate::format::{date_and_time, time_of_day};
use crate::locale::{fill, words};
use crate::ui::element::{El, el};
use crate::ui::icon::{Icon, icon};
use crate::ui::live::{after_long, follow, listen};

/// When the data on the page was fetched, and what has become of the attempt to refresh it.
#[derive(Clone, Debug, Default)]
pub struct Freshness {
    /// In milliseconds since 1970.
    pub fetched_at: f64,
    /// A refresh is under way.
    pub is_refreshing: bool,
    /// Why the last refresh failed.
    pub failed: Option<ApiError>,
}

impl Freshness {
    /// Fetched just now.
    pub fn now() -> Self {
        Self { fetched_at: js_sys::Date::now(), ..Self::default() }
    }
}

/// 更新于 HH:MM, or that the data is stale; with the buttons for refreshing and printing it.
pub fn freshness_bar(freshness: &ArcRwSignal<Freshness>, refresh: impl Fn() + 'static) -> El {
    let texts = &words().texts;
    let [said, stale, busy, shown] = [freshness.clone(), freshness.clone(), freshness.clone(), freshness.clone()];
    let said = el("p")
        .attr("role", "status")
        .live_class("no-print", "stale", move || stale.read().failed.is_some())
        .live_text(move || sentence(&said.read()));
    let freshness = freshness.clone();
    let refresh = el("button")
        .attr("type", "button")
        .class("button no-print")
        .attr("aria-keyshortcuts", "r")
        .live_attr("aria-disabled", move || if busy.read().is_refreshing { "true" } else { "false" })
        .on("click", move |_| {
            if !freshness.read_untracked().is_refreshing {
                refresh();
            }
        })
        .child(icon(Icon::Refresh))
        .text(texts.refresh);
    let print = el("button")
        .attr("type", "button")
        .class("button no-print")
        .attr("aria-keyshortcuts", "p")
        .on("click", |_| browser::print())
        .child(icon(Icon::Print))
        .text(texts.print);
    let progress = el("div").attr("aria-hidden", "true");
    let slow = progress.clone();
    follow(move || {
        drop(slow.clone().class("progress"));
        if shown.read().is_refreshing {
            let slow = slow.clone();
            after_long(move || drop(slow.class("progress slow")));
        }
    });
    el("div").class("freshness").children([said, printed_from(), refresh, print, progress])
}

/// What has become of the data, in a sentence.
fn sentence(freshness: &Freshness) -> String {
    let texts = &words().texts;
    let time = time_of_day(freshness.fetched_at);
    match &freshness.failed {
        _ if freshness.is_refreshing => texts.refreshing.to_owned(),
        None => fill(texts.updated_at, &[&time]),
        Some(error) => fill(texts.stale, &[&heading(error), &time]),
    }
}

/// On paper: the address and the time of printing.
fn printed_from() -> El {
    let place = el("p").class("print-only");
    let printed = place.clone();
    let text = words().texts.printed_from;
    listen("beforeprint", move |_| {
        let time = date_and_time(js_sys::Date::now());
        printed.set_text_content(Some(&fill(text, &[&browser::address(), &time])));
    });
    place
}
