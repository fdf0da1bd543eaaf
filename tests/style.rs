//! The style sheets agree with one another and with the program, and their colours can be read.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/contrast.rs"]
mod contrast;
#[path = "support/css.rs"]
mod css;
#[allow(dead_code, reason = "tests/architecture.rs asks more of it")]
#[path = "support/rust_source.rs"]
mod rust_source;

use std::collections::{BTreeMap, BTreeSet};

use contrast::{Colour, colour};
use css::{Rule, classes, variables};
use rust_source::{Source, Token, unquoted};

const TOKENS: &str = include_str!("../style/tokens.css");
const SHEETS: [&str; 5] = [
    TOKENS,
    include_str!("../style/base.css"),
    include_str!("../style/ui.css"),
    include_str!("../style/customer.css"),
    include_str!("../style/print.css"),
];
const PAGE: &str = include_str!("../index.html");

/// Classes without a style: by these, tests find what people find by its place.
const HOOKS: [&str; 7] =
    ["card-area", "card-classification", "card-finance", "long-text", "member-name", "members-printed", "record"];

fn rules() -> Vec<Rule> {
    SHEETS.iter().flat_map(|sheet| css::parse(sheet)).collect()
}

/// The rules of the screen: paper has its own few colours, black on white.
fn rules_of_screen() -> Vec<Rule> {
    rules().into_iter().filter(|rule| !rule.within.iter().any(|around| around == "@media print")).collect()
}

mod tokens {
    use super::*;

    /// What the tokens' sheet declares for a selector, within this media query or none.
    fn declared(selector: &str, within: &[&str]) -> BTreeMap<String, String> {
        let rules = css::parse(TOKENS).into_iter();
        let found: Vec<Rule> = rules.filter(|rule| rule.selectors == [selector] && rule.within == within).collect();
        let [rule] = found.as_slice() else { panic!("{selector} within {within:?}: {} rules", found.len()) };
        rule.declarations.clone()
    }

    pub fn light() -> BTreeMap<String, String> {
        declared(":root", &[])
    }

    /// The dark theme, as somebody has chosen it by hand.
    pub fn dark() -> BTreeMap<String, String> {
        let mut tokens = light();
        tokens.extend(declared(r#":root[data-theme="dark"]"#, &[]));
        tokens
    }

    #[test]
    fn the_dark_theme_of_the_system_is_the_one_that_is_chosen_by_hand() {
        let of_system = declared(r#":root:not([data-theme="light"])"#, &["@media (prefers-color-scheme: dark)"]);
        assert_eq!(of_system, declared(r#":root[data-theme="dark"]"#, &[]));
        assert!(of_system.len() > 20);
    }

    #[test]
    fn the_dark_theme_has_every_colour_of_the_light_one_and_nothing_more() {
        let is_of_theme = |(name, value): &(&String, &String)| {
            name.starts_with("--") && (value.contains('#') || value.contains("rgb("))
        };
        let names = |tokens: &BTreeMap<String, String>| -> BTreeSet<String> {
            tokens.iter().filter(is_of_theme).map(|(name, _)| name.clone()).collect()
        };
        let dark = declared(r#":root[data-theme="dark"]"#, &[]);
        assert_eq!(names(&dark), names(&light()));
        assert_eq!(dark["color-scheme"], "dark");
    }

    #[test]
    fn every_token_that_is_used_is_defined() {
        let defined = light();
        let rules = rules();
        let values = rules.iter().flat_map(|rule| rule.declarations.values());
        let undefined = values.flat_map(|value| variables(value)).filter(|name| !defined.contains_key(*name));
        assert_eq!(undefined.collect::<Vec<_>>(), [""; 0]);
    }

    #[test]
    fn every_token_is_used() {
        let rules = rules();
        let values = rules.iter().flat_map(|rule| rule.declarations.values());
        let used: BTreeSet<&str> = values.flat_map(|value| variables(value)).collect();
        let tokens = light();
        let idle = tokens.keys().filter(|name| name.starts_with("--") && !used.contains(name.as_str()));
        assert_eq!(idle.collect::<Vec<_>>(), [""; 0]);
    }

    #[test]
    fn colours_are_tokens_but_on_paper() {
        let is_token = |rule: &Rule| rule.selectors.iter().any(|selector| selector.starts_with(":root"));
        let rules = rules_of_screen();
        let others = rules.iter().filter(|rule| !is_token(rule) && rule.selectors != [".sheet::backdrop"]);
        let values = others.flat_map(|rule| rule.declarations.values());
        let literal = values.filter(|value| value.contains('#') || value.contains("rgb("));
        assert_eq!(literal.collect::<Vec<_>>(), [""; 0]);
    }
}

mod names {
    use super::*;

    /// The classes that a file of the program gives to elements. Of one that is put together, such as
    /// `avatar avatar-{colour}`, the part before the brace stands for it.
    fn given(source: &Source) -> BTreeSet<String> {
        let mut given = BTreeSet::new();
        for (at, token) in source.tokens.iter().enumerate() {
            let before = &source.tokens[..at];
            match token {
                // A badge's colour is chosen by its tone.
                Token::Text(literal) if is_class(before) || unquoted(literal).starts_with("badge ") => {
                    given.extend(unquoted(literal).split(' ').map(|class| class.split('{').next().unwrap().to_owned()));
                }
                // A bar's colour goes through its property `tone`.
                Token::Text(literal) if unquoted(literal).starts_with("bar-") => {
                    given.insert(unquoted(literal).to_owned());
                }
                _ => {}
            }
        }
        given.remove("");
        given
    }

    /// Whether a literal behind these tokens is a class, or several: `.class("…")`, `.class(&format!("…"))`,
    /// `.class(if … { "…" } else { "…" })`, `.live_class("…", "…", …)`, `class: "…"`, `set_class_name("…")`,
    /// `show(…, "…", …)` of a copy button.
    fn is_class(before: &[Token]) -> bool {
        let is = |token: &Token, name: &str| matches!(token, Token::Word(word) if word == name);
        match before {
            [.., word, Token::Mark(':')] => is(word, "class"),
            [.., word, Token::Mark('('), Token::Mark('&'), format, Token::Mark('!'), Token::Mark('(')] => {
                is(word, "class") && is(format, "format")
            }
            [.., word, Token::Mark('(')] => ["class", "live_class", "set_class_name"].iter().any(|name| is(word, name)),
            // The second of two.
            [.., word, Token::Mark('('), Token::Text(_), Token::Mark(',')] => is(word, "live_class"),
            [.., word, Token::Mark('('), Token::Mark('&'), button, Token::Mark(',')] => {
                is(word, "show") && is(button, "button")
            }
            [.., Token::Mark('{')] => is_choice(before),
            _ => false,
        }
    }

    /// Whether these tokens end in a branch of `.class(if … { … } else {`.
    fn is_choice(before: &[Token]) -> bool {
        let is = |token: &Token, name: &str| matches!(token, Token::Word(word) if word == name);
        let nearest = before.iter().rposition(|token| is(token, "if"));
        nearest.is_some_and(|at| {
            let is_short = !before[at..].iter().any(|token| matches!(token, Token::Mark(';')));
            is_short && matches!(&before[..at], [.., word, Token::Mark('(')] if is(word, "class"))
        })
    }

    /// The classes that index.html gives to elements.
    fn given_by_page() -> BTreeSet<String> {
        let attributes = PAGE.split("class=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
        attributes.flat_map(|attribute| attribute.split(' ')).map(str::to_owned).collect()
    }

    fn given_by_program() -> BTreeSet<String> {
        rust_source::all().iter().flat_map(given).collect()
    }

    /// Whether one of these names is a class, or begins one where it is the beginning of a name.
    fn is_among(name: &str, classes: &BTreeSet<String>) -> bool {
        let begins = |class: &String| name.ends_with('-') && class.starts_with(name);
        classes.contains(name) || classes.iter().any(begins)
    }

    #[test]
    fn classes_are_found_in_the_program() {
        let text = r#"fn f() { el("p").class("a b-c").live_class("d", "is-open", move || x).text("text");
            el("p").class(&format!("e e-{n}")).class(if x { "f" } else { "g" }); show(&button, "h i", Icon::Done);
            Self { label, class: "j" }; field.set_class_name("k"); bar(1, "bar-x"); if x { "l" } else { "m" } }"#;
        let found = given(&Source::parse("ui/x.rs", text));
        let classes = ["a", "b-c", "bar-x", "d", "e", "e-", "f", "g", "h", "i", "is-open", "j", "k"];
        assert_eq!(found.into_iter().collect::<Vec<_>>(), classes);
    }

    #[test]
    fn every_class_has_a_style_or_is_a_hook() {
        let rules = rules();
        let known: BTreeSet<String> = classes(&rules).chain(HOOKS).map(str::to_owned).collect();
        let given = given_by_program().into_iter().chain(given_by_page());
        let unknown: Vec<String> = given.filter(|class| !is_among(class, &known)).collect();
        assert_eq!(unknown, [""; 0]);
    }

    #[test]
    fn every_style_has_a_class_that_is_given() {
        let mut given = given_by_program();
        given.extend(given_by_page());
        let beginnings: Vec<&String> = given.iter().filter(|class| class.ends_with('-')).collect();
        let rules = rules();
        let is_given = |class: &str| given.contains(class) || beginnings.iter().any(|start| class.starts_with(*start));
        let idle: BTreeSet<&str> = classes(&rules).filter(|class| !is_given(class)).collect();
        assert_eq!(idle.into_iter().collect::<Vec<_>>(), [""; 0]);
    }

    #[test]
    fn every_hook_is_given_and_has_no_style() {
        let rules = rules();
        let styled: BTreeSet<&str> = classes(&rules).collect();
        let given: BTreeSet<String> = given_by_program().into_iter().chain(given_by_page()).collect();
        for hook in HOOKS {
            assert!(!styled.contains(hook), "{hook} has a style: it is no mere hook");
            assert!(given.contains(hook), "{hook} is given to nothing");
        }
    }
}

mod colours {
    use super::*;

    /// What text needs (WCAG 2, 1.4.3), and what other signs need (1.4.11).
    const TEXT: f64 = 4.5;
    const SIGN: f64 = 3.0;

    /// Backgrounds on which no text stands.
    const WITHOUT_TEXT: [&str; 6] =
        ["--bar-turnover", "--bar-outstanding", "--bar-retention", "--bone", "--sunken", "--accent"];
    /// What text stands on where its own rule says nothing of it.
    const GROUNDS: [&str; 3] = ["--ground", "--surface", "--surface-raised"];

    /// The pairs of text and background that the sheets make: both from one rule, or the one with what surrounds it.
    fn pairs() -> BTreeSet<(String, String)> {
        let mut pairs = BTreeSet::new();
        for rule in rules_of_screen() {
            let token = |names: &[&str]| -> Option<String> {
                let value = names.iter().find_map(|name| rule.declarations.get(*name))?;
                variables(value).next().map(str::to_owned)
            };
            match (token(&["color"]), token(&["background", "background-color"])) {
                (Some(text), Some(ground)) => drop(pairs.insert((text, ground))),
                (Some(text), None) => pairs.extend(GROUNDS.map(|ground| (text.clone(), ground.to_owned()))),
                (None, Some(ground)) if !WITHOUT_TEXT.contains(&ground.as_str()) => {
                    pairs.extend(["--ink", "--ink-soft"].map(|text| (text.to_owned(), ground.clone())));
                }
                _ => {}
            }
        }
        // A circle holds initials, never secondary text.
        pairs.retain(|(text, ground)| !(text == "--ink-soft" && ground.starts_with("--avatar-")));
        pairs
    }

    /// The pairs that cannot be told apart well enough in one theme or the other.
    fn faint<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>, least: f64) -> Vec<String> {
        let themes = [("light", tokens::light()), ("dark", tokens::dark())];
        let mut faint = Vec::new();
        for (text, ground) in pairs {
            for (theme, tokens) in &themes {
                let token = |name: &str| -> Colour {
                    let value = tokens.get(name).unwrap_or_else(|| panic!("{name} is no token"));
                    colour(value).unwrap_or_else(|| panic!("{name}: {value} is no colour"))
                };
                let ratio = contrast::contrast(token(text), token(ground));
                if ratio < least {
                    faint.push(format!("{text} on {ground}, {theme}: {ratio:.2}"));
                }
            }
        }
        faint
    }

    #[test]
    fn contrast_is_computed_as_wcag_does() {
        let ratio = |one: &str, other: &str| contrast::contrast(colour(one).unwrap(), colour(other).unwrap());
        assert!((ratio("#000000", "#ffffff") - 21.0).abs() < 1e-9);
        assert!((ratio("#ffffff", "#ffffff") - 1.0).abs() < 1e-9);
        // The greys on either side of the limit that everybody knows.
        assert!(ratio("#767676", "#ffffff") >= TEXT && ratio("#777777", "#ffffff") < TEXT);
    }

    #[test]
    fn text_can_be_read_in_both_themes() {
        let pairs = pairs();
        assert!(pairs.len() > 30, "only {} pairs", pairs.len());
        let pairs = pairs.iter().map(|(text, ground)| (text.as_str(), ground.as_str()));
        assert_eq!(faint(pairs, TEXT), [""; 0]);
    }

    #[test]
    fn signs_can_be_told_from_their_ground_in_both_themes() {
        let bars = ["--bar-turnover", "--bar-outstanding", "--bar-retention"];
        let on_surface = ["--line-strong", "--accent", "--danger"].into_iter().chain(bars);
        let pairs: Vec<_> = on_surface.map(|sign| (sign, "--surface")).collect();
        assert_eq!(faint(pairs, SIGN), [""; 0]);
        assert_eq!(faint(bars.map(|bar| (bar, "--sunken")), SIGN), [""; 0]);
        assert_eq!(faint([("--accent", "--ground"), ("--accent", "--surface-raised")], SIGN), [""; 0]);
    }

    #[test]
    fn what_is_faint_is_seen() {
        assert_eq!(faint([("--line", "--surface")], SIGN).len(), 2);
    }
}
