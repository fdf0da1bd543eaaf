//! Listeners on the window.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Event;

/// Calls `handle` for each such event at the window until the caller unmounts. `E` is not checked:
/// `use_window_listener("keydown", |event: KeyboardEvent| …)`.
pub fn use_window_listener<E: JsCast>(event: &str, handle: impl Fn(E) + 'static) {
    listen(event, Box::new(move |event: Event| handle(event.unchecked_into())));
}

/// Boxed, so that it compiles once.
fn listen(event: &str, handle: Box<dyn Fn(Event)>) {
    let listener = window_event_listener_untyped(event, handle);
    on_cleanup(move || listener.remove());
}
