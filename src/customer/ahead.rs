//! The record of whoever comes next.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{provide_context, use_context};
use send_wrapper::SendWrapper;

use super::record::Record;
use crate::locale::{Locale, locale};
use crate::ui::live::later;

/// A record of nobody, with the language that it is in.
#[derive(Clone, Default)]
struct Ahead(Rc<RefCell<Option<(Locale, Record)>>>);

/// Makes room for the next record, for the whole page.
pub fn provide() {
    provide_context(SendWrapper::new(Ahead::default()));
}

/// Prepares the next record once the present one is on the screen, so that whoever moves on to another customer does not
/// wait for it.
pub fn prepare() {
    later(|| {
        let Some(ahead) = ahead() else { return };
        let is_there = ahead.0.borrow().as_ref().is_some_and(|(prepared_in, _)| *prepared_in == locale());
        if !is_there {
            ahead.0.replace(Some((locale(), Record::prepare().waiting())));
        }
    });
}

/// The next record, where it is prepared in the present language.
pub fn take() -> Option<Record> {
    let (prepared_in, record) = ahead()?.0.take()?;
    (prepared_in == locale()).then_some(record)
}

fn ahead() -> Option<Ahead> {
    use_context::<SendWrapper<Ahead>>().map(SendWrapper::take)
}
