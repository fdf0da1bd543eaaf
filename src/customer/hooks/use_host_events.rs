//! Events for the host page about a customer.

use std::time::Duration;

use leptos::prelude::*;

use crate::customer::logic::load_state::LoadState;
use crate::customer::logic::name::{name_of, without_bidi_controls};
use crate::host::{Host, HostEvent};
use crate::ui::effect::use_effect;

/// Reports to the host that the customer is shown, or why it is not.
pub fn use_host_events(host: Host, state: RwSignal<LoadState>, id: String) {
    use_effect(move || {
        let event = match &*state.read() {
            LoadState::Loading => return,
            LoadState::Ready(customer) => {
                let name = without_bidi_controls(name_of(&customer.read_untracked(), &id));
                HostEvent::Ready { id: id.clone(), name }
            }
            LoadState::Failed { error, .. } => {
                HostEvent::Failed { id: id.clone(), cause: error.cause.name() }
            }
        };
        // After rendering. Not `request_animation_frame`: a frame that is scrolled out of view gets none.
        let tell = move || {
            host.tell_height();
            host.tell(&event);
        };
        set_timeout(tell, Duration::ZERO);
    });
}
