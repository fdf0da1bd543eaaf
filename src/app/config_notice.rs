//! What is wrong with the configuration.

use leptos::prelude::*;

use crate::config::{Fault, Problem};
use crate::locale::{fill, follow_locale};
use crate::ui::drawn::{drawn, dynamic};

/// Names every setting that is wrong, on the page and in the console; nothing where all are right.
#[component]
pub fn ConfigNotice(
    /// What is wrong.
    problems: Vec<Problem>,
) -> impl IntoView {
    for problem in &problems {
        leptos::logging::error!("configuration: {problem:?}");
    }
    dynamic(move || {
        let title = follow_locale().words().texts.config_wrong;
        let sentences = problems.iter().map(|problem| view! { <li>{sentence(problem)}</li> }).collect_view();
        (!problems.is_empty()).then(|| {
            drawn(view! {
                <div class="config-notice" role="alert">
                    <strong>{title}</strong>
                    <ul>{sentences}</ul>
                </div>
            })
        })
    })
}

fn sentence(problem: &Problem) -> String {
    let texts = &follow_locale().words().texts;
    let key = problem.key.as_str();
    match &problem.fault {
        Fault::Missing => fill(texts.config_missing, &[key]),
        Fault::NoObject => fill(texts.config_no_object, &[key]),
        Fault::UnknownKey => fill(texts.config_unknown, &[key]),
        Fault::BadValue(value) => fill(texts.config_bad_value, &[key, value]),
        Fault::OutsideBase(path) => fill(texts.config_outside, &[key, path]),
    }
}
