//! The favicon on a customer's page.

use std::time::Duration;

use leptos::prelude::*;

use crate::browser::favicon;
use crate::customer::logic::load_state::LoadState;
use crate::ui::effect::use_effect;

/// Delays the icon until after first paint.
const AFTER_FIRST_PAINT: Duration = Duration::from_millis(400);

/// Shows the customer's monogram as the favicon while the customer is displayed.
pub fn use_customer_icon(state: RwSignal<LoadState>) {
    use_effect(move || match &*state.read() {
        LoadState::Ready(customer) => {
            customer.track();
            let show = || {
                if let Ok(Some(monogram)) = document().query_selector(".monogram") {
                    favicon::show(&monogram);
                }
            };
            if let Ok(timer) = set_timeout_with_handle(show, AFTER_FIRST_PAINT) {
                on_cleanup(move || timer.clear());
            }
        }
        LoadState::Loading | LoadState::Failed { .. } => favicon::restore(),
    });
    on_cleanup(favicon::restore);
}
