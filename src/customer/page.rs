//! From the address to the id of a customer.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::profile::Profile;

/// `/customers/{id}`: a page of its own for each id, so that nothing of one customer outlives the move to another.
#[component]
pub fn CustomerPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.read().get("id").unwrap_or_default());
    move || view! { <Profile id=id.get()/> }
}
