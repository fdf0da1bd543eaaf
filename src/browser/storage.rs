//! localStorage and sessionStorage. They may be forbidden, full, or filled by somebody else: then nothing is remembered,
//! and nothing depends on it.

use leptos::prelude::window;
use web_sys::Storage;

/// What localStorage holds under a key.
pub fn read(key: &str) -> Option<String> {
    local()?.get_item(key).ok()?
}

/// Keeps a text in localStorage.
pub fn write(key: &str, value: &str) {
    if let Some(storage) = local() {
        let _ = storage.set_item(key, value);
    }
}

/// Removes a key from localStorage.
pub fn remove(key: &str) {
    if let Some(storage) = local() {
        let _ = storage.remove_item(key);
    }
}

/// What the sign-in has left under a key: in this tab's storage, else in the origin's.
pub fn read_token(key: &str) -> Option<String> {
    let session = window().session_storage().ok().flatten();
    session.and_then(|storage| storage.get_item(key).ok()?).or_else(|| read(key))
}

fn local() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
