//! Announcements for screen readers.

use leptos::prelude::*;

use super::reactive::reactive;

/// The text of the live region.
#[derive(Clone, Copy)]
pub struct Announcer(RwSignal<String>);

impl Announcer {
    pub fn provide() {
        provide_context(Self(RwSignal::new(String::new())));
    }

    pub fn say(self, text: String) {
        // A live region announces only changes: a repeated text gets a space.
        self.0
            .update(|before| *before = if *before == text { text + "\u{a0}" } else { text });
    }

    /// Removes the last announcement, which is no longer true.
    pub fn clear(self) {
        self.0.set(String::new());
    }
}

pub fn use_announcer() -> Announcer {
    use_context().unwrap_or_else(|| Announcer(RwSignal::default()))
}

/// Renders the live region. Mounted with the program, because a live region that is mounted together with its text is
/// often not announced.
#[component]
pub fn LiveRegion() -> impl IntoView {
    let Announcer(text) = use_announcer();
    view! { <div class="visually-hidden" role="status" aria-live="polite">{reactive(move || text.get())}</div> }
}
