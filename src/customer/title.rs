//! What the document is called while a customer's page is shown.

use leptos::prelude::*;

use super::load_error::heading;
use super::load_state::LoadState;
use super::name::name_of;
use crate::locale::use_locale;
use crate::ui::title::use_title;

/// The document's title is the customer's name, or what has happened instead.
pub fn use_customer_title(state: ReadSignal<LoadState>, id: String) {
    let locale = use_locale();
    use_title(move || {
        let texts = &locale.get().words().texts;
        match &*state.read() {
            LoadState::Loading => texts.loading.to_owned(),
            LoadState::Ready(customer) => name_of(&customer.read(), &id).to_owned(),
            LoadState::Failed { error, .. } => heading(error, texts),
        }
    });
}
