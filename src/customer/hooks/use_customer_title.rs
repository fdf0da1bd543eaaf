//! The document's title on a customer's page.

use leptos::prelude::*;

use crate::customer::logic::failure_text::failure_heading;
use crate::customer::logic::load_state::LoadState;
use crate::customer::logic::name::{name_of, without_bidi_controls};
use crate::locale::use_locale;
use crate::ui::document_title::use_document_title;

/// Sets the document's title to the customer's name, or to the heading of the failure.
pub fn use_customer_title(state: RwSignal<LoadState>, id: String) {
    let locale = use_locale();
    use_document_title(move || {
        let texts = locale.get().texts();
        match &*state.read() {
            LoadState::Loading => texts.loading.to_owned(),
            LoadState::Ready(customer) => without_bidi_controls(name_of(&customer.read(), &id)),
            LoadState::Failed { error, .. } => failure_heading(error, texts),
        }
    });
}
