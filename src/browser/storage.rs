//! localStorage and sessionStorage. If they are blocked or full, reads return `None` and writes do nothing.

use leptos::prelude::window;
use web_sys::Storage;

pub fn read(key: &str) -> Option<String> {
    local()?.get_item(key).ok()?
}

pub fn write(key: &str, value: &str) {
    if let Some(storage) = local() {
        let _ = storage.set_item(key, value);
    }
}

pub fn remove(key: &str) {
    if let Some(storage) = local() {
        let _ = storage.remove_item(key);
    }
}

/// Reads from the sessionStorage of this tab.
pub fn read_session(key: &str) -> Option<String> {
    window().session_storage().ok().flatten()?.get_item(key).ok()?
}

fn local() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
