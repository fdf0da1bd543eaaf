//! The clipboard.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, ClipboardEvent, HtmlDocument, HtmlElement, HtmlTextAreaElement};

/// What is copied: what it is pasted into takes the richest form that it knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// As plain text.
    pub text: String,
    /// As HTML, where there is more to say in it.
    pub html: Option<String>,
}

impl Content {
    /// A text alone.
    pub fn text(text: String) -> Self {
        Self { text, html: None }
    }
}

/// Copies; whether that happened. Where only text can be copied, that is the text.
pub async fn copy(content: &Content) -> bool {
    // The newer way parses HTML in the page, whose policy forbids the styles that spreadsheets read.
    if content.html.is_some() && copy_selection(content).unwrap_or(false) {
        return true;
    }
    // Over plain HTTP there is no `navigator.clipboard`, whatever its type says.
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into()).unwrap_or_default();
    if let Ok(clipboard) = clipboard.dyn_into::<Clipboard>()
        && JsFuture::from(clipboard.write_text(&content.text)).await.is_ok()
    {
        return true;
    }
    copy_selection(content).unwrap_or(false)
}

/// The older way: select the text in a field of its own, have the document copy its selection, and hand it every form
/// when it asks what that is.
fn copy_selection(content: &Content) -> Option<bool> {
    let document = document();
    let focused = document.active_element();
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_value(&content.text);
    field.set_class_name("visually-hidden");
    // Inside an open dialog, because what is outside it cannot be selected.
    let place = document
        .query_selector("dialog[open]")
        .ok()
        .flatten()
        .or_else(|| document.body().map(Into::into))?;
    place.append_child(&field).ok()?;
    field.select();
    let asked = window_event_listener(ev::copy, {
        let content = content.clone();
        move |event| hand_over(&event, &content)
    });
    let html: &HtmlDocument = document.unchecked_ref();
    let copied = html.exec_command("copy").unwrap_or(false);
    asked.remove();
    field.remove();
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.focus();
    }
    Some(copied)
}

/// Gives what is being copied its forms.
fn hand_over(event: &ClipboardEvent, content: &Content) {
    if let (Some(html), Some(data)) = (&content.html, event.clipboard_data())
        && data.set_data("text/plain", &content.text).is_ok()
        && data.set_data("text/html", html).is_ok()
    {
        event.prevent_default();
    }
}
