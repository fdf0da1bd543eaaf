//! The top bar.

use leptos::prelude::*;

use super::preferences::{change_language, change_theme, use_is_dark};
use super::shortcuts::ShortcutsButton;
use crate::browser::handler::on_click;
use crate::config::config;
use crate::locale::{translated, use_locale};
use crate::lookup::LookupBox;
use crate::navigation::{PageLink, use_path};
use crate::routes::Route;
use crate::ui::announce::use_announcer;
use crate::ui::icon::{Icon, IconView};
use crate::ui::reactive::{reactive, reactive_value};

/// Renders the link to the start page, the lookup box and the preferences.
#[component]
pub fn TopBar() -> impl IntoView {
    let config = config();
    let href = Route::Home.to_path(&config.base_path);
    let path = use_path();
    // A memo: navigation between customers must not re-render the box.
    let is_home = Memo::new(move |_| Route::parse(&path.read(), &config.base_path) == Route::Home);
    view! {
        <header class="topbar no-print">
            <PageLink class="brand" href>
                <span class="brand-name">{translated(|texts| texts.app)}</span>
            </PageLink>
            {reactive(move || (!is_home.get()).then(|| view! { <LookupBox name="topbar"/> }))}
            <div class="topbar-actions">
                <LanguageButton/>
                <ThemeButton/>
                <ShortcutsButton/>
            </div>
        </header>
    }
}

/// Switches between 中文 and English.
#[component]
fn LanguageButton() -> impl IntoView {
    let locale = use_locale();
    view! {
        <button
            type="button"
            class="icon-button language"
            aria-keyshortcuts="l"
            lang=reactive_value(move || locale.get().other().tag())
            title=translated(|texts| texts.change_language)
            on:click=on_click(move |_| change_language(locale))
        >
            {translated(|texts| texts.other_language)}
        </button>
    }
}

#[component]
fn ThemeButton() -> impl IntoView {
    let is_dark = use_is_dark();
    let (locale, announcer) = (use_locale(), use_announcer());
    let name = move || {
        let texts = locale.get().texts();
        if is_dark.get() { texts.to_light } else { texts.to_dark }
    };
    let toggle = move |_| {
        change_theme(is_dark);
        let texts = locale.get_untracked().texts();
        let outcome = if is_dark.get_untracked() {
            texts.is_dark
        } else {
            texts.is_light
        };
        announcer.say(outcome.to_owned());
    };
    view! {
        <button
            type="button"
            class="icon-button"
            aria-keyshortcuts="t"
            title=reactive_value(name)
            on:click=on_click(toggle)
        >
            {reactive(move || {
                let icon = if is_dark.get() { Icon::Light } else { Icon::Dark };
                view! { <IconView icon/> }
            })}
        </button>
    }
}
