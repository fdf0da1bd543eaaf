use leptos::prelude::*;

use super::lookup_box::LookupBox;
use super::recent_list::RecentList;
use crate::browser;

/// The lookup box in the page, and the customers viewed last.
#[component]
pub fn FindCustomer(
    /// The customers with which the one that is found is compared.
    #[prop(optional)]
    compared: Vec<String>,
    /// What stands above the box.
    children: Children,
) -> impl IntoView {
    // Where there is a mouse. On touch screens, focus would open the keyboard over the list.
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
