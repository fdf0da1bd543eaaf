//! A part of a view that is rendered again.

use leptos::prelude::*;

/// Renders a view, and again when a signal that it reads changes. The closure is boxed: without the box, each of them compiles
/// the whole machinery again, which makes the program larger.
pub fn reactive<V: IntoView + 'static>(view: impl Fn() -> V + Send + 'static) -> AnyView {
    let view: Box<dyn Fn() -> AnyView + Send> = Box::new(move || view().into_any());
    view.into_any()
}
