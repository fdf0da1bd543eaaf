use leptos::prelude::*;
use web_sys::StorageEvent;

use crate::browser::focus;
use crate::browser::listener::use_window_listener;
use crate::config::{Config, config};
use crate::locale::translated;
use crate::navigation::PageLink;
use crate::recent::{self, RecentCustomer};
use crate::routes::Route;
use crate::session;
use crate::ui::reactive::reactive;

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
            {reactive(move || match customers.get() {
                none if none.is_empty() => {
                    view! { <p class="secondary">{translated(|texts| texts.recent_none)}</p> }.into_any()
                }
                customers => {
                    let items = customers.into_iter().map(|customer| view! { <RecentLink customer/> }.into_any());
                    view! {
                        <div>
                            <ul class="recent-list">{items.collect_view()}</ul>
                            <button type="button" class="link-button" on:click=clear>
                                {translated(|texts| texts.recent_clear)}
                            </button>
                        </div>
                    }
                    .into_any()
                }
            })}
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

/// Returns the name of a customer that was viewed on this device.
pub fn known_name(id: &str, config: &Config) -> Option<String> {
    let mut customers = recent_customers(config).into_iter();
    customers.find(|customer| customer.id == id).map(|customer| customer.name)
}

#[component]
fn RecentLink(customer: RecentCustomer) -> impl IntoView {
    let config = config();
    let href = Route::Customer(customer.id.clone()).to_path(&config.base_path);
    view! {
        <li>
            <PageLink href>
                <bdi lang=config.data_language.clone()>{customer.name}</bdi>
                <span class="secondary">{customer.id}</span>
            </PageLink>
        </li>
    }
}
