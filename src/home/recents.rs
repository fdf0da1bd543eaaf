//! The last customers seen.

use leptos::prelude::*;

use crate::browser::focus;
use crate::config::{Config, config};
use crate::locale::translated;
use crate::navigation::PageLink;
use crate::recent::{self, Seen};

/// The last customers seen on this device, and a button that forgets them.
#[component]
pub fn Recents() -> impl IntoView {
    let config = config();
    let seen = RwSignal::new(last_seen(&config));
    // Another tab has seen a customer, forgotten them all, or signed out.
    let stored = window_event_listener_untyped("storage", move |_| seen.set(last_seen(&config)));
    on_cleanup(move || stored.remove());
    let list = move || {
        if seen.read().is_empty() {
            view! { <p class="secondary">{translated(|texts| texts.recent_none)}</p> }.into_any()
        } else {
            view! { <SeenList seen/> }.into_any()
        }
    };
    view! {
        <section class="card" aria-labelledby="recent">
            <h2 id="recent">{translated(|texts| texts.recent)}</h2>
            {list}
        </section>
    }
}

/// The last customers seen. Where whoever saw them has signed out, they are nobody else's business: they are forgotten.
pub fn last_seen(config: &Config) -> Vec<Seen> {
    if config.is_signed_out() {
        recent::clear();
    }
    recent::list()
}

/// Links to customers, and a button that forgets them.
#[component]
fn SeenList(
    /// The customers.
    seen: RwSignal<Vec<Seen>>,
) -> impl IntoView {
    let clear = move |_| {
        recent::clear();
        seen.set(Vec::new());
        focus::move_to("h1");
    };
    let links = seen
        .get_untracked()
        .into_iter()
        .map(|seen| view! { <SeenLink seen/> })
        .collect_view();
    view! {
        <div>
            <ul class="recent-list">{links}</ul>
            <button type="button" class="link-button" on:click=clear>
                {translated(|texts| texts.recent_clear)}
            </button>
        </div>
    }
}

/// A link to a customer.
#[component]
fn SeenLink(
    /// The customer.
    seen: Seen,
) -> impl IntoView {
    view! {
        <li>
            <PageLink href=config().customer_path(&seen.id)>
                <bdi lang=config().data_language.clone()>{seen.name}</bdi>
                <span class="secondary">{seen.id}</span>
            </PageLink>
        </li>
    }
}
