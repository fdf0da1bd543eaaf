//! The page of every unknown address.

use crate::ui::drawn::drawn;
use leptos::prelude::*;

use crate::browser;
use crate::config::Config;
use crate::locale::{follow_locale, said};

/// There is no such page.
#[component]
pub fn NotFound() -> impl IntoView {
    Effect::new(|_| {
        let texts = &follow_locale().words().texts;
        browser::set_title(&format!("{} - {}", texts.no_page, texts.app));
    });
    let home = use_context::<Config>().unwrap_or_default().home_path();
    drawn(view! {
        <div class="load-error">
            <h1 tabindex="-1">{said(|texts| texts.no_page)}</h1>
            <p>{said(|texts| texts.no_page_text)}</p>
            <p class="secondary">{browser::path()}</p>
            <p class="load-error-offers">
                <a class="button button-primary" href=home>
                    {said(|texts| texts.go_elsewhere)}
                </a>
            </p>
        </div>
    })
}
