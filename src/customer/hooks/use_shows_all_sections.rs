//! The stages in which the first record renders.

use std::cell::Cell;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::browser::task::next_task;

thread_local! {
    static IS_FIRST_RECORD: Cell<bool> = const { Cell::new(true) };
}

/// Returns whether to render the sections after the first ones. The first record renders in two tasks: most of its code
/// runs for the first time, and a single task would block the page (docs/performance.md). Later records, and records in
/// a frame, render at once: the height of a frame should change only once.
pub fn use_shows_all_sections() -> RwSignal<bool> {
    let is_staged = IS_FIRST_RECORD.replace(false) && browser::parent().is_none();
    let shows_all = RwSignal::new(!is_staged);
    if is_staged {
        spawn_local(async move {
            next_task().await;
            // The record may be unmounted by now.
            shows_all.try_set(true);
        });
    }
    shows_all
}
