//! Cards: titled sections of the page.

use leptos::prelude::*;

use crate::locale::texts;

/// Renders a section, which its heading names for screen readers.
#[component]
pub fn Card(
    /// The name of the section in classes and in the id of the heading.
    name: &'static str,
    title: &'static str,
    /// Content next to the heading, such as a count.
    #[prop(optional, into)]
    aside: String,
    /// Whether all values are absent. The rows are then collapsed below one line that says so, but not hidden from
    /// screen readers.
    #[prop(optional)]
    is_empty: bool,
    children: Children,
) -> impl IntoView {
    let heading = format!("card-{name}");
    let labelled_by = heading.clone();
    let nothing_filled_in = is_empty.then(|| {
        view! {
            <details class="unfilled">
                <summary>{texts().nothing_filled_in}</summary>
            </details>
        }
        .into_any()
    });
    let title = if aside.is_empty() {
        title.into_any()
    } else {
        view! { {title} " " <span class="card-aside">{aside}</span> }.into_any()
    };
    view! {
        <section class=format!("card card-{name}") aria-labelledby=labelled_by>
            <h2 id=heading>{title}</h2>
            {nothing_filled_in}
            {children()}
        </section>
    }
}
