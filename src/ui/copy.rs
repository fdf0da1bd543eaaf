//! Copying a value.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::announce::use_announcer;
use super::icon::{Icon, IconView};
use crate::browser::clipboard;
use crate::locale::{fill, texts};

/// For how long the button shows that it has copied.
const SHOWN_FOR: Duration = Duration::from_secs(2);

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
    let announcer = use_announcer();
    let texts = texts();
    let name = fill(texts.copy, &[label]);
    let copy = move |_| {
        let value = value.clone();
        spawn_local(async move {
            let done = clipboard::copy(&value).await;
            announcer.say(if done { fill(texts.copied, &[label]) } else { texts.copy_failed.to_owned() });
            // The button may have gone meanwhile.
            copied.try_set(done);
            let show_no_more = move || {
                copied.try_set(false);
            };
            set_timeout(show_no_more, SHOWN_FOR);
        });
    };
    view! {
        <button type="button" class="copy" class:copied=copied aria-label=name.clone() title=name on:click=copy>
            <IconView icon=Icon::Copy/>
            <IconView icon=Icon::Done/>
        </button>
    }
}
