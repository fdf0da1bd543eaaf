//! Progress indicators.

use std::time::Duration;

use leptos::prelude::*;

/// Delay before a progress indicator is shown. (public/boot.js has the same before the program runs.)
const DELAY: Duration = Duration::from_millis(800);

/// Becomes true when the caller has been mounted for a while. Nothing animated may be rendered before: browsers draw
/// frames for an animation from its start, even while it is invisible.
pub fn use_is_slow() -> RwSignal<bool> {
    let is_slow = RwSignal::new(false);
    after_long(move || is_slow.set(true));
    is_slow
}

/// Runs `run` after a while, unless the calling component unmounts, or the calling effect runs again, before that.
pub fn after_long(run: impl FnOnce() + 'static) {
    if let Ok(timer) = set_timeout_with_handle(run, DELAY) {
        on_cleanup(move || timer.clear());
    }
}

/// A thin bar at the top of the window, after a while. Screen readers skip it: the caller announces progress.
#[component]
pub fn Progress() -> impl IntoView {
    let is_slow = use_is_slow();
    view! { <div class="progress" class:slow=is_slow aria-hidden="true"></div> }
}
