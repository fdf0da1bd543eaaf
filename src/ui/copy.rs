//! Copying a value.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::announce::{Announcer, use_announcer};
use super::icon::{Icon, IconView};
use crate::browser::clipboard::{self, Content};
use crate::locale::{Texts, fill, texts};

/// For how long a button shows that it has copied.
const SHOWN_FOR: Duration = Duration::from_secs(2);

/// What copies: a click hands it what is to be copied.
#[derive(Clone, Copy)]
pub struct Copier {
    label: &'static str,
    /// Whether that has just happened.
    pub copied: RwSignal<bool>,
    announcer: Announcer,
    texts: &'static Texts,
}

/// Makes what copies something of this name, and says so when that has happened.
pub fn use_copier(label: &'static str) -> Copier {
    Copier {
        label,
        copied: RwSignal::new(false),
        announcer: use_announcer(),
        texts: texts(),
    }
}

impl Copier {
    /// Copies.
    pub fn copy(self, content: Content) {
        let Self { label, copied, announcer, texts } = self;
        spawn_local(async move {
            let done = clipboard::copy(&content).await;
            announcer.say(if done {
                fill(texts.copied, &[label])
            } else {
                texts.copy_failed.to_owned()
            });
            // The button may have gone meanwhile.
            copied.try_set(done);
            let show_no_more = move || {
                copied.try_set(false);
            };
            set_timeout(show_no_more, SHOWN_FOR);
        });
    }
}

/// A button that copies an exact, whole value, and says so when that has happened.
#[component]
pub fn CopyButton(
    /// What is copied.
    #[prop(into)]
    value: String,
    /// What the value is called.
    label: &'static str,
) -> impl IntoView {
    let copier = use_copier(label);
    let name = fill(texts().copy, &[label]);
    let copy = move |_| copier.copy(Content::text(value.clone()));
    view! {
        <button type="button" class="copy" class:copied=copier.copied aria-label=name.clone() title=name on:click=copy>
            <IconView icon=Icon::Copy/>
            <IconView icon=Icon::Done/>
        </button>
    }
}
