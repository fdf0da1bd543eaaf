//! Text from the API.

use leptos::prelude::*;

use crate::config::config;

/// A value of the API's data: marked as its language, and isolated, so that right-to-left text in it leaves the text around
/// it in order.
#[component]
pub fn DataText(
    #[prop(into)] text: String,
    #[prop(optional_no_strip)] title: Option<String>,
) -> impl IntoView {
    view! { <bdi lang=data_language() title=title>{text}</bdi> }
}

/// The language of the API's data, as a BCP 47 tag.
pub fn data_language() -> String {
    config().data_language.clone()
}
