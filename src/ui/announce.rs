//! What screen readers are told as it happens.

use leptos::prelude::*;

/// Says texts to people who do not see the page change.
#[derive(Clone, Copy)]
pub struct Announcer(RwSignal<String>);

impl Announcer {
    /// Makes one known to everything below.
    pub fn provide() {
        provide_context(Self(RwSignal::new(String::new())));
    }

    /// Says a text.
    pub fn say(self, text: String) {
        // The same words twice are a change too, and nothing but a change is said.
        self.0
            .update(|before| *before = if *before == text { text + "\u{a0}" } else { text });
    }

    /// Takes back what was said last: it is not to be found on the page any more.
    pub fn clear(self) {
        self.0.set(String::new());
    }
}

/// The announcer of the page.
pub fn use_announcer() -> Announcer {
    use_context().unwrap_or_else(|| Announcer(RwSignal::default()))
}

/// The live region that says what the announcer is given. It stands on the page from the beginning, because a region that
/// comes with its text is often not read.
#[component]
pub fn LiveRegion() -> impl IntoView {
    let Announcer(text) = use_announcer();
    view! { <div class="visually-hidden" role="status" aria-live="polite">{text}</div> }
}
