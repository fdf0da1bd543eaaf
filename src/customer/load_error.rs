//! What stands in a customer's place when there is none.

use std::time::Duration;

use leptos::prelude::*;

use crate::api::{ApiError, Cause};
use crate::browser;
use crate::config::config;
use crate::locale::{fill, words};
use crate::ui::element::{El, el};
use crate::ui::live::on_cleanup_here;

/// A longer wait than this, in seconds, is told in minutes.
const MINUTES_FROM: u32 = 120;

/// Why the customer of this id cannot be shown, and what can be done about it; `came_at` is when that was known, in
/// milliseconds since the page was opened; `retry` asks again.
#[inline(never)] // A function of its own: it is not to be compiled for the first customer.
pub fn load_error(error: &ApiError, id: &str, came_at: f64, retry: impl Fn() + 'static) -> El {
    let texts = &words().texts;
    let wait = match error.cause {
        Cause::Unavailable { retry_after } => retry_after.unwrap_or(0),
        _ => 0,
    };
    let until = came_at + f64::from(wait) * 1000.0;
    let config = config();
    let asks_to_sign_in = matches!(error.cause, Cause::SignedOut | Cause::Unreadable { login: true });
    let sign_in = asks_to_sign_in.then(|| config.sign_in_link(&browser::address())).flatten();
    let sign_in = sign_in.map(|href| {
        let link = el("a").class("button button-primary").attr("rel", "external").attr("href", &href);
        link.text(texts.sign_in)
    });
    let message = error.message.as_ref().map(|message| el("p").text(&fill(texts.server_says, &[message])));
    // One of the offers is what helps: where people can sign in, that, and else the retry.
    let class = if sign_in.is_some() { "button" } else { "button button-primary" };
    let offers = error.can_retry().then(|| retry_offer(class, until, retry)).into_iter().flatten();
    let offers = sign_in.into_iter().chain(offers);
    let elsewhere = el("a").class("button").attr("href", &config.home_path()).text(texts.go_elsewhere);
    el("div")
        .class("load-error")
        .attr("role", "alert")
        .child(el("h1").attr("tabindex", "-1").text(&heading(error)))
        .child(el("p").text(advice(error)))
        .children(message)
        .child(el("p").class("secondary").text(&fill(texts.asked_for, &[id])))
        .child(el("p").class("load-error-offers").children(offers).child(elsewhere))
}

/// The retry button and its note. A server that asked to be left alone until some moment is: they count down to it.
fn retry_offer(class: &str, until: f64, retry: impl Fn() + 'static) -> [El; 2] {
    let texts = &words().texts;
    // By the clock, not by counting: a background tab's timers run late.
    let seconds_left = move || ((until - browser::now()) / 1000.0).ceil().max(0.0) as u32;
    let left = ArcRwSignal::new(seconds_left());
    let [waiting, counted] = [left.clone(), left.clone()];
    if left.get_untracked() > 0 {
        let ticking = left.clone();
        if let Ok(ticking) = set_interval_with_handle(move || ticking.set(seconds_left()), Duration::from_millis(500)) {
            on_cleanup_here(move || ticking.clear());
        }
    }
    let button = el("button")
        .attr("type", "button")
        .class(class)
        .live_attr("aria-disabled", move || if waiting.get() > 0 { "true" } else { "false" })
        .attr("aria-describedby", "retry-note")
        .on("click", move |_| {
            if left.get_untracked() == 0 {
                retry();
            }
        })
        .text(texts.retry);
    let note = el("span").attr("id", "retry-note").class("secondary").attr("role", "timer").attr("aria-live", "off");
    let note = note.live_text(move || match counted.get() {
        0 => String::new(),
        left if left > MINUTES_FROM => fill(texts.retry_in_minutes, &[&left.div_ceil(60).to_string()]),
        left => fill(texts.retry_in, &[&left.to_string()]),
    });
    [button, note]
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
