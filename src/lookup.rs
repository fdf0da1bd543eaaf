//! Finding a customer, or one to compare with others: the box in the top bar and in the page, and the customers viewed last.

mod find_customer;
mod lookup_box;
mod parse;
mod recent_list;

pub use find_customer::FindCustomer;
pub use lookup_box::LookupBox;
pub use recent_list::{known_name, meant_by};
