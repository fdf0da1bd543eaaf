//! What screen readers are told of a customer.

use std::sync::Arc;

use leptos::prelude::*;

use super::changes::{changes, sentence};
use super::load_state::LoadState;
use super::name::name_of;
use crate::api::CustomerDetail;
use crate::locale::{fill, texts};
use crate::ui::announce::use_announcer;
use crate::ui::effect::use_effect;
use crate::ui::progress::after_long;

/// Announces that the customer is there, and before that, where it takes long, that it is loading; later, what a refresh has
/// changed. Nothing that was said of a customer outlives its page.
pub fn use_announcements(state: ReadSignal<LoadState>, id: String) {
    let announcer = use_announcer();
    let mut said_of = None::<Arc<CustomerDetail>>;
    use_effect(move || match &*state.read() {
        LoadState::Ready(customer) => {
            let customer = customer.get();
            let text = match said_of.replace(customer.clone()) {
                None => Some(fill(texts().loaded, &[name_of(&customer, &id)])),
                Some(former) => sentence(changes(&former, &customer)),
            };
            text.into_iter().for_each(|text| announcer.say(text));
        }
        LoadState::Loading => {
            said_of = None;
            announcer.clear();
            after_long(move || announcer.say(texts().loading.to_owned()));
        }
        LoadState::Failed { .. } => {
            said_of = None;
            announcer.clear();
        }
    });
    on_cleanup(move || announcer.clear());
}
