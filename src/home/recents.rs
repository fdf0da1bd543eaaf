//! The last customers seen.

use crate::ui::drawn::{drawn, dynamic};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::config::Config;
use crate::locale::words;
use crate::recent::{self, Seen};

/// The last customers seen on this device, and a button that forgets them.
#[component]
pub fn Recents() -> impl IntoView {
    let seen = RwSignal::new(recent::list());
    let texts = &words().texts;
    let clear = move |_| {
        recent::clear();
        seen.set(Vec::new());
        crate::browser::focus(&["h1"]);
    };
    let list = dynamic(move || {
        let seen = seen.get();
        if seen.is_empty() {
            return Some(drawn(view! { <p class="secondary">{texts.recent_none}</p> }));
        }
        Some(drawn(view! {
            <div>
                <ul class="recent-list">
                    {seen.into_iter().map(|seen| view! { <SeenLink seen/> }).collect_view()}
                </ul>
                <button type="button" class="link-button" on:click=clear>
                    {texts.recent_clear}
                </button>
            </div>
        }))
    });
    drawn(view! {
        <section class="card" aria-labelledby="recent">
            <h2 id="recent">{texts.recent}</h2>
            {list}
        </section>
    })
}

/// A link to a customer.
#[component]
fn SeenLink(
    /// The customer.
    seen: Seen,
) -> impl IntoView {
    let path = use_context::<Config>().unwrap_or_default().customer_path(&seen.id);
    let navigate = use_navigate();
    let href = path.clone();
    // The router would unescape the address of a link it follows by itself, and with it a percent sign in an id.
    let follow = move |event: web_sys::MouseEvent| {
        let opens_elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if !opens_elsewhere && event.button() == 0 {
            event.prevent_default();
            navigate(&path, NavigateOptions { resolve: false, ..NavigateOptions::default() });
        }
    };
    drawn(view! {
        <li>
            <a href=href on:click=follow>
                <span>{seen.name}</span>
                <span class="secondary">{seen.id}</span>
            </a>
        </li>
    })
}
