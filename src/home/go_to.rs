//! Going to a customer by its id.

use leptos::html::Input;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use web_sys::{KeyboardEvent, SubmitEvent};

use super::recents::last_seen;
use super::typed::{Refusal, Site, id_of};
use crate::config::{Config, config};
use crate::locale::{Texts, translated, use_locale};
use crate::navigation::{open_tab, use_go};
use crate::recent::Seen;
use crate::ui::effect::use_effect;
use crate::ui::icon::{Icon, IconView};

/// A box for an id, and a button that leads there. It suggests the last customers, by name, number and id; it is empty
/// after each move, so it never names another customer than the page.
#[component]
pub fn GoTo(
    /// Tells the boxes of one page apart.
    name: &'static str,
) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let refusal = RwSignal::new(None::<Refusal>);
    let seen = RwSignal::new(Vec::<Seen>::new());
    let (config, go, locale) = (config(), use_go(), use_locale());
    let of_page = config.clone();
    let submit = UnsyncCallback::new(move |in_new_tab: bool| {
        let Some(input) = input.get_untracked() else { return };
        let path = path_of(&input.value(), &seen.read_untracked(), &config);
        match path {
            Ok(path) if in_new_tab => open_tab(&path),
            Ok(path) => {
                input.set_value("");
                go(&path);
            }
            Err(why) => refusal.set(Some(why)),
        }
    });
    let path = use_location().pathname;
    let shown = StoredValue::new(path.get_untracked());
    use_effect(move || {
        let now = path.get();
        if shown.get_value() == now {
            return;
        }
        shown.set_value(now);
        refusal.set(None);
        if let Some(input) = input.get_untracked() {
            input.set_value("");
        }
    });
    let focus = move |_| {
        seen.set(last_seen(&of_page));
        if let Some(input) = input.get_untracked() {
            input.select();
        }
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !event.is_composing() {
            event.prevent_default();
            submit.run(true);
        }
    };
    let change = move |event| {
        refusal.set(None);
        // A suggestion that has been picked, by whatever means the browser has for it.
        let typed = event_target_value(&event);
        if seen.read_untracked().iter().any(|seen| suggestion(seen) == typed) {
            submit.run(false);
        }
    };
    let (note_id, list_id) = (format!("go-to-note-{name}"), format!("go-to-list-{name}"));
    let suggestions = move || {
        let seen = seen.read();
        seen.iter()
            .map(|seen| view! { <option value=suggestion(seen)></option> }.into_any())
            .collect_view()
            .into_any()
    };
    let note = move || refusal.get().map_or("", |refusal| sentence(refusal, locale.get().texts()));
    view! {
        <form
            class="go-to no-print"
            role="search"
            novalidate
            on:submit=move |event: SubmitEvent| {
                event.prevent_default();
                submit.run(false);
            }
        >
            <input
                type="search"
                name="id"
                autocomplete="off"
                enterkeyhint="go"
                list=list_id.clone()
                node_ref=input
                aria-keyshortcuts="/"
                aria-label=translated(|texts| texts.go_to_label)
                placeholder=translated(|texts| texts.go_to_hint)
                aria-invalid=move || if refusal.get().is_some() { "true" } else { "false" }
                aria-describedby=note_id.clone()
                on:focus=focus
                on:keydown=key
                on:input=change
            />
            <datalist id=list_id>
                {suggestions}
            </datalist>
            <button type="submit" class="button button-primary">
                <IconView icon=Icon::Search/>
                <span class="go-to-word">{translated(|texts| texts.go)}</span>
            </button>
            <span id=note_id class="go-to-note" role="status">
                {note}
            </span>
        </form>
    }
}

/// The path of the customer that a text means: a suggestion, or what [`id_of`] makes of it.
fn path_of(typed: &str, seen: &[Seen], config: &Config) -> Result<String, Refusal> {
    let origin = location().origin().unwrap_or_default();
    let site = Site { origin: &origin, base_path: &config.base_path };
    let id = match seen.iter().find(|seen| suggestion(seen) == typed) {
        Some(seen) => seen.id.clone(),
        None => id_of(typed, &site)?,
    };
    Ok(config.customer_path(&id))
}

/// A customer as the box suggests it. All of it is one text, because not every browser finds a suggestion by its label.
fn suggestion(seen: &Seen) -> String {
    [&seen.name, &seen.number, &seen.id]
        .map(String::as_str)
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Why nothing happens.
fn sentence(refusal: Refusal, texts: &Texts) -> &'static str {
    match refusal {
        Refusal::Empty => texts.go_to_empty,
        Refusal::TooLong => texts.go_to_long,
        Refusal::Elsewhere => texts.go_to_elsewhere,
        Refusal::NoId => texts.go_to_bad,
    }
}
