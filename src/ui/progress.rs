//! Progress indicators.

use std::time::Duration;

use leptos::prelude::*;

use super::reactive::reactive_value;
use crate::browser::timer::use_timer;

/// Delay before a progress indicator is shown. (public/boot.js has the same before the program runs.)
pub const DELAY: Duration = Duration::from_millis(800);

/// Returns a signal that becomes true `DELAY` after the caller mounts. Animated elements must not be rendered before:
/// browsers produce frames for an animation even while it is invisible.
pub fn use_is_slow() -> RwSignal<bool> {
    let is_slow = RwSignal::new(false);
    use_timer(DELAY, move || is_slow.set(true));
    is_slow
}

/// Renders a thin progress bar at the top of the viewport, after `DELAY`. Hidden from screen readers: the caller
/// announces progress.
#[component]
pub fn Progress() -> impl IntoView {
    let is_slow = use_is_slow();
    view! { <div class="progress" class:slow=reactive_value(move || is_slow.get()) aria-hidden="true"></div> }
}
