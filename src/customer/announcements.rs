//! What screen readers are told of a customer.

use leptos::prelude::*;

use super::load_state::LoadState;
use super::name::name_of;
use crate::locale::{fill, texts};
use crate::ui::announce::use_announcer;
use crate::ui::effect::use_effect;
use crate::ui::progress::after_long;

/// Announces that the customer is there, and before that, where it takes long, that it is loading. Nothing that was said of
/// a customer outlives its page.
pub fn use_announcements(state: ReadSignal<LoadState>, id: String) {
    let announcer = use_announcer();
    use_effect(move || match &*state.read() {
        LoadState::Ready(customer) => {
            announcer.say(fill(texts().loaded, &[name_of(&customer.read_untracked(), &id)]));
        }
        LoadState::Loading => {
            announcer.clear();
            after_long(move || announcer.say(texts().loading.to_owned()));
        }
        LoadState::Failed { .. } => announcer.clear(),
    });
    on_cleanup(move || announcer.clear());
}
