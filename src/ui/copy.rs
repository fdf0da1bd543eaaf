//! Copying a value.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Event;

use super::announce::{Announcer, use_announcer};
use super::reactive::{reactive, reactive_value};
use crate::browser::clipboard::{self, Content};
use crate::browser::handler::on_click;
use crate::browser::listener::use_window_listener;
use crate::locale::{Texts, fill, in_sentence, texts};

/// How long a button shows that it has copied.
const DONE_FOR: Duration = Duration::from_secs(2);

/// The outcome of the last copy. Success is shown briefly; failure until the next user action, because the clipboard
/// still has its previous content.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    None,
    /// With the label of what was copied.
    Copied(&'static str),
    Failed,
}

/// Copies to the clipboard, and announces the outcome.
#[derive(Clone, Copy)]
pub struct Copier {
    pub outcome: RwSignal<Outcome>,
    announcer: Announcer,
    texts: &'static Texts,
}

pub fn use_copier() -> Copier {
    Copier {
        outcome: RwSignal::new(Outcome::None),
        announcer: use_announcer(),
        texts: texts(),
    }
}

impl Copier {
    /// Copies a value; `label` is its name in the announcement.
    pub fn copy(self, label: &'static str, content: Content) {
        let Self { outcome, announcer, texts } = self;
        spawn_local(async move {
            let is_copied = clipboard::copy(&content).await;
            announcer.say(if is_copied {
                fill(texts.copied, &[label])
            } else {
                texts.copy_failed.to_owned()
            });
            // The button may be unmounted by now.
            if is_copied {
                outcome.try_set(Outcome::Copied(label));
                let reset = move || {
                    // Another copy may have failed since.
                    if outcome.try_get_untracked() == Some(Outcome::Copied(label)) {
                        outcome.try_set(Outcome::None);
                    }
                };
                set_timeout(reset, DONE_FOR);
            } else {
                outcome.try_set(Outcome::Failed);
            }
        });
    }
}

/// Renders the button that copies a value.
#[component]
pub fn CopyButton(#[prop(into)] value: String, label: &'static str) -> impl IntoView {
    let copier = use_copier();
    let outcome = copier.outcome;
    let name = fill(texts().copy, &[&in_sentence(label)]);
    let copy = move |_| copier.copy(label, Content::value(value.clone()));
    view! {
        <button
            type="button"
            class="copy"
            class:copied=reactive_value(move || matches!(outcome.get(), Outcome::Copied(_)))
            title=Some(name)
            on:click=on_click(copy)
        ></button>
        <CopyFailure outcome/>
    }
}

/// Renders the message that copying has failed, from a failure until the next user action.
#[component]
pub fn CopyFailure(outcome: RwSignal<Outcome>) -> impl IntoView {
    reactive(move || {
        if outcome.get() != Outcome::Failed {
            return None;
        }
        for event in ["pointerdown", "keydown"] {
            use_window_listener(event, move |_: Event| outcome.set(Outcome::None));
        }
        Some(view! { <span class="copy-failure">{texts().copy_failed}</span> }.into_any())
    })
}
