//! A customer on the page: the order of the sections.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use super::area::area;
use super::basics::basics;
use super::classification::classification;
use super::finance::Finance;
use super::followers::followers;
use super::header::Header;
use super::place::Place;
use super::unreadable::unreadable_notice;
use crate::api::CustomerDetail;
use crate::browser;
use crate::ui::element::{El, el};
use crate::ui::live::{Drawing, after_long, one_by_one};
use crate::ui::skeleton::blank_card;

/// A customer, whole; one after another. What is the same for every customer is made once, of the parts that people look
/// for first; in the places of the others, and of every value, there are grey shapes while there is no customer.
pub struct Record {
    element: El,
    article: El,
    header: Header,
    finance: Finance,
    sections: El,
    notice: RefCell<Option<El>>,
    bar: Place,
    basics: Place,
    classification: Place,
    area: Place,
    followers: Place,
    is_filled: Cell<bool>,
}

impl Record {
    /// A record of nobody yet.
    pub fn prepare() -> Self {
        let (header, finance) = (Header::prepare(), Finance::prepare());
        let card = |name| Place::of(blank_card(name).unwrap_or_else(|| el("div")));
        let [basics, classification, area, followers] = ["basics", "classification", "area", "followers"].map(card);
        let bar = Place::of(el("div").class("freshness"));
        let main = el("div").class("sections-main").children([finance.element(), basics.blank()]);
        let side = [&classification, &area, &followers].map(Place::blank);
        let side = el("div").class("sections-side").children(side);
        let sections = el("div").class("sections").children([main, side, el("div").class("breath")]);
        let article = el("article").child(header.element()).child(sections.clone());
        let progress = el("div").class("progress").attr("aria-hidden", "true");
        let element = el("div").class("profile").children([progress, bar.blank(), article.clone()]);
        let (notice, is_filled) = (RefCell::default(), Cell::new(false));
        Self {
            element,
            article,
            header,
            finance,
            sections,
            notice,
            bar,
            basics,
            classification,
            area,
            followers,
            is_filled,
        }
    }

    /// The element.
    pub fn element(&self) -> El {
        self.element.clone()
    }

    /// Takes the customer out, for another one to be waited for.
    pub fn wait(&self) {
        browser::take_focus_from(&self.element);
        self.empty();
        drop(self.element().attr("aria-hidden", "true"));
        let slow = self.element();
        after_long(move || drop(slow.class("profile slow")));
    }

    /// Puts a customer in. Where people wait for it, what they look for first is drawn first; the rest follows once that
    /// is on the screen, a part a frame, among it the bar that `bar` makes.
    pub fn fill(
        self: Rc<Self>,
        customer: &Arc<CustomerDetail>,
        is_waited_for: bool,
        bar: impl FnOnce() -> El + 'static,
    ) {
        self.empty();
        self.is_filled.set(true);
        self.header.fill(customer);
        self.finance.fill(customer);
        if let Some(notice) = unreadable_notice(&customer.unreadable()) {
            self.sections.put_before(&notice);
            self.notice.replace(Some(notice));
        }
        let _ = self.element.remove_attribute("aria-hidden");
        drop(self.element().class("profile"));
        drop(self.article.clone().class("record"));
        let [first, second, third] = [customer.clone(), customer.clone(), customer.clone()];
        let [with_basics, with_trails, with_bar, with_followers] = [self.clone(), self.clone(), self.clone(), self];
        let drawings: [Drawing; 4] = [
            Box::new(move || with_basics.basics.show(basics(&first))),
            Box::new(move || {
                with_trails.classification.show(classification(&second));
                with_trails.area.show(area(&second));
            }),
            Box::new(move || with_bar.bar.show(bar())),
            Box::new(move || with_followers.followers.show(followers(&third))),
        ];
        one_by_one(is_waited_for, drawings);
    }

    /// Takes the customer out, if there is one.
    fn empty(&self) {
        if !self.is_filled.take() {
            return;
        }
        self.header.empty();
        self.finance.empty();
        if let Some(notice) = self.notice.take() {
            notice.remove();
        }
        [&self.bar, &self.basics, &self.classification, &self.area, &self.followers].into_iter().for_each(Place::empty);
        drop(self.article.clone().class(""));
    }
}
