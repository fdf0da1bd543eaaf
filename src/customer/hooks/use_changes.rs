//! The changes of a customer, by refreshes and since the last visit, until the user dismisses them.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::api::{CustomerDetail, Key};
use crate::browser::timer::use_timer;
use crate::config::config;
use crate::customer::logic::changes::{Change, changes};
use crate::customer::logic::fingerprint::{changed_keys, fingerprints};
use crate::customer::logic::load_state::LoadState;
use crate::recent::visits::{self, Visit, Visits};
use crate::ui::effect::use_effect;

/// Delays reading localStorage and computing fingerprints until after first paint.
const AFTER_FIRST_PAINT: Duration = Duration::from_millis(200);

/// The changes of the displayed customer. Notes and values read them from the context.
#[derive(Clone, Copy)]
pub struct Changes {
    state: RwSignal<LoadState>,
    /// The customer when the user last dismissed the changes; `None` before the first record.
    baseline: RwSignal<Option<Arc<CustomerDetail>>>,
    pub since_last_visit: RwSignal<Option<ChangesSinceVisit>>,
}

/// The keys that have changed since the last visit on this device.
#[derive(Clone)]
pub struct ChangesSinceVisit {
    /// The time of that visit, in milliseconds since 1970.
    pub visited_at: f64,
    pub keys: Vec<Key>,
}

impl Changes {
    /// Returns what refreshes have changed since the user last dismissed the changes.
    pub fn list(self) -> Vec<Change> {
        match (self.state.read().customer().map(Get::get), self.baseline.get()) {
            (Some(customer), Some(baseline)) => changes(&baseline, &customer),
            _ => Vec::new(),
        }
    }

    pub fn dismiss(self) {
        self.baseline.set(self.state.read().customer().map(GetUntracked::get_untracked));
    }
}

/// Provides the changes to the notes and values of the page.
pub fn provide_changes(state: RwSignal<LoadState>) -> Changes {
    let changes = Changes {
        state,
        baseline: RwSignal::new(None),
        since_last_visit: RwSignal::new(None),
    };
    // Runs again for each new record, which has no changes yet.
    use_effect(move || changes.dismiss());
    provide_context(changes);
    changes
}

/// Stores this visit on the device, and finds the changes since the last one.
pub fn use_last_visit(changes: Changes, id: String) {
    if !config().remember_visits {
        return visits::clear();
    }
    let is_first = RwSignal::new(true);
    use_effect(move || {
        let Some(customer) = changes.state.read().customer().map(Get::get) else {
            is_first.set(true);
            changes.since_last_visit.set(None);
            return;
        };
        let id = id.clone();
        let visit = move || {
            let mut visits = Visits::load();
            let fingerprints = fingerprints(&customer, visits.salt());
            let now = js_sys::Date::now();
            let last = visits.replace(Visit {
                id: id.clone(),
                at: now as u64,
                fingerprints: fingerprints.clone(),
            });
            visits.store();
            if let Some(last) = last.filter(|_| is_first.get_untracked()) {
                let keys = changed_keys(&last.fingerprints, &fingerprints);
                let changed = ChangesSinceVisit { visited_at: last.at as f64, keys };
                changes.since_last_visit.set((!changed.keys.is_empty()).then_some(changed));
            }
            is_first.set(false);
        };
        use_timer(AFTER_FIRST_PAINT, visit);
    });
}

pub fn use_changes() -> Option<Changes> {
    use_context()
}
