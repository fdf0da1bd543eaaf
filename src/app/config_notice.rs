//! What is wrong with the configuration.

use leptos::prelude::*;

use crate::config::{Fault, Problem};
use crate::locale::{Locale, fill, translated, use_locale};

/// Names every setting that is wrong, on the page and in the console; nothing where all are right.
#[component]
pub fn ConfigNotice(
    /// What is wrong.
    problems: Vec<Problem>,
) -> impl IntoView {
    let locale = use_locale();
    for problem in &problems {
        leptos::logging::error!("configuration: {}", sentence(problem, locale.get_untracked()));
    }
    let item = move |problem| view! { <li>{move || sentence(&problem, locale.get())}</li> }.into_any();
    (!problems.is_empty()).then(|| {
        view! {
            <div class="config-notice" role="alert">
                <strong>{translated(|texts| texts.config_wrong)}</strong>
                <ul>{problems.into_iter().map(item).collect_view()}</ul>
            </div>
        }
    })
}

fn sentence(problem: &Problem, locale: Locale) -> String {
    let texts = locale.texts();
    let key = problem.key.as_str();
    match &problem.fault {
        Fault::Missing => fill(texts.config_missing, &[key]),
        Fault::NoObject => fill(texts.config_no_object, &[key]),
        Fault::UnknownKey => fill(texts.config_unknown, &[key]),
        Fault::BadValue(value) => fill(texts.config_bad_value, &[key, value]),
        Fault::OutsideBase(path) => fill(texts.config_outside, &[key, path]),
    }
}
