//! Getting the browser's ways of writing numbers and times (`Intl`) ready, before they are needed.

use js_sys::Function;
use wasm_bindgen::prelude::*;

use crate::browser;

#[wasm_bindgen]
extern "C" {
    /// The window, where the head's script has left a way to do so in another thread.
    type Head;

    #[wasm_bindgen(method, getter, js_name = readyIntl)]
    fn ready_intl(this: &Head) -> Option<Function>;
}

/// Calls `then` when they are ready. The first of them takes a slow processor 100 ms in one piece, but what takes so
/// long browsers keep for all threads: it is done in another one, once, and people go on meanwhile.
pub fn when_ready(then: impl FnOnce() + 'static) {
    let then: Function = Closure::once_into_js(then).unchecked_into();
    let way = browser::window().unchecked_ref::<Head>().ready_intl();
    // Where the head has left none, they get ready when they are used.
    let _ = match way {
        Some(way) => way.call1(&JsValue::UNDEFINED, &then),
        None => then.call0(&JsValue::UNDEFINED),
    };
}
