//! A place of the record for what is drawn anew for each customer.

use std::cell::RefCell;

use crate::ui::element::El;

/// A grey shape, or what has been drawn in its place for the present customer.
pub struct Place {
    blank: El,
    drawn: RefCell<Option<El>>,
}

impl Place {
    /// A place with this grey shape in it.
    pub fn of(blank: El) -> Self {
        Self { blank, drawn: RefCell::default() }
    }

    /// The grey shape.
    pub fn blank(&self) -> El {
        self.blank.clone()
    }

    /// Puts something in the place of the grey shape.
    pub fn show(&self, drawn: El) {
        self.blank.put_instead(&drawn);
        self.drawn.replace(Some(drawn));
    }

    /// Puts the grey shape back.
    pub fn empty(&self) {
        if let Some(drawn) = self.drawn.take() {
            drawn.put_instead(&self.blank);
        }
    }
}
