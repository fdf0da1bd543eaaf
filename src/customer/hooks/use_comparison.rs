//! Loads the customers of a comparison.

use std::sync::Arc;

use leptos::prelude::*;

use super::side_effects::use_recent_customers;
use super::use_customer::{CustomerQuery, use_customer};
use crate::api::CustomerDetail;
use crate::customer::logic::load_state::LoadState;
use crate::customer::logic::name::{name_of, without_bidi_controls};
use crate::locale::{Texts, fill, texts, use_locale};
use crate::ui::announce::use_announcer;
use crate::ui::document_title::use_document_title;
use crate::ui::effect::use_effect;

/// A column of the comparison.
#[derive(Clone)]
pub struct ComparedCustomer {
    /// The requested id.
    pub id: String,
    pub query: CustomerQuery,
}

impl ComparedCustomer {
    /// Returns the customer if it is loaded.
    pub fn customer(&self) -> Option<Arc<CustomerDetail>> {
        self.query.state.read().customer().map(Get::get)
    }
}

/// Loads each customer independently, announces them when all responses have arrived, and sets the document's title to
/// their names.
pub fn use_comparison(ids: Vec<String>) -> Vec<ComparedCustomer> {
    let load = |id: String| {
        let query = use_customer(id.clone());
        use_recent_customers(query.state, id.clone());
        ComparedCustomer { id, query }
    };
    let customers: Vec<ComparedCustomer> = ids.into_iter().map(load).collect();
    let (locale, announcer) = (use_locale(), use_announcer());
    let (titled, announced) = (customers.clone(), customers.clone());
    use_document_title(move || {
        let texts = locale.get().texts();
        fill(texts.summary_line, &[texts.compare, &names(&titled, texts)])
    });
    use_effect(move || {
        let is_loading =
            |compared: &ComparedCustomer| matches!(&*compared.query.state.read(), LoadState::Loading);
        if !announced.iter().any(is_loading) {
            announcer.say(fill(texts().loaded, &[&names(&announced, texts())]));
        }
    });
    on_cleanup(move || announcer.clear());
    customers
}

/// Returns the names of the customers, or the ids of those that are not loaded.
fn names(customers: &[ComparedCustomer], texts: &Texts) -> String {
    let name = |compared: &ComparedCustomer| match compared.customer() {
        Some(customer) => without_bidi_controls(name_of(&customer, &compared.id)),
        None => compared.id.clone(),
    };
    customers.iter().map(name).collect::<Vec<_>>().join(texts.list_separator)
}
