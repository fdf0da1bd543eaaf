//! Elements that come and go in one place of another.

use std::cell::RefCell;

use web_sys::Node;

use super::element::{El, create_text};
use crate::browser;

/// What stands before the end of a place, and is replaced as a whole.
pub struct LiveChildren {
    place: El,
    end: Node,
    shown: RefCell<Vec<El>>,
}

impl LiveChildren {
    /// None yet; they will stand behind what is in the place now.
    pub fn inside(place: &El) -> Self {
        let end = create_text("");
        place.append_node(&end);
        Self { place: place.clone(), end, shown: RefCell::default() }
    }

    /// Shows these elements, and those that were shown before no more. One that is shown again stays where it is: browsers
    /// lay out anew whatever is taken away and put back.
    pub fn show(&self, drawn: Vec<El>) {
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
