//! What stands in a customer's place when there is none.

use std::time::Duration;

use leptos::prelude::*;

use crate::api::{ApiError, Cause};
use crate::browser::{self, focus};
use crate::config::config;
use crate::locale::{Texts, fill, texts};
use crate::navigation::PageLink;
use crate::ui::heading::PageHeading;

/// A longer wait than this, in seconds, is told in minutes.
const MINUTES_FROM: u32 = 120;
/// How often the countdown looks at the clock.
const TICK: Duration = Duration::from_millis(500);

/// Why the customer cannot be shown, and what can be done about it.
#[component]
pub fn LoadError(
    /// The failure.
    error: ApiError,
    /// When it was known, in milliseconds since the page was opened.
    failed_at: f64,
    /// The id that was asked for.
    id: String,
    /// Asks again.
    retry: Callback<()>,
) -> impl IntoView {
    let texts = texts();
    let wait = match error.cause {
        Cause::Unavailable { retry_after } => retry_after.unwrap_or(0),
        _ => 0,
    };
    let until = failed_at + f64::from(wait) * 1000.0;
    let config = config();
    let asks_to_sign_in = matches!(error.cause, Cause::SignedOut | Cause::Unreadable { login: true });
    let sign_in = asks_to_sign_in.then(|| config.sign_in_link(&browser::address())).flatten();
    // One of the offers is what helps: where people can sign in, that, and else the retry.
    let class = if sign_in.is_some() { "button" } else { "button button-primary" };
    let sign_in = sign_in.map(|href| {
        view! {
            <a class="button button-primary" rel="external" href=href>
                {texts.sign_in}
            </a>
        }
    });
    let retry = error.can_retry().then(|| view! { <Retry class until retry/> });
    let message = error.message.as_ref().map(|message| view! { <p>{fill(texts.server_says, &[message])}</p> });
    let heading = heading(&error, texts);
    view! {
        <div class="load-error" role="alert">
            <PageHeading>{heading}</PageHeading>
            <p>{advice(&error, texts)}</p>
            {message}
            <p class="secondary">{fill(texts.asked_for, &[&id])}</p>
            <p class="load-error-offers">
                {sign_in}
                {retry}
                <PageLink class="button" href=config.home_path()>
                    {texts.go_elsewhere}
                </PageLink>
            </p>
        </div>
    }
}

/// The retry button and its note. A server that asked to be left alone until some moment is: they count down to it.
#[component]
fn Retry(
    /// The button's class.
    class: &'static str,
    /// The moment.
    until: f64,
    /// Asks again.
    retry: Callback<()>,
) -> impl IntoView {
    let texts = texts();
    // By the clock, not by counting: a background tab's timers run late.
    let seconds_left = move || ((until - browser::now()) / 1000.0).ceil().max(0.0) as u32;
    let (left, set_left) = signal(seconds_left());
    if left.get_untracked() > 0
        && let Ok(ticking) = set_interval_with_handle(move || set_left.set(seconds_left()), TICK)
    {
        on_cleanup(move || ticking.clear());
    }
    let click = move |_| {
        if left.get_untracked() == 0 {
            // The button goes: what comes takes the focus over.
            focus::rest_on_main();
            retry.run(());
        }
    };
    let note = move || match left.get() {
        0 => String::new(),
        left if left > MINUTES_FROM => fill(texts.retry_in_minutes, &[&left.div_ceil(60).to_string()]),
        left => fill(texts.retry_in, &[&left.to_string()]),
    };
    view! {
        <button
            type="button"
            class=class
            aria-keyshortcuts="r"
            aria-disabled=move || (left.get() > 0).to_string()
            aria-describedby="retry-note"
            on:click=click
        >
            {texts.retry}
        </button>
        <span id="retry-note" class="secondary" role="timer" aria-live="off">{note}</span>
    }
}

/// What a failure is called.
pub fn heading(error: &ApiError, texts: &Texts) -> String {
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
fn advice(error: &ApiError, texts: &Texts) -> &'static str {
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
