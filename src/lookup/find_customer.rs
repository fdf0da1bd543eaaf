use leptos::prelude::*;

use super::lookup_box::LookupBox;
use super::recent_list::RecentList;
use crate::browser;

/// Renders the lookup box on a page, and the recent customers.
#[component]
pub fn FindCustomer(
    /// Ids of the customers to compare the found one with.
    #[prop(optional)]
    compared: Vec<String>,
    /// The heading above the box.
    children: Children,
) -> impl IntoView {
    // Only with a mouse: on touch screens, focus would open the keyboard over the list.
    let autofocus = compared.is_empty() && browser::matches_media("(pointer: fine)");
    view! {
        <div class="home">
            <section class="card home-find">
                {children()}
                <LookupBox name="home" compared=compared.clone() autofocus/>
            </section>
            <RecentList compared/>
        </div>
    }
}
