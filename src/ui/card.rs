//! A section of the page.

use super::drawn::drawn;
use leptos::prelude::*;

/// A titled section; its heading names it for screen readers.
#[component]
pub fn Card(
    /// Its place in the style sheet and, as `card-…`, the heading's id.
    name: &'static str,
    /// The heading.
    title: &'static str,
    /// Beside the heading, such as a count.
    #[prop(optional, into)]
    aside: Option<String>,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let heading = format!("card-{name}");
    let named_by = heading.clone();
    drawn(view! {
        <section class=format!("card card-{name}") aria-labelledby=named_by>
            <h2 id=heading>
                {title} {aside.map(|aside| view! { <span class="card-aside">{aside}</span> })}
            </h2>
            {children()}
        </section>
    })
}
