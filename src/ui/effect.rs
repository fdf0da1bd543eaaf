//! What runs anew when a signal changes.

use leptos::prelude::*;

/// [`Effect::new`], with the closure in a box: for each closure of a type of its own, all of what runs an effect would be
/// compiled once more.
pub fn use_effect(run: impl FnMut() + 'static) {
    let run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(run);
}
