//! An effect that compiles once.

use leptos::prelude::*;

/// [`Effect::new`] with a boxed closure. Effects are generic over the closure: without the box, each of them compiles the
/// whole machinery again, which makes the program larger.
pub fn use_effect(run: impl FnMut() + 'static) {
    let run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(run);
}
