//! What screen readers are told of a customer.

use leptos::prelude::*;

use super::load_state::LoadState;
use super::name::name_of;
use crate::locale::{fill, texts};
use crate::ui::announce::use_announcer;

/// Announces that the customer is there. Nothing that was said of a customer outlives its page.
pub fn use_announcements(state: ReadSignal<LoadState>, id: String) {
    let announcer = use_announcer();
    Effect::new(move |_| match &*state.read() {
        LoadState::Ready(customer) => {
            announcer.say(fill(texts().loaded, &[name_of(&customer.read_untracked(), &id)]));
        }
        LoadState::Loading | LoadState::Failed { .. } => announcer.clear(),
    });
    on_cleanup(move || announcer.clear());
}
