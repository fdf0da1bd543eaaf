//! A customer in a few words, to be passed on: as a text for chat, and as a row for a spreadsheet.

use std::sync::Arc;

use leptos::prelude::*;

use super::name::{heading_of, plain};
use super::words::{in_words, label_of};
use crate::api::{AnyField, CustomerDetail, Field};
use crate::browser;
use crate::browser::clipboard::Content;
use crate::locale::{fill, labels, texts};
use crate::ui::copy::use_copier;
use crate::ui::icon::{Icon, IconView};

/// What is passed on beside the name, in this order.
const KEYS: [&str; 6] = [
    "customerNo",
    "type",
    "managerName",
    "totalTurnover",
    "outstandingReceivables",
    "retentionMoney",
];

/// The button that copies the customer in a few words.
#[component]
pub fn CopySummary(
    /// The customer; a refresh puts a newer answer in.
    customer: ArcRwSignal<Arc<CustomerDetail>>,
) -> impl IntoView {
    let texts = texts();
    let copier = use_copier(texts.summary);
    // A click comes from outside of the page's tree, where neither language nor configuration is known.
    let owner = Owner::current().unwrap_or_default();
    let copy = move |_| copier.copy(owner.with(|| summary(&customer.read_untracked(), &browser::address())));
    view! {
        <button type="button" class="button copy-summary no-print" class:copied=copier.copied on:click=copy>
            <IconView icon=Icon::Copy/>
            <IconView icon=Icon::Done/>
            {fill(texts.copy, &[texts.summary])}
        </button>
    }
}

/// The customer whose page has this address.
fn summary(customer: &CustomerDetail, address: &str) -> Content {
    let name = heading_of(customer).map(|name| plain(name)).unwrap_or_default();
    Content {
        text: text(customer, &name, address),
        html: Some(row(customer, &name, address)),
    }
}

/// A line for each thing that is known. A tab stands between what it is called and what it is, for spreadsheets that take
/// nothing but text: browsers give them a text and HTML, and no third form.
fn text(customer: &CustomerDetail, name: &str, address: &str) -> String {
    let line = |key| {
        let label = label_of(labels(), key)?;
        in_words(customer, key).map(|value| fill(texts().summary_line, &[label, &one_line(&value)]))
    };
    let known = KEYS.into_iter().filter_map(line);
    let lines: Vec<String> = std::iter::once(one_line(name))
        .chain(known)
        .chain([address.to_owned()])
        .collect();
    lines.join("\n")
}

/// One row of a table, a cell for each thing, known or not: rows of several customers stand below each other. Amounts are
/// bare digits, which spreadsheets take for numbers; everything else is marked as text, or `00001` would become 1.
fn row(customer: &CustomerDetail, name: &str, address: &str) -> String {
    let amounts = [&customer.total_turnover, &customer.outstanding_receivables, &customer.retention_money];
    let is_amount = |key| matches!(key, "totalTurnover" | "outstandingReceivables" | "retentionMoney");
    let texts = KEYS.into_iter().filter(|key| !is_amount(*key));
    let texts = texts.map(|key| text_cell(&in_words(customer, key).unwrap_or_default()));
    let amounts = amounts.map(|field| match field.as_text() {
        Field::Value(digits) => format!("<td>{digits}</td>"),
        Field::Absent => text_cell(""),
        Field::Unreadable(raw) => text_cell(&raw),
    });
    let cells: String = std::iter::once(text_cell(name)).chain(texts).chain(amounts).collect();
    let link = escaped(address);
    format!(r#"<table><tbody><tr>{cells}<td><a href="{link}">{link}</a></td></tr></tbody></table>"#)
}

/// A cell whose digits stay as they are.
fn text_cell(text: &str) -> String {
    format!(r#"<td style="mso-number-format:'\@'">{}</td>"#, escaped(&one_line(text)))
}

/// A text without what would begin another line or another cell.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text as HTML.
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
    fn a_row_keeps_digits_and_lets_no_markup_in() {
        let answer = r#"{"name": "<b>甲</b>\t乙", "customerNo": "00001", "totalTurnover": 2324.32, "type": "\"x\" & y"}"#;
        let customer = crate::api::answer::customer(answer, &[]).unwrap();
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
