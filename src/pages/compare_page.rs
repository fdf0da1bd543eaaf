//! The page that compares customers, `/compare/{id}/{id}`.

use leptos::prelude::*;

use crate::config::config;
use crate::customer::{Comparison, DataText, ExpandedState, use_comparison};
use crate::locale::{fill_view, texts, use_locale};
use crate::lookup::{FindCustomer, known_name};
use crate::ui::document_title::use_document_title;
use crate::ui::heading::PageHeading;
use crate::ui::reactive::reactive;

/// Maximum number of compared customers.
const MAX_COMPARED: usize = 3;

/// Renders customers side by side and, below the maximum, the box that adds another one.
#[component]
pub fn ComparePage(
    /// The ids in the path.
    ids: Vec<String>,
) -> impl IntoView {
    let mut compared: Vec<String> = Vec::new();
    for id in &ids {
        if !compared.contains(id) {
            compared.push(id.clone());
        }
    }
    compared.truncate(MAX_COMPARED);
    let is_limited = compared != ids;
    ExpandedState::provide();
    let locale = use_locale();
    let customers = (compared.len() > 1).then(|| use_comparison(compared.clone()));
    if customers.is_none() {
        use_document_title(move || locale.get().texts().compare.to_owned());
    }
    reactive(move || {
        // Labels and values are not reactive: the page re-renders in another language.
        locale.track();
        let texts = texts();
        let note = is_limited.then(|| view! { <p class="notice">{texts.compare_limited}</p> }.into_any());
        let comparison = customers.clone().map(|customers| view! { <Comparison customers/> });
        let next_step = next_step(&compared);
        let find = (compared.len() < MAX_COMPARED).then(|| {
            view! {
                <FindCustomer compared=compared.clone()>
                    <h2>{next_step}</h2>
                </FindCustomer>
            }
        });
        view! {
            <div class="compare">
                <PageHeading>{texts.compare}</PageHeading>
                {note}
                {comparison}
                {find}
            </div>
        }
        .into_any()
    })
}

/// Returns the heading above the box.
fn next_step(compared: &[String]) -> AnyView {
    match compared {
        [id] => {
            let name = known_name(id, &config()).unwrap_or_else(|| id.clone());
            fill_view(texts().compare_with, vec![view! { <DataText text=name/> }.into_any()])
        }
        _ => texts().compare_one_more.into_any(),
    }
}
