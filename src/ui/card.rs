//! A section of the page.

use super::element::{El, el};

/// A titled section; its heading names it for screen readers. `name` is its place in the style sheet and, as `card-…`,
/// the heading's id.
pub fn card(name: &'static str, title: &str) -> El {
    card_with_aside(name, title, None)
}

/// The same, with a word beside the heading, such as a count.
pub fn card_with_aside(name: &'static str, title: &str, aside: Option<&str>) -> El {
    let heading = format!("card-{name}");
    let aside = aside.map(|aside| el("span").class("card-aside").text(aside));
    el("section")
        .class(&format!("card card-{name}"))
        .attr("aria-labelledby", &heading)
        .child(el("h2").attr("id", &heading).text(title).text(" ").children(aside))
}
