//! Whether the person has moved inside the program since it was opened.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;

/// The moves from page to page. The first page leaves the focus where the browser has it; every later one takes it.
#[derive(Clone)]
pub struct Moves(Arc<AtomicBool>);

impl Moves {
    /// Starts counting; belongs in the outermost component.
    pub fn provide() {
        provide_context(Self(Arc::default()));
    }

    /// Notes that a page has been shown: all that follow are moves.
    pub fn note() {
        if let Some(Self(moved)) = use_context() {
            moved.store(true, Ordering::Relaxed);
        }
    }

    /// Whether there was a page before the present one.
    pub fn any() -> bool {
        use_context::<Self>().is_some_and(|Self(moved)| moved.load(Ordering::Relaxed))
    }
}
