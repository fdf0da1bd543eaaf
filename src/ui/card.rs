//! A section of the page.

use leptos::prelude::*;

/// A titled section; its heading names it for screen readers.
#[component]
pub fn Card(
    /// Its place in the style sheet and, as `card-…`, the heading's id.
    name: &'static str,
    /// The heading.
    title: &'static str,
    /// Beside the heading, such as a count; nothing where it is empty.
    #[prop(optional, into)]
    aside: String,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let heading = format!("card-{name}");
    let named_by = heading.clone();
    view! {
        <section class=format!("card card-{name}") aria-labelledby=named_by>
            <h2 id=heading>{title} " " {(!aside.is_empty()).then(|| view! { <span class="card-aside">{aside}</span> })}</h2>
            {children()}
        </section>
    }
}
