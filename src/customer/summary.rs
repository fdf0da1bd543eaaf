//! A customer's summary for the clipboard: as text for a chat, and as a row for a spreadsheet.

use std::sync::Arc;

use leptos::prelude::*;

use super::logic::display_text::display_text;
use super::logic::name::{own_name, without_bidi_controls};
use crate::api::{CustomerDetail, Key, Value};
use crate::browser::clipboard::Content;
use crate::locale::{fill, in_sentence, label, texts};
use crate::navigation::customer_url;
use crate::ui::copy::use_copier;

/// The keys of the summary, after the name.
const KEYS: [Key; 6] = [
    Key::CustomerNo,
    Key::Type,
    Key::ManagerName,
    Key::TotalTurnover,
    Key::OutstandingReceivables,
    Key::RetentionMoney,
];

/// The button that copies the summary.
#[component]
pub fn CopySummary(id: String, customer: ArcRwSignal<Arc<CustomerDetail>>) -> impl IntoView {
    let texts = texts();
    let copier = use_copier(texts.summary);
    // An event handler runs outside the reactive owner, which provides the language and the configuration.
    let owner = Owner::current().unwrap_or_default();
    let copy = move |_| copier.copy(owner.with(|| summary(&customer.read_untracked(), &customer_url(&id))));
    view! {
        <button type="button" class="button copy-summary no-print" class:copied=copier.copied on:click=copy>
            {fill(texts.copy, &[&in_sentence(texts.summary)])}
        </button>
    }
}

fn summary(customer: &CustomerDetail, address: &str) -> Content {
    let name = own_name(customer).map(|name| without_bidi_controls(name)).unwrap_or_default();
    Content {
        text: as_text(customer, &name, address),
        html: Some(as_table(customer, &name, address)),
    }
}

/// The name, a line for each key that has a value, and the address. A tab separates label and value, for spreadsheets that
/// paste text only.
fn as_text(customer: &CustomerDetail, name: &str, address: &str) -> String {
    let line = |key| {
        let text = display_text(customer, key)?;
        Some(fill(texts().summary_line, &[label(key), &one_line(&text)]))
    };
    let mut lines = vec![one_line(name)];
    lines.extend(KEYS.into_iter().filter_map(line));
    lines.push(address.to_owned());
    lines.join("\n")
}

/// A table with one row, and a cell for each key whether it has a value or not, so that the rows of several customers line
/// up.
fn as_table(customer: &CustomerDetail, name: &str, address: &str) -> String {
    let mut cells = text_cell(name);
    for key in KEYS {
        match (customer.get(key), customer.get(key).number()) {
            // Bare digits, which spreadsheets read as a number.
            (Value::Amount(_), Some(amount)) => cells.push_str(&format!("<td>{}</td>", amount.value)),
            _ => cells.push_str(&text_cell(&display_text(customer, key).unwrap_or_default())),
        }
    }
    let link = escaped(address);
    format!(r#"<table><tbody><tr>{cells}<td><a href="{link}">{link}</a></td></tr></tbody></table>"#)
}

/// A cell that spreadsheets take as text: `00001` would become 1.
fn text_cell(text: &str) -> String {
    format!(r#"<td style="mso-number-format:'\@'">{}</td>"#, escaped(&one_line(text)))
}

/// Replaces what would begin another line or another cell.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Escapes a text for HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_copied_row_keeps_digits_and_escapes_markup() {
        let answer = r#"{"name": "<b>甲</b>\t乙", "customerNo": "00001", "totalTurnover": 2324.32, "type": "\"x\" & y"}"#;
        let customer = crate::api::answer::customer(answer, &Default::default()).unwrap();
        let row = summary(&customer, "https://crm.example/customers/1?a&b").html.unwrap();
        let text = |text: &str| format!(r#"<td style="mso-number-format:'\@'">{text}</td>"#);
        assert_eq!(
            row,
            [
                "<table><tbody><tr>",
                &text("&lt;b&gt;甲&lt;/b&gt; 乙"),
                &text("00001"),
                &text("&quot;x&quot; &amp; y"),
                &text(""),
                "<td>2324.32</td>",
                &text(""),
                &text(""),
                r#"<td><a href="https://crm.example/customers/1?a&amp;b">https://crm.example/customers/1?a&amp;b</a></td>"#,
                "</tr></tbody></table>",
            ]
            .concat()
        );
    }
}
