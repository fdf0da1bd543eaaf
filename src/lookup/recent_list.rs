use leptos::prelude::*;
use web_sys::StorageEvent;

use crate::browser::focus;
use crate::browser::listener::use_window_listener;
use crate::config::{Config, config};
use crate::locale::{texts, translated};
use crate::navigation::PageLink;
use crate::recent::{self, RecentCustomer};
use crate::routes::Route;
use crate::session;

/// The customers viewed last on this device, and a button that clears the list.
#[component]
pub fn RecentList() -> impl IntoView {
    let config = config();
    let customers = RwSignal::new(recent_customers(&config));
    // Another tab has changed the list, or signed out.
    use_window_listener("storage", move |_: StorageEvent| customers.set(recent_customers(&config)));
    let clear = move |_| {
        recent::clear();
        customers.set(Vec::new());
        focus::move_to("h1");
    };
    view! {
        <section class="card" aria-labelledby="recent">
            <h2 id="recent">{translated(|texts| texts.recent)}</h2>
            {move || {
                let customers = customers.get();
                if customers.is_empty() {
                    view! { <p class="secondary">{translated(|texts| texts.recent_none)}</p> }.into_any()
                } else {
                    view! {
                        <div>
                            <ul class="recent-list">
                                {customers
                                    .into_iter()
                                    .map(|customer| view! { <RecentLink customer/> }.into_any())
                                    .collect_view()}
                            </ul>
                            <button type="button" class="link-button" on:click=clear>
                                {translated(|texts| texts.recent_clear)}
                            </button>
                        </div>
                    }
                        .into_any()
                }
            }}
        </section>
    }
}

/// Returns the customers viewed last, and forgets them if the user has signed out.
pub fn recent_customers(config: &Config) -> Vec<RecentCustomer> {
    if session::is_signed_out(config) {
        recent::clear();
    }
    recent::list()
}

/// Offers the recent customers that an id, for which there is no customer, may mean: those with this number, or with it in
/// their name.
pub fn meant_by(id: &str) -> Option<AnyView> {
    let recents = recent_customers(&config());
    let customers = recent::find(&recents, RecentCustomer::is_called, id)
        .or_else(|| recent::find(&recents, RecentCustomer::is_similar, id))?;
    Some(view! { <Choice customers/> }.into_any())
}

/// Customers to choose from.
#[component]
pub fn Choice(customers: Vec<RecentCustomer>) -> impl IntoView {
    let links = customers
        .into_iter()
        .map(|customer| view! { <RecentLink customer/> }.into_any());
    let links = links.collect_view();
    view! {
        <div class="choice">
            {texts().did_you_mean}
            <ul class="recent-list">{links}</ul>
        </div>
    }
}

#[component]
fn RecentLink(customer: RecentCustomer) -> impl IntoView {
    let config = config();
    let href = Route::Customer(customer.id.clone()).to_path(&config.base_path);
    // By its number and id: several customers may have one name.
    let codes = RecentCustomer { name: String::new(), ..customer.clone() }.description();
    view! {
        <li>
            <PageLink href>
                <bdi lang=config.data_language.clone()>{customer.name}</bdi>
                <span class="secondary">{codes}</span>
            </PageLink>
        </li>
    }
}
