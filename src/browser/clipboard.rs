//! Copies text and tables to the clipboard.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, ClipboardEvent, Event, HtmlDocument, HtmlElement, HtmlTextAreaElement};

use super::find;
use super::js::get;

/// A text to copy, with an optional HTML form. The program that it is pasted into chooses one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    pub text: String,
    pub html: Option<String>,
}

impl Content {
    pub fn text(text: String) -> Self {
        Self { text, html: None }
    }

    /// Returns a value that spreadsheets paste unchanged. HTML is added only if they would change the text, so that
    /// other programs paste plain text.
    pub fn value(text: String) -> Self {
        let html = is_changed_by_spreadsheets(&text).then(|| table(&[vec![cell(&text)]]));
        Self { text, html }
    }
}

/// Returns a table for [`Content::html`], from rows of cells.
pub fn table(rows: &[Vec<String>]) -> String {
    let rows: String = rows.iter().map(|cells| format!("<tr>{}</tr>", cells.concat())).collect();
    format!("<table><tbody>{rows}</tbody></table>")
}

/// Returns a cell for [`table`]: a link for a web address, a number, or a text that spreadsheets do not convert.
pub fn cell(text: &str) -> String {
    let escaped = escaped(text);
    if text.starts_with("https://") || text.starts_with("http://") {
        return format!(r#"<td><a href="{escaped}">{escaped}</a></td>"#);
    }
    let style = if is_number(text) {
        ""
    } else {
        r#" style="mso-number-format:'\@'""#
    };
    format!("<td{style}>{escaped}</td>")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// Whether spreadsheets would change a text: `00001` becomes 1, a 19-digit number loses its last digits, `1E3` becomes
/// 1000, and `1-2` a date.
fn is_changed_by_spreadsheets(text: &str) -> bool {
    let is_numeric = |byte: u8| byte.is_ascii_digit() || b"+-./:eE".contains(&byte);
    text.bytes().any(|byte| byte.is_ascii_digit()) && text.bytes().all(is_numeric) && !is_number(text)
}

/// Whether a text is a number that spreadsheets show with all its digits.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let has_leading_zero = whole.len() > 1 && whole.starts_with('0');
    let count = digits.bytes().filter(u8::is_ascii_digit).count();
    are_digits(whole) && are_digits(decimals) && !has_leading_zero && count <= SPREADSHEET_DIGITS
}

/// Maximum number of digits that spreadsheets keep.
const SPREADSHEET_DIGITS: usize = 15;

/// Copies the content. Returns whether that succeeded. If the browser cannot copy HTML, only the text is copied.
pub async fn copy(content: &Content) -> bool {
    // `clipboard.write` would parse the HTML in this page, whose policy forbids the styles that spreadsheets read.
    if content.html.is_some() && copy_selection(content).unwrap_or(false) {
        return true;
    }
    // Over plain HTTP `navigator.clipboard` is undefined, although its type says otherwise.
    if let Ok(clipboard) = get(&window().navigator(), "clipboard").dyn_into::<Clipboard>()
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
    let parent = find("dialog[open]").or_else(|| find("body"))?;
    parent.append_child(&field).ok()?;
    field.select();
    let content = content.clone();
    let set: Box<dyn Fn(Event)> = Box::new(move |event| set_data(event.unchecked_ref(), &content));
    let listener = window_event_listener_untyped("copy", set);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_spreadsheets_would_change_have_text_cells() {
        for text in ["00001", "1725934800123456789", "1E3", "1-2", "2021-08", "9007199254740993.25", "12:30"]
        {
            let html = format!(
                r#"<table><tbody><tr><td style="mso-number-format:'\@'">{text}</td></tr></tbody></table>"#
            );
            assert_eq!(Content::value(text.to_owned()).html, Some(html), "{text}");
        }
        for text in ["42", "2324.32", "-0.50", "0", "金职院", "KH-2019-000726", "A / B", ""] {
            assert_eq!(Content::value(text.to_owned()), Content::text(text.to_owned()), "{text}");
        }
    }
}
