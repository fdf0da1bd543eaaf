//! The bar above every page.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::preferences::{Theme, change_language, change_theme, use_theme};
use super::shortcuts::ShortcutsButton;
use crate::config::config;
use crate::home::GoTo;
use crate::locale::{translated, use_locale};
use crate::navigation::PageLink;
use crate::ui::icon::{Icon, IconView};

/// The way home, the box for an id, and what a person can set.
#[component]
pub fn TopBar() -> impl IntoView {
    let home = config().home_path();
    let href = home.clone();
    let path = use_location().pathname;
    // A memo, so that the box stays, with what somebody types into it, while one customer follows another.
    let is_home = Memo::new(move |_| path.read().trim_end_matches('/') == home.trim_end_matches('/'));
    view! {
        <header class="topbar no-print">
            <PageLink class="brand" href>
                <span class="brand-name">{translated(|texts| texts.app)}</span>
            </PageLink>
            {move || (!is_home.get()).then(|| view! { <GoTo name="topbar"/> }).into_any()}
            <div class="topbar-actions">
                <LanguageButton/>
                <ThemeButton/>
                <ShortcutsButton/>
            </div>
        </header>
    }
}

/// Switches between 中文 and English; named by the language it leads to.
#[component]
fn LanguageButton() -> impl IntoView {
    let locale = use_locale();
    view! {
        <button
            type="button"
            class="icon-button language"
            aria-keyshortcuts="l"
            lang=move || locale.get().other().tag()
            title=translated(|texts| texts.change_language)
            on:click=move |_| change_language(locale)
        >
            {translated(|texts| texts.other_language)}
        </button>
    }
}

/// Switches between light and dark.
#[component]
fn ThemeButton() -> impl IntoView {
    let (theme, locale) = (use_theme(), use_locale());
    let name = move || {
        let texts = locale.get().texts();
        if theme.get() == Theme::Dark {
            texts.to_light
        } else {
            texts.to_dark
        }
    };
    let icon = move || {
        let icon = if theme.get() == Theme::Dark {
            Icon::Light
        } else {
            Icon::Dark
        };
        view! { <IconView icon/> }
    };
    view! {
        <button
            type="button"
            class="icon-button"
            aria-keyshortcuts="t"
            aria-label=name
            title=name
            on:click=move |_| change_theme(theme)
        >
            {icon}
        </button>
    }
}
