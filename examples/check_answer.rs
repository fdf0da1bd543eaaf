//! Checks a response of a back end: `make check-answer FILE=answer.json`.
//!
//! Reads the response as the page does, and prints for each key its documented type, the value that arrived and the text
//! that the page shows; then where the record was found. Exits with 1 if a key is missing or unreadable, for use in tests.

use std::fmt::Write;
use std::io::Read;
use std::process::ExitCode;

use customer_profile::api::normalize::Rule;
use customer_profile::api::text::{decode, without_guard};
use customer_profile::api::{CustomerDetail, Field, Key, State, Timestamp, Value, answer};
use customer_profile::config::Config;
use customer_profile::customer::display_text;
use customer_profile::json::{Raw, is_spelled_alike, parse_response};
use customer_profile::locale::Locale;

#[path = "../tests/support/charset.rs"]
mod charset;
#[path = "../tests/support/markdown.rs"]
#[expect(clippy::panic, reason = "the document is the project's own")]
mod markdown;

const DOCUMENT: &str = include_str!("../docs/api.md");
const USAGE: &str =
    "check_answer [FILE|-] [--charset LABEL]: reads an answer of the API from a file or from standard input";
/// The maximum width of a cell, in characters.
const WIDEST: usize = 48;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (mut file, mut charset) = ("-".to_owned(), "utf-8".to_owned());
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--charset" => charset = arguments.next().unwrap_or_default(),
            "--help" | "-h" => {
                println!("{USAGE}");
                return ExitCode::SUCCESS;
            }
            _ => file = argument,
        }
    }
    let mut body = Vec::new();
    let read = match file.as_str() {
        "-" => std::io::stdin().read_to_end(&mut body).map(|_| ()),
        file => std::fs::read(file).map(|bytes| body = bytes),
    };
    if let Err(error) = read {
        eprintln!("{file}: {error}\n{USAGE}");
        return ExitCode::from(2);
    }
    let (report, is_right) = check(&body, &format!("application/json; charset={charset}"));
    print!("{report}");
    if is_right { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Returns a report on a response, and whether every key is present and readable.
fn check(body: &[u8], content_type: &str) -> (String, bool) {
    let config = Config::default();
    let text = decode(body.to_vec(), Some(content_type), charset::decode);
    let text = without_guard(&text);
    let customer = match answer::customer(text, &config) {
        Ok(customer) => customer,
        Err(error) => {
            return (format!("No customer: {:?}. Message shown: {:?}.\n", error.cause, error.message), false);
        }
    };
    // Cannot fail: a customer was found.
    let Some(response) = parse_response(text) else {
        return (String::new(), false);
    };
    let texts = answer::Texts::new();
    let Ok(found) = answer::find(response, &texts, &config) else {
        return (String::new(), false);
    };
    let record = &found.record;

    let received = |key: &str| record.find(key).map(Raw::text);
    let unreadable = customer.unreadable_keys();
    let rules = |key: Key| {
        let Some((name, value)) = record.member(key.as_str()) else {
            return String::new();
        };
        let mut rules: Vec<&str> = Vec::new();
        if name != key.as_str() {
            rules.push("key spelling");
        }
        if !unreadable.contains(&key) {
            rules.extend(answer::rules_of(key, value).into_iter().map(Rule::name));
        }
        rules.join(", ")
    };
    let kinds = markdown::table(DOCUMENT, ["Key", "Type", "Example", "Comment"]);
    let kind_of = |key: &str| kinds.iter().find(|[known, ..]| known == key).map_or("", |[_, kind, ..]| kind);
    let mut rows = vec![["key", "documented type", "received", "displayed", "rules"].map(str::to_owned)];
    rows.extend(Key::ALL.iter().map(|key| {
        let name = key.as_str();
        [
            name.to_owned(),
            kind_of(name).to_owned(),
            received(name).unwrap_or("(missing)").to_owned(),
            shown(&customer, *key),
            rules(*key),
        ]
    }));
    let mut report = table(&rows);

    let names = Key::ALL.iter().map(|key| key.as_str());
    let missing: Vec<&str> = names.filter(|name| received(name).is_none()).collect();
    let unreadable: Vec<&str> = unreadable.into_iter().map(Key::as_str).collect();
    let place = if found.path.is_empty() {
        "Record: the whole response.".to_owned()
    } else {
        format!("Record: `{}`.", found.path.join("."))
    };
    let others = record.members().map(|(key, _)| key);
    let others: Vec<&str> = others
        .filter(|name| !Key::ALL.iter().any(|key| is_spelled_alike(name, key.as_str())))
        .collect();
    for (sentence, keys) in [("Missing", &missing), ("Unreadable", &unreadable), ("Ignored", &others)] {
        if !keys.is_empty() {
            let _ = writeln!(report, "{sentence}: {}", keys.join(", "));
        }
    }
    let _ = writeln!(report, "{place}");
    (report, missing.is_empty() && unreadable.is_empty())
}

/// Returns what the page shows for a key, in 中文 and without a currency.
fn shown(customer: &CustomerDetail, key: Key) -> String {
    // Time zones need a browser.
    if let Value::Time(Field::Value(Timestamp::Moment { milliseconds, .. })) = customer.get(key) {
        return format!("{milliseconds} ms since 1970, as a time in the configured zone");
    }
    let texts = Locale::Zh.texts();
    match (display_text(customer, key), customer.get(key).state()) {
        (None, _) => format!("— ({})", texts.absent),
        (Some(raw), State::Unreadable(_)) => format!("{raw}{}", texts.unreadable_mark),
        (Some(text), _) => text,
    }
}

/// Formats rows as aligned columns.
fn table(rows: &[[String; 5]]) -> String {
    let rows: Vec<[String; 5]> = rows.iter().map(|row| row.each_ref().map(|cell| cut(cell))).collect();
    let mut report = String::new();
    for row in &rows {
        for (column, cell) in row.iter().enumerate() {
            let widest = rows.iter().map(|row| width(&row[column])).max().unwrap_or(0);
            let is_last = column + 1 == row.len();
            let room = if is_last { 0 } else { widest + 2 - width(cell) };
            let _ = write!(report, "{cell}{}", " ".repeat(room));
        }
        report.truncate(report.trim_end().len());
        report.push('\n');
    }
    report
}

/// Truncates a text to one line of a cell.
fn cut(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= WIDEST {
        line
    } else {
        line.chars().take(WIDEST - 1).chain(['…']).collect()
    }
}

/// Returns the width of a text in a terminal, where Chinese characters take two columns.
fn width(text: &str) -> usize {
    text.chars()
        .map(|letter| {
            if ('\u{1100}'..='\u{ffe6}').contains(&letter) && !('\u{2000}'..='\u{2bff}').contains(&letter) {
                2
            } else {
                1
            }
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(body: &str) -> (String, bool) {
        check(body.as_bytes(), "application/json")
    }

    #[test]
    fn example_of_the_document_passes() {
        let (report, is_right) = report(include_str!("../samples/example.json"));
        assert!(is_right, "{report}");
        assert!(report.contains("totalTurnover           float            2324.32"), "{report}");
        assert!(report.contains("2,324.32") && report.contains("正式客户"), "{report}");
        assert_eq!(report.lines().count(), Key::ALL.len() + 2, "{report}");
    }

    #[test]
    fn missing_and_unreadable_keys_fail_and_are_listed() {
        let example = include_str!("../samples/example.json");
        let (without, is_right) = report(&example.replace("\"levelName\"", "\"level\""));
        assert!(!is_right && without.contains("Missing: levelName\nIgnored: level\n"), "{without}");
        let (with, is_right) = report(&example.replace("2324.32", "{\"min\": 1, \"max\": 2}"));
        assert!(!is_right && with.contains("Unreadable: totalTurnover"), "{with}");
        assert!(with.contains("{\"min\": 1, \"max\": 2}（无法识别）"), "{with}");
    }

    #[test]
    fn applied_rules_are_listed() {
        let example = include_str!("../samples/example.json")
            .replace("\"customerNo\"", "\"customer_no\"")
            .replace("2324.32", "{\"amount\": \"￥2,324.32\"}")
            .replace("87", "87.0");
        let (report, is_right) = report(&example);
        assert!(is_right, "{report}");
        let row = |key: &str| {
            report
                .lines()
                .find(|row| row.starts_with(&format!("{key} ")))
                .unwrap_or_default()
        };
        assert!(row("customerNo").ends_with("key spelling"), "{report}");
        assert!(row("totalTurnover").ends_with("wrapper, money"), "{report}");
        assert!(row("managerId").ends_with("whole number"), "{report}");
        assert!(row("name").ends_with("金职院"), "{report}");
        assert!(row("rank").ends_with(" 1"), "{report}");
    }

    #[test]
    fn amount_with_a_currency_is_printed_with_its_code() {
        for amount in ["\"2324.32元\"", "\"USD 2324.32\"", r#"{"amount": "2324.32", "currency": "CNY"}"#] {
            let (report, is_right) =
                report(&include_str!("../samples/example.json").replace("2324.32", amount));
            let code = if amount.contains("USD") { "USD" } else { "CNY" };
            assert!(is_right && report.contains(&format!("{code} 2,324.32")), "{report}");
        }
    }

    #[test]
    fn path_of_the_record_is_printed() {
        let body = format!(
            r#"{{"code": 0, "result": {{"customer": {}}}}}"#,
            include_str!("../samples/example.json")
        );
        let (report, is_right) = report(&body);
        assert!(is_right && report.ends_with("Record: `result.customer`.\n"), "{report}");
    }

    #[test]
    fn response_without_a_customer_fails_with_its_cause() {
        for (body, expected) in [
            (
                r#"{"code": 403, "message": "不行"}"#,
                "No customer: Forbidden. Message shown: Some(\"不行\").\n",
            ),
            ("<html>", "No customer: Unreadable { reason: NoCustomer }. Message shown: None.\n"),
        ] {
            assert_eq!(report(body), (expected.to_owned(), false));
        }
    }
}
