//! That something is still under way.

use std::time::Duration;

use leptos::prelude::*;

/// Who has waited for this long wants to see that something is under way. (public/boot.js does the same
/// before the program is there.)
const LONG: Duration = Duration::from_millis(800);

/// Whether the part of the page that calls this has been there for long. Nothing that moves is drawn before: browsers draw
/// frames for it from its beginning, however late it is to be seen.
pub fn use_is_slow() -> RwSignal<bool> {
    let is_slow = RwSignal::new(false);
    after_long(move || is_slow.set(true));
    is_slow
}

/// Runs something once the part of the page, or the turn of an effect, that calls this has been there for long.
pub fn after_long(run: impl FnOnce() + 'static) {
    if let Ok(timer) = set_timeout_with_handle(run, LONG) {
        on_cleanup(move || timer.clear());
    }
}

/// A thin bar at the top of the window, once people have waited for long; screen readers are told by other means.
#[component]
pub fn Progress() -> impl IntoView {
    let is_slow = use_is_slow();
    view! { <div class="progress" class:slow=is_slow aria-hidden="true"></div> }
}
