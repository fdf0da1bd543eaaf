//! The rules of the program's build hold in its source. Each check is first shown a source that breaks its rule.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/rust_source.rs"]
mod rust_source;

use std::collections::{BTreeMap, BTreeSet};

use rust_source::{Source, Token, unquoted};

/// The rooms whose files are components and pages. (The gallery is for designers, and in no release build.)
const COMPONENT_ROOMS: [&str; 6] = ["app", "customer", "lookup", "navigation", "pages", "ui"];

/// The files in which a rule is broken, with what breaks it.
fn breaches(sources: &[Source], check: impl Fn(&Source) -> Vec<String>) -> Vec<String> {
    let breaches = |source| check(source).into_iter().map(|breach| format!("src/{}: {breach}", source.path));
    sources.iter().flat_map(breaches).collect()
}

/// The paths of the files that a check is true of.
fn files(sources: &[Source], check: impl Fn(&Source) -> bool) -> Vec<&str> {
    sources
        .iter()
        .filter(|source| check(source))
        .map(|source| source.path.as_str())
        .collect()
}

fn none() -> Vec<String> {
    Vec::new()
}

mod imports {
    use super::*;

    /// Which rooms each room may use: the table in the documentation of `src/lib.rs`.
    fn rule() -> BTreeMap<String, BTreeSet<String>> {
        let names =
            |cell: &str| -> Vec<String> { cell.split('`').skip(1).step_by(2).map(str::to_owned).collect() };
        let rows: Vec<(Vec<String>, &str)> = include_str!("../src/lib.rs")
            .lines()
            .filter_map(|line| line.strip_prefix("//! | ")?.strip_suffix(" |")?.split_once(" | "))
            .filter(|(rooms, _)| rooms.contains('`'))
            .map(|(rooms, uses)| (names(rooms), uses))
            .collect();
        let leaves = &rows.last().expect("the table of rooms").0;
        let mut rule = BTreeMap::new();
        for (index, (rooms, uses)) in rows.iter().enumerate() {
            let below = rows[index + 1..].iter().flat_map(|(rooms, _)| rooms);
            let mut may: BTreeSet<String> = names(uses).into_iter().collect();
            if uses.contains("all below") {
                may.extend(below.cloned());
            }
            if uses.contains("the leaves") {
                may.extend(leaves.iter().cloned());
            }
            for room in rooms {
                rule.insert(room.clone(), may.clone());
            }
        }
        rule
    }

    fn check(source: &Source) -> Vec<String> {
        let rule = rule();
        let Some(may) = rule.get(source.room()) else {
            return vec!["is in no room of the table".to_owned()];
        };
        let used = source.rooms_used();
        let forbidden = used.iter().filter(|room| *room != source.room() && !may.contains(*room));
        forbidden.map(|room| format!("uses crate::{room}")).collect()
    }

    #[test]
    fn the_table_is_understood() {
        let rule = rule();
        let may = |room: &str| rule[room].iter().map(String::as_str).collect::<Vec<_>>();
        assert_eq!(may("api"), ["browser", "config", "decimal", "json", "session", "url"]);
        assert_eq!(may("decimal"), [""; 0]);
        assert!(rule["app"].contains("pages") && rule["customer"].contains("recent"));
        assert!(!rule["customer"].contains("lookup") && !rule["ui"].contains("api"));
    }

    #[test]
    fn a_forbidden_import_is_seen() {
        for (path, text) in [
            ("ui/bar.rs", "use crate::api::Field;"),
            ("ui/bar.rs", "use crate::{locale::words, customer};"),
            ("ui/bar.rs", "fn f() { view! { <p>{crate::api::sample::answers()}</p> } }"),
            ("ui/bar.rs", "use super::super::api;"),
            ("decimal.rs", "use super::json::Raw;"),
            ("customer/area.rs", "use crate::lookup::LookupBox;"),
            ("attic/box.rs", ""),
        ] {
            assert_eq!(check(&Source::parse(path, text)).len(), 1, "{path}: {text}");
        }
    }

    #[test]
    fn what_is_allowed_or_said_in_passing_is_not() {
        let text = "//! crate::api\nuse super::icon; use crate::locale::words; /* crate::customer */\n\
                    #[cfg(test)] mod tests { use crate::api::Field; }";
        assert_eq!(check(&Source::parse("ui/bar.rs", text)), none());
    }

    #[test]
    fn rooms_use_what_the_table_allows() {
        let mut sources = rust_source::all();
        // The two roots: one lists the rooms, the other opens the door.
        sources.retain(|source| !["lib.rs", "main.rs"].contains(&source.path.as_str()));
        assert!(sources.len() > 40);
        assert_eq!(breaches(&sources, check), none());
    }
}

mod single_places {
    use super::*;

    #[test]
    fn one_file_sends_requests() {
        let sources = rust_source::all();
        let senders = files(&sources, |source| source.mentions("gloo_net"));
        assert_eq!(senders, ["api/client.rs"]);
        let is_fetch = |token: &Token| matches!(token, Token::Word(word) if word.starts_with("fetch_with") || word == "XmlHttpRequest" || word == "send_beacon");
        assert_eq!(files(&sources, |source| source.tokens.iter().any(is_fetch)), [""; 0]);
    }

    #[test]
    fn one_file_asks_for_a_customer() {
        let sources = rust_source::all();
        let users = files(&sources, |source| source.room() != "api" && source.mentions("CustomerRequest"));
        assert_eq!(users, ["customer/hooks/use_customer.rs"]);
    }

    #[test]
    fn only_routes_parse_addresses() {
        let sources = rust_source::all();
        let ways = ["use_params_map", "use_params", "params", "PossibleRouteMatch", "decode_segment"];
        let parses = |source: &Source| ways.iter().any(|way| source.mentions(way));
        assert_eq!(files(&sources, parses), ["routes.rs", "url.rs"]);
    }

    #[test]
    fn one_file_moves_from_page_to_page() {
        let sources = rust_source::all();
        let ways = ["use_navigate", "push_state_with_url", "set_href", "assign"];
        let moves = |source: &Source| ways.iter().any(|way| source.mentions(way));
        assert_eq!(files(&sources, moves), ["navigation.rs"]);
    }

    #[test]
    fn samples_are_named_where_they_are_served_and_shown() {
        let sources = rust_source::all();
        let names = |source: &Source| source.mentions("sample") || source.mentions("gallery");
        let known = [
            "api.rs",
            "api/sample.rs",
            "gallery.rs",
            "gallery/samples.rs",
            "lib.rs",
            "main.rs",
            "pages/home.rs",
        ];
        assert_eq!(files(&sources, names), known);
    }

    #[test]
    fn no_text_becomes_html() {
        const WAYS: [&str; 6] = [
            "inner_html",
            "set_inner_html",
            "set_outer_html",
            "insert_adjacent_html",
            "write_1",
            "create_contextual_fragment",
        ];
        let sources = rust_source::all();
        let ways = |source: &Source| WAYS.iter().any(|way| source.mentions(way));
        assert_eq!(files(&sources, ways), [""; 0]);
        assert!(ways(&Source::parse("ui/bar.rs", "view! { <p inner_html=text/> }")));
        let script = include_str!("../public/boot.js");
        assert!(
            !["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"]
                .iter()
                .any(|way| script.contains(way))
        );
    }
}

mod words {
    use super::*;

    fn check(source: &Source) -> Vec<String> {
        // Surnames are data, and nobody reads them.
        if !COMPONENT_ROOMS.contains(&source.room()) || source.path == "ui/avatar.rs" {
            return none();
        }
        let literals = source.tokens.iter().filter_map(|token| match token {
            Token::Text(literal) => Some(unquoted(literal)),
            _ => None,
        });
        let spoken = literals.filter(|text| has_han(text) || is_sentence(text));
        spoken.map(|text| format!("says {text:?}")).collect()
    }

    fn has_han(text: &str) -> bool {
        text.chars()
            .any(|character| matches!(character, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}'))
    }

    /// Several words that begin like a sentence.
    fn is_sentence(text: &str) -> bool {
        let is_word = |word: &str| {
            word.chars()
                .all(|character| character.is_alphabetic() || ",.!?'’".contains(character))
        };
        let words = text.split(' ').filter(|word| !word.is_empty() && is_word(word));
        text.starts_with(|first: char| first.is_uppercase()) && words.count() > 1
    }

    #[test]
    fn a_literal_that_people_read_is_seen() {
        for text in [
            r#"const TITLE: &str = "客户";"#,
            r#"fn f() { announcer.say("Copied to the clipboard".to_owned()) }"#,
            r#"fn f() { view! { <h2>"Sample customers"</h2> } }"#,
            r#"fn f() -> char { '客' }"#,
        ] {
            assert_eq!(check(&Source::parse("customer/area.rs", text)).len(), 1, "{text}");
        }
    }

    #[test]
    fn names_of_classes_and_elements_are_not_words() {
        let text = r#"//! Area (区域).
            /// Area (区域): where the customer is.
            fn f() { match x { Tone::Warm => "badge badge-warm", _ => "bar" } focus::move_to("main h1") }
            fn g() { view! { <p class="secondary no-print" type="button">{"—"} " "</p> } }"#;
        assert_eq!(check(&Source::parse("customer/area.rs", text)), none());
    }

    #[test]
    fn components_take_their_words_from_the_locale() {
        assert_eq!(breaches(&rust_source::all(), check), none());
    }
}
