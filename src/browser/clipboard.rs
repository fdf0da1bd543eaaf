use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, ClipboardEvent, HtmlDocument, HtmlElement, HtmlTextAreaElement};

/// A text to copy, with an optional HTML form: the program that it is pasted into chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    pub text: String,
    pub html: Option<String>,
}

impl Content {
    pub fn text(text: String) -> Self {
        Self { text, html: None }
    }
}

/// Copies the content, and returns whether it did. Without support for HTML only the text is copied.
pub async fn copy(content: &Content) -> bool {
    // `clipboard.write` would parse the HTML in this page, whose policy forbids the styles that spreadsheets read.
    if content.html.is_some() && copy_selection(content).unwrap_or(false) {
        return true;
    }
    // Over plain HTTP `navigator.clipboard` is undefined, although its type says otherwise.
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into()).unwrap_or_default();
    if let Ok(clipboard) = clipboard.dyn_into::<Clipboard>()
        && JsFuture::from(clipboard.write_text(&content.text)).await.is_ok()
    {
        return true;
    }
    copy_selection(content).unwrap_or(false)
}

/// Copies by `execCommand`, which copies the selection: a temporary text field. The `copy` event sets both forms.
fn copy_selection(content: &Content) -> Option<bool> {
    let document = document();
    let focused = document.active_element();
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_value(&content.text);
    field.set_class_name("visually-hidden");
    // An open dialog makes everything outside of it unselectable.
    let parent = document
        .query_selector("dialog[open]")
        .ok()
        .flatten()
        .or_else(|| document.body().map(Into::into))?;
    parent.append_child(&field).ok()?;
    field.select();
    let listener = window_event_listener(ev::copy, {
        let content = content.clone();
        move |event| set_data(&event, &content)
    });
    let html: &HtmlDocument = document.unchecked_ref();
    let copied = html.exec_command("copy").unwrap_or(false);
    listener.remove();
    field.remove();
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.focus();
    }
    Some(copied)
}

fn set_data(event: &ClipboardEvent, content: &Content) {
    if let (Some(html), Some(data)) = (&content.html, event.clipboard_data())
        && data.set_data("text/plain", &content.text).is_ok()
        && data.set_data("text/html", html).is_ok()
    {
        event.prevent_default();
    }
}
