//! Where customers are shown, one after another, in one record.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{provide_context, use_context};
use send_wrapper::SendWrapper;

use super::record::Record;
use crate::locale::{Locale, locale};
use crate::ui::element::{El, el};
use crate::ui::live_children::LiveChildren;

/// The place of the customers' pages. It stays with its record where one customer follows another: what is the same for
/// both of them is neither drawn nor laid out again.
#[derive(Clone)]
pub struct Outlet(Rc<Parts>);

struct Parts {
    element: El,
    children: LiveChildren,
    /// The record, and the language that it is in.
    record: RefCell<Option<(Locale, Rc<Record>)>>,
}

impl Outlet {
    /// Makes the one of the whole program.
    pub fn provide() {
        provide_context(SendWrapper::new(Self::new()));
    }

    /// The one of the program; where there is none, one of its own.
    pub fn of_program() -> Self {
        use_context::<SendWrapper<Self>>().map_or_else(Self::new, SendWrapper::take)
    }

    fn new() -> Self {
        let element = el("div");
        let children = LiveChildren::inside(&element);
        Self(Rc::new(Parts { element, children, record: RefCell::default() }))
    }

    /// The element.
    pub fn element(&self) -> El {
        self.0.element.clone()
    }

    /// Shows these elements, and nothing else.
    pub fn show(&self, drawn: Vec<El>) {
        self.0.children.show(drawn);
    }

    /// The record, if there is one in the present language: with the customer that it has shown last.
    pub fn record(&self) -> Option<Rc<Record>> {
        let record = self.0.record.borrow();
        record.as_ref().filter(|(drawn_in, _)| *drawn_in == locale()).map(|(_, record)| record.clone())
    }

    /// The record in the present language.
    pub fn record_or_new(&self) -> Rc<Record> {
        self.record().unwrap_or_else(|| {
            let record = Rc::new(Record::prepare());
            self.0.record.replace(Some((locale(), record.clone())));
            record
        })
    }
}
