//! The bar above every page.

use crate::ui::drawn::{drawn, dynamic};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::preferences::{Theme, change_language, change_theme, theme};
use super::shortcuts::ShortcutsButton;
use crate::config::Config;
use crate::home::GoTo;
use crate::locale::{follow_locale, said};
use crate::ui::icon::{Icon, IconView};

/// The way home, the box for an id, and what a person can set.
#[component]
pub fn TopBar() -> impl IntoView {
    let config: Config = use_context().unwrap_or_default();
    let home = config.home_path();
    let path = use_location().pathname;
    let is_home = Memo::new({
        let home = home.clone();
        move |_| path.get().trim_end_matches('/') == home.trim_end_matches('/')
    });
    drawn(view! {
        <header class="topbar no-print">
            <a class="brand" href=home>
                {said(|texts| texts.app)}
            </a>
            {dynamic(move || (!is_home.get()).then(|| drawn(view! { <GoTo name="topbar"/> })))}
            <div class="topbar-actions">
                <LanguageButton/>
                <ThemeButton/>
                <ShortcutsButton/>
            </div>
        </header>
    })
}

/// Switches between 中文 and English; named by the language it leads to.
#[component]
fn LanguageButton() -> impl IntoView {
    drawn(view! {
        <button
            type="button"
            class="icon-button language"
            aria-keyshortcuts="l"
            lang=Signal::derive(|| follow_locale().other().tag())
            title=said(|texts| texts.change_language)
            on:click=|_| change_language()
        >
            {said(|texts| texts.other_language)}
        </button>
    })
}

/// Switches between light and dark.
#[component]
fn ThemeButton() -> impl IntoView {
    let (to_dark, to_light) = (said(|texts| texts.to_dark), said(|texts| texts.to_light));
    let name = Signal::derive(move || if theme() == Theme::Dark { to_light.get() } else { to_dark.get() });
    let icon = Signal::derive(|| if theme() == Theme::Dark { Icon::Light } else { Icon::Dark });
    drawn(view! {
        <button type="button" class="icon-button" aria-keyshortcuts="t" aria-label=name title=name on:click=|_| change_theme()>
            <IconView icon/>
        </button>
    })
}
