//! Notes on the record: it is stale, or it has changed. They overlay the record, so that they cause no layout shift.

use leptos::prelude::*;
use web_sys::{Event, HtmlDetailsElement};

use super::data_text::DataText;
use super::freshness::time_of_data;
use super::hooks::use_changes::{Changes, use_changes};
use super::load_error::sign_in_link;
use super::logic::changes::{Change, MAX_LISTED, descriptions, distinct};
use super::logic::failure::Failure;
use super::logic::load_state::Freshness;
use crate::browser::focus;
use crate::browser::handler::{handler, on_click};
use crate::locale::{fill, fill_view, label, plural, texts};
use crate::ui::announce::use_announcer;
use crate::ui::effect::use_effect;
use crate::ui::reactive::reactive;

#[component]
pub fn RecordNotes(id: String, freshness: RwSignal<Freshness>) -> impl IntoView {
    let notes_on_changes = use_changes().map(|changes| {
        view! {
            <VisitNote changes/>
            <ChangeNote changes/>
        }
    });
    view! {
        <div class="record-notes no-print">
            <StaleNote id freshness/>
            {notes_on_changes}
        </div>
    }
}

/// Shows why the last refresh has failed, until the user dismisses it or the next refresh begins.
#[component]
pub fn StaleNote(id: String, freshness: RwSignal<Freshness>) -> impl IntoView {
    let is_dismissed = RwSignal::new(false);
    use_effect(move || {
        if freshness.read().is_refreshing {
            is_dismissed.set(false);
        }
    });
    let note = move || {
        let freshness = freshness.read();
        let error = freshness.failed.as_ref()?;
        if freshness.is_refreshing || is_dismissed.get() {
            return None;
        }
        let reason = Failure::of(error, texts()).heading;
        let note = view! {
            <p>{fill(texts().stale, &[&reason, &time_of_data(freshness.fetched_at)])}</p>
            {sign_in_link(error, &id, "")}
            <Dismiss dismiss=move || is_dismissed.set(true)/>
        };
        Some(note.into_any())
    };
    // A live region that is mounted together with its text is often not announced.
    view! { <div class="record-note" role="status">{reactive(note)}</div> }
}

/// Lists the values that have changed since the last visit.
#[component]
fn VisitNote(changes: Changes) -> impl IntoView {
    let note = move || {
        let changed = changes.since_last_visit.get()?;
        let texts = texts();
        let mut labels: Vec<&str> = changed.keys.into_iter().map(label).collect();
        labels.dedup();
        let time = time_of_data(changed.visited_at);
        let count = labels.len();
        let labels = labels.join(texts.list_separator);
        // On a phone, a long list would cover the amounts.
        let sentence = if count > MAX_LISTED {
            let count = fill(texts.change_count_since_visit, &[&time, &count.to_string()]);
            view! {
                <details>
                    <summary>{count}</summary>
                    <p>{labels}</p>
                </details>
            }
            .into_any()
        } else {
            view! { <p>{fill(texts.changed_since_visit, &[&time, &labels])}</p> }.into_any()
        };
        let note = view! {
            {sentence}
            <Dismiss dismiss=move || changes.since_last_visit.set(None)/>
        };
        Some(note.into_any())
    };
    view! { <div class="record-note" role="status">{reactive(note)}</div> }
}

/// Shows how many values refreshes have changed. Expanding the note lists and announces them.
#[component]
fn ChangeNote(changes: Changes) -> impl IntoView {
    let announcer = use_announcer();
    reactive(move || {
        let list = changes.list();
        let lines = descriptions(&list);
        if lines.is_empty() {
            return None;
        }
        let texts = texts();
        let count = fill(plural(texts.change_count, lines.len()), &[&lines.len().to_string()]);
        let announcement = fill(texts.changed, &[&lines.join(texts.list_separator)]);
        let announce = move |event: Event| {
            if event_target::<HtmlDetailsElement>(&event).open() {
                announcer.say(announcement.clone());
            }
        };
        let item = |change: &Change| {
            let [current, previous] =
                [&change.current, &change.previous].map(|text| view! { <DataText text/> }.into_any());
            let values = vec![label(change.key).into_any(), current, previous];
            view! { <li>{fill_view(texts.changed_value, values)}</li> }.into_any()
        };
        let items = distinct(&list).into_iter().map(item).collect_view();
        let note = view! {
            <div class="record-note">
                <details on:toggle=handler(announce)>
                    <summary>{count}</summary>
                    <ul>{items}</ul>
                </details>
                <Dismiss dismiss=move || changes.dismiss()/>
            </div>
        };
        Some(note.into_any())
    })
}

/// Renders the button that removes a note.
#[component]
fn Dismiss(#[prop(into)] dismiss: Callback<()>) -> impl IntoView {
    let click = move |_| {
        dismiss.run(());
        focus::move_to("h1");
    };
    view! {
        <button type="button" class="link-button" on:click=on_click(click)>
            {texts().dismiss}
        </button>
    }
}
