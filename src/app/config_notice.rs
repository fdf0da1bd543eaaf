//! What is wrong with the configuration.

use crate::config::{Fault, Problem};
use crate::locale::{fill, follow_locale, said};
use crate::ui::element::{El, el};

/// Names every setting that is wrong, on the page and in the console; nothing where all are right.
pub fn config_notice(problems: Vec<Problem>) -> Option<El> {
    for problem in &problems {
        leptos::logging::error!("configuration: {}", sentence(problem));
    }
    if problems.is_empty() {
        return None;
    }
    let items = problems.into_iter().map(|problem| el("li").live_text(move || sentence(&problem)));
    let title = el("strong").live_text(said(|texts| texts.config_wrong));
    Some(el("div").class("config-notice").attr("role", "alert").child(title).child(el("ul").children(items)))
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
