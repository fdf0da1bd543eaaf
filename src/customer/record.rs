//! A customer on the page: the order of the sections.

use std::sync::Arc;

use super::area::area;
use super::basics::basics;
use super::classification::classification;
use super::finance::Finance;
use super::followers::followers;
use super::header::Header;
use super::unreadable::unreadable_notice;
use crate::api::CustomerDetail;
use crate::ui::element::{El, el};
use crate::ui::live::next;
use crate::ui::skeleton::blank_card;

/// A customer, whole. What is the same for every customer is prepared before there is one, of the parts that people look
/// for first; the others, and every value, have grey shapes in their places.
pub struct Record {
    element: El,
    article: El,
    header: Header,
    finance: Finance,
    sections: El,
    veil: El,
    /// Where the bar above the record, classification, basics, area and followers will be.
    places: [El; 5],
}

impl Record {
    /// A record of nobody yet.
    pub fn prepare() -> Self {
        let (header, finance) = (Header::prepare(), Finance::prepare());
        let (bar, veil) = (el("div").class("freshness"), el("div").class("breath"));
        let place = |name| blank_card(name).unwrap_or_else(|| el("div"));
        let [classification, basics, area, followers] = ["classification", "basics", "area", "followers"].map(place);
        let places = [&bar, &classification, &basics, &area, &followers].map(El::clone);
        let main = el("div").class("sections-main").child(finance.element()).child(basics);
        let side = el("div").class("sections-side").children([classification, area, followers]);
        let sections = el("div").class("sections").children([veil.clone(), main, side]);
        let article = el("article").child(header.element()).child(sections.clone());
        let element = el("div")
            .class("profile")
            .attr("aria-hidden", "true")
            .child(bar.child(el("div").class("progress shown")))
            .child(article.clone());
        Self { element, article, header, finance, sections, veil, places }
    }

    /// The element.
    pub fn element(&self) -> El {
        self.element.clone()
    }

    /// Puts a customer in. Where people wait for it, what they look for first is drawn first; the rest follows once that
    /// is on the screen, a part a frame, and the bar that `bar` makes.
    pub fn fill(self, customer: &Arc<CustomerDetail>, is_waited_for: bool, bar: impl FnOnce() -> El + 'static) {
        let [bar_place, classification_place, basics_place, area_place, followers_place] = self.places;
        self.header.fill(customer);
        self.finance.fill(customer);
        if let Some(notice) = unreadable_notice(&customer.unreadable()) {
            self.sections.put_before(&notice);
        }
        self.veil.remove();
        bar_place.set_text_content(None);
        let _ = self.element.remove_attribute("aria-hidden");
        drop(self.article.class("record"));
        let [first, second] = [customer.clone(), customer.clone()];
        next(is_waited_for, move || {
            classification_place.put_instead(&classification(&first));
            basics_place.put_instead(&basics(&first));
            next(is_waited_for, move || {
                area_place.put_instead(&area(&second));
                followers_place.put_instead(&followers(&second));
            });
        });
        next(is_waited_for, move || bar_place.put_instead(&bar()));
    }
}
