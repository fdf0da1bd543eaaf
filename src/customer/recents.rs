//! Which customers this device remembers.

use leptos::prelude::*;

use super::load_state::LoadState;
use super::name::name_of;
use crate::recent;

/// Puts the customer that is shown at the top of the last customers seen.
pub fn use_recents(state: ReadSignal<LoadState>, id: String) {
    Effect::new(move |_| {
        if let LoadState::Ready(customer) = &*state.read() {
            recent::remember(&id, name_of(&customer.read(), &id));
        }
    });
}
