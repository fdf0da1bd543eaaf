//! Finds a customer, or one to compare with others: the lookup box in the top bar and on pages, and the recent
//! customers.

mod find_customer;
mod lookup_box;
mod parse;
mod recent_list;

pub use find_customer::FindCustomer;
pub use lookup_box::LookupBox;
pub use recent_list::{known_name, suggestion_for};
