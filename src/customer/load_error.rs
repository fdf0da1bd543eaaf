//! What stands in a customer's place when there is none.

use std::time::Duration;

use crate::ui::drawn::drawn;
use leptos::prelude::*;

use crate::api::{ApiError, Cause};
use crate::browser;
use crate::config::Config;
use crate::locale::{fill, words};

/// Why the customer cannot be shown, and what can be done about it.
#[component]
pub fn LoadError(
    /// The failure.
    error: ApiError,
    /// The id that was asked for.
    id: String,
    /// Asks again.
    retry: impl Fn() + 'static,
) -> impl IntoView {
    let texts = &words().texts;
    let wait = match error.cause {
        Cause::Unavailable { retry_after } => retry_after.unwrap_or(0),
        _ => 0,
    };
    let config: Config = use_context().unwrap_or_default();
    let asks_to_sign_in = matches!(error.cause, Cause::SignedOut | Cause::Unreadable { login: true });
    let sign_in = asks_to_sign_in.then(|| config.sign_in_link(&browser::address())).flatten();
    let sign_in = sign_in.map(|href| {
        view! {
            <a class="button button-primary" rel="external" href=href>
                {texts.sign_in}
            </a>
        }
    });
    let retry = error.can_retry().then(|| view! { <Retry wait retry/> });
    let message = error.message.as_ref().map(|message| view! { <p>{fill(texts.server_says, &[message])}</p> });
    drawn(view! {
        <div class="load-error" role="alert">
            <h1 tabindex="-1">{heading(&error)}</h1>
            <p>{advice(&error)}</p>
            {message}
            <p class="secondary">{fill(texts.asked_for, &[&id])}</p>
            <p class="load-error-offers">
                {retry} {sign_in} <a class="button" href=config.home_path()>
                    {texts.go_elsewhere}
                </a>
            </p>
        </div>
    })
}

/// The retry button. A server that asked to be left alone for a while is: the button counts down to that moment.
#[component]
fn Retry(
    /// Seconds to wait first.
    wait: u32,
    /// Asks again.
    retry: impl Fn() + 'static,
) -> impl IntoView {
    let texts = &words().texts;
    let left = RwSignal::new(wait);
    if wait > 0 {
        let until = browser::now() + f64::from(wait) * 1000.0;
        // By the clock, not by counting: a background tab's timers run late.
        let tick = move || {
            let _ = left.try_set(((until - browser::now()) / 1000.0).ceil().max(0.0) as u32);
        };
        if let Ok(ticking) = set_interval_with_handle(tick, Duration::from_millis(500)) {
            on_cleanup(move || ticking.clear());
        }
    }
    let click = move |_| {
        if left.get_untracked() == 0 {
            retry();
        }
    };
    let note = Signal::derive(move || match left.get() {
        0 => String::new(),
        left => fill(texts.retry_in, &[&left.to_string()]),
    });
    let is_waiting = Signal::derive(move || (left.get() > 0).to_string());
    drawn(view! {
        <button
            type="button"
            class="button button-primary"
            aria-disabled=is_waiting
            aria-describedby="retry-note"
            on:click=click
        >
            {texts.retry}
        </button>
        <span id="retry-note" class="secondary" role="timer" aria-live="off">
            {note}
        </span>
    })
}

/// What a failure is called.
pub fn heading(error: &ApiError) -> String {
    let texts = &words().texts;
    let heading = match &error.cause {
        Cause::NotFound => texts.not_found,
        Cause::SignedOut => texts.signed_out,
        Cause::Forbidden => texts.forbidden,
        Cause::Unavailable { .. } => texts.unavailable,
        Cause::Refused { code } => return fill(texts.refused, &[code]),
        Cause::Offline => texts.offline,
        Cause::TimedOut => texts.timed_out,
        Cause::Unreadable { .. } => texts.unreadable,
    };
    heading.to_owned()
}

/// What a person can do about a failure.
fn advice(error: &ApiError) -> &'static str {
    let texts = &words().texts;
    match error.cause {
        Cause::NotFound => texts.not_found_text,
        Cause::SignedOut => texts.signed_out_text,
        Cause::Forbidden => texts.forbidden_text,
        Cause::Unavailable { .. } => texts.unavailable_text,
        Cause::Refused { .. } => texts.refused_text,
        Cause::Offline => texts.offline_text,
        Cause::TimedOut => texts.timed_out_text,
        Cause::Unreadable { login: true } => texts.unreadable_login,
        Cause::Unreadable { login: false } => texts.unreadable_text,
    }
}
