//! How new the data is, and the button for newer data.

use crate::ui::drawn::drawn;
use leptos::prelude::*;

use super::load_error::heading;
use crate::api::ApiError;
use crate::browser;
use crate::format::{date_and_time, time_of_day};
use crate::locale::{fill, words};
use crate::ui::icon::{Icon, IconView};

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
#[component]
pub fn FreshnessView(
    /// How new the data is.
    freshness: RwSignal<Freshness>,
    /// Fetches it anew.
    refresh: impl Fn() + 'static,
) -> impl IntoView {
    let texts = &words().texts;
    let is_refreshing = Signal::derive(move || freshness.read().is_refreshing);
    let is_busy = Signal::derive(move || is_refreshing.get().to_string());
    let said = Signal::derive(move || {
        let freshness = freshness.read();
        let time = time_of_day(freshness.fetched_at);
        match &freshness.failed {
            _ if freshness.is_refreshing => texts.refreshing.to_owned(),
            None => fill(texts.updated_at, &[&time]),
            Some(error) => fill(texts.stale, &[&heading(error), &time]),
        }
    });
    let is_stale = Signal::derive(move || freshness.read().failed.is_some());
    let refresh = move |_| {
        if !freshness.read_untracked().is_refreshing {
            refresh();
        }
    };
    drawn(view! {
        <div class="freshness">
            <p role="status" class="no-print" class:stale=is_stale>
                {said}
            </p>
            <PrintedFrom/>
            <button
                type="button"
                class="button no-print"
                aria-keyshortcuts="r"
                aria-disabled=is_busy
                on:click=refresh
            >
                <IconView icon=Icon::Refresh/>
                {texts.refresh}
            </button>
            <button type="button" class="button no-print" aria-keyshortcuts="p" on:click=|_| browser::print()>
                <IconView icon=Icon::Print/>
                {texts.print}
            </button>
            <div class="progress" class:shown=is_refreshing aria-hidden="true"></div>
        </div>
    })
}

/// On paper: the address and the time of printing.
#[component]
fn PrintedFrom() -> impl IntoView {
    let place = NodeRef::<leptos::html::P>::new();
    let text = words().texts.printed_from;
    let print = window_event_listener(leptos::ev::beforeprint, move |_| {
        if let Some(place) = place.get_untracked() {
            let time = date_and_time(js_sys::Date::now());
            place.set_text_content(Some(&fill(text, &[&browser::address(), &time])));
        }
    });
    on_cleanup(move || print.remove());
    drawn(view! { <p class="print-only" node_ref=place></p> })
}
