//! The API's document (`docs/api.md`) is the one table of keys and constants. Whatever else names them is held against it
//! here, both ways, and a test that fails says what is missing where. The samples are what their README says.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/markdown.rs"]
mod markdown;
#[path = "support/yaml.rs"]
mod yaml;

use std::collections::BTreeSet;
use std::fs;

use customer_profile::api::{ApiError, CustomerDetail, CustomerType, Field, answer};
use customer_profile::config::Config;

const DOCUMENT: &str = include_str!("../docs/api.md");
const OPENAPI: &str = include_str!("../docs/openapi.yaml");
const DTO: &str = include_str!("../src/api/customer.rs");
const DICTIONARY: &str = include_str!("../fuzz/json.dict");
const PREVIEW: &str = include_str!("../src/api/sample.rs");
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// How the document writes the keys of the objects in `followerNames`.
const FOLLOWER: &str = "followerNames[].";

/// A row of the document's table of keys.
struct Row {
    key: String,
    kind: String,
    example: String,
    comment: String,
}

/// The rows of the record itself, and those of one follower, whose keys come without `followerNames[].`.
fn rows() -> (Vec<Row>, Vec<Row>) {
    let rows = markdown::table(DOCUMENT, ["Key", "Type", "Example", "Comment"]);
    let rows = rows
        .into_iter()
        .map(|[key, kind, example, comment]| Row { key, kind, example, comment });
    let (record, follower): (Vec<Row>, Vec<Row>) = rows.partition(|row| !row.key.starts_with(FOLLOWER));
    let of_follower = |row: Row| Row { key: row.key[FOLLOWER.len()..].to_owned(), ..row };
    (record, follower.into_iter().map(of_follower).collect())
}

/// The keys of the record.
fn keys() -> Vec<String> {
    rows().0.into_iter().map(|row| row.key).collect()
}

/// The values of `type` with what they mean, as the document has them.
fn constants() -> Vec<[String; 2]> {
    markdown::table(DOCUMENT, ["Const", "Description"])
}

/// Fails where a place does not hold what the document does, in its order; says what it lacks, and what it has besides.
#[track_caller]
fn assert_same(place: &str, held: &[impl AsRef<str>], documented: &[impl AsRef<str>]) {
    assert_alike((place, held), ("docs/api.md", documented));
}

/// Likewise of any two places.
#[track_caller]
fn assert_alike((a, in_a): (&str, &[impl AsRef<str>]), (b, in_b): (&str, &[impl AsRef<str>])) {
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

/// `customer_no` for `customerNo` and `target_customer` for `TARGET_CUSTOMER`, as the program's tables name them.
fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for (at, character) in name.char_indices() {
        let begins_a_word =
            character.is_ascii_uppercase() && name[..at].ends_with(|before: char| before.is_lowercase());
        snake.extend(begins_a_word.then_some('_'));
        snake.push(character.to_ascii_lowercase());
    }
    snake
}

/// The name of a key's field and of its word; `type` is a keyword of the language.
fn field_of(key: &str) -> String {
    if key == "type" {
        "kind".to_owned()
    } else {
        snake_case(key)
    }
}

fn read(body: &str) -> Result<CustomerDetail, ApiError> {
    answer::customer(body, &Config::default().success_codes)
}

/// The keys of which an answer has said something.
fn said(customer: &CustomerDetail) -> Vec<&'static str> {
    customer
        .fields()
        .into_iter()
        .filter(|(_, field)| !field.is_absent())
        .map(|(key, _)| key)
        .collect()
}

fn text_of(path: &str) -> String {
    fs::read_to_string(format!("{ROOT}/{path}")).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The names of all samples.
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

/// The ids in `followers`.
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

/// The keys of a sample's record, as they stand in its file.
fn keys_of_sample(name: &str) -> BTreeSet<String> {
    let answer: serde_json::Value = serde_json::from_str(&text_of(&format!("samples/{name}.json"))).unwrap();
    let record = answer.get("data").unwrap_or(&answer).as_object().unwrap();
    record.keys().cloned().collect()
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

mod keys {
    use super::*;
    use customer_profile::api::Follower;
    use customer_profile::customer::SECTIONS;
    use customer_profile::locale::Locale;
    use yaml::Block;

    /// A line of a table of `mirror!` in the DTO's source, with its doc comment.
    struct Line {
        key: &'static str,
        field: &'static str,
        doc: String,
    }

    fn lines_of(object: &str) -> Vec<Line> {
        let table = DTO
            .split(&format!("    {object} {{"))
            .nth(1)
            .and_then(|rest| rest.split("\n    }").next());
        let mut lines = Vec::new();
        let mut doc: Vec<&str> = Vec::new();
        for line in table.unwrap_or_else(|| panic!("no table of {object}")).lines().map(str::trim) {
            if let Some(text) = line.strip_prefix("/// ") {
                doc.push(text);
            } else if let Some((key, rest)) = line.split_once(" => ") {
                let field = rest.split(':').next().unwrap_or_default();
                lines.push(Line {
                    key: key.trim_matches('"'),
                    field,
                    doc: doc.join(" "),
                });
                doc.clear();
            }
        }
        lines
    }

    #[test]
    fn the_dto_has_every_key() {
        let (record, follower) = rows();
        let of = |rows: Vec<Row>| rows.into_iter().map(|row| row.key).collect::<Vec<_>>();
        assert_same("CustomerDetail (src/api/customer.rs)", CustomerDetail::KEYS, &of(record));
        assert_same("Follower (src/api/customer.rs)", Follower::KEYS, &of(follower));
    }

    #[test]
    fn every_line_of_the_dto_says_what_the_document_says() {
        let (record, follower) = rows();
        for (object, rows) in [("CustomerDetail", record), ("Follower", follower)] {
            let lines = lines_of(object);
            for Row { key, kind, example, comment } in rows {
                let Some(Line { field, doc, .. }) = lines.iter().find(|line| line.key == key) else {
                    panic!("src/api/customer.rs has no line for `{key}`")
                };
                assert_eq!(*field, field_of(&key), "the field of `{key}`");
                assert!(doc.starts_with(&comment), "`{key}` is {comment}, not: {doc}");
                assert!(doc.contains(&format!("Wire: `{kind}`")), "`{key}` is of type {kind}: {doc}");
                let example = format!("Example: `{}`.", example.trim_matches('"'));
                assert!(
                    kind == "object_array" || doc.ends_with(&example),
                    "`{key}`: {example} is not in: {doc}"
                );
            }
        }
    }

    #[test]
    fn every_key_reaches_the_dto_and_no_other_field() {
        for Row { key, example, .. } in rows().0 {
            let customer = read(&format!(r#"{{"{key}": {example}}}"#))
                .unwrap_or_else(|error| panic!("{key}: {error:?}"));
            assert_eq!(said(&customer), [key.as_str()], "of an answer with {key} alone");
            assert_eq!(customer.unreadable(), [""; 0], "{key}: {example}");
        }
    }

    #[test]
    fn every_key_of_a_follower_reaches_the_dto_and_no_other_field() {
        for Row { key, example, .. } in rows().1 {
            let answer = format!(r#"{{"followerNames": [{{"{key}": {example}}}]}}"#);
            let customer = read(&answer).unwrap_or_else(|error| panic!("{key}: {error:?}"));
            let [follower] = customer.follower_names.value().unwrap().as_slice() else {
                panic!("{key}: not one follower")
            };
            let said = follower.fields().into_iter().filter(|(_, field)| !field.is_absent());
            assert_eq!(
                said.map(|(key, _)| key).collect::<Vec<_>>(),
                [key.as_str()],
                "of a follower with {key} alone"
            );
        }
    }

    #[test]
    fn the_words_have_every_key() {
        let fields: Vec<String> = keys().iter().map(|key| field_of(key)).collect();
        let comments: Vec<String> = rows().0.into_iter().map(|row| row.comment).collect();
        let (words, labels): (Vec<_>, Vec<_>) = Locale::Zh.words().labels.all().into_iter().unzip();
        assert_same("Labels (src/locale.rs)", &words, &fields);
        for ((word, label), comment) in words.iter().zip(&labels).zip(&comments) {
            assert_eq!(label, comment, "`{word}` in src/locale/zh.rs");
        }
    }

    #[test]
    fn every_key_is_shown_by_a_section_and_only_the_header_repeats_one() {
        let shown: BTreeSet<&str> = SECTIONS.iter().flat_map(|(_, keys)| *keys).copied().collect();
        let documented: BTreeSet<String> = keys().into_iter().collect();
        assert_same(
            "the KEYS of any section (src/customer)",
            &Vec::from_iter(shown),
            &Vec::from_iter(documented),
        );
        for key in keys() {
            let holders = SECTIONS
                .iter()
                .filter(|(section, keys)| *section != "header" && keys.contains(&key.as_str()));
            let holders: Vec<&str> = holders.map(|(section, _)| *section).collect();
            assert!(holders.len() <= 1, "`{key}` is in the KEYS of {holders:?}");
        }
    }

    /// A section is drawn anew when one of its `KEYS` has changed: a key that it shows and does not list would stay old on
    /// the page.
    #[test]
    fn a_section_lists_the_keys_that_it_shows() {
        for (section, listed) in SECTIONS {
            let source = text_of(&format!("src/customer/{section}.rs"));
            let is_named = |key: &String| {
                let field = format!("customer.{}", field_of(key));
                source
                    .match_indices(&field)
                    .any(|(at, _)| !source[at + field.len()..].starts_with(is_part_of_a_name))
            };
            let shown: BTreeSet<String> = keys().into_iter().filter(is_named).collect();
            let listed: BTreeSet<String> = listed.iter().map(|key| (*key).to_owned()).collect();
            assert_eq!(listed, shown, "KEYS of src/customer/{section}.rs, and the fields that it shows");
        }
    }

    fn is_part_of_a_name(character: char) -> bool {
        character.is_alphanumeric() || character == '_'
    }

    #[test]
    fn the_keys_that_may_have_codes_are_keys_of_the_api_and_documented() {
        let document = text_of("docs/configuration.md");
        let (_, section) = document
            .split_once("\n### values\n")
            .expect("docs/configuration.md: a section of `values`");
        let section = section.split("\n### ").next().unwrap_or_default();
        for key in customer_profile::config::CODED_KEYS {
            assert!(keys().iter().any(|known| known == key), "`{key}` is no key of docs/api.md");
            assert!(section.contains(&format!("`{key}`")), "docs/configuration.md does not name `{key}`");
        }
    }

    #[test]
    fn the_openapi_description_has_every_key() {
        let (record, follower) = rows();
        let schemas = Block::parse(OPENAPI).at(&["components", "schemas"]);
        for (object, rows) in [("CustomerDetail", record), ("Follower", follower)] {
            let keys: Vec<&String> = rows.iter().map(|row| &row.key).collect();
            let properties = schemas.at(&[object, "properties"]);
            assert_same(
                &format!("the properties of {object} (docs/openapi.yaml)"),
                &properties.keys(),
                &keys,
            );
            let required = schemas.at(&[object, "required"]).items();
            assert_same(&format!("what {object} requires (docs/openapi.yaml)"), &required, &keys);
            for Row { key, kind, comment, example } in &rows {
                let property = properties.at(&[key]);
                let description = property.at(&["description"]).text();
                assert!(
                    description.starts_with(comment),
                    "docs/openapi.yaml: `{key}` is {comment}, not: {description}"
                );
                let types = types_of(&property, &schemas);
                assert!(
                    types.contains(&openapi_type(kind)),
                    "docs/openapi.yaml: `{key}` is of type {kind}, not {types:?}"
                );
                let examples = said_by(&property, "examples", &schemas)
                    .map(|examples| examples.text())
                    .unwrap_or_default();
                let is_right = kind == "object_array" || bare(&examples) == bare(&format!("[{example}]"));
                assert!(is_right, "docs/openapi.yaml: `{key}` is like {example}, not {examples}");
            }
        }
    }

    #[test]
    fn the_openapi_description_has_the_documents_example() {
        let json = ["responses", "200", "content", "application/json", "examples", "document", "value"];
        let path = [["paths", "/api/customers/{id}/detail", "get"].as_slice(), &json].concat();
        let example = Block::parse(OPENAPI).at(&path);
        assert_same("the example of docs/openapi.yaml", &example.keys(), &keys());
        for Row { key, kind, example: documented, .. } in rows().0 {
            let value = example.at(&[&key]);
            let value = if kind == "object_array" {
                format!("[{}]", value.items().join(","))
            } else {
                value.text()
            };
            assert_eq!(bare(&value), bare(&documented), "`{key}` in the example of docs/openapi.yaml");
        }
    }

    /// What OpenAPI calls a type of the document's.
    fn openapi_type(kind: &str) -> String {
        let name = match kind {
            "int" => "integer",
            "float" => "number",
            "object_array" => "array",
            "enum" => "string",
            other => other,
        };
        name.to_owned()
    }

    /// What a property, or the schema that it refers to, says under a name.
    fn said_by<'a>(property: &Block<'a>, name: &str, schemas: &Block<'a>) -> Option<Block<'a>> {
        let referred = || {
            let reference = property.get("$ref")?.text();
            schemas.get(reference.trim_matches('\'').rsplit('/').next()?)?.get(name)
        };
        property.get(name).or_else(referred)
    }

    /// The types that a property may have.
    fn types_of(property: &Block<'_>, schemas: &Block<'_>) -> Vec<String> {
        match said_by(property, "type", schemas) {
            Some(name) => vec![name.text()],
            None => {
                let choices = property.at(&["oneOf"]);
                choices
                    .items()
                    .into_iter()
                    .flat_map(|choice| types_of(&Block::parse(choice), schemas))
                    .collect()
            }
        }
    }

    /// A value without quotes and spaces, as which YAML and JSON write the same.
    fn bare(value: &str) -> String {
        value.replace(['"', '\'', ' '], "")
    }

    #[test]
    fn the_example_is_the_documents_own_value_for_value() {
        let documented: BTreeSet<String> = keys().into_iter().collect();
        assert_same(
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
        for ((key, documented), (_, sampled)) in
            documented.fields().into_iter().zip(sample("example").fields())
        {
            assert_eq!(sampled.as_text(), documented.as_text(), "`{key}` in samples/example.json");
        }
    }

    #[test]
    fn the_full_sample_has_a_value_for_every_key() {
        let full = sample("full");
        assert_same("samples/full.json", &said(&full), &keys());
        assert_eq!(full.unreadable(), [""; 0]);
    }

    #[test]
    fn no_sample_but_the_odd_one_has_keys_that_the_document_lacks() {
        let documented: BTreeSet<String> = keys().into_iter().collect();
        for name in samples().iter().filter(|name| *name != "odd-types") {
            let strangers: Vec<String> = keys_of_sample(name).difference(&documented).cloned().collect();
            assert_eq!(strangers, [""; 0], "in samples/{name}.json, but not in docs/api.md");
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
    use yaml::Block;

    /// The constants of the document alone.
    fn names() -> Vec<String> {
        constants().into_iter().map(|[constant, _]| constant).collect()
    }

    /// `TargetCustomer` for `TARGET_CUSTOMER`, as the variants of [`CustomerType`] are called.
    fn variant_of(constant: &str) -> String {
        let words = constant.split('_').map(str::to_ascii_lowercase);
        words.map(|word| word[..1].to_ascii_uppercase() + &word[1..]).collect()
    }

    #[test]
    fn the_enum_has_every_constant() {
        let body = DTO
            .split("pub enum CustomerType {")
            .nth(1)
            .and_then(|rest| rest.split("\n}").next());
        let lines: Vec<&str> = body
            .unwrap_or_default()
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect();
        let variants = lines
            .iter()
            .filter(|line| !line.starts_with("///"))
            .map(|line| line.trim_end_matches(','));
        let variants: Vec<&str> = variants.filter(|variant| *variant != "Unknown(String)").collect();
        let documented: Vec<String> = names().iter().map(|constant| variant_of(constant)).collect();
        assert_same("CustomerType (src/api/customer.rs)", &variants, &documented);
        for [constant, description] in constants() {
            let doc = format!("/// {description}, `{constant}`.");
            assert!(lines.contains(&doc.as_str()), "no variant of CustomerType says: {doc}");
        }
    }

    #[test]
    fn every_constant_is_read_as_its_own_variant() {
        for constant in names() {
            let customer = read(&format!(r#"{{"type": "{constant}"}}"#)).unwrap();
            let variant = customer.kind.value().map(|kind| format!("{kind:?}"));
            assert_eq!(variant, Some(variant_of(&constant)), "of an answer of type {constant}");
        }
    }

    #[test]
    fn the_words_have_every_constant() {
        let source = text_of("src/locale.rs");
        // The doc comment of such a word is its constant, and nothing else.
        let constant_of =
            |line: &str| line.trim().strip_prefix("/// `")?.strip_suffix('`').map(str::to_owned);
        let is_constant =
            |name: &String| name.chars().all(|character| character.is_ascii_uppercase() || character == '_');
        let held: Vec<String> = source.lines().filter_map(constant_of).filter(is_constant).collect();
        assert_same("Texts (src/locale.rs)", &held, &names());
        let texts = Locale::Zh.words().texts.all();
        for [constant, description] in constants() {
            let text = texts
                .iter()
                .find(|(word, _)| *word == snake_case(&constant))
                .map(|(_, text)| *text);
            assert_eq!(text, Some(description.as_str()), "`{}` in src/locale/zh.rs", snake_case(&constant));
        }
    }

    #[test]
    fn the_openapi_description_has_every_constant() {
        let schema = Block::parse(OPENAPI).at(&["components", "schemas", "CustomerType"]);
        assert_same("the enum CustomerType of docs/openapi.yaml", &schema.at(&["enum"]).items(), &names());
        let described: Vec<String> = constants().iter().map(|constant| constant.join(" ")).collect();
        assert_eq!(
            schema.at(&["description"]).text(),
            described.join(", "),
            "CustomerType in docs/openapi.yaml"
        );
    }

    #[test]
    fn every_constant_has_a_sample() {
        let kinds: BTreeSet<String> = samples()
            .iter()
            .filter_map(|name| sample(name).kind.value().map(|kind| format!("{kind:?}")))
            .collect();
        for constant in names() {
            assert!(kinds.contains(&variant_of(&constant)), "no sample is of type {constant}");
        }
        assert_eq!(
            sample("unknown-type").kind,
            Field::Value(CustomerType::Unknown("STRATEGIC_ALLY".to_owned()))
        );
    }
}

/// What the fuzzer is told of the document: its last words are the keys and the constants.
#[test]
fn the_fuzz_dictionary_has_every_key_and_every_constant() {
    let of_key = |key: &String| format!(r#""\"{key}\":""#);
    let of_constant = |[constant, _]: &[String; 2]| format!("\"{constant}\"");
    let documented: Vec<String> =
        keys().iter().map(of_key).chain(constants().iter().map(of_constant)).collect();
    let words: Vec<&str> = DICTIONARY.lines().filter(|line| line.starts_with('"')).collect();
    let first = words
        .iter()
        .position(|word| documented.iter().any(|documented| documented == word));
    assert_same("fuzz/json.dict", &words[first.unwrap_or(words.len())..], &documented);
}

#[test]
fn the_preview_serves_every_sample() {
    let listed = PREVIEW
        .split("samples!(")
        .nth(1)
        .and_then(|rest| rest.split(')').next())
        .unwrap_or_default();
    let mut listed: Vec<&str> = listed.split('"').skip(1).step_by(2).collect();
    listed.sort_unstable();
    assert_alike(("src/api/sample.rs", &listed), ("samples/", &Vec::from_iter(samples())));
}

#[test]
fn the_samples_are_those_of_their_readme() {
    let listed = markdown::table(&text_of("samples/README.md"), ["File", "What it is for"]);
    let mut listed: Vec<String> = listed
        .into_iter()
        .map(|[file, _]| file.trim_end_matches(".json").to_owned())
        .collect();
    listed.sort_unstable();
    assert_alike(("samples/README.md", &listed), ("samples/", &Vec::from_iter(samples())));
}

#[test]
fn no_sample_but_one_has_a_value_that_cannot_be_read() {
    for name in samples().iter().filter(|name| *name != "unreadable") {
        assert_eq!(sample(name).unreadable(), [""; 0], "{name}");
    }
}

#[test]
fn the_sparse_sample_tells_nothing_from_zero() {
    let customer = sample("sparse");
    assert_eq!(
        said(&customer),
        ["id", "customerNo", "name", "totalTurnover", "transactionNumber", "type", "createdAt"]
    );
    assert_eq!(customer.total_turnover.value().unwrap().value.to_string(), "0");
    assert_eq!(customer.transaction_number.value().unwrap().value.to_string(), "0");
}

#[test]
fn the_long_sample_is_read_whole() {
    let customer = sample("long-text");
    let length = |field: &Field<String>| field.value().unwrap().chars().count();
    assert_eq!(length(&customer.name), 200);
    assert_eq!(length(&customer.description), 20_000);
    assert_eq!(customer.department_path.value().unwrap().0.len(), 8);
}

#[test]
fn the_sample_with_many_followers_has_ten_thousand() {
    let customer = sample("many-followers");
    let ids: BTreeSet<&String> = followers_of(&customer).into_iter().collect();
    let names = customer.follower_names.value().unwrap();
    let named: BTreeSet<&String> = names.iter().filter_map(|follower| follower.id.value()).collect();
    assert_eq!((ids.len(), names.len()), (10_000, 10_000));
    assert_eq!(ids, named);
}

#[test]
fn the_odd_sample_is_read_as_it_was_meant() {
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
fn the_unreadable_sample_loses_three_keys_and_keeps_the_rest() {
    let customer = sample("unreadable");
    assert_eq!(customer.unreadable(), ["departmentPath", "totalTurnover", "createdAt"]);
    assert_eq!(customer.department_path, Field::Unreadable("true".to_owned()));
    assert_eq!(customer.total_turnover, Field::Unreadable("{ \"amount\": 12 }".to_owned()));
    assert_eq!(customer.created_at, Field::Unreadable("\"next week\"".to_owned()));
    let kept: BTreeSet<String> = said(&customer).into_iter().map(str::to_owned).collect();
    assert_eq!(kept, keys_of_sample("unreadable"));
}

#[test]
fn the_exact_sample_keeps_every_digit() {
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
fn the_envelope_is_unwrapped() {
    assert_eq!(sample("envelope").customer_no, Field::Value("KH-2021-000233".to_owned()));
}
