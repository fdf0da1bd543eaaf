//! What the host of the page is told of a customer.

use std::time::Duration;

use leptos::prelude::*;

use super::load_state::LoadState;
use super::name::{name_of, plain};
use crate::host::{Host, Told};
use crate::ui::effect::use_effect;

/// Tells the host when the customer is shown, or cannot be.
pub fn use_outcome_told(host: Host, state: ReadSignal<LoadState>, id: String) {
    use_effect(move || {
        let told = match &*state.read() {
            LoadState::Loading => return,
            LoadState::Ready(customer) => {
                let name = plain(name_of(&customer.read_untracked(), &id));
                Told::Ready { id: id.clone(), name }
            }
            LoadState::Failed { error, .. } => Told::Failed { id: id.clone(), cause: error.cause.name() },
        };
        // By then it is on the page. (Out of sight, a frame of another page gets no animation frames.)
        let tell = move || {
            host.tell_height();
            host.tell(&told);
        };
        set_timeout(tell, Duration::ZERO);
    });
}
