//! The page of one customer.

mod area;
mod basics;
mod classification;
mod field;
mod finance;
mod followers;
mod freshness;
mod header;
mod load_error;
mod page;
mod profile;
mod unreadable;

pub use load_error::LoadError;
pub use page::CustomerPage;
pub use profile::Record;
