//! Copies a customer as a summary, as a row for a spreadsheet or as a link, and compared customers as a table.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, Node};

use super::hooks::use_comparison::ComparedCustomer;
use super::logic::comparison_rows::{rows, shown_key};
use super::logic::display_text::{copied_number, display_text};
use super::logic::load_state::Freshness;
use super::logic::name::without_bidi_controls;
use super::sections;
use crate::api::{CustomerDetail, Key};
use crate::browser::clipboard::{Content, cell, table};
use crate::browser::focus;
use crate::browser::handler::{handler, on_click};
use crate::browser::listener::use_window_listener;
use crate::config::config;
use crate::format::date_and_time;
use crate::host::use_host;
use crate::locale::{fill, in_sentence, label, texts};
use crate::navigation::{PageLink, customer_url};
use crate::plain_text::one_line;
use crate::routes::Route;
use crate::ui::copy::{Copier, CopyFailure, Outcome, use_copier};
use crate::ui::reactive::{reactive, reactive_value};

const SUMMARY_KEYS: [Key; 8] = [
    Key::Name,
    Key::Id,
    Key::CustomerNo,
    Key::Type,
    Key::ManagerName,
    Key::TotalTurnover,
    Key::OutstandingReceivables,
    Key::RetentionMoney,
];

/// Renders the buttons that copy the customer: its summary and, in a menu, its row and its link.
#[component]
pub fn CopyCustomer(
    id: String,
    customer: ArcRwSignal<Arc<CustomerDetail>>,
    freshness: RwSignal<Freshness>,
) -> impl IntoView {
    let texts = texts();
    let copier = use_copier();
    let outcome = copier.outcome;
    // An embedded page has no other pages.
    let compare = use_host().is_none().then(|| {
        let href = Route::Compare(vec![id.clone()]).to_path(&config().base_path);
        view! { <PageLink class="button" href>{texts.compare_to}</PageLink> }
    });
    // An event handler runs outside the reactive owner, which provides the language and the configuration.
    let owner = Owner::current().unwrap_or_default();
    let copy_as = move |write: fn(&[Entry]) -> Content| {
        let (id, customer, owner) = (id.clone(), customer.clone(), owner.clone());
        Box::new(move || {
            let time = date_and_time(freshness.read_untracked().fetched_at);
            owner
                .with(|| write(&entries(&customer.get_untracked(), &SUMMARY_KEYS, &time, &customer_url(&id))))
        })
    };
    // Shown on the menu's button, too: with a shortcut, the user copies while the menu is closed.
    let has_copied_from_menu =
        move || matches!(outcome.get(), Outcome::Copied(label) if label != texts.summary);
    use_window_listener("pointerdown", |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        if let Some(menu) = open_menu().filter(|menu| !menu.contains(target.as_ref())) {
            let _ = menu.remove_attribute("open");
        }
    });
    let close_by_escape = move |event: KeyboardEvent| {
        if let (Some(menu), "Escape") = (open_menu(), event.key().as_str()) {
            // In a frame, Escape would close the host's drawer.
            event.stop_propagation();
            let _ = menu.remove_attribute("open");
            focus::move_to(".copy-menu > summary");
        }
    };
    view! {
        <CopyAction label=texts.summary shortcut="c" content=copy_as(summary) copier/>
        <details class="copy-menu no-print" on:keydown=handler(close_by_escape)>
            <summary
                class="button"
                class:copied=reactive_value(has_copied_from_menu)
                aria-label=texts.more_actions
                title=texts.more_actions
            ></summary>
            <div>
                <CopyAction label=texts.table_row shortcut="e" content=copy_as(row) copier/>
                <CopyAction label=texts.link shortcut="u" content=copy_as(link) copier/>
                {compare}
            </div>
        </details>
        <CopyFailure outcome/>
    }
}

fn open_menu() -> Option<Element> {
    document().query_selector(".copy-menu[open]").ok().flatten()
}

/// Renders the button that copies the loaded customers as a table, as soon as one is loaded.
#[component]
pub fn CopyComparison(customers: Vec<ComparedCustomer>) -> impl IntoView {
    let copier = use_copier();
    let owner = Owner::current().unwrap_or_default();
    let copy_table = reactive(move || {
        let is_loaded = customers.iter().any(|compared| compared.customer().is_some());
        is_loaded.then(|| {
            let (customers, owner) = (customers.clone(), owner.clone());
            let content = Box::new(move || owner.with(|| untrack(|| comparison(&columns(&customers)))));
            view! { <CopyAction label=texts().table shortcut="c" content copier/> }
        })
    });
    view! {
        {copy_table}
        <CopyFailure outcome=copier.outcome/>
    }
}

#[component]
fn CopyAction(
    label: &'static str,
    shortcut: &'static str,
    content: Box<dyn Fn() -> Content>,
    copier: Copier,
) -> impl IntoView {
    let is_copied = move || copier.outcome.get() == Outcome::Copied(label);
    view! {
        <button
            type="button"
            class="button copy-action no-print"
            class:copied=reactive_value(is_copied)
            aria-keyshortcuts=shortcut
            on:click=on_click(move |_| copier.copy(label, content()))
        >
            {fill(texts().copy, &[&in_sentence(label)])}
        </button>
    }
}

/// A value with its label.
struct Entry {
    label: &'static str,
    /// The displayed text; empty if absent.
    text: String,
    /// The text for spreadsheets.
    cell: String,
}

/// Returns an entry for each key, and for the time of the data and the link.
fn entries(customer: &CustomerDetail, keys: &[Key], time: &str, link: &str) -> Vec<Entry> {
    let mut entries = Vec::new();
    for key in keys {
        let text = without_bidi_controls(&one_line(&display_text(customer, *key).unwrap_or_default()));
        let cell = customer.get(*key).number().map_or_else(|| text.clone(), copied_number);
        entries.push(Entry { label: label(*key), text, cell });
    }
    for (label, text) in [(texts().time_of_data, time), (texts().link, link)] {
        let (text, cell) = (text.to_owned(), text.to_owned());
        entries.push(Entry { label, text, cell });
    }
    entries
}

/// Returns a line for each entry with a value; as HTML, a table with two columns.
fn summary(entries: &[Entry]) -> Content {
    let (mut lines, mut rows) = (Vec::new(), Vec::new());
    for Entry { label, text, .. } in entries {
        if !text.is_empty() {
            lines.push(fill(texts().summary_line, &[label, text]));
            rows.push(vec![cell(label), cell(text)]);
        }
    }
    Content { text: lines.join("\n"), html: Some(table(&rows)) }
}

/// Returns a row with a cell for each entry. Absent values have an empty one, so that rows of several customers line up.
fn row(entries: &[Entry]) -> Content {
    spreadsheet(&[entries.iter().map(|entry| entry.cell.as_str()).collect()])
}

fn link(entries: &[Entry]) -> Content {
    Content::text(entries.last().map(|entry| entry.text.clone()).unwrap_or_default())
}

/// Returns a column for each loaded customer, with an entry for each row of the comparison.
fn columns(customers: &[ComparedCustomer]) -> Vec<Vec<Entry>> {
    let mut columns = Vec::new();
    for compared in customers {
        if let Some(customer) = compared.customer() {
            let mut keys = vec![Key::Name];
            for section in sections::KEYS {
                keys.extend(rows(section).into_iter().map(|key| shown_key(&customer, key)));
            }
            let time = date_and_time(compared.query.freshness.read().fetched_at);
            columns.push(entries(&customer, &keys, &time, &customer_url(&compared.id)));
        }
    }
    columns
}

/// Returns a table with a column for each customer, after a column of labels.
fn comparison(columns: &[Vec<Entry>]) -> Content {
    let mut rows: Vec<Vec<&str>> = Vec::new();
    for entries in columns {
        for (index, entry) in entries.iter().enumerate() {
            if rows.len() == index {
                rows.push(vec![entry.label]);
            }
            rows[index].push(&entry.cell);
        }
    }
    spreadsheet(&rows)
}

fn spreadsheet(rows: &[Vec<&str>]) -> Content {
    let (mut lines, mut html) = (Vec::new(), Vec::new());
    for texts in rows {
        lines.push(texts.join("\t"));
        html.push(texts.iter().map(|text| cell(text)).collect());
    }
    Content { text: lines.join("\n"), html: Some(table(&html)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_answer(answer: &str) -> Vec<Entry> {
        let customer = crate::api::answer::customer(answer, &Default::default()).unwrap();
        entries(&customer, &SUMMARY_KEYS, "2026-03-02 10:24", "https://crm.example/customers/1")
    }

    #[test]
    fn summary_has_a_line_for_each_value() {
        let answer = r#"{"id": "1725934800123456789", "name": "<b>甲</b>\t乙\u202e", "customerNo": "00001",
            "type": "CLIENT", "totalTurnover": 12846350.75}"#;
        let content = summary(&of_answer(answer));
        assert_eq!(
            content.text,
            "客户名称：<b>甲</b> 乙\n\
             客户ID：1725934800123456789\n\
             客户编号：00001\n\
             客户类型：正式客户\n\
             总成交额：12,846,350.75\n\
             数据时间：2026-03-02 10:24\n\
             链接：https://crm.example/customers/1"
        );
        let html = content.html.unwrap();
        let text = |text: &str| format!(r#"<td style="mso-number-format:'\@'">{text}</td>"#);
        let row = format!("<tr>{}{}</tr>", text("客户名称"), text("&lt;b&gt;甲&lt;/b&gt; 乙"));
        assert!(html.contains(&row), "{html}");
        let link =
            r#"<td><a href="https://crm.example/customers/1">https://crm.example/customers/1</a></td></tr>"#;
        assert!(html.contains(link), "{html}");
    }

    #[test]
    fn table_has_a_column_for_each_customer() {
        let customers =
            [r#"{"name": "甲\n公司", "totalTurnover": 2324.32}"#, r#"{"name": "乙", "type": "CLIENT"}"#];
        let content = comparison(&customers.map(of_answer));
        let lines: Vec<&str> = content.text.lines().collect();
        assert_eq!(lines[0], "客户名称\t甲 公司\t乙");
        assert_eq!(lines[3], "客户类型\t\t正式客户");
        assert_eq!(lines[5], "总成交额\t2324.32\t");
        assert_eq!(lines.len(), SUMMARY_KEYS.len() + 2);
        assert_eq!(content.html.unwrap().matches("<tr>").count(), lines.len());
    }

    #[test]
    fn cell_of_a_number_has_its_own_unit_or_plain_digits() {
        for (value, cell) in [
            ("12846350.75", "12846350.75"),
            (r#""1,234.50""#, "1234.50"),
            (r#""232.4万元""#, "232.40 万元"),
            (r#""1,234.5 元""#, "1234.5"),
            (r#""￥1,234.5""#, "1234.5"),
            (r#""$1,234.5""#, "$1,234.50"),
        ] {
            let answer = format!(r#"{{"id": "1", "totalTurnover": {value}, "transactionNumber": 12345}}"#);
            let customer = crate::api::answer::customer(&answer, &Default::default()).unwrap();
            let entries = entries(&customer, &[Key::TotalTurnover, Key::TransactionNumber], "", "");
            assert_eq!([&entries[0].cell, &entries[1].cell], [cell, "12345"]);
            assert_eq!(entries[1].text, "12,345");
        }
    }

    #[test]
    fn row_has_a_cell_for_each_key_and_bare_digits() {
        let answer = r#"{"id": "1725934800123456789", "customerNo": "00001", "totalTurnover": 2324.32,
            "retentionMoney": "9007199254740993.25", "type": "\"x\" & y"}"#;
        let content = row(&of_answer(answer));
        let text = |text: &str| format!(r#"<td style="mso-number-format:'\@'">{text}</td>"#);
        let cells = [
            &text(""),
            &text("1725934800123456789"),
            &text("00001"),
            &text("&quot;x&quot; &amp; y"),
            &text(""),
            "<td>2324.32</td>",
            &text(""),
            &text("9007199254740993.25"),
            &text("2026-03-02 10:24"),
            r#"<td><a href="https://crm.example/customers/1">https://crm.example/customers/1</a></td>"#,
        ];
        assert_eq!(
            content.html.unwrap(),
            format!("<table><tbody><tr>{}</tr></tbody></table>", cells.concat())
        );
        assert_eq!(
            content.text,
            "\t1725934800123456789\t00001\t\"x\" & y\t\t2324.32\t\t9007199254740993.25\t2026-03-02 10:24\thttps://crm.example/customers/1"
        );
    }
}
