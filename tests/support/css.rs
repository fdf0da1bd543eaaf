//! The style sheets, rule by rule.

use std::collections::BTreeMap;

/// A rule of a style sheet.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The `@media` and the like around it, outermost first.
    pub within: Vec<String>,
    /// Its selectors, as they are separated by commas.
    pub selectors: Vec<String>,
    /// Its properties with their values.
    pub declarations: BTreeMap<String, String>,
}

/// Takes a sheet apart. It knows what these sheets have: rules, inside at-rules or not, and comments.
///
/// # Panics
/// Where a declaration has no colon.
pub fn parse(sheet: &str) -> Vec<Rule> {
    let mut rules = Vec::new();
    collect(&without_comments(sheet), &[], &mut rules);
    rules
}

/// The custom properties that a value reads.
pub fn variables(value: &str) -> impl Iterator<Item = &str> {
    value
        .split("var(")
        .skip(1)
        .map(|rest| rest.split([')', ',']).next().unwrap_or_default().trim())
}

fn without_comments(sheet: &str) -> String {
    let (first, rest) = sheet.split_once("/*").unwrap_or((sheet, ""));
    let mut kept = first.to_owned();
    for part in rest.split("/*") {
        kept.push_str(part.split_once("*/").map_or("", |(_, after)| after));
    }
    kept
}

fn collect(sheet: &str, within: &[String], rules: &mut Vec<Rule>) {
    let mut rest = sheet;
    while let Some(open) = rest.find('{') {
        let head = rest[..open].split_whitespace().collect::<Vec<_>>().join(" ");
        let close = open + closing_brace(&rest[open..]);
        let body = &rest[open + 1..close];
        if body.contains('{') {
            collect(body, &[within, &[head]].concat(), rules);
        } else {
            let selectors = head.split(", ").map(str::to_owned).collect();
            rules.push(Rule {
                within: within.to_vec(),
                selectors,
                declarations: declarations(body),
            });
        }
        rest = &rest[close + 1..];
    }
}

/// Where the brace closes that a text begins with.
fn closing_brace(text: &str) -> usize {
    let mut depth = 0;
    for (at, character) in text.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 1 => return at,
            '}' => depth -= 1,
            _ => {}
        }
    }
    panic!("a brace is not closed")
}

fn declarations(body: &str) -> BTreeMap<String, String> {
    let declared = body.split(';').map(str::trim).filter(|declaration| !declaration.is_empty());
    let pair = |declaration: &str| {
        let (name, value) = declaration
            .split_once(':')
            .unwrap_or_else(|| panic!("odd declaration: {declaration}"));
        (name.trim().to_owned(), value.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    declared.map(pair).collect()
}
