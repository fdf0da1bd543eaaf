//! The style sheets agree with one another and with the program, and their colours can be read.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/contrast.rs"]
mod contrast;
#[path = "support/css.rs"]
mod css;
use std::collections::{BTreeMap, BTreeSet};

use contrast::{Colour, colour};
use css::{Rule, variables};

const TOKENS: &str = include_str!("../style/tokens.css");
const SHEETS: [&str; 5] = [
    TOKENS,
    include_str!("../style/base.css"),
    include_str!("../style/ui.css"),
    include_str!("../style/customer.css"),
    include_str!("../style/print.css"),
];

fn rules() -> Vec<Rule> {
    SHEETS.iter().flat_map(|sheet| css::parse(sheet)).collect()
}

/// The rules of the screen: paper has its own few colours, black on white.
fn rules_of_screen() -> Vec<Rule> {
    rules()
        .into_iter()
        .filter(|rule| !rule.within.iter().any(|around| around == "@media print"))
        .collect()
}

mod tokens {
    use super::*;

    /// The page in the light theme, and a part of the page that has it.
    const LIGHT: [&str; 2] = [":root", r#"[data-theme="light"]"#];
    /// The page in the dark theme, as somebody has chosen it by hand, and a part of the page that has it.
    const DARK: [&str; 2] = [r#":root[data-theme="dark"]"#, r#"[data-theme="dark"]"#];

    /// What the tokens' sheet declares for these selectors, within this media query or none.
    fn declared(selectors: &[&str], within: &[&str]) -> BTreeMap<String, String> {
        let rules = css::parse(TOKENS).into_iter();
        let found: Vec<Rule> = rules
            .filter(|rule| rule.selectors == selectors && rule.within == within)
            .collect();
        let [rule] = found.as_slice() else {
            panic!("{selectors:?} within {within:?}: {} rules", found.len())
        };
        rule.declarations.clone()
    }

    pub fn light() -> BTreeMap<String, String> {
        let mut tokens = declared(&LIGHT, &[]);
        tokens.extend(declared(&[":root"], &[]));
        tokens
    }

    pub fn dark() -> BTreeMap<String, String> {
        let mut tokens = light();
        tokens.extend(declared(&DARK, &[]));
        tokens
    }

    #[test]
    fn the_dark_theme_of_the_system_is_the_one_that_is_chosen_by_hand() {
        let of_system =
            declared(&[r#":root:not([data-theme="light"])"#], &["@media (prefers-color-scheme: dark)"]);
        assert_eq!(of_system, declared(&DARK, &[]));
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
        let dark = declared(&DARK, &[]);
        assert_eq!(names(&dark), names(&light()));
        assert_eq!(dark["color-scheme"], "dark");
    }

    #[test]
    fn every_token_that_is_used_is_defined() {
        let defined = light();
        let rules = rules();
        let values = rules.iter().flat_map(|rule| rule.declarations.values());
        let undefined = values
            .flat_map(|value| variables(value))
            .filter(|name| !defined.contains_key(*name));
        assert_eq!(undefined.collect::<Vec<_>>(), [""; 0]);
    }

    #[test]
    fn every_token_is_used() {
        let rules = rules();
        let values = rules.iter().flat_map(|rule| rule.declarations.values());
        let used: BTreeSet<&str> = values.flat_map(|value| variables(value)).collect();
        let tokens = light();
        let idle = tokens
            .keys()
            .filter(|name| name.starts_with("--") && !used.contains(name.as_str()));
        assert_eq!(idle.collect::<Vec<_>>(), [""; 0]);
    }

    #[test]
    fn colours_are_tokens_but_on_paper() {
        let is_token = |rule: &Rule| rule.selectors.iter().any(|selector| selector.starts_with(":root"));
        let rules = rules_of_screen();
        let others = rules
            .iter()
            .filter(|rule| !is_token(rule) && rule.selectors != [".sheet::backdrop"]);
        let values = others.flat_map(|rule| rule.declarations.values());
        let literal = values.filter(|value| value.contains('#') || value.contains("rgb("));
        assert_eq!(literal.collect::<Vec<_>>(), [""; 0]);
    }
}

mod colours {
    use super::*;

    /// What text needs (WCAG 2, 1.4.3), and what other signs need (1.4.11).
    const TEXT: f64 = 4.5;
    const SIGN: f64 = 3.0;

    /// Backgrounds on which no text stands.
    const WITHOUT_TEXT: [&str; 8] = [
        "--bar-turnover",
        "--bar-outstanding",
        "--bar-retention",
        "--danger",
        "--line-strong",
        "--bone",
        "--sunken",
        "--accent",
    ];
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
        let in_track = bars.into_iter().chain(["--danger", "--line-strong"]);
        assert_eq!(faint(in_track.map(|sign| (sign, "--sunken")), SIGN), [""; 0]);
        // The signs on buttons that copy, in a card and in the header.
        assert_eq!(faint([("--ink-soft", "--surface"), ("--ink-soft", "--ground")], SIGN), [""; 0]);
        assert_eq!(faint([("--accent", "--ground"), ("--accent", "--surface-raised")], SIGN), [""; 0]);
    }

    /// Dark is not light turned round: what lies higher is lighter, and no large fill is brighter than the text on it.
    #[test]
    fn dark_is_higher_where_it_is_lighter_and_glares_nowhere() {
        let dark = tokens::dark();
        let lightness =
            |name: &str| contrast::contrast(colour(&dark[name]).unwrap(), colour("#000000").unwrap());
        let heights = ["--ground", "--surface", "--surface-raised"].map(lightness);
        assert!(heights.is_sorted_by(|below, above| below * 1.05 < *above), "{heights:?}");
        for fill in ["--bar-turnover", "--bar-outstanding", "--bar-retention", "--accent-fill"] {
            assert!(lightness(fill) < lightness("--ink") / 1.5, "{fill}: {}", lightness(fill));
        }
        assert!(lightness("--ink") < 18.0, "white on black glares");
    }

    #[test]
    fn what_is_faint_is_seen() {
        assert_eq!(faint([("--line", "--surface")], SIGN).len(), 2);
    }
}
