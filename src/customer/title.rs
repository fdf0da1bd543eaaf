//! What the document is called.

use leptos::prelude::*;

use super::load_error::heading;
use super::load_state::LoadState;
use crate::api::CustomerDetail;
use crate::browser;
use crate::locale::follow_locale;
use crate::ui::live::follow;

/// The document's title is the customer's name, or what has happened instead.
pub fn follow_title(state: &ArcRwSignal<LoadState>, id: &str) {
    let (state, id) = (state.clone(), id.to_owned());
    follow(move || {
        let texts = &follow_locale().words().texts;
        let title = match &*state.read() {
            LoadState::Loading => texts.loading.to_owned(),
            LoadState::Ready(customer) => name_of(customer, &id).to_owned(),
            LoadState::Failed { error, .. } => heading(error),
        };
        browser::set_title(&format!("{title} - {}", texts.app));
    });
}

/// The customer's name; its id where it has none.
pub fn name_of<'a>(customer: &'a CustomerDetail, id: &'a str) -> &'a str {
    customer.name.value().map_or(id, String::as_str)
}
