//! The favicon on a customer's page.

use std::time::Duration;

use leptos::prelude::*;

use crate::browser::favicon;
use crate::browser::timer::use_timer;
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
            use_timer(AFTER_FIRST_PAINT, show);
        }
        LoadState::Loading | LoadState::Failed { .. } => favicon::restore(),
    });
    on_cleanup(favicon::restore);
}
