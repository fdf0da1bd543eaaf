//! The page of a customer, `/customers/{id}`.

use leptos::prelude::*;

use crate::api::Cause;
use crate::config::config;
use crate::customer::{
    ExpandedState, LoadError, LoadState, Record, provide_changes, use_announcements, use_customer,
    use_customer_icon, use_customer_title, use_host_events, use_last_visit, use_recent_customers,
};
use crate::host::use_host;
use crate::locale::use_locale;
use crate::lookup::{known_name, suggestion_for};
use crate::ui::reactive::reactive;
use crate::ui::skeleton::Skeleton;

/// Loads a customer, and renders the record, the loading state or the error. Each id has its own instance of this
/// component.
#[component]
pub fn CustomerPage(
    /// The id in the path.
    id: String,
) -> impl IntoView {
    let query = use_customer(id.clone());
    use_announcements(query.state, id.clone());
    let changes = provide_changes(query.state);
    let host = use_host();
    match host {
        // In a frame, title, icon and recent customers belong to the host.
        Some(host) => use_host_events(host, query.state, id.clone()),
        None => {
            use_customer_title(query.state, id.clone());
            use_customer_icon(query.state);
            use_recent_customers(query.state, id.clone());
            use_last_visit(changes, id.clone());
        }
    }
    ExpandedState::provide();
    let locale = use_locale();
    reactive(move || {
        // Labels and figures are not reactive: the page re-renders in another language.
        locale.track();
        match query.state.get() {
            LoadState::Loading => {
                let (id, config) = (id.clone(), config());
                let lang = config.data_language.clone();
                let known_name = Box::new(move || match host {
                    Some(_) => None,
                    None => known_name(&id, &config),
                });
                view! { <Skeleton known_name lang/> }.into_any()
            }
            LoadState::Ready(customer) => {
                let id = id.clone();
                view! {
                    <div class="profile">
                        <Record id customer freshness=query.freshness refresh=query.refresh/>
                    </div>
                }
                .into_any()
            }
            LoadState::Failed { error, failed_at } => {
                let may_suggest = error.cause == Cause::NotFound && host.is_none();
                let suggestion = may_suggest.then(|| suggestion_for(&id)).flatten();
                view! { <LoadError error failed_at id=id.clone() retry=query.retry suggestion/> }.into_any()
            }
        }
    })
}
