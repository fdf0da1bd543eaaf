//! From the address to the id of a customer.

use leptos_router::location::Url;
use leptos_router::{PossibleRouteMatch, path};

use super::profile::profile;
use crate::ui::element::El;

/// The id in the path of a customer's page, `/customers/{id}`; nothing for any other path.
pub fn customer_id(path: &str) -> Option<String> {
    let route = path!("/customers/:id").test(path)?;
    let is_whole = matches!(route.remaining(), "" | "/");
    let (_, id) = route.params().pop()?;
    is_whole.then(|| Url::unescape(&id))
}

/// The page of the customer of this id: one of its own for each id, so that nothing of one customer outlives the move
/// to another.
pub fn customer_page(id: String) -> El {
    profile(id)
}
