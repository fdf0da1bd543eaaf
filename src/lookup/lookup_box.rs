use leptos::html::Input;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use web_sys::{KeyboardEvent, SubmitEvent};

use super::parse::{Lookup, LookupError, parse};
use super::recent_list::{Choice, recent_customers};
use crate::config::config;
use crate::locale::{Texts, fill, translated, use_locale};
use crate::navigation::{open_tab, use_go};
use crate::recent::RecentCustomer;
use crate::routes::Route;
use crate::ui::effect::use_effect;
use crate::ui::icon::{Icon, IconView};

/// The box that leads to a customer. It suggests recent customers, and is cleared by each navigation, so that it never
/// shows another customer than the page.
#[component]
pub fn LookupBox(
    /// Makes the ids of its elements unique.
    name: &'static str,
    /// Whether it takes the focus when the page is opened.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let error = RwSignal::new(None::<LookupError>);
    let recents = RwSignal::new(Vec::<RecentCustomer>::new());
    // Customers that the text may mean.
    let choice = RwSignal::new(Vec::<RecentCustomer>::new());
    let (config, go, locale) = (config(), use_go(), use_locale());

    let submit = UnsyncCallback::new({
        let config = config.clone();
        move |in_new_tab: bool| {
            let Some(input) = input.get_untracked() else { return };
            let origin = location().origin().unwrap_or_default();
            let lookup = parse(&input.value(), &recents.read_untracked(), &origin, &config.base_path);
            match lookup {
                Ok(Lookup::Customer(id)) => {
                    let path = Route::Customer(id).to_path(&config.base_path);
                    if in_new_tab {
                        open_tab(&path);
                    } else {
                        input.set_value("");
                        go(&path);
                    }
                }
                Ok(Lookup::Customers(ids)) => {
                    let unknown = |id| RecentCustomer { id, name: String::new(), number: String::new() };
                    choice.set(ids.into_iter().map(unknown).collect());
                }
                Ok(Lookup::AnyOf(customers)) => choice.set(customers),
                Err(reason) => error.set(Some(reason)),
            }
        }
    });
    let submit_in_new_tab = move |event: KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !event.is_composing() {
            event.prevent_default();
            submit.run(true);
        }
    };
    let select = move |_| {
        recents.set(recent_customers(&config));
        if let Some(input) = input.get_untracked() {
            input.select();
        }
    };
    let submit_suggestion = move |event| {
        error.set(None);
        choice.set(Vec::new());
        // No event tells a picked suggestion from typed text.
        let typed = event_target_value(&event);
        if recents.read_untracked().iter().any(|customer| customer.description() == typed) {
            submit.run(false);
        }
    };
    clear_on_navigation(input, error, choice);

    let (note_id, list_id) = (format!("go-to-note-{name}"), format!("go-to-list-{name}"));
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
                autofocus=autofocus.then_some("")
                node_ref=input
                aria-keyshortcuts="/"
                aria-label=translated(|texts| texts.go_to_label)
                placeholder=translated(|texts| texts.go_to_hint)
                aria-invalid=move || if error.get().is_some() { "true" } else { "false" }
                aria-describedby=note_id.clone()
                on:focus=select
                on:keydown=submit_in_new_tab
                on:input=submit_suggestion
            />
            <datalist id=list_id>
                {move || {
                    recents
                        .read()
                        .iter()
                        .map(|customer| view! { <option value=customer.description()></option> }.into_any())
                        .collect_view()
                        .into_any()
                }}
            </datalist>
            <button type="submit" class="button button-primary">
                <IconView icon=Icon::Search/>
                <span class="go-to-word">{translated(|texts| texts.go)}</span>
            </button>
            <div id=note_id class="go-to-note" role="status">
                {move || {
                    let texts = locale.get().texts();
                    match (error.get(), choice.get()) {
                        (Some(error), _) => message(error, texts).into_any(),
                        (None, customers) if customers.is_empty() => ().into_any(),
                        (None, customers) => view! { <Choice customers/> }.into_any(),
                    }
                }}
            </div>
        </form>
    }
}

fn clear_on_navigation(
    input: NodeRef<Input>,
    error: RwSignal<Option<LookupError>>,
    choice: RwSignal<Vec<RecentCustomer>>,
) {
    let path = use_location().pathname;
    let last_path = StoredValue::new(path.get_untracked());
    use_effect(move || {
        let path = path.get();
        if last_path.get_value() == path {
            return;
        }
        last_path.set_value(path);
        error.set(None);
        choice.set(Vec::new());
        if let Some(input) = input.get_untracked() {
            input.set_value("");
        }
    });
}

fn message(error: LookupError, texts: &Texts) -> String {
    let text = match error {
        LookupError::Empty => texts.go_to_empty,
        LookupError::TooLong => texts.go_to_long,
        LookupError::OtherSite => texts.go_to_elsewhere,
        LookupError::Invalid => texts.go_to_bad,
        LookupError::UnknownNumber(number) => return fill(texts.not_found_number, &[&number]),
    };
    text.to_owned()
}
