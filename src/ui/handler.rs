//! Event handlers without generic code.

use web_sys::MouseEvent;

/// Boxes a handler of an event. Attributes are generic over the handler: without the box, the compiler generates all
/// their code once per handler, which makes the program larger.
pub fn handler<E>(handle: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(handle)
}

/// Boxes a handler of clicks.
pub fn on_click(handle: impl FnMut(MouseEvent) + 'static) -> Box<dyn FnMut(MouseEvent)> {
    handler(handle)
}
