//! The gallery for designers, on the start page of debug builds: links to every sample customer and failure, and every
//! presentational component in its variants, light and dark.

mod parts;
mod samples;

use leptos::prelude::*;

use crate::api::sample;
use crate::locale::{Locale, locale, use_locale};
use parts::Parts;
use samples::Samples;

/// The gallery's own style sheet, so that `style/` has only what the page uses.
const STYLE: &str = include_str!("gallery/gallery.css");

/// Renders the gallery; nothing if the preview has a real back end.
#[component]
pub fn Gallery() -> impl IntoView {
    let language = use_locale();
    sample::is_installed().then(|| {
        view! {
            <style>{STYLE}</style>
            {move || {
                language.track();
                view! {
                    <div class="gallery">
                        <Samples/>
                        <Parts/>
                    </div>
                }
            }}
        }
    })
}

/// Returns the text in the current language. The page's texts are in [`locale`](crate::locale); these are in debug builds
/// only.
fn in_language([zh, en]: [&'static str; 2]) -> &'static str {
    match locale() {
        Locale::Zh => zh,
        Locale::En => en,
    }
}
