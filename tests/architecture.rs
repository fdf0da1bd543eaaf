//! The import rules: which top-level modules of `src/` may use which, what only one file may use, and no cycles. A text
//! search is enough, because this code always imports as `crate::module` or `super::module`.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;

/// Modules that use no other module, and that every module may use.
const LEAVES: [&str; 6] = ["browser", "calendar", "decimal", "json", "plain_text", "url"];

/// The other modules from top to bottom, and the modules that each may use besides leaves; `None` for all below it.
const RULE: [(&str, Option<&[&str]>); 16] = [
    ("app", None),
    ("pages", None),
    ("gallery", None),
    (
        "customer",
        Some(&[
            "api",
            "ui",
            "navigation",
            "host",
            "format",
            "locale",
            "session",
            "config",
            "recent",
            "routes",
            "text_links",
        ]),
    ),
    ("lookup", None),
    ("navigation", Some(&["host", "config", "routes"])),
    ("ui", Some(&["format", "locale", "text_links"])),
    ("format", Some(&["locale"])),
    ("locale", Some(&["api"])),
    ("api", Some(&["session", "config"])),
    ("host", Some(&["session", "config"])),
    ("session", Some(&["config"])),
    ("config", Some(&["routes"])),
    ("recent", Some(&[])),
    ("routes", Some(&[])),
    ("text_links", Some(&[])),
];

/// Names that only one file may use outside the module that defines them: name, defining module, file.
const ONE_PLACE: [(&str, &str, &str); 3] = [
    ("gloo_net::http::Request", "", "api/client.rs"),
    ("CustomerRequest", "api", "customer/hooks/use_customer.rs"),
    ("BrowserUrl", "", "navigation.rs"),
];

/// Returns path and code of every file in `src/` except the crate roots, without comments and unit tests.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut folders, mut sources) = (vec![root.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
            if name.ends_with(".rs") && !["lib.rs", "main.rs"].contains(&name.as_str()) {
                let text = fs::read_to_string(&path).unwrap();
                let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
                let is_code = |line: &&str| !line.trim_start().starts_with("//");
                sources.push((name, code.lines().filter(is_code).collect::<Vec<_>>().join("\n")));
            }
        }
    }
    assert!(sources.len() > 40);
    sources
}

fn module_of(path: &str) -> &str {
    path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

/// Whether a module may use another one.
fn may_use(module: &str, used: &str) -> bool {
    let position = |name: &str| RULE.iter().position(|(known, _)| *known == name);
    let Some(own) = position(module) else {
        return module == used;
    };
    let is_allowed = match RULE[own].1 {
        Some(others) => others.contains(&used),
        None => position(used).is_some_and(|other| other > own),
    };
    module == used || LEAVES.contains(&used) || is_allowed
}

/// Returns the violations of the rule in a file.
fn violations(path: &str, code: &str) -> Vec<String> {
    let module = module_of(path);
    if !LEAVES.contains(&module) && !RULE.iter().any(|(name, _)| *name == module) {
        return vec![format!("{path}: `{module}` is not in the rule")];
    }
    let is_of_a_name = |character: char| character.is_alphanumeric() || character == '_';
    let used = code
        .split("crate::")
        .skip(1)
        .map(|rest| rest.split(|character| !is_of_a_name(character)).next().unwrap_or_default());
    // The search does not see modules in `crate::{a, b}` and `super::super`.
    used.filter(|used| !may_use(module, used))
        .map(|used| format!("{path} uses crate::{used}"))
        .chain(code.contains("super::super::").then(|| format!("{path} uses super::super")))
        .collect()
}

#[test]
fn modules_import_only_what_the_rule_allows() {
    let found: Vec<String> = sources().iter().flat_map(|(path, code)| violations(path, code)).collect();
    assert_eq!(found, [""; 0]);
}

#[test]
fn violations_finds_forbidden_imports() {
    for (path, code) in [
        ("ui/bar.rs", "use crate::api::Field;"),
        ("ui/bar.rs", "use crate::{locale, customer};"),
        ("ui/bar.rs", "view! { <p>{crate::api::sample::all()}</p> }"),
        ("ui/bar.rs", "use super::super::api;"),
        ("decimal.rs", "use crate::json::Raw;"),
        ("attic/box.rs", ""),
    ] {
        assert_eq!(violations(path, code).len(), 1, "{path}: {code}");
    }
    assert_eq!(violations("ui/bar.rs", "use crate::locale::words; use crate::browser::now;"), [""; 0]);
}

#[test]
fn requests_loading_and_navigation_have_one_file_each() {
    for (name, home, file) in ONE_PLACE {
        let sources = sources();
        let users = sources
            .iter()
            .filter(|(path, code)| module_of(path) != home && code.contains(name));
        let users: Vec<&str> = users.map(|(path, _)| path.as_str()).collect();
        assert_eq!(users, [file], "files that use `{name}`");
    }
}

/// Returns the modules that a file imports: those in `super::` and `crate::` paths that are files.
fn imports(path: &str, code: &str, modules: &[String]) -> Vec<String> {
    let own = module_path(path);
    let parent = own.rsplit_once("::").map(|(parent, _)| parent).unwrap_or_default();
    let is_of_a_path = |character: char| character.is_alphanumeric() || "_:".contains(character);
    let paths = |prefix| {
        let rests = code.split(prefix).skip(1);
        rests.map(|rest| rest.split(|character| !is_of_a_path(character)).next().unwrap_or_default())
    };
    let below_parent =
        paths("super::").map(|rest| format!("{parent}::{rest}").trim_start_matches("::").to_owned());
    let all = below_parent.chain(paths("crate::").map(str::to_owned));
    let is_in = |path: &str, module: &str| path == module || path.starts_with(&format!("{module}::"));
    // `api::Key` is in api.rs, `api::answer::customer` in api/answer.rs.
    all.filter_map(|path| {
        modules
            .iter()
            .filter(|module| is_in(&path, module))
            .max_by_key(|module| module.len())
    })
    .filter(|module| **module != own)
    .cloned()
    .collect()
}

fn module_path(path: &str) -> String {
    path.trim_end_matches(".rs").replace('/', "::")
}

/// Removes files that import no remaining file until none is left, or only those in cycles and those that import them.
fn cycles(sources: &[(String, String)]) -> Vec<String> {
    let modules: Vec<String> = sources.iter().map(|(path, _)| module_path(path)).collect();
    let mut rest: Vec<(String, Vec<String>)> = sources
        .iter()
        .map(|(path, code)| (module_path(path), imports(path, code, &modules)))
        .collect();
    loop {
        let names: Vec<String> = rest.iter().map(|(name, _)| name.clone()).collect();
        rest.retain(|(_, imported)| imported.iter().any(|module| names.contains(module)));
        if rest.len() == names.len() {
            return names;
        }
    }
}

#[test]
fn files_do_not_import_each_other_in_cycles() {
    assert_eq!(cycles(&sources()), [""; 0]);
}

#[test]
fn cycles_finds_files_that_import_each_other() {
    let source = |path: &str, code: &str| (path.to_owned(), code.to_owned());
    let mut files = vec![
        source("ui.rs", "pub mod bar; pub use bar::Bar;"),
        source("ui/bar.rs", "use super::card::Card;"),
        source("ui/card.rs", "use crate::url::encode;"),
        source("url.rs", ""),
    ];
    assert_eq!(cycles(&files), [""; 0]);
    files[3].1 = "use crate::ui::bar::Bar;".to_owned();
    assert_eq!(cycles(&files), ["ui::bar", "ui::card", "url"]);
}
