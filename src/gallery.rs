//! For designers, on the start page of debug builds: links to every sample customer and every failure, and every
//! presentational component with its variants, in light and dark.

mod parts;
mod samples;

use leptos::prelude::*;

use crate::api::sample;
use crate::locale::{Locale, locale, use_locale};
use parts::Parts;
use samples::Samples;

/// The gallery's own style sheet: those in `style/` are for the page.
const STYLE: &str = include_str!("gallery/gallery.css");

/// The gallery; nothing if the preview shows a real back end.
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

/// Picks the text of the current language from one in 中文 and one in English. The page's own words are in `src/locale`;
/// these are in no release.
fn in_language([zh, en]: [&'static str; 2]) -> &'static str {
    match locale() {
        Locale::Zh => zh,
        Locale::En => en,
    }
}
