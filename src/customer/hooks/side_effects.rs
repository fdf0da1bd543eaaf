//! Hooks that pass the load state on: to the title, the icon, screen readers, the recent customers and the host page.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::api::{Cause, CustomerDetail};
use crate::browser::favicon;
use crate::browser::timer::use_timer;
use crate::customer::logic::changes::{announcement, changes};
use crate::customer::logic::failure::Failure;
use crate::customer::logic::load_state::LoadState;
use crate::customer::logic::name::{name_of, without_bidi_controls};
use crate::host::{Host, HostEvent};
use crate::locale::{fill, texts, use_locale};
use crate::recent;
use crate::ui::announce::use_announcer;
use crate::ui::document_title::use_document_title;
use crate::ui::effect::use_effect;
use crate::ui::progress;

/// Delays the icon until after first paint.
const AFTER_FIRST_PAINT: Duration = Duration::from_millis(400);

/// Sets the document's title to the customer's name, or to the heading of the failure.
pub fn use_customer_title(state: RwSignal<LoadState>, id: String) {
    let locale = use_locale();
    use_document_title(move || {
        let texts = locale.get().texts();
        match &*state.read() {
            LoadState::Loading => texts.loading.to_owned(),
            LoadState::Ready(customer) => without_bidi_controls(name_of(&customer.get(), &id)),
            LoadState::Failed { error, .. } => Failure::of(error, texts).heading,
        }
    });
}

/// Shows the customer's monogram as the favicon while the customer is displayed.
pub fn use_customer_icon(state: RwSignal<LoadState>) {
    use_effect(move || {
        if state.read().customer().map(Get::get).is_none() {
            return favicon::restore();
        }
        use_timer(AFTER_FIRST_PAINT, || {
            if let Ok(Some(monogram)) = document().query_selector(".monogram") {
                favicon::show(&monogram);
            }
        });
    });
    on_cleanup(favicon::restore);
}

/// Announces a slow load, the loaded customer, and the changes of each refresh. Clears the announcement on unmount.
pub fn use_announcements(state: RwSignal<LoadState>, id: String) {
    let announcer = use_announcer();
    let mut announced = None::<Arc<CustomerDetail>>;
    use_effect(move || {
        let state = state.read();
        let Some(customer) = state.customer().map(Get::get) else {
            announced = None;
            announcer.clear();
            if state.error().is_none() {
                // Outside the timer's callback, which runs outside the reactive owner.
                let text = texts().loading;
                use_timer(progress::DELAY, move || announcer.say(text.to_owned()));
            }
            return;
        };
        let text = match announced.replace(customer.clone()) {
            None => Some(fill(texts().loaded, &[&without_bidi_controls(name_of(&customer, &id))])),
            Some(previous) => announcement(&changes(&previous, &customer)),
        };
        if let Some(text) = text {
            announcer.say(text);
        }
    });
    on_cleanup(move || announcer.clear());
}

/// Adds the customer to the recent customers once it is displayed, and removes it if the user may not see it.
pub fn use_recent_customers(state: RwSignal<LoadState>, id: String) {
    use_effect(move || match &*state.read() {
        LoadState::Ready(customer) => {
            let customer = customer.get();
            let number = customer.customer_no.value().map_or("", String::as_str);
            recent::remember(&id, name_of(&customer, &id), number);
        }
        LoadState::Failed { error, .. } if matches!(error.cause, Cause::SignedOut | Cause::Forbidden) => {
            recent::forget(&id);
        }
        LoadState::Loading | LoadState::Failed { .. } => {}
    });
}

/// Reports to the host that the customer is displayed, or why it is not.
pub fn use_host_events(host: Host, state: RwSignal<LoadState>, id: String) {
    use_effect(move || {
        let id = id.clone();
        let event = match &*state.read() {
            LoadState::Loading => return,
            LoadState::Ready(customer) => {
                let name = without_bidi_controls(name_of(&customer.get_untracked(), &id));
                HostEvent::Ready { id, name }
            }
            LoadState::Failed { error, .. } => HostEvent::Failed { id, cause: error.cause.name() },
        };
        // After rendering. Not `request_animation_frame`: a frame that is scrolled out of view gets none.
        let send = move || {
            host.send_height();
            host.send(&event);
        };
        set_timeout(send, Duration::ZERO);
    });
}
