//! The error view.

use std::time::Duration;

use leptos::prelude::*;

use super::data_text::DataText;
use super::logic::failure::Failure;
use crate::api::{ApiError, Cause};
use crate::browser::handler::on_click;
use crate::browser::timer::use_timer;
use crate::browser::{self, focus};
use crate::config::config;
use crate::host::use_host;
use crate::locale::{fill, fill_view, texts};
use crate::navigation::{ExternalLink, PageLink, return_url};
use crate::routes::Route;
use crate::ui::effect::use_effect;
use crate::ui::heading::PageHeading;
use crate::ui::icon::IconView;
use crate::ui::reactive::{reactive, reactive_value};

/// Longer waits than this, in seconds, are shown in minutes.
const MINUTES_FROM: usize = 120;
/// How often the countdown reads the clock.
const TICK: Duration = Duration::from_millis(500);

/// Renders the error view for a failed load, as a page or as a column of a comparison.
#[component]
pub fn LoadError(
    error: ApiError,
    /// In milliseconds since the page was opened.
    failed_at: f64,
    /// The requested id.
    id: String,
    retry: Callback<()>,
    /// The index of the column in a comparison.
    #[prop(optional)]
    column: Option<usize>,
    /// Other customers that the user may mean.
    #[prop(optional_no_strip)]
    suggestion: Option<AnyView>,
) -> impl IntoView {
    let texts = texts();
    let wait = match error.cause {
        Cause::Unavailable { retry_after: Some(seconds) } => f64::from(seconds),
        _ => 0.0,
    };
    let sign_in = sign_in_link(&error, &id, "button button-primary");
    let class = if sign_in.is_some() {
        "button"
    } else {
        "button button-primary"
    };
    // Without a link to sign in, the user signs in in another tab and retries.
    let can_retry = error.can_retry() || (error.asks_to_sign_in() && sign_in.is_none());
    let retry = can_retry.then(|| {
        let until = failed_at + wait * 1000.0;
        let note_id = format!("retry-note-{}", column.unwrap_or_default());
        view! { <Retry class until retry note_id/> }
    });
    // An embedded page has no start page.
    let find_another = (use_host().is_none() && column.is_none()).then(|| {
        let href = Route::Home.to_path(&config().base_path);
        view! { <PageLink class="button" href>{texts.find_another}</PageLink> }
    });
    let has_number_as_id = error.cause == Cause::NotFound && looks_like_customer_number(&id);
    let with_id = |text| fill_view(text, vec![view! { <DataText text=&id/> }.into_any()]);
    let hint = suggestion
        .or_else(|| has_number_as_id.then(|| view! { <p>{with_id(texts.not_found_number)}</p> }.into_any()));
    let Failure { icon, heading, advice } = Failure::of(&error, texts);
    let advice = match error.cause {
        Cause::SignedOut if sign_in.is_none() => texts.signed_out_retry,
        _ => advice,
    };
    let message = error.message.map(|text| {
        let message = view! { <DataText text/> }.into_any();
        view! { <p>{fill_view(texts.server_says, vec![message])}</p> }.into_any()
    });
    let heading = if column.is_some() {
        view! { <strong>{heading}</strong> }.into_any()
    } else {
        focus::move_to_main_on_unmount_unless_elsewhere();
        view! { <PageHeading>{heading}</PageHeading> }.into_any()
    };
    view! {
        <div class="load-error" role="alert">
            <IconView icon/>
            {heading}
            <p>{advice}</p>
            {hint}
            {message}
            <p class="secondary">{with_id(texts.requested_id)}</p>
            <p class="load-error-offers">
                {sign_in}
                {retry}
                {find_another}
            </p>
        </div>
    }
}

/// Returns the sign-in link, if signing in helps and a link is configured. It leads back to the customer's page, the
/// comparison or the host's page.
pub fn sign_in_link(error: &ApiError, id: &str, class: &'static str) -> Option<AnyView> {
    if !error.asks_to_sign_in() {
        return None;
    }
    let config = config();
    let href = config.sign_in_link(&return_url(id))?;
    let link = view! {
        <ExternalLink class href href_for_host=config.sign_in_template() target="sign-in" id>
            {texts().sign_in}
        </ExternalLink>
    };
    Some(link.into_any())
}

/// Whether an id looks like a customer number: `00001`, `KH-2019-000726`. Ids are plain integers or random.
fn looks_like_customer_number(id: &str) -> bool {
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let rest = id.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    let mut groups = rest.split(['-', '_']).filter(|group| !group.is_empty());
    match id.len() - rest.len() {
        0 => id.len() > 1 && id.starts_with('0') && are_digits(id),
        1..=6 => groups.clone().all(are_digits) && groups.next_back().is_some_and(|group| group.len() >= 3),
        _ => false,
    }
}

/// The retry button, which counts down to `until` if the server asked to wait.
#[component]
fn Retry(
    class: &'static str,
    /// In milliseconds since the page was opened.
    until: f64,
    retry: Callback<()>,
    note_id: String,
) -> impl IntoView {
    let texts = texts();
    // By the clock, because a background tab's timers run late.
    let seconds_left = move || ((until - browser::now()) / 1000.0).ceil().max(0.0) as usize;
    let left = RwSignal::new(seconds_left());
    use_effect(move || {
        if left.get() > 0 {
            use_timer(TICK, move || left.set(seconds_left()));
        }
    });
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
            aria-disabled=reactive_value(move || if left.get() == 0 { "false" } else { "true" })
            aria-describedby=note_id.clone()
            on:click=on_click(click)
        >
            {texts.retry}
        </button>
        <span id=note_id class="secondary" role="timer" aria-live="off">{reactive(note)}</span>
    }
}

#[cfg(test)]
mod tests {
    use super::looks_like_customer_number;

    #[test]
    fn customer_numbers_are_distinguished_from_ids() {
        for number in ["00001", "KH-2019-000726", "KH000726", "C_0042", "kh-1234"] {
            assert!(looks_like_customer_number(number), "{number}");
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
            assert!(!looks_like_customer_number(id), "{id}");
        }
    }
}
