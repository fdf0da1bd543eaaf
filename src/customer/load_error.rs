//! What stands in a customer's place when there is none.

use std::time::Duration;

use leptos::prelude::*;

use crate::api::{ApiError, Cause, Reason};
use crate::browser::{self, focus};
use crate::config::config;
use crate::host::use_host;
use crate::locale::{Texts, fill, texts};
use crate::navigation::{PageLink, WayOut};
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
    let sign_in = sign_in(&error, &id, "button button-primary");
    // One of the offers is what helps: where people can sign in, that, and else the retry.
    let class = if sign_in.is_some() {
        "button"
    } else {
        "button button-primary"
    };
    // Where the page knows of no place to sign in, people do that in another tab.
    let can_retry = error.can_retry() || (error.asks_to_sign_in() && sign_in.is_none());
    let retry = can_retry.then(|| view! { <Retry class until retry/> });
    let takes_number = error.cause == Cause::NotFound && is_like_number(&id);
    let hint = takes_number.then(|| view! { <p>{fill(texts.not_found_number, &[&id])}</p> });
    let message = error
        .message
        .as_ref()
        .map(|message| view! { <p>{fill(texts.server_says, &[message])}</p> });
    let heading = heading(&error, texts);
    // A part of another page has no start page to go to.
    let elsewhere = use_host().is_none().then(|| {
        view! {
            <PageLink class="button" href=config.home_path()>
                {texts.go_elsewhere}
            </PageLink>
        }
    });
    // Whatever comes in its place, by the button or because the network is back, is what was waited for.
    on_cleanup(focus::rest_on_main_unless_elsewhere);
    view! {
        <div class="load-error" role="alert">
            <PageHeading>{heading}</PageHeading>
            <p>{advice(&error, texts)}</p>
            {hint}
            {message}
            <p class="secondary">{fill(texts.asked_for, &[&id])}</p>
            <p class="load-error-offers">
                {sign_in}
                {retry}
                {elsewhere}
            </p>
        </div>
    }
}

/// The link to where people sign in, if that helps and the configuration knows where; it leads back to this page, or to the
/// host's. `id` is that of the customer.
pub fn sign_in(error: &ApiError, id: &str, class: &'static str) -> Option<AnyView> {
    let config = config();
    let href = error
        .asks_to_sign_in()
        .then(|| config.sign_in_link(&browser::address()))
        .flatten()?;
    let link = view! {
        <WayOut class href href_for_host=config.sign_in_template() kind="sign-in" id>
            {texts().sign_in}
        </WayOut>
    };
    Some(link.into_any())
}

/// Whether an id looks like a customer's number, which people have at hand more often: `00001`, `KH-2019-000726`. Ids are
/// counted up from 1, or drawn by lot.
fn is_like_number(id: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let rest = id.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    let prefix = id.len() - rest.len();
    let parts: Vec<&str> = rest.split(['-', '_']).filter(|part| !part.is_empty()).collect();
    let is_counted =
        parts.iter().all(|part| digits(part)) && parts.last().is_some_and(|part| part.len() >= 3);
    match prefix {
        0 => id.len() > 1 && id.starts_with('0') && digits(id),
        1..=6 => is_counted,
        _ => false,
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
            aria-disabled=move || if left.get() == 0 { "false" } else { "true" }
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
        Cause::Unreadable { reason } => match reason {
            Reason::SignInPage => texts.unreadable_login,
            Reason::MixedText => texts.unreadable_mixed,
            Reason::TooLarge => texts.unreadable_too_large,
            Reason::NoCustomer => texts.unreadable_text,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::is_like_number;

    #[test]
    fn numbers_are_told_from_ids() {
        for number in ["00001", "KH-2019-000726", "KH000726", "C_0042", "kh-1234"] {
            assert!(is_like_number(number), "{number}");
        }
        for id in [
            "1",
            "0",
            "42",
            "1725934800123456789",
            "8a7b3c52-6d14-4e0f-9b21-5c8e7f2a1d36",
            "c3",
            "",
            "KH-",
            "customer-1",
            "abcdef12-6d14-4e0f-9b21-5c8e7f2a1d36",
            "abcdef",
        ] {
            assert!(!is_like_number(id), "{id}");
        }
    }
}
