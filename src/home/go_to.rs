//! Going to a customer by its id.

use leptos::html::Input;
use leptos::prelude::*;
use web_sys::SubmitEvent;

use crate::config::config;
use crate::locale::{translated, use_locale};
use crate::navigation::use_go;
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
    let (config, go, locale) = (config(), use_go(), use_locale());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(input) = input.get_untracked() else { return };
        let typed = input.value();
        let id = typed.trim();
        is_bad.set(!is_segment(id));
        if is_segment(id) {
            go(&config.customer_path(id));
        }
    };
    let note_id = format!("go-to-note-{name}");
    let note = move || if is_bad.get() { locale.get().words().texts.go_to_bad } else { "" };
    view! {
        <form class="go-to no-print" role="search" novalidate on:submit=submit>
            <input
                type="search"
                name="id"
                autocomplete="off"
                enterkeyhint="go"
                node_ref=input
                aria-keyshortcuts="/"
                aria-label=translated(|texts| texts.go_to_label)
                placeholder=translated(|texts| texts.go_to_hint)
                aria-invalid=move || is_bad.get().to_string()
                aria-describedby=note_id.clone()
                on:input=move |_| is_bad.set(false)
            />
            <button type="submit" class="button button-primary">
                <IconView icon=Icon::Search/>
                {translated(|texts| texts.go)}
            </button>
            <span id=note_id class="go-to-note" role="status">
                {note}
            </span>
        </form>
    }
}
