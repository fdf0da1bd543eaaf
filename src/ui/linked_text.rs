//! Text with links: web and mail addresses, and telephone numbers on touch devices.

use leptos::prelude::*;

use crate::browser;
use crate::text_links::{LinkKind, TextLink, links};

/// Renders a text with links: web addresses open in a new tab, mail addresses start a mail and, on touch devices,
/// telephone numbers start a call.
#[component]
pub fn LinkedText(text: String) -> impl IntoView {
    let can_call = || browser::matches_media("(pointer: coarse)");
    let mut views = Vec::new();
    let mut from = 0;
    for link in links(&text) {
        if link.kind == LinkKind::Phone && !can_call() {
            continue;
        }
        views.push(text[from..link.start].to_owned().into_any());
        from = link.end();
        views.push(link_view(link));
    }
    views.push(text[from..].to_owned().into_any());
    views
}

fn link_view(link: TextLink) -> AnyView {
    let (rel, tab) = match link.kind {
        LinkKind::Web => (Some("noopener noreferrer"), Some("_blank")),
        LinkKind::Mail | LinkKind::Phone => (None, None),
    };
    view! { <a rel=rel target=tab href=link.href>{link.text.to_owned()}</a> }.into_any()
}
