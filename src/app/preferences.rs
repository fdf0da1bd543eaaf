//! What a person has chosen for this device: language and theme.

use leptos::prelude::*;

use crate::browser::{self, focus, storage};
use crate::host::Host;
use crate::locale::Locale;
use crate::ui::effect::use_effect;

/// Where the language is kept in localStorage; the head's script reads it too.
const LANGUAGE: &str = "customer-profile.language";
/// Where the theme is kept in localStorage; the head's script reads it too.
const THEME: &str = "customer-profile.theme";

/// The colours of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Light => Self::Dark,
            Self::Dark => Self::Light,
        }
    }
}

/// Makes language and theme known to everything below, and the document say in which language it is. Where another page
/// shows this one, that page has the say in both.
pub fn provide(host: Option<Host>) {
    let locale = RwSignal::new(first_locale());
    let theme = RwSignal::new(first_theme());
    provide_context(locale);
    provide_context(theme);
    match host {
        Some(host) => follow(host, locale),
        None => browser::set_root("lang", locale.get_untracked().tag()),
    }
}

/// Has language and theme be those that the host asks for.
fn follow(host: Host, locale: RwSignal<Locale>) {
    let wish = host.wish();
    let apply = move || {
        let Some(wish) = wish.get() else { return };
        let asked = Locale::of_tag(&wish.lang).unwrap_or_else(first_locale);
        browser::set_root("lang", asked.tag());
        match wish.theme.as_str() {
            theme @ ("light" | "dark") => browser::set_root("data-theme", theme),
            _ => browser::remove_root("data-theme"),
        }
        if locale.get_untracked() != asked {
            focus::keep_while_rerendering();
            locale.set(asked);
        }
    };
    // Now, so that nothing is drawn in another language first.
    untrack(apply);
    use_effect(apply);
}

/// The theme of the page.
pub fn use_theme() -> RwSignal<Theme> {
    use_context().unwrap_or_else(|| RwSignal::new(Theme::Light))
}

/// Changes the language, for good. The page below is drawn anew; the focus stays on the same thing.
pub fn change_language(locale: RwSignal<Locale>) {
    let chosen = locale.get_untracked().other();
    storage::write(LANGUAGE, chosen.tag());
    browser::set_root("lang", chosen.tag());
    focus::keep_while_rerendering();
    locale.set(chosen);
}

/// Changes the theme, for good.
pub fn change_theme(theme: RwSignal<Theme>) {
    let chosen = theme.get_untracked().other();
    storage::write(THEME, chosen.as_str());
    browser::set_root("data-theme", chosen.as_str());
    theme.set(chosen);
}

/// The language that was chosen; else the first of the browser's that we have; else 中文.
fn first_locale() -> Locale {
    let chosen = storage::read(LANGUAGE).and_then(|tag| Locale::of_tag(&tag));
    let preferred = || {
        let tags = window().navigator().languages();
        tags.iter().find_map(|tag| Locale::of_tag(&tag.as_string()?))
    };
    chosen.or_else(preferred).unwrap_or(Locale::Zh)
}

/// The theme that was chosen; else the system's.
fn first_theme() -> Theme {
    match storage::read(THEME).as_deref() {
        Some("dark") => Theme::Dark,
        Some("light") => Theme::Light,
        _ if browser::matches_media("(prefers-color-scheme: dark)") => Theme::Dark,
        _ => Theme::Light,
    }
}
