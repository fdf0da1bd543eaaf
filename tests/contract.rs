//! Compares keys, constants and settings with their documents, in both directions. The table in `docs/api.md` is the
//! reference for keys and constants. A failing test names what is missing, and where.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/markdown.rs"]
mod markdown;

use std::collections::BTreeSet;
use std::fs;

use customer_profile::api::normalize::{KEYS, LABELS, is_listed};
use customer_profile::api::sample::CUSTOMERS;
use customer_profile::api::{ApiError, CustomerDetail, CustomerType, Field, Key, answer};
use customer_profile::config::Config;
use serde_yaml_ng::Value as Yaml;

const DOCUMENT: &str = include_str!("../docs/api.md");
const OPENAPI: &str = include_str!("../docs/openapi.yaml");
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The prefix of follower keys in the document.
const FOLLOWER: &str = "followerNames[].";

/// A row of the table of keys.
struct Row {
    key: String,
    kind: String,
    example: String,
    comment: String,
}

/// Returns the rows of the record, and those of a follower without the prefix.
fn rows() -> (Vec<Row>, Vec<Row>) {
    let rows = markdown::table(DOCUMENT, ["Key", "Type", "Example", "Comment"]);
    let rows = rows
        .into_iter()
        .map(|[key, kind, example, comment]| Row { key, kind, example, comment });
    let (record, follower): (Vec<Row>, Vec<Row>) = rows.partition(|row| !row.key.starts_with(FOLLOWER));
    let of_follower = |row: Row| Row { key: row.key[FOLLOWER.len()..].to_owned(), ..row };
    (record, follower.into_iter().map(of_follower).collect())
}

fn keys() -> Vec<String> {
    rows().0.into_iter().map(|row| row.key).collect()
}

/// Returns the documented constants of `type` and their descriptions.
fn constants() -> Vec<[String; 2]> {
    markdown::table(DOCUMENT, ["Const", "Description"])
}

/// Asserts that a list equals the one in `docs/api.md`, in the same order; reports missing and additional items.
#[track_caller]
fn assert_documented(place: &str, actual: &[impl AsRef<str>], documented: &[impl AsRef<str>]) {
    assert_equal_lists((place, actual), ("docs/api.md", documented));
}

/// Asserts that two lists are equal; reports missing and additional items.
#[track_caller]
fn assert_equal_lists((a, in_a): (&str, &[impl AsRef<str>]), (b, in_b): (&str, &[impl AsRef<str>])) {
    let in_a: Vec<&str> = in_a.iter().map(AsRef::as_ref).collect();
    let in_b: Vec<&str> = in_b.iter().map(AsRef::as_ref).collect();
    let without = |some: &[&str], others: &[&str]| -> Vec<String> {
        some.iter()
            .filter(|one| !others.contains(one))
            .map(|one| (*one).to_owned())
            .collect()
    };
    assert_eq!(without(&in_b, &in_a), [""; 0], "in {b}, but not in {a}");
    assert_eq!(without(&in_a, &in_b), [""; 0], "in {a}, but not in {b}");
    assert_eq!(in_a, in_b, "{a} is not in the order of {b}");
}

fn read(body: &str) -> Result<CustomerDetail, ApiError> {
    answer::customer(body, &Config::default())
}

/// Returns the keys that have a value.
fn keys_with_value(customer: &CustomerDetail) -> Vec<&'static str> {
    let keys = Key::ALL.iter().filter(|key| !customer.has_none_of(&[**key]));
    keys.map(|key| key.as_str()).collect()
}

fn text_of(path: &str) -> String {
    fs::read_to_string(format!("{ROOT}/{path}")).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Returns the names of all samples.
fn samples() -> BTreeSet<String> {
    let files = fs::read_dir(format!("{ROOT}/samples"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    files
        .filter_map(|file| file.to_str()?.strip_suffix(".json").map(str::to_owned))
        .collect()
}

fn sample(name: &str) -> CustomerDetail {
    read(&text_of(&format!("samples/{name}.json"))).unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

/// Returns the ids in `followers`.
fn followers_of(customer: &CustomerDetail) -> Vec<&String> {
    customer
        .followers
        .value()
        .unwrap()
        .0
        .iter()
        .filter_map(|follower| follower.id.value())
        .collect()
}

/// Returns the keys in the file of a sample.
fn keys_of_sample(name: &str) -> BTreeSet<String> {
    let answer: serde_json::Value = serde_json::from_str(&text_of(&format!("samples/{name}.json"))).unwrap();
    let record = answer.get("data").unwrap_or(&answer).as_object().unwrap();
    record.keys().cloned().collect()
}

/// Returns the value at a path in docs/openapi.yaml.
fn openapi(path: &[&str]) -> Yaml {
    let document: Yaml = serde_yaml_ng::from_str(OPENAPI).unwrap();
    let step =
        |value: Yaml, key: &&str| value.get(*key).unwrap_or_else(|| panic!("no `{key}` of {path:?}")).clone();
    path.iter().fold(document, step)
}

/// Returns the keys of a mapping, in order, or the items of a list.
fn names_in(value: &Yaml) -> Vec<String> {
    let text = |value: &Yaml| value.as_str().unwrap().to_owned();
    match value {
        Yaml::Mapping(mapping) => mapping.keys().map(text).collect(),
        list => list.as_sequence().unwrap().iter().map(text).collect(),
    }
}

/// Parses a JSON value of docs/api.md. (JSON is a subset of YAML.)
fn json(text: &str) -> Yaml {
    serde_yaml_ng::from_str(text).unwrap()
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

mod keys {
    use super::*;
    use customer_profile::api::{FollowerKey, Value};
    use customer_profile::locale::Locale;

    #[test]
    fn dto_has_every_documented_key() {
        let (record, follower) = rows();
        let of = |rows: Vec<Row>| rows.into_iter().map(|row| row.key).collect::<Vec<_>>();
        let names: Vec<&str> = Key::ALL.iter().map(|key| key.as_str()).collect();
        assert_documented("CustomerDetail (src/api/customer_detail.rs)", &names, &of(record));
        let names: Vec<&str> = FollowerKey::ALL.iter().map(|key| key.as_str()).collect();
        assert_documented("Follower (src/api/customer_detail.rs)", &names, &of(follower));
    }

    #[test]
    fn every_key_fills_its_own_field_only() {
        for Row { key, example, .. } in rows().0 {
            let customer = read(&format!(r#"{{"{key}": {example}}}"#))
                .unwrap_or_else(|error| panic!("{key}: {error:?}"));
            assert_eq!(keys_with_value(&customer), [key.as_str()], "of an answer with {key} alone");
            assert_eq!(customer.unreadable_keys(), [], "{key}: {example}");
        }
    }

    #[test]
    fn every_follower_key_fills_its_own_field_only() {
        for Row { key, example, .. } in rows().1 {
            let answer = format!(r#"{{"followerNames": [{{"{key}": {example}}}]}}"#);
            let customer = read(&answer).unwrap_or_else(|error| panic!("{key}: {error:?}"));
            let [follower] = customer.follower_names.value().unwrap().as_slice() else {
                panic!("{key}: not one follower")
            };
            let present = FollowerKey::ALL.iter().filter(|key| !follower.has_none_of(&[**key]));
            let present: Vec<&str> = present.map(|key| key.as_str()).collect();
            assert_eq!(present, [key.as_str()], "of a follower with {key} alone");
        }
    }

    #[test]
    fn integer_keys_are_read_as_counts_or_ids() {
        for Row { key, .. } in rows().0.into_iter().filter(|row| row.kind == "int") {
            let read = |value: &str| read(&format!(r#"{{"customerNo": "1", "{key}": {value}}}"#)).unwrap();
            let key = Key::from_name(&key).unwrap();
            let (sent, function) = match CustomerDetail::default().get(key) {
                Value::Count(_) => ("12.0", "number::count"),
                _ => (r#"{"id": 12, "name": "甲"}"#, "field::id"),
            };
            let (sent, integer) = (read(sent), read("12"));
            assert_eq!(sent.get(key), integer.get(key), "{key:?} has no `deserialize_with = \"{function}\"`");
        }
    }

    #[test]
    fn chinese_labels_match_the_documented_comments() {
        for Row { key, comment, .. } in rows().0 {
            let label = Key::from_name(&key).map(|key| Locale::Zh.label(key));
            assert_eq!(label, Some(comment.as_str()), "the label of `{key}` in src/locale/labels.rs");
            assert!(is_listed(&key, KEYS) && is_listed(&comment, LABELS), "`{key}` in src/api/normalize.rs");
        }
    }

    #[test]
    fn coded_keys_are_configurable_and_documented() {
        let document = text_of("docs/configuration.md");
        let (_, section) = document
            .split_once("\n### values\n")
            .expect("docs/configuration.md: a section of `values`");
        let section = section.split("\n### ").next().unwrap_or_default();
        let customer = CustomerDetail::default();
        let is_coded = |key: &&Key| matches!(customer.get(**key), Value::Code(_) | Value::Type(_));
        let coded: BTreeSet<&str> = Key::ALL.iter().filter(is_coded).map(|key| key.as_str()).collect();
        assert_eq!(
            BTreeSet::from(customer_profile::config::CODED_KEYS),
            coded,
            "CODED_KEYS of src/config/parse.rs, and the keys of type Code"
        );
        for key in coded {
            assert!(section.contains(&format!("`{key}`")), "docs/configuration.md does not name `{key}`");
        }
    }

    #[test]
    fn openapi_has_every_documented_key() {
        let (record, follower) = rows();
        let schemas = openapi(&["components", "schemas"]);
        for (object, rows) in [("CustomerDetail", record), ("Follower", follower)] {
            let keys: Vec<&String> = rows.iter().map(|row| &row.key).collect();
            let schema = &schemas[object];
            let place = |part: &str| format!("the {part} of {object} (docs/openapi.yaml)");
            assert_documented(&place("properties"), &names_in(&schema["properties"]), &keys);
            assert_documented(&place("required keys"), &names_in(&schema["required"]), &keys);
            for Row { key, kind, comment, example } in &rows {
                let property = &schema["properties"][key.as_str()];
                let description = property["description"].as_str().unwrap_or_default();
                assert!(
                    description.starts_with(comment),
                    "docs/openapi.yaml: `{key}` is {comment}, not: {description}"
                );
                let types = types_of(property, &schemas);
                assert!(
                    types.contains(&openapi_type(kind)),
                    "docs/openapi.yaml: `{key}` is of type {kind}, not {types:?}"
                );
                let examples = resolve(property, "examples", &schemas);
                assert!(
                    kind == "object_array" || examples == Some(&json(&format!("[{example}]"))),
                    "docs/openapi.yaml: the example of `{key}` is {examples:?}, not {example}"
                );
            }
        }
    }

    #[test]
    fn openapi_has_the_documented_example() {
        let body = ["responses", "200", "content", "application/json", "examples", "document", "value"];
        let example = openapi(&[["paths", "/api/customers/{id}/detail", "get"].as_slice(), &body].concat());
        assert_documented("the example of docs/openapi.yaml", &names_in(&example), &keys());
        for row in rows().0 {
            assert_eq!(
                example[row.key.as_str()],
                json(&row.example),
                "`{}` in the example of docs/openapi.yaml",
                row.key
            );
        }
    }

    /// Returns the OpenAPI type for a type in docs/api.md.
    fn openapi_type(kind: &str) -> &str {
        match kind {
            "int" => "integer",
            "float" => "number",
            "object_array" => "array",
            "enum" => "string",
            other => other,
        }
    }

    /// Returns a member of a property, or of the schema that it refers to.
    fn resolve<'a>(property: &'a Yaml, name: &str, schemas: &'a Yaml) -> Option<&'a Yaml> {
        let referred = || schemas.get(property.get("$ref")?.as_str()?.rsplit('/').next()?)?.get(name);
        property.get(name).or_else(referred)
    }

    /// Returns the types of a property.
    fn types_of<'a>(property: &'a Yaml, schemas: &'a Yaml) -> Vec<&'a str> {
        match resolve(property, "type", schemas).and_then(Yaml::as_str) {
            Some(name) => vec![name],
            None => {
                let choices = property["oneOf"].as_sequence().into_iter().flatten();
                choices.flat_map(|choice| types_of(choice, schemas)).collect()
            }
        }
    }

    #[test]
    fn example_sample_matches_the_documented_example() {
        let documented: BTreeSet<String> = keys().into_iter().collect();
        assert_documented(
            "samples/example.json",
            &Vec::from_iter(keys_of_sample("example")),
            &Vec::from_iter(documented),
        );
        let members: Vec<String> = rows()
            .0
            .iter()
            .map(|row| format!(r#""{}": {}"#, row.key, row.example))
            .collect();
        let documented = read(&format!("{{{}}}", members.join(", "))).unwrap();
        for key in Key::ALL {
            assert_eq!(sample("example").get(*key), documented.get(*key), "{key:?} in samples/example.json");
        }
    }

    #[test]
    fn samples_have_only_documented_keys_except_odd_types() {
        let documented: BTreeSet<String> = keys().into_iter().collect();
        for name in samples().iter().filter(|name| *name != "odd-types") {
            let undocumented: Vec<String> = keys_of_sample(name).difference(&documented).cloned().collect();
            assert_eq!(undocumented, [""; 0], "in samples/{name}.json, but not in docs/api.md");
        }
        assert!(
            !keys_of_sample("odd-types").is_subset(&documented),
            "odd-types.json has no extra key to ignore"
        );
    }
}

mod constants {
    use super::*;
    use customer_profile::locale::Locale;

    /// Returns the documented constants, without descriptions.
    fn names() -> Vec<String> {
        constants().into_iter().map(|[constant, _]| constant).collect()
    }

    #[test]
    fn customer_types_match_the_documented_constants() {
        let known = CustomerType::DOCUMENTED.map(|(_, constant, word)| [constant, word].map(str::to_owned));
        assert_eq!(known.as_slice(), constants(), "CustomerType::DOCUMENTED and docs/api.md");
    }

    #[test]
    fn every_constant_parses_to_its_variant_and_has_its_chinese_text() {
        for (known, constant, word) in CustomerType::DOCUMENTED {
            let customer = read(&format!(r#"{{"type": "{constant}"}}"#)).unwrap();
            assert_eq!(
                customer.customer_type,
                Field::Value(known.clone()),
                "of an answer of type {constant}"
            );
            assert_eq!(Locale::Zh.customer_type(&known), Some(word), "{constant} in src/locale/labels.rs");
        }
        let unknown = Field::Value(CustomerType::Unknown("STRATEGIC_ALLY".to_owned()));
        assert_eq!(sample("unknown-type").customer_type, unknown);
    }

    #[test]
    fn openapi_has_every_documented_constant() {
        let schema = openapi(&["components", "schemas", "CustomerType"]);
        assert_documented("the enum CustomerType of docs/openapi.yaml", &names_in(&schema["enum"]), &names());
        let described: Vec<String> = constants().iter().map(|constant| constant.join(" ")).collect();
        assert_eq!(
            schema["description"].as_str(),
            Some(described.join(", ").as_str()),
            "CustomerType in docs/openapi.yaml"
        );
    }
}

#[test]
fn preview_serves_every_sample() {
    let mut listed: Vec<&str> = CUSTOMERS.iter().map(|sample| sample.id).collect();
    listed.sort_unstable();
    assert_equal_lists(("src/api/sample.rs", &listed), ("samples/", &Vec::from_iter(samples())));
}

#[test]
fn samples_readme_lists_every_sample() {
    let listed = markdown::table(&text_of("samples/README.md"), ["File", "Content"]);
    let mut listed: Vec<String> = listed
        .into_iter()
        .map(|[file, _]| file.trim_end_matches(".json").to_owned())
        .collect();
    listed.sort_unstable();
    assert_equal_lists(("samples/README.md", &listed), ("samples/", &Vec::from_iter(samples())));
}

#[test]
fn samples_are_readable_except_unreadable() {
    for name in samples().iter().filter(|name| *name != "unreadable") {
        assert_eq!(sample(name).unreadable_keys(), [], "{name}");
    }
}

#[test]
fn sparse_sample_distinguishes_absent_from_zero() {
    let customer = sample("sparse");
    assert_eq!(
        keys_with_value(&customer),
        ["id", "customerNo", "name", "totalTurnover", "transactionNumber", "type", "createdAt"]
    );
    assert_eq!(customer.total_turnover.value().unwrap().value.to_string(), "0");
    assert_eq!(customer.transaction_number.value().unwrap().value.to_string(), "0");
}

#[test]
fn long_text_sample_is_read_completely() {
    let customer = sample("long-text");
    let length = |field: &Field<String>| field.value().unwrap().chars().count();
    assert_eq!(length(&customer.name), 200);
    assert_eq!(length(&customer.description), 20_000);
    assert_eq!(customer.department_path.value().unwrap().0.len(), 8);
}

#[test]
fn many_followers_sample_has_ten_thousand() {
    let customer = sample("many-followers");
    let ids: BTreeSet<&String> = followers_of(&customer).into_iter().collect();
    let names = customer.follower_names.value().unwrap();
    let named: BTreeSet<&String> = names.iter().filter_map(|follower| follower.id.value()).collect();
    assert_eq!((ids.len(), names.len()), (10_000, 10_000));
    assert_eq!(ids, named);
}

#[test]
fn odd_types_sample_is_normalized() {
    let customer = sample("odd-types");
    let text = |field: &Field<String>| field.value().cloned().unwrap();
    assert_eq!(text(&customer.id), "1463887530292342785");
    assert_eq!(text(&customer.customer_no), "20210815");
    assert_eq!(text(&customer.name), "华信&联达教育装备（青岛）有限公司");
    let description = text(&customer.description);
    assert!(
        description
            .starts_with("<script>alert(\"客户描述\")</script>请先联系<b>教务处</b>\u{a0}&\u{a0}采购办；")
    );
    assert!(description.contains("预算 < 50 万元。\n对方原文写作 &lt;加急&gt;，'十一'前到货。"));
    assert_eq!(text(&customer.from), "3");
    assert_eq!(text(&customer.manager_id), "87");
    assert_eq!(
        customer.department_path.value().unwrap().0,
        texts(&["亚服", "服务站", "青岛站", "售后二组"])
    );
    assert_eq!(customer.industry_path.value().unwrap().0, texts(&["教育", "高等院校", "R&D 中心"]));
    assert_eq!(customer.area.value().unwrap().0, texts(&["山东省", "青岛市", "市南区"]));
    assert_eq!(customer.area_code.value().unwrap().0, texts(&["37", "3702", "370202"]));
    assert_eq!(customer.total_turnover.value().unwrap().value.to_string(), "1234.50");
    assert_eq!(customer.outstanding_receivables.value().unwrap().value.to_string(), "234.50");
    assert_eq!(customer.retention_money.value().unwrap().value.to_string(), "61");
    assert_eq!(followers_of(&customer), ["3", "1", "2", "3", "8", "1"]);
    let absent = [customer.partner_relationship.is_absent(), customer.advantageous_industry.is_absent()];
    assert_eq!((absent, customer.created_at.is_absent()), ([true, true], true));
}

#[test]
fn unreadable_sample_has_three_unreadable_keys() {
    let customer = sample("unreadable");
    assert_eq!(customer.unreadable_keys(), [Key::DepartmentPath, Key::TotalTurnover, Key::CreatedAt]);
    assert_eq!(customer.department_path, Field::Unreadable("true".to_owned()));
    assert_eq!(customer.total_turnover, Field::Unreadable("{ \"min\": 10, \"max\": 12 }".to_owned()));
    assert_eq!(customer.created_at, Field::Unreadable("\"next week\"".to_owned()));
    let kept: BTreeSet<String> = keys_with_value(&customer).into_iter().map(str::to_owned).collect();
    assert_eq!(kept, keys_of_sample("unreadable"));
}

#[test]
fn exact_sample_keeps_every_digit() {
    let customer = sample("exact");
    let text = |field: &Field<String>| field.value().cloned().unwrap();
    assert_eq!(text(&customer.id), "1725934800123456789");
    assert_eq!(text(&customer.customer_no), "0000000000000000072");
    assert_eq!(text(&customer.manager_id), "1725934800123456789");
    assert_eq!(text(&customer.industry_id), "9007199254740993");
    assert_eq!(customer.total_turnover.value().unwrap().value.to_string(), "9007199254740993.25");
    assert_eq!(customer.transaction_number.value().unwrap().value.to_string(), "1000");
    let owed = customer.outstanding_receivables.value().unwrap().value.to_string();
    assert_eq!(owed, "123456789012345678901234567890.10");
    assert_eq!(customer.retention_money.value().unwrap().value.to_string(), "-0.50");
    let ids = texts(&["9007199254740992", "9007199254740993", "1725934800123456789"]);
    assert_eq!(followers_of(&customer), ids.iter().collect::<Vec<_>>());
    let named: Vec<String> = customer
        .follower_names
        .value()
        .unwrap()
        .iter()
        .map(|one| text(&one.id))
        .collect();
    assert_eq!(named, ids);
}

#[test]
fn envelope_sample_is_unwrapped() {
    assert_eq!(sample("envelope").customer_no, Field::Value("KH-2021-000233".to_owned()));
}

/// Settings: src/config.rs and its documents.
mod settings {
    use super::*;
    use customer_profile::config::SETTINGS;

    fn document() -> String {
        text_of("docs/configuration.md")
    }

    /// Returns the text below a `###` heading.
    fn section<'a>(document: &'a str, key: &str) -> &'a str {
        let (_, rest) = document
            .split_once(&format!("\n### {key}\n"))
            .unwrap_or_else(|| panic!("docs/configuration.md has no section `### {key}`"));
        rest.split("\n### ").next().unwrap_or_default()
    }

    #[track_caller]
    fn assert_valid(json: &str) -> Config {
        let (config, errors) = Config::parse(json);
        assert_eq!(errors, [], "{json}");
        config
    }

    #[test]
    fn configuration_table_lists_every_setting() {
        let document = document();
        let rows = markdown::table(&document, ["Key", "Valid values", "Default"]);
        let documented: Vec<String> = rows.iter().map(|[key, valid, _]| format!("{key}: {valid}")).collect();
        let settings: Vec<String> = SETTINGS
            .iter()
            .map(|(key, valid)| format!("[`{key}`](#{}): {valid}", key.to_ascii_lowercase()))
            .collect();
        assert_equal_lists(("the table of docs/configuration.md", &documented), ("src/config.rs", &settings));
    }

    #[test]
    fn documented_defaults_match_the_code() {
        let rows = markdown::table(&document(), ["Key", "Valid values", "Default"]);
        for ((key, _), [_, _, default]) in SETTINGS.iter().zip(rows) {
            // The rest of the cell explains the value.
            let json = default.split('`').find(|text| !text.is_empty()).unwrap_or_default();
            let config = assert_valid(&format!(r#"{{"{key}": {json}}}"#));
            assert_eq!(format!("{config:?}"), format!("{:?}", Config::default()), "the default of {key}");
        }
    }

    #[test]
    fn every_setting_has_a_section_with_a_valid_example() {
        let document = document();
        for (key, _) in SETTINGS {
            let example = section(&document, key)
                .split("```json\n")
                .nth(1)
                .and_then(|rest| rest.split("```").next())
                .unwrap_or_else(|| panic!("docs/configuration.md has no example of {key}"));
            assert!(example.contains(&format!("\"{key}\"")), "the example of {key} is {example}");
            let config = assert_valid(example);
            assert_ne!(format!("{config:?}"), format!("{:?}", Config::default()), "the example of {key}");
        }
    }

    #[test]
    fn changelog_names_every_setting() {
        let changelog = text_of("CHANGELOG.md");
        for (key, _) in SETTINGS {
            let names = [format!("`{key}`"), format!("`\"{key}\"`")];
            assert!(names.iter().any(|name| changelog.contains(name)), "CHANGELOG.md does not name `{key}`");
        }
    }
}
