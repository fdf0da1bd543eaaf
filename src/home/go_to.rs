//! Going to a customer by its id.

use crate::ui::drawn::drawn;
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::config::Config;
use crate::locale::said;
use crate::ui::icon::{Icon, IconView};
use crate::url::is_segment;

/// A box for an id, and a button that leads there.
#[component]
pub fn GoTo(
    /// Tells the boxes of one page apart.
    name: &'static str,
) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let is_bad = RwSignal::new(false);
    let config: Config = use_context().unwrap_or_default();
    let navigate = use_navigate();
    let go = move |event: SubmitEvent| {
        event.prevent_default();
        let id = input.get_untracked().map(|input| input.value()).unwrap_or_default();
        let id = id.trim();
        is_bad.set(!is_segment(id));
        if is_segment(id) {
            let here = NavigateOptions { resolve: false, ..NavigateOptions::default() };
            navigate(&config.customer_path(id), here);
        }
    };
    let bad = said(|texts| texts.go_to_bad);
    let invalid = Signal::derive(move || is_bad.get().to_string());
    let said_of_bad = Signal::derive(move || if is_bad.get() { bad.get() } else { "" });
    let note = format!("go-to-note-{name}");
    drawn(view! {
        <form class="go-to no-print" role="search" novalidate on:submit=go>
            <input
                node_ref=input
                type="search"
                name="id"
                autocomplete="off"
                enterkeyhint="go"
                aria-keyshortcuts="/"
                aria-label=said(|texts| texts.go_to_label)
                placeholder=said(|texts| texts.go_to_hint)
                aria-invalid=invalid
                aria-describedby=note.clone()
                on:input=move |_| is_bad.set(false)
            />
            <button type="submit" class="button button-primary">
                <IconView icon=Icon::Search/>
                {said(|texts| texts.go)}
            </button>
            <span id=note class="go-to-note" role="status">
                {said_of_bad}
            </span>
        </form>
    })
}
