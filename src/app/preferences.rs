//! The user's language and theme, stored on this device. public/boot.js reads them, too.

use leptos::prelude::*;

use crate::browser::{self, focus, storage};
use crate::host::Host;
use crate::locale::Locale;
use crate::ui::effect::use_effect;

const LANGUAGE: &str = "customer-profile.language";
const THEME: &str = "customer-profile.theme";

/// Whether the theme is dark.
#[derive(Clone, Copy)]
struct IsDark(RwSignal<bool>);

/// Provides language and theme as contexts. In a frame, the host sets both.
pub fn provide(host: Option<Host>) {
    let locale = RwSignal::new(first_locale());
    provide_context(locale);
    provide_context(IsDark(RwSignal::new(is_dark_at_first())));
    match host {
        Some(host) => follow(host, locale),
        None => browser::set_root_attribute("lang", locale.get_untracked().tag()),
    }
}

/// Applies the language and theme that the host requests.
fn follow(host: Host, locale: RwSignal<Locale>) {
    let request = host.request();
    let apply = move || {
        let Some(request) = request.get() else { return };
        let requested = Locale::of_tag(&request.lang).unwrap_or_else(first_locale);
        browser::set_root_attribute("lang", requested.tag());
        match request.theme.as_str() {
            theme @ ("light" | "dark") => browser::set_root_attribute("data-theme", theme),
            _ => browser::remove_root_attribute("data-theme"),
        }
        if locale.get_untracked() != requested {
            focus::keep_while_rerendering();
            locale.set(requested);
        }
    };
    // Effects run after the first render, which would be in the wrong language.
    untrack(apply);
    use_effect(apply);
}

/// Returns whether the theme is dark.
pub fn use_is_dark() -> RwSignal<bool> {
    use_context().map_or_else(RwSignal::default, |IsDark(is_dark)| is_dark)
}

/// Switches the language and stores it. The page re-renders and keeps focus.
pub fn change_language(locale: RwSignal<Locale>) {
    let chosen = locale.get_untracked().other();
    storage::write(LANGUAGE, chosen.tag());
    browser::set_root_attribute("lang", chosen.tag());
    focus::keep_while_rerendering();
    locale.set(chosen);
}

/// Switches the theme and stores it.
pub fn change_theme(is_dark: RwSignal<bool>) {
    is_dark.update(|is_dark| *is_dark = !*is_dark);
    let theme = if is_dark.get_untracked() { "dark" } else { "light" };
    storage::write(THEME, theme);
    browser::set_root_attribute("data-theme", theme);
}

/// Returns the stored language, else the first supported one of the browser, else 中文.
fn first_locale() -> Locale {
    let chosen = storage::read(LANGUAGE).and_then(|tag| Locale::of_tag(&tag));
    let preferred = || {
        let tags = window().navigator().languages();
        tags.iter().find_map(|tag| Locale::of_tag(&tag.as_string()?))
    };
    chosen.or_else(preferred).unwrap_or(Locale::Zh)
}

/// Whether the stored theme, or else the system's, is dark.
fn is_dark_at_first() -> bool {
    match storage::read(THEME).as_deref() {
        Some("dark") => true,
        Some("light") => false,
        _ => browser::matches_media("(prefers-color-scheme: dark)"),
    }
}
