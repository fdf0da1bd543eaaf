//! Screen reader announcements about a customer.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::CustomerDetail;
use crate::customer::logic::changes::{announcement, changes};
use crate::customer::logic::load_state::LoadState;
use crate::customer::logic::name::name_of;
use crate::locale::{fill, texts};
use crate::ui::announce::use_announcer;
use crate::ui::effect::use_effect;
use crate::ui::progress::after_delay;

/// Announces a slow load, the loaded customer, and the changes of each refresh. Clears the announcement on unmount.
pub fn use_announcements(state: RwSignal<LoadState>, id: String) {
    let announcer = use_announcer();
    let mut announced = None::<Arc<CustomerDetail>>;
    use_effect(move || match &*state.read() {
        LoadState::Ready(customer) => {
            let customer = customer.get();
            let text = match announced.replace(customer.clone()) {
                None => Some(fill(texts().loaded, &[name_of(&customer, &id)])),
                Some(previous) => announcement(&changes(&previous, &customer)),
            };
            if let Some(text) = text {
                announcer.say(text);
            }
        }
        LoadState::Loading => {
            announced = None;
            announcer.clear();
            // Outside the timer's callback, which runs outside the reactive owner.
            let text = texts().loading;
            after_delay(move || announcer.say(text.to_owned()));
        }
        LoadState::Failed { .. } => {
            announced = None;
            announcer.clear();
        }
    });
    on_cleanup(move || announcer.clear());
}
