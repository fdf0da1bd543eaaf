//! Which customers this device remembers.

use leptos::prelude::*;

use super::load_state::LoadState;
use super::name::name_of;
use crate::api::Cause;
use crate::recent;

/// Puts the customer that is shown at the top of the last customers seen. One that this person may not see, or may not see
/// any more, is none of them.
pub fn use_recents(state: ReadSignal<LoadState>, id: String) {
    Effect::new(move |_| match &*state.read() {
        LoadState::Loading => {}
        LoadState::Ready(customer) => {
            let customer = customer.read();
            let number = customer.customer_no.value().map_or("", String::as_str);
            recent::remember(&id, name_of(&customer, &id), number);
        }
        LoadState::Failed { error, .. } if matches!(error.cause, Cause::SignedOut | Cause::Forbidden) => {
            recent::forget(&id);
        }
        LoadState::Failed { .. } => {}
    });
}
