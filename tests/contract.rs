//! The API's document (`docs/api.md`), the DTO, the page's labels and the samples say the same.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/markdown.rs"]
mod markdown;

use std::collections::BTreeSet;
use std::fs;

use customer_profile::api::field::AnyField;
use customer_profile::api::{ApiError, CustomerDetail, CustomerType, Field, Follower, answer};
use customer_profile::config::Config;
use customer_profile::locale::Locale;

const DOCUMENT: &str = include_str!("../docs/api.md");
const DTO: &str = include_str!("../src/api/customer.rs");
const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/samples");

/// How the document writes the keys of the objects in `followerNames`.
const FOLLOWER: &str = "followerNames[].";

/// A row of the document's table of keys.
struct Row {
    key: String,
    kind: String,
    example: String,
    comment: String,
}

fn rows() -> Vec<Row> {
    let rows = markdown::table(DOCUMENT, ["Key", "Type", "Example", "Comment"]);
    rows.into_iter().map(|[key, kind, example, comment]| Row { key, kind, example, comment }).collect()
}

/// The rows of the record itself, and those of one follower.
fn rows_by_object() -> (Vec<Row>, Vec<Row>) {
    rows().into_iter().partition(|row| !row.key.starts_with(FOLLOWER))
}

fn read(body: &str) -> Result<CustomerDetail, ApiError> {
    answer::customer(body, &Config::default().success_codes)
}

fn sample(name: &str) -> CustomerDetail {
    let body = fs::read_to_string(format!("{SAMPLES}/{name}.json")).unwrap();
    read(&body).unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

/// The ids in `followers`.
fn ids(customer: &CustomerDetail) -> Vec<&String> {
    customer.followers.value().unwrap().0.iter().filter_map(|follower| follower.id.value()).collect()
}

fn is_value(field: &dyn AnyField) -> bool {
    !field.is_absent() && !field.has_unreadable()
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn the_dto_has_the_keys_of_the_document_in_its_order() {
    let (record, follower) = rows_by_object();
    let keys: Vec<&str> = record.iter().map(|row| row.key.as_str()).collect();
    assert_eq!(keys, CustomerDetail::KEYS);
    let keys: Vec<&str> = follower.iter().map(|row| &row.key[FOLLOWER.len()..]).collect();
    assert_eq!(keys, Follower::KEYS);
}

#[test]
fn every_key_says_what_the_document_says_of_it() {
    for row in rows() {
        let key = row.key.rsplit('.').next().unwrap();
        // A follower's `id` and `name` come behind the record's.
        let part = if row.key.starts_with(FOLLOWER) { DTO.find("    Follower {").unwrap() } else { 0 };
        let before = DTO[part..].split(&format!("\"{key}\" => ")).next().unwrap();
        let doc: Vec<&str> =
            before.lines().rev().skip(1).map(str::trim).map_while(|line| line.strip_prefix("/// ")).collect();
        let doc: String = doc.into_iter().rev().collect::<Vec<_>>().join(" ");
        assert!(doc.starts_with(&row.comment), "`{}` is {}, not: {doc}", row.key, row.comment);
        assert!(doc.contains(&format!("Wire: `{}`", row.kind)), "`{}` is of type {}: {doc}", row.key, row.kind);
        if row.kind != "object_array" {
            let example = row.example.trim_matches('"');
            assert!(doc.ends_with(&format!("Example: `{example}`.")), "`{}` is like {example}: {doc}", row.key);
        }
    }
}

#[test]
fn every_key_reaches_the_dto_and_no_other_field() {
    let (record, _) = rows_by_object();
    for Row { key, example, .. } in record {
        let customer = read(&format!(r#"{{"{key}": {example}}}"#)).unwrap_or_else(|error| panic!("{key}: {error:?}"));
        for (name, field) in customer.fields() {
            let is_right = if name == key { is_value(field) } else { field.is_absent() };
            assert!(is_right, "of an answer with {key} alone, {name} is {:?}", field.as_text());
        }
    }
}

#[test]
fn every_key_of_a_follower_reaches_the_dto() {
    let (_, follower) = rows_by_object();
    for Row { key, example, .. } in follower {
        let name = &key[FOLLOWER.len()..];
        let customer = read(&format!(r#"{{"followerNames": [{{"{name}": {example}}}]}}"#)).unwrap();
        let [follower] = customer.follower_names.value().unwrap().as_slice() else { panic!("{key}: not one follower") };
        let fields = [("id", &follower.id), ("name", &follower.name)];
        let said: Vec<_> = fields.into_iter().filter(|(_, field)| !field.is_absent()).collect();
        assert_eq!(said, [(name, &Field::Value(example.trim_matches('"').to_owned()))]);
    }
}

#[test]
fn the_labels_are_the_comments_of_the_document() {
    let (record, _) = rows_by_object();
    let comments: Vec<_> = record.into_iter().map(|row| (word_of(&row.key), row.comment)).collect();
    let labels = Locale::Zh.words().labels.all();
    let labels: Vec<_> = labels.into_iter().map(|(word, label)| (word.to_owned(), label.to_owned())).collect();
    assert_eq!(labels, comments);
}

/// The name of a key in the table of words: `customer_no` for `customerNo`; `type` is a word of the language.
fn word_of(key: &str) -> String {
    if key == "type" {
        return "kind".to_owned();
    }
    let mut word = String::new();
    for character in key.chars() {
        if character.is_ascii_uppercase() {
            word.push('_');
        }
        word.push(character.to_ascii_lowercase());
    }
    word
}

#[test]
fn the_types_of_customers_are_those_of_the_document() {
    let texts = &Locale::Zh.words().texts;
    let mut known = vec![texts.client, texts.target_customer, texts.prospect];
    for [constant, description] in markdown::table(DOCUMENT, ["Const", "Description"]) {
        let customer = read(&format!(r#"{{"type": "{constant}"}}"#)).unwrap();
        let word = match customer.kind.value() {
            Some(CustomerType::Client) => texts.client,
            Some(CustomerType::TargetCustomer) => texts.target_customer,
            Some(CustomerType::Prospect) => texts.prospect,
            other => panic!("{constant} is read as {other:?}"),
        };
        assert_eq!(word, description, "{constant}");
        known.retain(|known| *known != word);
    }
    assert_eq!(known, [""; 0], "types that the document does not have");
}

#[test]
fn the_samples_are_those_of_their_readme() {
    let readme = fs::read_to_string(format!("{SAMPLES}/README.md")).unwrap();
    let listed = markdown::table(&readme, ["File", "What it is for"]).into_iter().map(|[file, _]| file);
    let files = fs::read_dir(SAMPLES).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let listed: BTreeSet<String> = listed.chain(["README.md".to_owned()]).collect();
    assert_eq!(files.collect::<BTreeSet<String>>(), listed);
}

#[test]
fn no_sample_but_one_has_a_value_that_cannot_be_read() {
    for entry in fs::read_dir(SAMPLES).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        if path.extension().is_some_and(|extension| extension == "json") && name != "unreadable" {
            assert_eq!(sample(name).unreadable(), [""; 0], "{name}");
        }
    }
}

#[test]
fn the_example_is_the_documents_own_value_for_value() {
    let customer = sample("example");
    let (record, _) = rows_by_object();
    for (Row { key, example, .. }, (name, field)) in record.into_iter().zip(customer.fields()) {
        let alone = read(&format!(r#"{{"{key}": {example}}}"#)).unwrap();
        let (name_alone, expected) = alone.fields().into_iter().find(|(name, _)| *name == key).unwrap();
        assert_eq!((name, field.as_text()), (name_alone, expected.as_text()));
    }
}

#[test]
fn the_full_sample_has_a_value_for_every_key() {
    for name in ["full", "long-text", "many-followers", "exact", "envelope"] {
        let customer = sample(name);
        let others = customer.fields().into_iter().filter(|(_, field)| !is_value(*field)).map(|(key, _)| key);
        assert_eq!(others.collect::<Vec<_>>(), [""; 0], "{name}");
    }
    assert_eq!(sample("full").follower_names.value().map(Vec::len), Some(12));
}

#[test]
fn each_type_has_its_sample() {
    let kind = |name| sample(name).kind;
    assert_eq!(kind("example"), Field::Value(CustomerType::Client));
    assert_eq!(kind("target"), Field::Value(CustomerType::TargetCustomer));
    assert_eq!(kind("prospect"), Field::Value(CustomerType::Prospect));
    assert_eq!(kind("unknown-type"), Field::Value(CustomerType::Unknown("STRATEGIC_ALLY".to_owned())));
}

#[test]
fn the_sparse_sample_tells_nothing_from_zero() {
    let customer = sample("sparse");
    let said = customer.fields().into_iter().filter(|(_, field)| !field.is_absent());
    let said: Vec<&str> = said.map(|(key, _)| key).collect();
    assert_eq!(said, ["id", "customerNo", "name", "totalTurnover", "transactionNumber", "type", "createdAt"]);
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
    let ids: BTreeSet<&String> = ids(&customer).into_iter().collect();
    let names = customer.follower_names.value().unwrap();
    let named: BTreeSet<&String> = names.iter().filter_map(|follower| follower.id.value()).collect();
    assert_eq!((ids.len(), names.len()), (10_000, 10_000));
    assert_eq!(ids, named);
}

#[test]
fn the_odd_sample_is_read_as_it_was_meant() {
    let customer = sample("odd-types");
    let text = |field: Field<String>| field.value().cloned().unwrap();
    assert_eq!(text(customer.id), "1463887530292342785");
    assert_eq!(text(customer.customer_no), "20210815");
    assert_eq!(text(customer.name), "华信&联达教育装备（青岛）有限公司");
    let description = text(customer.description);
    assert!(description.starts_with("<script>alert(\"客户描述\")</script>请先联系<b>教务处</b>\u{a0}&\u{a0}采购办；"));
    assert!(description.contains("预算 < 50 万元。\n对方原文写作 &lt;加急&gt;，'十一'前到货。"));
    assert_eq!(text(customer.from), "3");
    assert_eq!(text(customer.manager_id), "87");
    assert_eq!(customer.department_path.value().unwrap().0, texts(&["亚服", "服务站", "青岛站", "售后二组"]));
    assert_eq!(customer.industry_path.value().unwrap().0, texts(&["教育", "高等院校", "R&D 中心"]));
    assert_eq!(customer.area.value().unwrap().0, texts(&["山东省", "青岛市", "市南区"]));
    assert_eq!(customer.area_code.value().unwrap().0, texts(&["37", "3702", "370202"]));
    assert_eq!(customer.total_turnover.value().unwrap().value.to_string(), "1234.50");
    assert_eq!(customer.outstanding_receivables.value().unwrap().value.to_string(), "234.50");
    assert_eq!(customer.retention_money.value().unwrap().value.to_string(), "61");
    assert_eq!(ids(&customer), ["3", "1", "2", "3", "8", "1"]);
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
    let read = customer.fields().into_iter().filter(|(_, field)| is_value(*field));
    assert_eq!(read.count(), CustomerDetail::KEYS.len() - 3);
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
    let expected = texts(&["9007199254740992", "9007199254740993", "1725934800123456789"]);
    assert_eq!(ids(&customer), expected.iter().collect::<Vec<_>>());
    let named: Vec<String> = customer.follower_names.value().unwrap().iter().map(|one| text(&one.id)).collect();
    assert_eq!(named, expected);
}

#[test]
fn the_envelope_is_unwrapped() {
    assert_eq!(sample("envelope").customer_no, Field::Value("KH-2021-000233".to_owned()));
}
