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
use crate::ui::live::{Drawing, one_by_one};
use crate::ui::skeleton::blank_card;

/// A customer, whole. What is the same for every customer is prepared before there is one, of the parts that people look
/// for first; the others, and every value, have grey shapes in their places.
pub struct Record {
    element: El,
    article: El,
    header: Header,
    finance: Finance,
    sections: El,
    /// What is there only while nobody is: a bar that moves, and a veil that does.
    waiting: Vec<El>,
    /// Where the bar above the record, classification, basics, area and followers will be.
    places: [El; 5],
}

impl Record {
    /// A record of nobody yet.
    pub fn prepare() -> Self {
        let (header, finance) = (Header::prepare(), Finance::prepare());
        let place = |name| blank_card(name).unwrap_or_else(|| el("div"));
        let [classification, basics, area, followers] = ["classification", "basics", "area", "followers"].map(place);
        let bar = el("div").class("freshness");
        let places = [&bar, &classification, &basics, &area, &followers].map(El::clone);
        let main = el("div").class("sections-main").child(finance.element()).child(basics);
        let side = el("div").class("sections-side").children([classification, area, followers]);
        let sections = el("div").class("sections").children([main, side]);
        let article = el("article").child(header.element()).child(sections.clone());
        let element = el("div").class("profile").children([bar, article.clone()]);
        Self { element, article, header, finance, sections, waiting: Vec::new(), places }
    }

    /// The record as it is shown while somebody waits for the customer.
    pub fn waiting(mut self) -> Self {
        let (progress, veil) = (el("div").class("progress shown"), el("div").class("breath"));
        let [bar, ..] = &self.places;
        drop(bar.clone().child(progress.clone()));
        drop(self.sections.clone().child(veil.clone()));
        let _ = self.element.set_attribute("aria-hidden", "true");
        self.waiting = vec![progress, veil];
        self
    }

    /// The element.
    pub fn element(&self) -> El {
        self.element.clone()
    }

    /// Puts a customer in. Where people wait for it, what they look for first is drawn first; the rest follows once that
    /// is on the screen, a part a frame, among it the bar that `bar` makes.
    pub fn fill(self, customer: &Arc<CustomerDetail>, is_waited_for: bool, bar: impl FnOnce() -> El + 'static) {
        let [bar_place, classification_place, basics_place, area_place, followers_place] = self.places;
        self.header.fill(customer);
        self.finance.fill(customer);
        if let Some(notice) = unreadable_notice(&customer.unreadable()) {
            self.sections.put_before(&notice);
        }
        if !self.waiting.is_empty() {
            let _ = self.element.remove_attribute("aria-hidden");
            self.waiting.iter().for_each(|part| part.remove());
        }
        drop(self.article.class("record"));
        let [first, second, third] = [customer.clone(), customer.clone(), customer.clone()];
        let drawings: [Drawing; 4] = [
            Box::new(move || basics_place.put_instead(&basics(&first))),
            Box::new(move || {
                classification_place.put_instead(&classification(&second));
                area_place.put_instead(&area(&second));
            }),
            Box::new(move || bar_place.put_instead(&bar())),
            Box::new(move || followers_place.put_instead(&followers(&third))),
        ];
        one_by_one(is_waited_for, drawings);
    }
}
