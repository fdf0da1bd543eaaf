use std::slice;

use leptos::prelude::*;
use web_sys::StorageEvent;

use crate::browser::focus;
use crate::browser::handler::on_click;
use crate::browser::listener::use_window_listener;
use crate::config::{Config, config};
use crate::locale::{texts, translated};
use crate::navigation::PageLink;
use crate::recent::{self, RecentCustomer};
use crate::routes::Route;
use crate::session;
use crate::ui::reactive::reactive;

/// Renders the recent customers, and a button that clears the list.
#[component]
pub fn RecentList(
    /// Ids of the customers to compare each one with; these are not listed.
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

/// Returns the recent customers, newest first; none if the user has signed out, which clears the list.
pub fn recent_customers(config: &Config) -> Vec<RecentCustomer> {
    if session::is_signed_out(config) {
        recent::clear();
    }
    recent::list()
}

/// Returns the name of a recent customer.
pub fn known_name(id: &str, config: &Config) -> Option<String> {
    let mut customers = recent_customers(config).into_iter();
    customers.find(|customer| customer.id == id).map(|customer| customer.name)
}

/// For an id that was not found, renders links to the recent customers with this number or name, or else to those whose
/// name contains it. `None` if there are none.
pub fn suggestion_for(id: &str) -> Option<AnyView> {
    let recents = recent_customers(&config());
    let customers = recent::find(&recents, RecentCustomer::has_number_or_name, id)
        .or_else(|| recent::find(&recents, RecentCustomer::has_in_name, id))?;
    Some(view! { <Choice customers compared=&[]/> }.into_any())
}

/// Asks which of the customers the user means.
#[component]
pub fn Choice<'a>(customers: Vec<RecentCustomer>, compared: &'a [String]) -> impl IntoView + use<> {
    view! {
        <div class="choice">
            {texts().did_you_mean}
            <RecentLinks customers compared/>
        </div>
    }
}

/// Renders links to customers, or to the comparison of each with the `compared` ones.
#[component]
fn RecentLinks<'a>(customers: Vec<RecentCustomer>, compared: &'a [String]) -> impl IntoView + use<> {
    let config = config();
    let mut links = Vec::new();
    for customer in customers {
        let ids = [compared, slice::from_ref(&customer.id)].concat();
        let href = Route::of_customers(ids).to_path(&config.base_path);
        // By number and id, too: several customers may have one name.
        let codes = RecentCustomer { name: String::new(), ..customer.clone() }.description();
        let lang = config.data_language.clone();
        let link = view! {
            <li>
                <PageLink href>
                    <bdi lang=lang>{customer.name}</bdi>
                    <span class="secondary">{codes}</span>
                </PageLink>
            </li>
        };
        links.push(link.into_any());
    }
    view! { <ul class="recent-list">{links}</ul> }
}
