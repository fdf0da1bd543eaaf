//! A text that may be very long.

use leptos::prelude::*;

use super::element::{El, el};
use crate::locale::words;

/// A text of more characters than this is shown by its beginning first.
const LONG: usize = 240;

/// A text with its line breaks; a long one unfolds on request, and is whole on paper.
pub fn long_text(text: &str) -> El {
    let is_long = text.chars().nth(LONG).is_some() || text.lines().count() > 5;
    let body = el("div");
    if !is_long {
        return el("div").class("long-text").child(body.class("long-text-body").text(text));
    }
    let texts = &words().texts;
    let open = ArcRwSignal::new(false);
    let [expanded, named, folded] = [open.clone(), open.clone(), open.clone()];
    let button = el("button")
        .attr("type", "button")
        .class("link-button no-print")
        .live_attr("aria-expanded", move || if expanded.get() { "true" } else { "false" })
        .on("click", move |_| open.update(|open| *open = !*open))
        .live_text(move || if named.get() { texts.collapse } else { texts.expand });
    let body = body.live_class("long-text-body", "folded", move || !folded.get()).text(text);
    el("div").class("long-text").child(body).child(button)
}
