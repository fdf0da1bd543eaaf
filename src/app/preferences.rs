//! The user's language and theme, stored on this device. public/boot.js reads them, too.

use leptos::prelude::*;

use crate::browser::listener::use_media_listener;
use crate::browser::{self, focus, storage};
use crate::host::Host;
use crate::locale::Locale;
use crate::ui::effect::use_effect;

const LANGUAGE: &str = "customer-profile.language";
const THEME: &str = "customer-profile.theme";
const SYSTEM_IS_DARK: &str = "(prefers-color-scheme: dark)";

/// Provides the language as a context. In a frame, the host sets language and theme.
pub fn provide(host: Option<Host>) {
    let locale = RwSignal::new(preferred_locale());
    provide_context(locale);
    match host {
        Some(host) => follow(host, locale),
        None => browser::set_root_attribute("lang", Some(locale.get_untracked().tag())),
    }
}

/// Applies the language and theme that the host requests.
fn follow(host: Host, locale: RwSignal<Locale>) {
    let apply = move || {
        let Some(request) = host.request.get() else { return };
        let requested = Locale::of_tag(&request.lang).unwrap_or_else(preferred_locale);
        browser::set_root_attribute("lang", Some(requested.tag()));
        let theme = Some(request.theme.as_str()).filter(|theme| ["light", "dark"].contains(theme));
        browser::set_root_attribute("data-theme", theme);
        if locale.get_untracked() != requested {
            focus::keep_while_rerendering();
            locale.set(requested);
        }
    };
    // Effects run after the first render, which would be in the wrong language.
    untrack(apply);
    use_effect(apply);
}

/// Switches the language and stores it. The page re-renders and keeps focus.
pub fn change_language(locale: RwSignal<Locale>) {
    let chosen = locale.get_untracked().other();
    storage::write(LANGUAGE, chosen.tag());
    browser::set_root_attribute("lang", Some(chosen.tag()));
    focus::keep_while_rerendering();
    locale.set(chosen);
}

/// Switches the theme and stores it.
pub fn change_theme(is_dark: RwSignal<bool>) {
    is_dark.update(|is_dark| *is_dark = !*is_dark);
    let theme = if is_dark.get_untracked() { "dark" } else { "light" };
    storage::write(THEME, theme);
    browser::set_root_attribute("data-theme", Some(theme));
}

/// Returns the stored language, else the first supported one of the browser, else 中文.
fn preferred_locale() -> Locale {
    let chosen = storage::read(LANGUAGE).and_then(|tag| Locale::of_tag(&tag));
    let preferred = || {
        let tags = window().navigator().languages();
        tags.iter().find_map(|tag| Locale::of_tag(&tag.as_string()?))
    };
    chosen.or_else(preferred).unwrap_or(Locale::Zh)
}

/// Returns whether the theme is dark, and follows the system's theme until the user chooses one.
pub fn use_is_dark() -> RwSignal<bool> {
    let is_dark = RwSignal::new(prefers_dark());
    use_media_listener(SYSTEM_IS_DARK, move || {
        // The same condition as in the style sheets: a chosen theme may not have been stored.
        if browser::find("html[data-theme]").is_none() {
            is_dark.set(prefers_dark());
        }
    });
    is_dark
}

/// Whether the stored theme, or else the system's, is dark.
fn prefers_dark() -> bool {
    match storage::read(THEME).as_deref() {
        Some("dark") => true,
        Some("light") => false,
        _ => browser::matches_media(SYSTEM_IS_DARK),
    }
}
