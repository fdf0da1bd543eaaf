//! `/customers/{id}`: one customer.

use leptos::prelude::*;
use leptos_router::location::Url;
use leptos_router::{PossibleRouteMatch, path};

use crate::browser::focus;
use crate::customer::{
    FreshnessBar, Kept, LoadError, LoadState, Record, use_announcements, use_customer, use_customer_title,
    use_outcome_told, use_recents,
};
use crate::host::use_host;
use crate::locale::use_locale;
use crate::ui::skeleton::Skeleton;

/// The id in the path of a customer's page, inside the base path; nothing for any other path.
pub fn customer_id(path: &str) -> Option<String> {
    let route = path!("/customers/:id").test(path)?;
    let is_whole = matches!(route.remaining(), "" | "/");
    let (_, id) = route.params().pop()?;
    is_whole.then(|| Url::unescape(&id))
}

/// The page of the customer of one id, from its request to its end.
#[component]
pub fn CustomerPage(
    /// The id, as the address has it.
    id: String,
) -> impl IntoView {
    let query = use_customer(id.clone());
    use_announcements(query.state, id.clone());
    match use_host() {
        // The window's title and what was looked at last are the host's own business.
        Some(host) => use_outcome_told(host, query.state, id.clone()),
        None => {
            use_customer_title(query.state, id.clone());
            use_recents(query.state, id.clone());
        }
    }
    Kept::provide();
    let locale = use_locale();
    move || {
        // Labels and figures are plain texts: in another language the page is drawn anew.
        locale.track();
        focus::leave_to_main();
        match query.state.get() {
            LoadState::Loading => view! { <Skeleton/> }.into_any(),
            LoadState::Ready(customer) => {
                let (id, shown) = (id.clone(), customer.clone());
                view! {
                    <div class="profile">
                        <Record customer>
                            <FreshnessBar id freshness=query.freshness refresh=query.refresh customer=shown/>
                        </Record>
                    </div>
                }
                .into_any()
            }
            LoadState::Failed { error, failed_at } => {
                view! { <LoadError error failed_at id=id.clone() retry=query.retry/> }.into_any()
            }
        }
    }
}
