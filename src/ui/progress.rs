//! Progress indicators.

use std::time::Duration;

use leptos::prelude::*;

use crate::browser::timer::use_timer;

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
    use_timer(DELAY, run);
}

/// A thin bar at the top of the window, after a while. Screen readers skip it: the caller announces progress.
#[component]
pub fn Progress() -> impl IntoView {
    let is_slow = use_is_slow();
    view! { <div class="progress" class:slow=move || is_slow.get() aria-hidden="true"></div> }
}
