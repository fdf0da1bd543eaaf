//! The rules of the program's build hold in its source. Each check is first shown a source that breaks its rule.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/rust_source.rs"]
mod rust_source;

use std::collections::{BTreeMap, BTreeSet};

use rust_source::{Source, Token, unquoted};

/// The rooms whose files are components and pages. (The gallery is for designers, and in no release build.)
const COMPONENT_ROOMS: [&str; 4] = ["app", "customer", "home", "ui"];
/// The most lines that a file of components has.
const MOST_LINES: usize = 150;
/// The files that are known to be longer, with the most lines they may have.
const LONGER: [(&str, usize); 2] = [("customer/followers.rs", 270), ("customer/profile.rs", 225)];

/// The files in which a rule is broken, with what breaks it.
fn breaches(sources: &[Source], check: impl Fn(&Source) -> Vec<String>) -> Vec<String> {
    let breaches = |source| check(source).into_iter().map(|breach| format!("src/{}: {breach}", source.path));
    sources.iter().flat_map(breaches).collect()
}

/// The paths of the files that a check is true of.
fn files(sources: &[Source], check: impl Fn(&Source) -> bool) -> Vec<&str> {
    sources.iter().filter(|source| check(source)).map(|source| source.path.as_str()).collect()
}

fn none() -> Vec<String> {
    Vec::new()
}

mod imports {
    use super::*;

    /// Which rooms each room may use: the table in the documentation of `src/lib.rs`.
    fn rule() -> BTreeMap<String, BTreeSet<String>> {
        let names = |cell: &str| -> Vec<String> { cell.split('`').skip(1).step_by(2).map(str::to_owned).collect() };
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
        let Some(may) = rule.get(source.room()) else { return vec!["is in no room of the table".to_owned()] };
        let used = source.rooms_used();
        let forbidden = used.iter().filter(|room| *room != source.room() && !may.contains(*room));
        forbidden.map(|room| format!("uses crate::{room}")).collect()
    }

    #[test]
    fn the_table_is_understood() {
        let rule = rule();
        let may = |room: &str| rule[room].iter().map(String::as_str).collect::<Vec<_>>();
        assert_eq!(may("api"), ["browser", "config", "decimal", "json", "url"]);
        assert_eq!(may("decimal"), [""; 0]);
        assert!(rule["app"].contains("home") && rule["customer"].contains("recent"));
        assert!(!rule["customer"].contains("home") && !rule["ui"].contains("api"));
    }

    #[test]
    fn a_forbidden_import_is_seen() {
        for (path, text) in [
            ("ui/bar.rs", "use crate::api::Field;"),
            ("ui/bar.rs", "use crate::{locale::words, customer};"),
            ("ui/bar.rs", "fn f() { el(\"p\").text(crate::api::sample::answers()) }"),
            ("ui/bar.rs", "use super::super::api;"),
            ("decimal.rs", "use super::json::Raw;"),
            ("customer/area.rs", "use crate::home::go_to;"),
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
    fn one_file_sends_requests_and_one_takes_over_the_heads() {
        let sources = rust_source::all();
        let senders = files(&sources, |source| source.mentions("gloo_net"));
        assert_eq!(senders, ["api/client.rs", "api/head_start.rs"]);
        let is_fetch = |token: &Token| matches!(token, Token::Word(word) if word.starts_with("fetch_with") || word == "XmlHttpRequest" || word == "send_beacon");
        assert_eq!(files(&sources, |source| source.tokens.iter().any(is_fetch)), [""; 0]);
    }

    #[test]
    fn one_file_asks_for_a_customer() {
        let sources = rust_source::all();
        let users = files(&sources, |source| source.room() != "api" && source.mentions("CustomerRequest"));
        assert_eq!(users, ["customer/profile.rs"]);
    }

    #[test]
    fn one_file_reads_the_parameters_of_a_route() {
        let sources = rust_source::all();
        let ways = ["use_params_map", "use_params", "params", "PossibleRouteMatch"];
        let reads = |source: &Source| ways.iter().any(|way| source.mentions(way));
        assert_eq!(files(&sources, reads), ["customer/page.rs"]);
    }

    #[test]
    fn samples_are_named_where_they_are_served_and_shown() {
        let sources = rust_source::all();
        let names = |source: &Source| source.mentions("sample") || source.mentions("gallery");
        let known = ["api.rs", "api/sample.rs", "app/page.rs", "gallery.rs", "lib.rs", "main.rs"];
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
        assert!(ways(&Source::parse("ui/bar.rs", "el(\"p\").set_inner_html(text)")));
        let script = include_str!("../public/boot.js");
        assert!(
            !["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"].iter().any(|way| script.contains(way))
        );
    }
}

mod words {
    use super::*;

    /// The attributes that people read or hear.
    const SPOKEN: [&str; 6] = ["aria-label", "aria-description", "title", "placeholder", "alt", "aria-roledescription"];

    fn check(source: &Source) -> Vec<String> {
        if !COMPONENT_ROOMS.contains(&source.room()) {
            return none();
        }
        let literals = source.tokens.iter().enumerate().filter_map(|(at, token)| match token {
            Token::Text(literal) => Some((at, unquoted(literal))),
            _ => None,
        });
        let before = |at: usize| &source.tokens[..at];
        let spoken = literals.filter(|(at, text)| has_han(text) || is_sentence(text) || is_shown(before(*at), text));
        spoken.map(|(_, text)| format!("says {text:?}")).collect()
    }

    fn has_han(text: &str) -> bool {
        text.chars().any(|character| matches!(character, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}'))
    }

    /// Several words that begin like a sentence.
    fn is_sentence(text: &str) -> bool {
        let is_word =
            |word: &str| word.chars().all(|character| character.is_alphabetic() || ",.!?'’".contains(character));
        let words = text.split(' ').filter(|word| !word.is_empty() && is_word(word));
        text.starts_with(|first: char| first.is_uppercase()) && words.count() > 1
    }

    /// Whether a literal is a text of the page: what `.text(…)` is given, or the value of an attribute that is spoken.
    fn is_shown(before: &[Token], text: &str) -> bool {
        let has_letters = text.chars().any(char::is_alphabetic);
        let is = |token: &Token, names: &[&str]| matches!(token, Token::Word(word) if names.contains(&word.as_str()));
        let is_spoken = match before {
            [.., method, Token::Mark('(')] if is(method, &["text", "live_text"]) => true,
            [.., method, Token::Mark('('), Token::Text(name), Token::Mark(',')] if is(method, &["attr"]) => {
                SPOKEN.contains(&unquoted(name))
            }
            [.., method, Token::Mark('('), Token::Text(name), Token::Mark(','), Token::Mark('|'), Token::Mark('|')]
                if is(method, &["live_attr"]) =>
            {
                SPOKEN.contains(&unquoted(name))
            }
            _ => false,
        };
        has_letters && is_spoken
    }

    #[test]
    fn a_literal_that_people_read_is_seen() {
        for text in [
            r#"const TITLE: &str = "客户";"#,
            r#"fn f() { announce("Copied to the clipboard".to_owned()) }"#,
            r#"fn f() { el("h2").text("Samples") }"#,
            r#"fn f() { el("button").attr("aria-label", "copy") }"#,
            r#"fn f() { el("input").live_attr("placeholder", || "id") }"#,
            r#"fn f() -> char { '客' }"#,
        ] {
            assert_eq!(check(&Source::parse("customer/area.rs", text)).len(), 1, "{text}");
        }
    }

    #[test]
    fn names_of_classes_and_elements_are_not_words() {
        let text = r#"//! 区域.
            /// 区域: where the customer is.
            fn f() { match x { Tone::Warm => "badge badge-warm", _ => "bar" } focus("main h1, main") }
            fn g() { el("p").class("secondary no-print").attr("type", "button").text("—").text(" ") }"#;
        assert_eq!(check(&Source::parse("customer/area.rs", text)), none());
    }

    #[test]
    fn components_take_their_words_from_the_locale() {
        assert_eq!(breaches(&rust_source::all(), check), none());
    }
}

mod robustness {
    use super::*;

    fn check(source: &Source) -> Vec<String> {
        const METHODS: [&str; 4] = ["unwrap", "expect", "unwrap_err", "expect_err"];
        const MACROS: [&str; 7] = ["panic", "todo", "unimplemented", "unreachable", "assert", "assert_eq", "dbg"];
        let breach = |window: &[Token]| match window {
            [Token::Mark('.' | ':'), Token::Word(name), Token::Mark('(')] if METHODS.contains(&name.as_str()) => {
                Some(format!("calls {name}()"))
            }
            [Token::Word(name), Token::Mark('!'), Token::Mark('(')] if MACROS.contains(&name.as_str()) => {
                Some(format!("has {name}!"))
            }
            _ => None,
        };
        source.tokens.windows(3).filter_map(breach).collect()
    }

    #[test]
    fn a_panic_is_seen() {
        for text in ["x.unwrap()", "x.expect(\"y\")", "panic!(\"x\")", "todo!()", "Option::unwrap(x)"] {
            assert_eq!(check(&Source::parse("ui/bar.rs", &format!("fn f() {{ {text} }}"))).len(), 1, "{text}");
        }
    }

    #[test]
    fn a_fallback_and_a_test_are_none() {
        let text = "fn f() { x.unwrap_or_default() }\n#[cfg(test)]\nmod tests { fn t() { x.unwrap(); } }";
        assert_eq!(check(&Source::parse("ui/bar.rs", text)), none());
    }

    #[test]
    fn nothing_panics_on_purpose() {
        assert_eq!(breaches(&rust_source::all(), check), none());
    }
}

mod sizes {
    use super::*;

    fn most_lines(path: &str) -> usize {
        LONGER.iter().find(|(longer, _)| *longer == path).map_or(MOST_LINES, |(_, lines)| *lines)
    }

    #[test]
    fn tests_do_not_count() {
        let source = Source::parse("ui/bar.rs", "fn f() {}\n\n#[cfg(test)]\nmod tests {\n    fn t() {}\n}\n");
        assert_eq!(source.lines, 2);
    }

    #[test]
    fn files_of_components_are_short() {
        let long = |source: &Source| {
            let is_long = COMPONENT_ROOMS.contains(&source.room()) && source.lines > most_lines(&source.path);
            is_long.then(|| format!("has {} lines", source.lines)).into_iter().collect()
        };
        assert_eq!(breaches(&rust_source::all(), long), none());
        let endless = Source::parse("ui/bar.rs", &"fn f() {}\n".repeat(MOST_LINES + 1));
        assert_eq!(breaches(&[endless], long).len(), 1);
    }

    #[test]
    fn the_longer_files_are_still_longer() {
        let sources = rust_source::all();
        let still = files(&sources, |source| most_lines(&source.path) > MOST_LINES && source.lines > MOST_LINES);
        assert_eq!(still, LONGER.map(|(path, _)| path));
    }
}
