//! What a person has chosen for this device: language and theme.

use leptos::prelude::*;

use crate::browser;
use crate::locale::{Locale, follow_locale};
use crate::ui::live::follow;

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

/// Makes the language known to the whole page.
pub fn provide_language() {
    provide_context(ArcRwSignal::new(first_locale()));
}

/// Makes the theme known, too, and the document say in which language it is.
pub fn provide_theme() {
    provide_context(ArcRwSignal::new(first_theme()));
    follow(|| browser::set_root("lang", follow_locale().tag()));
}

/// Changes the language, for good.
pub fn change_language() {
    if let Some(locale) = use_context::<ArcRwSignal<Locale>>() {
        let chosen = locale.get_untracked().other();
        browser::store(LANGUAGE, chosen.tag());
        locale.set(chosen);
    }
}

/// The present theme.
pub fn theme() -> Theme {
    use_context::<ArcRwSignal<Theme>>().map_or(Theme::Light, |theme| theme.get())
}

/// Changes the theme, for good.
pub fn change_theme() {
    if let Some(theme) = use_context::<ArcRwSignal<Theme>>() {
        let chosen = theme.get_untracked().other();
        browser::store(THEME, chosen.as_str());
        browser::set_root("data-theme", chosen.as_str());
        theme.set(chosen);
    }
}

/// The language that was chosen; else the first of the browser's that we have; else 中文.
fn first_locale() -> Locale {
    let chosen = browser::stored(LANGUAGE).and_then(|tag| Locale::of_tag(&tag));
    let preferred = || {
        let tags = browser::window().navigator().languages();
        tags.iter().find_map(|tag| Locale::of_tag(&tag.as_string()?))
    };
    chosen.or_else(preferred).unwrap_or(Locale::Zh)
}

/// The theme that was chosen; else the system's.
fn first_theme() -> Theme {
    match browser::stored(THEME).as_deref() {
        Some("dark") => Theme::Dark,
        Some("light") => Theme::Light,
        _ if browser::matches_media("(prefers-color-scheme: dark)") => Theme::Dark,
        _ => Theme::Light,
    }
}
