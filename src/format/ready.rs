//! Getting the browser's ways of writing numbers and times (`Intl`) ready, before they are needed.

use std::cell::Cell;

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

thread_local! {
    static ARE_READY: Cell<bool> = const { Cell::new(false) };
}

/// Whether they are ready, in every language of the page, or nothing but using them gets them ready.
pub fn are_ready() -> bool {
    ARE_READY.get()
}

/// Calls `then` when they are ready. The first of them takes a slow processor 100 ms in one piece; Chrome keeps what takes
/// so long for all threads, so it is done in another one, once, and people go on meanwhile.
pub fn when_ready(then: impl FnOnce() + 'static) {
    let then = move || {
        ARE_READY.set(true);
        then();
    };
    let then: Function = Closure::once_into_js(then).unchecked_into();
    let way = browser::window().unchecked_ref::<Head>().ready_intl();
    // Where the head has left none, they get ready when they are used.
    let _ = match way {
        Some(way) => way.call1(&JsValue::UNDEFINED, &then),
        None => then.call0(&JsValue::UNDEFINED),
    };
}

/// Forgets that they are ready.
pub(super) fn forget() {
    ARE_READY.set(false);
}

#[cfg(test)]
mod tests {
    use crate::locale::Locale;

    #[test]
    fn the_thread_of_the_head_knows_every_language() {
        let tags = Locale::ALL.map(|locale| format!("{:?}", locale.tag())).join(",");
        assert!(include_str!("../../public/boot.js").contains(&format!("for(let l of[{tags}])")));
    }
}
