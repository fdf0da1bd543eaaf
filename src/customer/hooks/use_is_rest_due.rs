//! The stages in which the first record renders.

use std::cell::Cell;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::browser::task::next_task;

thread_local! {
    static IS_FIRST_RECORD: Cell<bool> = const { Cell::new(true) };
}

/// Whether to render the sections after the first ones. They wait for the next task while the program starts: much of the
/// program runs for the first time then, and one task for all would block the page (docs/performance.md). Later records
/// render in one go, and so does one in a frame, because the height of the frame should change once.
pub fn use_is_rest_due() -> ReadSignal<bool> {
    let is_staged = IS_FIRST_RECORD.replace(false) && browser::parent().is_none();
    let (is_due, set_is_due) = signal(!is_staged);
    if is_staged {
        spawn_local(async move {
            next_task().await;
            // The record may be unmounted by now.
            set_is_due.try_set(true);
        });
    }
    is_due
}
