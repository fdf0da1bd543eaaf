//! The gallery for designers, on the start page of debug builds: links to every sample customer and failure, and every
//! presentational component in its variants, light and dark.

mod parts;
mod samples;

use leptos::prelude::*;

use crate::api::sample;
use crate::locale::use_locale;
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
