//! Event handlers without generic code.

use web_sys::MouseEvent;

/// Boxes a handler for `on:click`. Attributes are generic over the handler: without the box, the compiler generates all
/// their code once per handler, which makes the program larger.
pub fn on_click(handle: impl FnMut(MouseEvent) + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(handle)
}
