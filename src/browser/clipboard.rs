//! The clipboard.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, HtmlDocument, HtmlElement, HtmlTextAreaElement};

/// Copies a text; whether that happened.
pub async fn copy(text: &str) -> bool {
    // Over plain HTTP there is no `navigator.clipboard`, whatever its type says.
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into()).unwrap_or_default();
    if let Ok(clipboard) = clipboard.dyn_into::<Clipboard>()
        && JsFuture::from(clipboard.write_text(text)).await.is_ok()
    {
        return true;
    }
    copy_selection(text).unwrap_or(false)
}

/// The older way: select the text in a field of its own and have the document copy its selection.
fn copy_selection(text: &str) -> Option<bool> {
    let document = document();
    let focused = document.active_element();
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_value(text);
    field.set_class_name("visually-hidden");
    // Inside an open dialog, because what is outside it cannot be selected.
    let place = document.query_selector("dialog[open]").ok().flatten().or_else(|| document.body().map(Into::into))?;
    place.append_child(&field).ok()?;
    field.select();
    let html: &HtmlDocument = document.unchecked_ref();
    let copied = html.exec_command("copy").unwrap_or(false);
    field.remove();
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.focus();
    }
    Some(copied)
}
