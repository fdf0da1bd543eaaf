use leptos::prelude::*;

use crate::config::{ConfigError, ConfigErrorKind};
use crate::locale::{Locale, fill, translated, use_locale};
use crate::ui::reactive::reactive;

/// Reports configuration errors on the page and in the console. Renders nothing if there are none.
#[component]
pub fn ConfigNotice(errors: Vec<ConfigError>) -> impl IntoView {
    let locale = use_locale();
    for error in &errors {
        leptos::logging::error!("configuration: {}", config_error_message(error, locale.get_untracked()));
    }
    let item = move |error| {
        let message = reactive(move || config_error_message(&error, locale.get()));
        view! { <li>{message}</li> }.into_any()
    };
    (!errors.is_empty()).then(|| {
        view! {
            <div class="config-notice" role="alert">
                <strong>{translated(|texts| texts.config_wrong)}</strong>
                <ul>{errors.into_iter().map(item).collect_view()}</ul>
            </div>
        }
        .into_any()
    })
}

/// Returns the error message, for the page, the console and `check-config`.
pub fn config_error_message(error: &ConfigError, locale: Locale) -> String {
    let texts = locale.texts();
    let key = error.key.as_str();
    match &error.kind {
        ConfigErrorKind::MissingBlock => fill(texts.config_missing, &[key]),
        ConfigErrorKind::NotAnObject => fill(texts.config_no_object, &[key]),
        ConfigErrorKind::UnknownSetting => fill(texts.config_unknown, &[key]),
        ConfigErrorKind::Duplicate => fill(texts.config_duplicate, &[key]),
        ConfigErrorKind::InvalidValue { value, valid } => fill(texts.config_bad_value, &[key, value, valid]),
        ConfigErrorKind::OutsideBasePath(path) => fill(texts.config_outside, &[key, path]),
    }
}
