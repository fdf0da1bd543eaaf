//! Text from the API.

use leptos::prelude::*;

use crate::config::config;

/// Renders a text from the API, marked with the language of the data, and isolated: right-to-left text must not reorder
/// the text around it.
#[component]
pub fn DataText(
    #[prop(into)] text: String,
    #[prop(optional_no_strip)] title: Option<String>,
) -> impl IntoView {
    view! { <bdi lang=data_language() title=title>{text}</bdi> }
}

/// Returns the language of the API's data as a BCP 47 tag.
pub fn data_language() -> String {
    config().data_language.clone()
}
