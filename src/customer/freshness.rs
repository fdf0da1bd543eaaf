//! The age of the data, and the buttons to refresh, print and copy the record.

use std::sync::Arc;

use leptos::prelude::*;

use super::logic::load_state::Freshness;
use super::summary::CopyCustomer;
use crate::api::CustomerDetail;
use crate::browser;
use crate::browser::handler::on_click;
use crate::format::{date_and_time, days_between, time_of_day};
use crate::locale::{fill, texts};
use crate::navigation::customer_url;
use crate::ui::icon::{Icon, IconView};
use crate::ui::print::PrintOnly;
use crate::ui::progress::Progress;
use crate::ui::reactive::{reactive, reactive_value};

/// Renders the age of the data, and the buttons to refresh, print and copy. In print, renders the URL, the time of printing
/// and the time of the data instead.
#[component]
pub fn FreshnessBar(
    id: String,
    freshness: RwSignal<Freshness>,
    refresh: Callback<()>,
    customer: ArcRwSignal<Arc<CustomerDetail>>,
) -> impl IntoView {
    let texts = texts();
    let is_refreshing = move || freshness.read().is_refreshing;
    // Outside `printed_from`: event handlers run outside the reactive owner, which provides the configuration.
    let url = customer_url(&id);
    let printed_from = move || {
        let (now, fetched_at) = (js_sys::Date::now(), freshness.read_untracked().fetched_at);
        fill(texts.printed_from, &[&url, &date_and_time(now), &date_and_time(fetched_at)])
    };
    view! {
        <div class="freshness">
            <FreshnessStatus class="no-print" freshness/>
            <PrintOnly class="print-only" write=Box::new(printed_from)/>
            <button
                type="button"
                class="button no-print"
                aria-keyshortcuts="r"
                aria-disabled=reactive_value(move || if is_refreshing() { "true" } else { "false" })
                on:click=on_click(move |_| refresh.run(()))
            >
                <IconView icon=Icon::Refresh/>
                {texts.refresh}
            </button>
            <PrintButton/>
            <CopyCustomer id customer freshness/>
            {reactive(move || is_refreshing().then(|| view! { <Progress/> }))}
        </div>
    }
}

/// Renders `更新于 HH:MM`, or `HH:MM 的数据` for stale data.
#[component]
pub fn FreshnessStatus(freshness: RwSignal<Freshness>, class: &'static str) -> impl IntoView {
    let status = move || {
        let (freshness, texts) = (freshness.read(), texts());
        if freshness.is_refreshing {
            return texts.refreshing.to_owned();
        }
        let text = if freshness.failed.is_some() {
            texts.data_from
        } else {
            texts.updated_at
        };
        fill(text, &[&time_of_data(freshness.fetched_at)])
    };
    view! {
        <p role="status" class=class class:stale=reactive_value(move || freshness.read().failed.is_some())>
            {reactive(status)}
        </p>
    }
}

#[component]
pub fn PrintButton() -> impl IntoView {
    let texts = texts();
    let cannot_print = RwSignal::new(false);
    view! {
        <button type="button" class="button no-print" aria-keyshortcuts="p" on:click=on_click(move |_| cannot_print.set(!browser::print()))>
            <IconView icon=Icon::Print/>
            {texts.print}
        </button>
        {reactive(move || cannot_print.get().then(|| view! { <p role="alert" class="no-print">{texts.cannot_print}</p> }.into_any()))}
    }
}

/// Returns the time of day of `moment` (milliseconds since 1970), with the day if that is not today.
pub fn time_of_data(moment: f64) -> String {
    match days_between(moment, js_sys::Date::now()) {
        0 => time_of_day(moment),
        1 => fill(texts().yesterday, &[&time_of_day(moment)]),
        _ => date_and_time(moment),
    }
}
