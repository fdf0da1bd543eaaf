//! The start page, `/`.

use leptos::prelude::*;

use crate::locale::translated;
use crate::lookup::FindCustomer;
use crate::ui::document_title::use_document_title;
use crate::ui::heading::PageHeading;

/// Renders the lookup box, the recent customers and, in debug builds, the gallery.
#[component]
pub fn HomePage() -> impl IntoView {
    use_document_title(String::new);
    view! {
        <FindCustomer>
            <PageHeading>{translated(|texts| texts.welcome)}</PageHeading>
            <p class="secondary">{translated(|texts| texts.welcome_text)}</p>
        </FindCustomer>
        <Gallery/>
    }
}

#[cfg(all(debug_assertions, target_arch = "wasm32"))]
use crate::gallery::Gallery;

/// Release builds have no gallery.
#[cfg(not(all(debug_assertions, target_arch = "wasm32")))]
#[component]
fn Gallery() -> impl IntoView {}
