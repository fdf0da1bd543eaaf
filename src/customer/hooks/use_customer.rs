//! Loads a customer. The only hook that requests one; it renders nothing.

use std::cell::Cell;
use std::sync::Arc;
use std::task::{Context, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{AbortController, Event, PageTransitionEvent};

use crate::api::{ApiError, Cause, CustomerDetail, CustomerRequest};
use crate::browser::listener::use_window_listener;
use crate::browser::{self, focus};
use crate::config::{Config, config};
use crate::customer::logic::load_state::{Freshness, LoadState};
use crate::session;

/// Data older than this, in milliseconds, is refreshed when the user returns to the tab.
const MAX_AGE: f64 = 5.0 * 60.0 * 1000.0;

/// A customer's load state, and the actions that change it.
#[derive(Clone, Copy)]
pub struct CustomerQuery {
    pub state: RwSignal<LoadState>,
    pub freshness: RwSignal<Freshness>,
    /// Shows the loading state and sends a request.
    pub retry: Callback<()>,
    /// Sends a request and keeps the current data visible; retries a failure. Does nothing while loading or refreshing.
    pub refresh: Callback<()>,
}

/// The reason for a request.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trigger {
    Load,
    Retry,
    /// Keeps the current data until the response arrives.
    Refresh,
    /// Retries a failure whose cause may be gone. Keeps the error view until the response arrives: the user may be
    /// about to click in it.
    Recheck,
}

/// Loads a customer and keeps it fresh while the caller is mounted. Unmounting, or a newer request, aborts the one in
/// flight. Sends the first request before it returns, so that the response is loading while the page renders.
pub fn use_customer(id: String) -> CustomerQuery {
    let state = RwSignal::new(LoadState::Loading);
    let freshness = RwSignal::new(Freshness::default());
    let config = config();
    let restored_config = config.clone();
    let in_flight = StoredValue::new_local(None::<AbortController>);
    on_cleanup(move || abort(in_flight));
    let send = Arc::new(move |trigger| {
        // Returning to the window dispatches two events.
        if trigger == Trigger::Recheck && in_flight.with_value(Option::is_some) {
            return;
        }
        abort(in_flight);
        match trigger {
            Trigger::Load | Trigger::Recheck => {}
            Trigger::Retry => state.set(LoadState::Loading),
            Trigger::Refresh => freshness.update(|freshness| {
                freshness.is_refreshing = true;
                freshness.requested_at = js_sys::Date::now();
            }),
        }
        let request = match trigger {
            Trigger::Load => CustomerRequest::with_head_start(&id, &config),
            Trigger::Retry | Trigger::Refresh | Trigger::Recheck => CustomerRequest::new(&id, &config),
        };
        let controller = request.abort_handle();
        in_flight.set_value(Some(controller.clone()));
        run_until_first_await(async move {
            let answer = request.answer().await;
            let is_newest = in_flight.try_get_value().flatten() == Some(controller);
            if is_newest {
                in_flight.set_value(None);
                settle(answer, trigger, state, freshness);
            }
        });
    });
    send(Trigger::Load);
    let (retry, refresh) = (send.clone(), send.clone());
    let query = CustomerQuery {
        state,
        freshness,
        retry: Callback::new(move |()| retry(Trigger::Retry)),
        refresh: Callback::new(move |()| {
            let trigger = match &*state.read_untracked() {
                LoadState::Loading => None,
                LoadState::Ready(_) if freshness.read_untracked().is_refreshing => None,
                LoadState::Ready(_) => Some(Trigger::Refresh),
                LoadState::Failed { .. } => Some(Trigger::Retry),
            };
            if let Some(trigger) = trigger {
                refresh(trigger);
            }
        }),
    };
    retry_when_online(query);
    refresh_when_user_returns(query, send);
    reload_when_restored(query, restored_config);
    query
}

fn abort(in_flight: StoredValue<Option<AbortController>, LocalStorage>) {
    if let Some(controller) = in_flight.try_update_value(Option::take).flatten() {
        controller.abort();
    }
}

/// Polls a future up to its first `.await` now, and spawns the rest.
fn run_until_first_await(future: impl Future<Output = ()> + 'static) {
    let mut future = Box::pin(future);
    let is_pending = future.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending();
    if is_pending {
        spawn_local(future);
    }
}

/// Stores the outcome of a request in the state.
fn settle(
    answer: Result<CustomerDetail, ApiError>,
    trigger: Trigger,
    state: RwSignal<LoadState>,
    freshness: RwSignal<Freshness>,
) {
    match answer {
        Ok(customer) => {
            let now = js_sys::Date::now();
            freshness.set(Freshness {
                fetched_at: now,
                requested_at: now,
                ..Freshness::default()
            });
            match state.get_untracked() {
                // Unchanged data does not re-render.
                LoadState::Ready(shown) if *shown.get_untracked() == customer => {}
                LoadState::Ready(shown) => {
                    focus::keep_while_rerendering();
                    shown.set(Arc::new(customer));
                }
                LoadState::Loading | LoadState::Failed { .. } => {
                    state.set(LoadState::Ready(ArcRwSignal::new(Arc::new(customer))));
                }
            }
        }
        Err(error) if trigger == Trigger::Refresh && !error.revokes_access() => {
            freshness.update(|freshness| {
                freshness.is_refreshing = false;
                freshness.failed = Some(error);
            });
        }
        Err(error) if trigger == Trigger::Recheck && state.read_untracked().error() == Some(&error) => {}
        Err(error) => {
            // The record unmounts; the heading of the error view then takes focus.
            if trigger == Trigger::Refresh {
                focus::move_to_main_unless_elsewhere();
            }
            freshness.set(Freshness::default());
            state.set(LoadState::Failed { error, failed_at: browser::now() });
        }
    }
}

impl CustomerQuery {
    fn is_ready(self) -> bool {
        self.state.read_untracked().customer().is_some()
    }

    /// Whether the last request has failed with an error that meets the condition.
    fn has_failed(self, condition: fn(&ApiError) -> bool) -> bool {
        let (state, freshness) = (self.state.read_untracked(), self.freshness.read_untracked());
        let error = match &*state {
            LoadState::Loading => None,
            LoadState::Ready(_) => freshness.failed.as_ref(),
            LoadState::Failed { error, .. } => Some(error),
        };
        error.is_some_and(condition)
    }

    /// Whether the displayed data is older than [`MAX_AGE`].
    fn is_old(self) -> bool {
        self.is_ready() && js_sys::Date::now() - self.freshness.read_untracked().requested_at > MAX_AGE
    }
}

/// When the browser is back online, refreshes stale or old data and retries a network failure. Retries once only: an unstable
/// network would cause endless requests.
fn retry_when_online(query: CustomerQuery) {
    let has_retried = Cell::new(false);
    use_window_listener("online", move |_: Event| {
        if query.state.read_untracked().error().is_none() {
            has_retried.set(false);
            if query.has_failed(|_| true) || query.is_old() {
                query.refresh.run(());
            }
        } else if query.has_failed(|error| error.cause == Cause::Offline) && !has_retried.replace(true) {
            query.retry.run(());
        }
    });
}

/// Refreshes old data when the user returns to the tab, moves the pointer or presses a key. If the session had ended, returning sends
/// a request: the user may have signed in in another tab.
fn refresh_when_user_returns(query: CustomerQuery, send: Arc<dyn Fn(Trigger)>) {
    for event in ["visibilitychange", "focus"] {
        let send = send.clone();
        use_window_listener(event, move |_: Event| {
            if document().hidden() {
                return;
            }
            let is_signed_out = query.has_failed(ApiError::asks_to_sign_in);
            if is_signed_out && !query.is_ready() {
                send(Trigger::Recheck);
            } else if is_signed_out || query.is_old() {
                query.refresh.run(());
            }
        });
    }
    for event in ["pointermove", "keydown"] {
        use_window_listener(event, move |_: Event| {
            if query.is_old() && !document().hidden() {
                query.refresh.run(());
            }
        });
    }
}

/// Reloads a page that the browser restores from its back-forward cache: another user may be signed in. If the configured
/// token is gone, the record is removed at once.
fn reload_when_restored(query: CustomerQuery, config: Arc<Config>) {
    use_window_listener("pageshow", move |event: PageTransitionEvent| {
        if !event.persisted() {
            return;
        }
        if query.is_ready() && !session::is_signed_out(&config) {
            query.refresh.run(());
        } else {
            query.retry.run(());
        }
    });
}
