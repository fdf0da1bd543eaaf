//! Effects without generic code.

use leptos::prelude::*;

/// Creates an [`Effect`] with a boxed closure. Effects are generic over the closure: without the box, the compiler
/// generates all their code once per effect, which makes the program larger.
pub fn use_effect(run: impl FnMut() + 'static) {
    let run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(run);
}
