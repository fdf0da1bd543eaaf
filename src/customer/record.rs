//! A customer on the page: the order of the sections.

use std::sync::Arc;

use super::area::area;
use super::basics::basics;
use super::classification::classification;
use super::finance::finance;
use super::followers::followers;
use super::header::header;
use super::unreadable::unreadable_notice;
use crate::api::CustomerDetail;
use crate::ui::element::{El, el};
use crate::ui::live::next;
use crate::ui::skeleton::blank_card;

/// A customer, whole. Where people wait for it, what they look for first is drawn first; the rest follows once that is on
/// the screen, a part a frame, and until then its grey shapes keep the place.
pub fn record(customer: &Arc<CustomerDetail>, is_waited_for: bool) -> El {
    let main = el("div").class("sections-main").child(finance(customer));
    let side = el("div").class("sections-side");
    let place = |name, column: &El| {
        let place = blank_card(name).unwrap_or_else(|| el("div"));
        drop(column.clone().child(place.clone()));
        place
    };
    let upper = [place("classification", &side), place("basics", &main)];
    let lower = [place("area", &side), place("followers", &side)];
    let [first, second] = [customer.clone(), customer.clone()];
    let draw_upper = move || put(&upper, &[classification(&first), basics(&first)]);
    let draw_lower = move || put(&lower, &[area(&second), followers(&second)]);
    next(is_waited_for, move || {
        draw_upper();
        next(is_waited_for, draw_lower);
    });
    el("article")
        .class("record")
        .child(header(customer))
        .children(unreadable_notice(&customer.unreadable()))
        .child(el("div").class("sections").child(main).child(side))
}

fn put(places: &[El; 2], sections: &[El; 2]) {
    places.iter().zip(sections).for_each(|(place, section)| place.put_instead(section));
}
