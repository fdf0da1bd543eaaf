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
use crate::ui::handler::on_click;
use crate::ui::reactive::reactive;

/// The customers viewed last on this device, and a button that clears the list.
#[component]
pub fn RecentList(
    /// Ids of customers to compare each of them with; these have no link.
    #[prop(optional)]
    compared: Vec<String>,
) -> impl IntoView {
    let config = config();
    let customers = RwSignal::new(recent_customers(&config));
    // Another tab may have changed the list or signed out.
    use_window_listener("storage", move |_: StorageEvent| customers.set(recent_customers(&config)));
    let clear = move |_| {
        recent::clear();
        customers.set(Vec::new());
        focus::move_to("h1");
    };
    view! {
        <section class="card" aria-labelledby="recent">
            <h2 id="recent">{translated(|texts| texts.recent)}</h2>
            {reactive(move || {
                let mut customers = customers.get();
                customers.retain(|customer| !compared.contains(&customer.id));
                if customers.is_empty() {
                    view! { <p class="secondary">{translated(|texts| texts.recent_none)}</p> }.into_any()
                } else {
                    view! {
                        <div>
                            <RecentLinks customers compared=&compared/>
                            <button type="button" class="link-button" on:click=on_click(clear)>
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

/// Returns the route of a customer, or of its comparison with others.
pub fn route_to(id: String, compared: &[String]) -> Route {
    if compared.is_empty() {
        Route::Customer(id)
    } else {
        Route::Compare([compared, &[id]].concat())
    }
}

/// Returns the name of a recent customer.
pub fn known_name(id: &str, config: &Config) -> Option<String> {
    let mut customers = recent_customers(config).into_iter();
    customers.find(|customer| customer.id == id).map(|customer| customer.name)
}

/// Offers recent customers for an id that was not found: those with this number, or with the id in their name.
pub fn meant_by(id: &str) -> Option<AnyView> {
    let recents = recent_customers(&config());
    let customers = recent::find(&recents, RecentCustomer::is_called, id)
        .or_else(|| recent::find(&recents, RecentCustomer::is_similar, id))?;
    Some(view! { <Choice customers compared=Vec::new()/> }.into_any())
}

/// Renders a choice of customers.
#[component]
pub fn Choice(
    customers: Vec<RecentCustomer>,
    /// Ids of customers to compare the chosen one with.
    compared: Vec<String>,
) -> impl IntoView {
    view! {
        <div class="choice">
            {texts().did_you_mean}
            <RecentLinks customers compared=&compared/>
        </div>
    }
}

#[component]
fn RecentLinks<'a>(customers: Vec<RecentCustomer>, compared: &'a [String]) -> impl IntoView + use<> {
    let mut links = Vec::new();
    for customer in customers {
        links.push(view! { <RecentLink customer compared/> }.into_any());
    }
    view! { <ul class="recent-list">{links}</ul> }
}

#[component]
fn RecentLink<'a>(customer: RecentCustomer, compared: &'a [String]) -> impl IntoView + use<> {
    let config = config();
    let href = route_to(customer.id.clone(), compared).to_path(&config.base_path);
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
