//! Updates the list of recent customers.

use leptos::prelude::*;

use crate::api::Cause;
use crate::customer::logic::load_state::LoadState;
use crate::customer::logic::name::name_of;
use crate::recent;
use crate::ui::effect::use_effect;

/// Adds the customer to the recent customers once it is shown, and removes it if the user may not see it.
pub fn use_recent_customers(state: RwSignal<LoadState>, id: String) {
    use_effect(move || match &*state.read() {
        LoadState::Ready(customer) => {
            let customer = customer.read();
            let number = customer.customer_no.value().map_or("", String::as_str);
            recent::remember(&id, name_of(&customer, &id), number);
        }
        LoadState::Failed { error, .. } if matches!(error.cause, Cause::SignedOut | Cause::Forbidden) => {
            recent::forget(&id);
        }
        LoadState::Loading | LoadState::Failed { .. } => {}
    });
}
