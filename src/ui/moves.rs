//! Whether the person has moved inside the program since it was opened.

use leptos::prelude::*;

/// The moves from page to page. The first page leaves the focus where the browser has it; every later one takes it.
#[derive(Clone, Copy)]
pub struct Moves(StoredValue<bool>);

impl Moves {
    /// Starts counting; belongs in the outermost component.
    pub fn provide() {
        provide_context(Self(StoredValue::new(false)));
    }

    /// Notes that a page has been shown: all that follow are moves.
    pub fn note() {
        if let Some(Self(moved)) = use_context() {
            moved.set_value(true);
        }
    }

    /// Whether there was a page before the present one.
    pub fn any() -> bool {
        use_context::<Self>().is_some_and(|Self(moved)| moved.get_value())
    }
}
