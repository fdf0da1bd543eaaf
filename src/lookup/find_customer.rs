use leptos::prelude::*;

use super::lookup_box::LookupBox;
use super::recent_list::RecentList;

/// The lookup box in the page, and the customers viewed last.
#[component]
pub fn FindCustomer(
    /// The customers with which the one that is found is compared.
    #[prop(optional)]
    compared: Vec<String>,
    /// What stands above the box.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="home">
            <section class="card home-find">
                {children()}
                <LookupBox name="home" compared=compared.clone()/>
            </section>
            <RecentList compared/>
        </div>
    }
}
