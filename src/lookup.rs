//! Finding a customer: the box in the top bar and on the start page, and the customers viewed last.

mod lookup_box;
mod parse;
mod recent_list;

pub use lookup_box::LookupBox;
pub use recent_list::{RecentList, meant_by};
