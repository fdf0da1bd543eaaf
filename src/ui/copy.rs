//! Copying a value.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::announce::{Announcer, use_announcer};
use crate::browser::clipboard::{self, Content};
use crate::locale::{Texts, fill, in_sentence, texts};

/// How long a button shows that it has copied.
const DONE_FOR: Duration = Duration::from_secs(2);

/// Copies to the clipboard, and announces the outcome.
#[derive(Clone, Copy)]
pub struct Copier {
    /// What the copied content is called.
    label: &'static str,
    /// Whether it has just been copied.
    pub copied: RwSignal<bool>,
    announcer: Announcer,
    texts: &'static Texts,
}

pub fn use_copier(label: &'static str) -> Copier {
    Copier {
        label,
        copied: RwSignal::new(false),
        announcer: use_announcer(),
        texts: texts(),
    }
}

impl Copier {
    pub fn copy(self, content: Content) {
        let Self { label, copied, announcer, texts } = self;
        spawn_local(async move {
            let done = clipboard::copy(&content).await;
            announcer.say(if done {
                fill(texts.copied, &[label])
            } else {
                texts.copy_failed.to_owned()
            });
            // The button may be unmounted by now.
            copied.try_set(done);
            let reset = move || {
                copied.try_set(false);
            };
            set_timeout(reset, DONE_FOR);
        });
    }
}

/// The button that copies a value.
#[component]
pub fn CopyButton(
    #[prop(into)] value: String,
    /// What the value is called.
    label: &'static str,
) -> impl IntoView {
    let copier = use_copier(label);
    let name = fill(texts().copy, &[&in_sentence(label)]);
    let copy = move |_| copier.copy(Content::text(value.clone()));
    view! {
        <button type="button" class="copy" class:copied=copier.copied title=name on:click=copy></button>
    }
}
