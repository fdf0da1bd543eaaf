use std::rc::Rc;

use leptos::html::Input;
use leptos::prelude::*;
use web_sys::{Event, FocusEvent, HtmlInputElement, KeyboardEvent, MouseEvent, SubmitEvent};

use super::parse::{LookupError, parse};
use super::recent_list::{Choice, recent_customers};
use crate::browser::handler::{handler, on_click};
use crate::config::config;
use crate::locale::{Texts, fill, translated, use_locale};
use crate::navigation::{open_tab, use_go, use_path};
use crate::recent::RecentCustomer;
use crate::routes::Route;
use crate::ui::effect::use_effect;
use crate::ui::icon::{Icon, IconView};
use crate::ui::reactive::{reactive, reactive_value};

/// Renders the input that opens a customer, or a comparison with one. It suggests recent customers. Each navigation
/// clears it, so that it never shows a customer other than the page's.
#[component]
pub fn LookupBox(
    /// Makes the ids of its elements unique.
    name: &'static str,
    /// Ids of the customers to compare the found one with; if empty, the found one opens.
    #[prop(optional)]
    compared: Vec<String>,
    /// Whether it takes focus when the page opens.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let is_lookup = compared.is_empty();
    let [label, go_word]: [fn(&Texts) -> &'static str; 2] = if is_lookup {
        [|texts| texts.go_to_label, |texts| texts.go]
    } else {
        [|texts| texts.compare_label, |texts| texts.compare_go]
    };
    let lookup = Lookup::default();
    let Lookup { input, error, recents } = lookup;
    lookup.clear_on_navigation();
    let (config, locale) = (config(), use_locale());
    let submit = lookup.use_submit(compared.clone());
    let (submit_by_key, submit_by_click, submit_by_choice) = (submit.clone(), submit.clone(), submit.clone());
    let handle_key = move |event: KeyboardEvent| match event.key().as_str() {
        _ if event.is_composing() => {}
        "Enter" if event.ctrl_key() || event.meta_key() => {
            event.prevent_default();
            submit_by_key(true);
        }
        // Outside the input, single-key shortcuts work again.
        "Escape" => {
            let input: HtmlInputElement = event_target(&event);
            input.set_value("");
            let _ = input.blur();
            error.set(None);
        }
        _ => {}
    };
    let handle_click = move |event: MouseEvent| {
        if event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            submit_by_click(true);
        }
    };
    let select = move |event: FocusEvent| {
        recents.set(recent_customers(&config));
        event_target::<HtmlInputElement>(&event).select();
    };
    let submit_suggestion = move |event: Event| {
        error.set(None);
        // No event distinguishes a selected suggestion from typed text.
        let typed = event_target_value(&event);
        if recents.read_untracked().iter().any(|customer| customer.description() == typed) {
            submit_by_choice(false);
        }
    };
    let is_invalid = move || match &*error.read() {
        None | Some(LookupError::Ambiguous(_)) => "false",
        Some(_) => "true",
    };
    let (note_id, list_id) = (["go-to-note-", name].concat(), ["go-to-list-", name].concat());
    view! {
        <form
            class="go-to no-print"
            role=is_lookup.then_some("search")
            on:submit=move |event: SubmitEvent| {
                event.prevent_default();
                submit(false);
            }
        >
            <input
                type="search"
                id=["go-to-", name].concat()
                autocomplete="off"
                enterkeyhint="go"
                list=list_id.clone()
                autofocus=autofocus.then_some("")
                node_ref=input
                aria-keyshortcuts=is_lookup.then_some("/")
                aria-label=translated(label)
                placeholder=translated(|texts| texts.go_to_hint)
                aria-invalid=reactive_value(is_invalid)
                aria-describedby=note_id.clone()
                on:focus=handler(select)
                on:keydown=handler(handle_key)
                on:input=handler(submit_suggestion)
            />
            <datalist id=list_id>
                {reactive(move || {
                    let mut options = Vec::new();
                    for customer in &*recents.read() {
                        options.push(view! { <option value=customer.description()></option> }.into_any());
                    }
                    options
                })}
            </datalist>
            <button type="submit" class="button button-primary" on:click=on_click(handle_click)>
                <IconView icon=Icon::Search/>
                <span class="go-to-word">{translated(go_word)}</span>
            </button>
            <div id=note_id class="go-to-note" role="status">
                {reactive(move || {
                    let texts = locale.get().texts();
                    error.get().map(|error| message(error, texts, &compared))
                })}
            </div>
        </form>
    }
}

/// The state of a [`LookupBox`].
#[derive(Clone, Copy, Default)]
struct Lookup {
    input: NodeRef<Input>,
    error: RwSignal<Option<LookupError>>,
    /// The suggested customers.
    recents: RwSignal<Vec<RecentCustomer>>,
}

impl Lookup {
    /// Returns a function that opens the entered customer, or its comparison with `compared`, in this tab or a new one.
    fn use_submit(self, compared: Vec<String>) -> Rc<dyn Fn(bool)> {
        let (config, go) = (config(), use_go());
        Rc::new(move |in_new_tab| {
            let Some(input) = self.input.get_untracked() else {
                return;
            };
            let origin = location().origin().unwrap_or_default();
            match parse(&input.value(), &self.recents.read_untracked(), &origin, &config.base_path) {
                Err(reason) => self.error.set(Some(reason)),
                Ok(ids) => {
                    let route = Route::of_customers([compared.as_slice(), &ids].concat());
                    let path = route.to_path(&config.base_path);
                    if in_new_tab {
                        open_tab(&path);
                    } else {
                        input.set_value("");
                        go(&path);
                    }
                }
            }
        })
    }

    fn clear_on_navigation(self) {
        let path = use_path();
        let mut last_path = path.get_untracked();
        use_effect(move || {
            let path = path.get();
            if last_path == path {
                return;
            }
            last_path = path;
            self.error.set(None);
            if let Some(input) = self.input.get_untracked() {
                input.set_value("");
            }
        });
    }
}

fn message(error: LookupError, texts: &Texts, compared: &[String]) -> AnyView {
    let text = match error {
        LookupError::Empty => texts.go_to_empty,
        LookupError::TooLong => texts.go_to_long,
        LookupError::OtherSite => texts.go_to_elsewhere,
        LookupError::Invalid => texts.go_to_bad,
        LookupError::UnknownNumber(number) => {
            return fill(texts.not_found_number, &[&number]).into_any();
        }
        LookupError::Ambiguous(customers) => return view! { <Choice customers compared/> }.into_any(),
    };
    text.to_owned().into_any()
}
