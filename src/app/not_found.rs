//! The page for an unknown path.

use leptos::prelude::*;

use crate::browser;
use crate::config::config;
use crate::locale::{translated, use_locale};
use crate::navigation::PageLink;
use crate::routes::Route;
use crate::ui::document_title::use_document_title;
use crate::ui::heading::PageHeading;

#[component]
pub fn NotFound() -> impl IntoView {
    let locale = use_locale();
    use_document_title(move || locale.get().texts().no_page.to_owned());
    view! {
        <div class="load-error">
            <PageHeading>{translated(|texts| texts.no_page)}</PageHeading>
            <p>{translated(|texts| texts.no_page_text)}</p>
            <p class="secondary">{browser::path()}</p>
            <p class="load-error-offers">
                <PageLink class="button button-primary" href=Route::Home.to_path(&config().base_path)>
                    {translated(|texts| texts.home)}
                </PageLink>
            </p>
        </div>
    }
}
