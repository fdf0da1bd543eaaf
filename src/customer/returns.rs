//! What comes back: the network, and the person.

use leptos::prelude::*;

use super::freshness::Freshness;
use super::load_state::LoadState;
use crate::api::Cause;
use crate::browser;
use crate::ui::live::listen;

/// How old an answer may be, in milliseconds, when somebody comes back to the tab: an older one is refreshed.
const OLD: f64 = 5.0 * 60.0 * 1000.0;

/// Calls `retry` when the browser is back online and the network was what failed.
pub fn follow_network(state: &ArcRwSignal<LoadState>, retry: impl Fn() + 'static) {
    let state = state.clone();
    listen("online", move |_| {
        let is_offline = matches!(
            &*state.read_untracked(),
            LoadState::Failed { error, .. } if error.cause == Cause::Offline
        );
        if is_offline {
            retry();
        }
    });
}

/// Calls `refresh` when somebody comes back to a customer who has grown old while nobody looked.
pub fn follow_visits(state: &ArcRwSignal<LoadState>, freshness: &ArcRwSignal<Freshness>, refresh: impl Fn() + 'static) {
    let (state, freshness) = (state.clone(), freshness.clone());
    listen("visibilitychange", move |_| {
        let is_ready = matches!(&*state.read_untracked(), LoadState::Ready(_));
        let is_old = {
            let freshness = freshness.read_untracked();
            js_sys::Date::now() - freshness.fetched_at > OLD && !freshness.is_refreshing
        };
        if is_ready && is_old && !browser::document().hidden() {
            refresh();
        }
    });
}
