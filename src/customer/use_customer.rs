//! Loading a customer: the one hook that asks for one. It knows no view.

use std::sync::Arc;

use leptos::leptos_dom::helpers::WindowListenerHandle;
use leptos::prelude::*;
use leptos::task::spawn_local_scoped_with_cancellation;
use wasm_bindgen::JsCast;
use web_sys::PageTransitionEvent;

use super::load_state::{Freshness, LoadState};
use crate::api::{ApiError, Cause, CustomerDetail, CustomerRequest};
use crate::browser;
use crate::config::{Config, config};
use crate::ui::effect::use_effect;

/// How old an answer may be, in milliseconds, when somebody comes back to the tab: an older one is refreshed.
const OLD: f64 = 5.0 * 60.0 * 1000.0;

/// A customer being looked at: what there is to show, and what can be asked for.
#[derive(Clone, Copy)]
pub struct CustomerQuery {
    /// What there is to show.
    pub state: ReadSignal<LoadState>,
    /// How new it is.
    pub freshness: ReadSignal<Freshness>,
    /// Asks again for what could not be had.
    pub retry: Callback<()>,
    /// Asks for newer data while the present data stays; nothing where that is under way already.
    pub refresh: Callback<()>,
}

/// Why a request is sent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ask {
    /// The page has been opened.
    Load,
    /// There is nothing to show.
    Retry,
    /// What is shown may be old; it stays until there is something newer.
    Refresh,
    /// What could not be had may be there now; the message stays until there is something else, because whoever comes back
    /// to it may be about to click in it.
    Recheck,
}

/// Loads the customer of one id, and keeps it new, as long as the part of the page is there that calls this: its end ends
/// the request under way, and so does the next request.
pub fn use_customer(id: String) -> CustomerQuery {
    let (state, set_state) = signal(LoadState::Loading);
    let (freshness, set_freshness) = signal(Freshness::default());
    let (ask, set_ask) = signal(Ask::Load);
    let config = config();
    let restored_config = config.clone();
    use_effect(move || {
        let ask = ask.get();
        match ask {
            Ask::Load | Ask::Recheck => {}
            Ask::Retry => set_state.set(LoadState::Loading),
            Ask::Refresh => set_freshness.update(|freshness| {
                freshness.is_refreshing = true;
                freshness.asked_at = js_sys::Date::now();
            }),
        }
        let request = match ask {
            Ask::Load => CustomerRequest::with_head_start(&id, &config),
            Ask::Retry | Ask::Refresh | Ask::Recheck => CustomerRequest::new(&id, &config),
        };
        // Runs before this effect's next turn, and at the end of the page. It ends the request on the network, too.
        let abort = request.abort_handle();
        on_cleanup(move || abort.abort());
        spawn_local_scoped_with_cancellation(async move {
            settle(request.answer().await, ask, set_state, state, set_freshness);
        });
    });
    let query = CustomerQuery {
        state,
        freshness,
        retry: Callback::new(move |()| set_ask.set(Ask::Retry)),
        refresh: Callback::new(move |()| {
            if !freshness.read_untracked().is_refreshing {
                set_ask.set(Ask::Refresh);
            }
        }),
    };
    retry_when_online(query);
    ask_again_when_looked_at(query, set_ask);
    ask_again_when_restored(query, restored_config);
    query
}

/// Takes the outcome of a request in.
fn settle(
    answer: Result<CustomerDetail, ApiError>,
    ask: Ask,
    set_state: WriteSignal<LoadState>,
    state: ReadSignal<LoadState>,
    set_freshness: WriteSignal<Freshness>,
) {
    match answer {
        Ok(customer) => {
            let now = js_sys::Date::now();
            set_freshness.set(Freshness {
                fetched_at: now,
                asked_at: now,
                ..Freshness::default()
            });
            match state.get_untracked() {
                // Data that has not changed is not drawn anew.
                LoadState::Ready(shown) if **shown.read_untracked() == customer => {}
                LoadState::Ready(shown) => shown.set(Arc::new(customer)),
                LoadState::Loading | LoadState::Failed { .. } => {
                    set_state.set(LoadState::Ready(ArcRwSignal::new(Arc::new(customer))));
                }
            }
        }
        Err(error) if ask == Ask::Refresh && !error.takes_access_away() => {
            set_freshness.update(|freshness| {
                freshness.is_refreshing = false;
                freshness.failed = Some(error);
            });
        }
        Err(error) if ask == Ask::Recheck && state.read_untracked().has_failed_by(&error) => {}
        Err(error) => {
            set_freshness.set(Freshness::default());
            set_state.set(LoadState::Failed { error, failed_at: browser::now() });
        }
    }
}

/// Retries when the browser says that it is back online; once, or a network that comes and goes would have it ask for ever.
fn retry_when_online(query: CustomerQuery) {
    let has_retried = StoredValue::new(false);
    let online = window_event_listener_untyped("online", move |_| {
        let failed_offline = match &*query.state.read_untracked() {
            LoadState::Failed { error, .. } => error.cause == Cause::Offline,
            LoadState::Loading | LoadState::Ready(_) => return has_retried.set_value(false),
        };
        if failed_offline && !has_retried.get_value() {
            has_retried.set_value(true);
            query.retry.run(());
        }
    });
    on_cleanup(move || online.remove());
}

/// What tells that somebody has come back: the tab is shown, or the window is used.
const RETURNS: [&str; 2] = ["visibilitychange", "focus"];
/// What tells that somebody is there who never left: the pointer moves.
const MOVES: &str = "pointermove";

/// Asks again when somebody comes back to what has grown old while nobody looked, or to what only a sign-in in another tab
/// could help.
fn ask_again_when_looked_at(query: CustomerQuery, set_ask: WriteSignal<Ask>) {
    let recheck = Callback::new(move |()| set_ask.set(Ask::Recheck));
    let listen = |sign, has_returned| {
        window_event_listener_untyped(sign, move |_| look_again(query, recheck, has_returned))
    };
    let listeners = RETURNS
        .map(|sign| listen(sign, true))
        .into_iter()
        .chain([listen(MOVES, false)])
        .collect::<Vec<_>>();
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
}

/// Somebody looks at the page.
fn look_again(query: CustomerQuery, recheck: Callback<()>, has_returned: bool) {
    if document().hidden() {
        return;
    }
    let may_be_signed_in = |error: &ApiError| has_returned && error.asks_to_sign_in();
    match query.state.get_untracked() {
        LoadState::Ready(_) => {
            let Freshness { asked_at, failed, .. } = query.freshness.get_untracked();
            if js_sys::Date::now() - asked_at > OLD || failed.as_ref().is_some_and(may_be_signed_in) {
                query.refresh.run(());
            }
        }
        LoadState::Failed { error, .. } if may_be_signed_in(&error) => recheck.run(()),
        LoadState::Failed { .. } | LoadState::Loading => {}
    }
}

/// Where the browser restores the page as it was (its back-forward cache), somebody else may be at it: without the token
/// that is configured the record goes at once, and it is asked for anew in any case.
fn ask_again_when_restored(query: CustomerQuery, config: Arc<Config>) {
    let restored = window_event_listener_untyped("pageshow", move |event| {
        if !event.unchecked_ref::<PageTransitionEvent>().persisted() {
            return;
        }
        let is_ready = matches!(&*query.state.read_untracked(), LoadState::Ready(_));
        if is_ready && !config.is_signed_out() {
            query.refresh.run(())
        } else {
            query.retry.run(())
        }
    });
    on_cleanup(move || restored.remove());
}
