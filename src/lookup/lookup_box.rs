use leptos::html::Input;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use web_sys::{KeyboardEvent, SubmitEvent};

use super::parse_id::{IdError, parse_id, parse_list};
use super::recent_list::{recent_customers, route_to};
use crate::config::{Config, config};
use crate::locale::{Texts, translated, use_locale};
use crate::navigation::{open_tab, use_go};
use crate::recent::RecentCustomer;
use crate::routes::Route;
use crate::ui::effect::use_effect;
use crate::ui::icon::{Icon, IconView};
use crate::ui::reactive::reactive;

/// The box that leads to a customer. It suggests recent customers, and is cleared by each navigation, so that it never
/// shows another customer than the page.
#[component]
pub fn LookupBox(
    /// Makes the ids of its elements unique.
    name: &'static str,
    /// The customers with which the one that is looked up is compared.
    #[prop(optional)]
    compared: Vec<String>,
) -> impl IntoView {
    let is_lookup = compared.is_empty();
    let label: fn(&Texts) -> &'static str = if is_lookup {
        |texts| texts.go_to_label
    } else {
        |texts| texts.compare_label
    };
    let go_word: fn(&Texts) -> &'static str = if is_lookup {
        |texts| texts.go
    } else {
        |texts| texts.compare_go
    };
    let input = NodeRef::<Input>::new();
    let error = RwSignal::new(None::<IdError>);
    let recents = RwSignal::new(Vec::<RecentCustomer>::new());
    let (config, go, locale) = (config(), use_go(), use_locale());

    let submit = UnsyncCallback::new({
        let config = config.clone();
        move |in_new_tab: bool| {
            let Some(input) = input.get_untracked() else { return };
            match path_of(&input.value(), &recents.read_untracked(), &compared, &config) {
                Ok(path) if in_new_tab => open_tab(&path),
                Ok(path) => {
                    input.set_value("");
                    go(&path);
                }
                Err(reason) => error.set(Some(reason)),
            }
        }
    });
    let handle_key = move |event: KeyboardEvent| match event.key().as_str() {
        _ if event.is_composing() => {}
        "Enter" if event.ctrl_key() || event.meta_key() => {
            event.prevent_default();
            submit.run(true);
        }
        // So that single-key shortcuts work again.
        "Escape" => {
            if let Some(input) = input.get_untracked() {
                input.set_value("");
                let _ = input.blur();
            }
            error.set(None);
        }
        _ => {}
    };
    let select = move |_| {
        recents.set(recent_customers(&config));
        if let Some(input) = input.get_untracked() {
            input.select();
        }
    };
    let submit_suggestion = move |event| {
        error.set(None);
        // No event tells a picked suggestion from typed text.
        let typed = event_target_value(&event);
        if recents.read_untracked().iter().any(|customer| suggestion(customer) == typed) {
            submit.run(false);
        }
    };
    clear_on_navigation(input, error);

    let (note_id, list_id) = (format!("go-to-note-{name}"), format!("go-to-list-{name}"));
    view! {
        <form
            class="go-to no-print"
            role=is_lookup.then_some("search")
            on:submit=move |event: SubmitEvent| {
                event.prevent_default();
                submit.run(false);
            }
        >
            <input
                type="search"
                id=format!("go-to-{name}")
                autocomplete="off"
                enterkeyhint="go"
                list=list_id.clone()
                node_ref=input
                aria-keyshortcuts=is_lookup.then_some("/")
                aria-label=translated(label)
                placeholder=translated(|texts| texts.go_to_hint)
                aria-invalid=move || if error.get().is_some() { "true" } else { "false" }
                aria-describedby=note_id.clone()
                on:focus=select
                on:keydown=handle_key
                on:input=submit_suggestion
            />
            <datalist id=list_id>
                {reactive(move || {
                    let recents = recents.read();
                    let option = |customer| view! { <option value=suggestion(customer)></option> }.into_any();
                    recents.iter().map(option).collect_view()
                })}
            </datalist>
            <button type="submit" class="button button-primary">
                <IconView icon=Icon::Search/>
                <span class="go-to-word">{translated(go_word)}</span>
            </button>
            <span id=note_id class="go-to-note" role="status">
                {reactive(move || error.get().map_or("", |error| message(error, locale.get().texts())))}
            </span>
        </form>
    }
}

fn clear_on_navigation(input: NodeRef<Input>, error: RwSignal<Option<IdError>>) {
    let path = use_location().pathname;
    let last_path = StoredValue::new(path.get_untracked());
    use_effect(move || {
        let path = path.get();
        if last_path.get_value() == path {
            return;
        }
        last_path.set_value(path);
        error.set(None);
        if let Some(input) = input.get_untracked() {
            input.set_value("");
        }
    });
}

/// Returns the path of the customer that a text names, by a suggestion or as [`parse_id`] reads it, or of the comparison of
/// several.
fn path_of(
    typed: &str,
    recents: &[RecentCustomer],
    compared: &[String],
    config: &Config,
) -> Result<String, IdError> {
    let (origin, base) = (location().origin().unwrap_or_default(), &config.base_path);
    let route = match recents.iter().find(|customer| suggestion(customer) == typed) {
        Some(customer) => route_to(customer.id.clone(), compared),
        None => match parse_list(typed, &origin, base) {
            Some(ids) => Route::Compare([compared, &ids[..]].concat()),
            None => route_to(parse_id(typed, &origin, base)?, compared),
        },
    };
    Ok(route.to_path(base))
}

/// Returns the text that suggests a customer. It contains all that can be typed: not every browser searches labels.
fn suggestion(customer: &RecentCustomer) -> String {
    [&customer.name, &customer.number, &customer.id]
        .map(String::as_str)
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

fn message(error: IdError, texts: &Texts) -> &'static str {
    match error {
        IdError::Empty => texts.go_to_empty,
        IdError::TooLong => texts.go_to_long,
        IdError::OtherSite => texts.go_to_elsewhere,
        IdError::Invalid => texts.go_to_bad,
    }
}
