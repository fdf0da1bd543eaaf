//! A customer on the page: the order of the sections.

use super::area::area;
use super::basics::basics;
use super::classification::classification;
use super::finance::finance;
use super::followers::followers;
use super::header::header;
use super::unreadable::unreadable_notice;
use crate::api::CustomerDetail;
use crate::ui::element::{El, el};

/// A customer, whole.
pub fn record(customer: &CustomerDetail) -> El {
    let main = [finance(customer), basics(customer)];
    let side = [classification(customer), area(customer), followers(customer)];
    let sections = [el("div").class("sections-main").children(main), el("div").class("sections-side").children(side)];
    el("article")
        .class("record")
        .child(header(customer))
        .children(unreadable_notice(&customer.unreadable()))
        .child(el("div").class("sections").children(sections))
}
