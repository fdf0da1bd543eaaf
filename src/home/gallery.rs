//! For designers: every sample customer and every state, a click away. Debug builds only.

use leptos::prelude::*;

use crate::api::sample;
use crate::config::Config;

/// Links to the sample answers and failures.
#[component]
pub fn Gallery() -> impl IntoView {
    let config: Config = use_context().unwrap_or_default();
    let group = move |title: &'static str, ids: Vec<&'static str>| {
        let links = ids.into_iter().map(|id| view! { <li><a href=config.customer_path(id)>{id}</a></li> });
        view! {
            <h3>{title}</h3>
            <ul class="gallery-list">{links.collect_view()}</ul>
        }
    };
    sample::is_installed().then(|| {
        view! {
            <section class="card" aria-labelledby="gallery">
                <h2 id="gallery">"Samples"</h2>
                {group("Answers", sample::answers())}
                {group("Failures", sample::failures())}
            </section>
        }
    })
}
