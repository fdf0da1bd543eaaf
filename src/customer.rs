//! The page of one customer.

mod amount;
mod area;
mod basics;
mod classification;
mod field;
mod finance;
mod followers;
mod freshness;
mod header;
mod load_error;
mod load_state;
mod outlet;
mod page;
mod place;
mod profile;
mod ratio;
mod record;
mod returns;
mod scale;
mod title;
mod unreadable;

pub use load_error::load_error;
pub use outlet::Outlet;
pub use page::{customer_id, customer_page};
