//! A section of the page.

use leptos::prelude::*;

use crate::locale::texts;

/// A titled section; its heading names it for screen readers.
#[component]
pub fn Card(
    /// Names the section in the style sheet, and in the id of the heading.
    name: &'static str,
    title: &'static str,
    /// Beside the heading, such as a count.
    #[prop(optional, into)]
    aside: String,
    /// Whether no value is filled in: one line says so and expands the rows. Until then the style sheet hides them from the
    /// eye, and from no screen reader.
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
