//! What a customer is called.

use crate::api::CustomerDetail;

/// The customer's name; where it has none, the id that was asked for.
pub fn name_of<'a>(customer: &'a CustomerDetail, id: &'a str) -> &'a str {
    customer.name.value().map_or(id, String::as_str)
}
