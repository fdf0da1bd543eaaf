//! Elements that come and go in one place of another.

use std::cell::RefCell;

use web_sys::Node;

use super::element::El;
use crate::browser;

/// What stands before the end of a place, and is replaced as a whole.
pub(super) struct LiveChildren {
    place: El,
    end: Node,
    shown: RefCell<Vec<El>>,
}

impl LiveChildren {
    /// None yet; they will stand before this node of the place.
    pub(super) fn before(end: Node, place: El) -> Self {
        Self { place, end, shown: RefCell::default() }
    }

    /// Shows these elements, and those that were shown before no more. One that is shown again stays where it is: browsers
    /// lay out anew whatever is taken away and put back.
    pub(super) fn show(&self, drawn: Vec<El>) {
        let going = self.shown.replace(drawn.clone());
        let going = going.iter().filter(|shown| !drawn.iter().any(|element| element.is_same_node(Some(shown))));
        going.clone().for_each(|element| browser::take_focus_from(element));
        for element in drawn.iter().filter(|element| !self.place.contains(Some(element))) {
            // What translates a page in the browser may take text away, and with it the end.
            if self.place.try_insert_before(element, &self.end).is_err() {
                self.place.append_node(element);
            }
        }
        going.for_each(El::remove);
    }
}
