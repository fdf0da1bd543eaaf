//! Copying a value.

use std::time::Duration;

use super::drawn::drawn;
use leptos::prelude::*;

use super::announce::announce;
use super::icon::{Icon, IconView};
use crate::browser;
use crate::locale::{fill, words};

/// How long the button says that it has copied.
const SAID_FOR: Duration = Duration::from_secs(2);

/// A button that copies an exact, whole value, and says so when that has happened.
#[component]
pub fn CopyButton(
    /// What is copied.
    #[prop(into)]
    value: String,
    /// What the value is called.
    label: &'static str,
) -> impl IntoView {
    let copied = RwSignal::new(false);
    let name = fill(words().texts.copy, &[label]);
    let owner = Owner::current();
    let copy = move |_| {
        let (value, owner) = (value.clone(), owner.clone());
        leptos::task::spawn_local(async move {
            let done = browser::copy(&value).await;
            let say = || {
                let texts = &words().texts;
                announce(if done { fill(texts.copied, &[label]) } else { texts.copy_failed.to_owned() });
            };
            if let Some(owner) = owner {
                owner.with(say);
            }
            copied.try_set(done);
            let forget = move || {
                let _ = copied.try_set(false);
            };
            set_timeout(forget, SAID_FOR);
        });
    };
    let icon = Signal::derive(move || if copied.get() { Icon::Done } else { Icon::Copy });
    drawn(view! {
        <button type="button" class="copy" class:copied=copied aria-label=name.clone() title=name on:click=copy>
            <IconView icon/>
        </button>
    })
}
