//! `/`: go to an id, the last customers seen; in debug builds the designers' gallery.

use leptos::prelude::*;

use crate::home::{GoTo, Recents};
use crate::locale::translated;
use crate::ui::document_title::use_document_title;
use crate::ui::heading::PageHeading;

/// The start page.
#[component]
pub fn HomePage() -> impl IntoView {
    use_document_title(String::new);
    view! {
        <div class="home">
            <section class="card home-find">
                <PageHeading>{translated(|texts| texts.welcome)}</PageHeading>
                <p class="secondary">{translated(|texts| texts.welcome_text)}</p>
                <GoTo name="home"/>
            </section>
            <Recents/>
        </div>
        <Gallery/>
    }
}

#[cfg(all(debug_assertions, target_arch = "wasm32"))]
use crate::gallery::Gallery;

/// The gallery is in no release build.
#[cfg(not(all(debug_assertions, target_arch = "wasm32")))]
#[component]
fn Gallery() -> impl IntoView {}
