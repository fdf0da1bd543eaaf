//! Reactive parts of views, without generic code.

use leptos::prelude::*;

/// Renders a view, and re-renders it when a signal that it reads changes. The closure is boxed: without the box, the
/// compiler generates Leptos's code for it once per closure, which makes the program larger.
pub fn reactive<V: IntoView + 'static>(view: impl Fn() -> V + Send + 'static) -> AnyView {
    let view: Box<dyn Fn() -> AnyView + Send> = Box::new(move || view().into_any());
    view.into_any()
}

/// Boxes a closure that is the value of an attribute or class, for the same reason: `class:slow=reactive_value(move || …)`.
pub fn reactive_value<T: 'static>(value: impl Fn() -> T + Send + 'static) -> Box<dyn Fn() -> T + Send> {
    Box::new(value)
}
