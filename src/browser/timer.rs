//! Timers.

use std::time::Duration;

use leptos::prelude::*;

/// Calls `run` after a delay, unless the calling component unmounts or the calling effect re-runs before that.
pub fn use_timer(delay: Duration, run: impl FnOnce() + 'static) {
    start(delay, Box::new(run));
}

/// Boxed, so that it compiles once.
fn start(delay: Duration, run: Box<dyn FnOnce()>) {
    if let Ok(timer) = set_timeout_with_handle(run, delay) {
        on_cleanup(move || timer.clear());
    }
}
