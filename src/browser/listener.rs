//! Listeners on the window and on media queries.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::Event;

/// Calls `handle` for each event with this name on the window until the caller unmounts. Casts the event to `E` without
/// a check: `use_window_listener("keydown", |event: KeyboardEvent| …)`.
pub fn use_window_listener<E: JsCast>(event: &str, handle: impl Fn(E) + 'static) {
    listen(event, Box::new(move |event: Event| handle(event.unchecked_into())));
}

/// Boxed, so that it compiles once.
fn listen(event: &str, handle: Box<dyn Fn(Event)>) {
    let listener = window_event_listener_untyped(event, handle);
    on_cleanup(move || listener.remove());
}

/// Calls `handle` when the result of a media query changes, until the caller unmounts.
pub fn use_media_listener(query: &str, handle: impl FnMut() + 'static) {
    let Ok(Some(media)) = window().match_media(query) else {
        return;
    };
    let listener = Closure::<dyn FnMut()>::new(handle).into_js_value();
    media.set_onchange(Some(listener.unchecked_ref()));
    on_cleanup(move || media.set_onchange(None));
}
