//! Fingerprints of a customer's values, to find changes since the last visit.

use std::hash::{Hash, Hasher};

use super::display_text::{display_text, follower_names};
use crate::api::{CustomerDetail, CustomerType, Field, Key, Timestamp, Value};
use crate::locale::Locale;

/// Returns the fingerprint of each key's value, in the order of [`Key::ALL`], as eight hexadecimal digits each.
pub fn fingerprints(customer: &CustomerDetail, salt: &str) -> String {
    let fingerprint = |key: &Key| format!("{:08x}", hash((salt, key.as_str(), displayed(customer, *key))));
    Key::ALL.iter().map(fingerprint).collect()
}

/// Returns what is displayed of a value, the same in every language and configuration. Several values of a response may be
/// displayed alike: `2324.3` and `"2324.30"`.
fn displayed(customer: &CustomerDetail, key: Key) -> Option<String> {
    match customer.get(key) {
        Value::Amount(Field::Value(number)) | Value::Count(Field::Value(number)) => {
            let digits = number.value.without_trailing_zeros(0).to_string();
            Some(digits + number.unit.as_deref().unwrap_or_default())
        }
        Value::Code(Field::Value(text)) | Value::Type(Field::Value(CustomerType::Unknown(text))) => {
            Some(text.clone())
        }
        Value::Type(Field::Value(known)) => Locale::Zh.customer_type(known).map(str::to_owned),
        Value::Time(Field::Value(Timestamp::Moment { milliseconds, .. })) => Some(milliseconds.to_string()),
        Value::FollowerIds(_) | Value::Followers(_) => {
            follower_names(customer, Locale::Zh.texts()).or_else(|| display_text(customer, key))
        }
        _ => display_text(customer, key),
    }
}

/// Returns the keys whose fingerprints differ; none if a version of this page with other keys has stored one of them.
pub fn changed_keys(previous: &str, current: &str) -> Vec<Key> {
    if previous.len() != current.len() {
        return Vec::new();
    }
    let pairs = previous.as_bytes().chunks(8).zip(current.as_bytes().chunks(8));
    let keys = Key::ALL.iter().copied().zip(pairs);
    keys.filter(|(_, (previous, current))| previous != current)
        .map(|(key, _)| key)
        .collect()
}

/// Returns the hash of a value by FNV-1a with 32 bits. The standard library's hasher may change between versions.
fn hash(value: impl Hash) -> u32 {
    let mut hasher = Fnv(0x811c_9dc5);
    value.hash(&mut hasher);
    hasher.0
}

struct Fnv(u32);

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        }
    }

    fn finish(&self) -> u64 {
        self.0.into()
    }
}

#[cfg(test)]
mod tests {
    use leptos::prelude::*;

    use super::*;

    fn of_answer(answer: &str, salt: &str) -> String {
        fingerprints(&crate::api::answer::customer(answer, &Default::default()).unwrap(), salt)
    }

    #[test]
    fn changed_keys_have_different_fingerprints() {
        let before =
            of_answer(r#"{"id": "1", "name": "金职院", "rank": 1, "area": ["浙江省", "杭州市"]}"#, "s");
        let after = of_answer(
            r#"{"id": "1", "name": "金职院", "rank": 2, "area": ["浙江省杭州市"], "from": ""}"#,
            "s",
        );
        assert_eq!(changed_keys(&before, &after), [Key::Area, Key::Rank]);
        assert_eq!(changed_keys(&before, &before), []);
        assert_eq!(changed_keys(&before[8..], &after), [], "another number of keys");
    }

    #[test]
    fn values_that_are_displayed_alike_have_equal_fingerprints() {
        for (one, other) in [
            (r#""totalTurnover": 2324.3"#, r#""totalTurnover": "2324.30""#),
            (r#""totalTurnover": 277.199999999999989"#, r#""totalTurnover": 277.2"#),
            (r#""createdAt": "2021-08-01T12:00:00Z""#, r#""createdAt": 1627819200000"#),
            (
                r#""followers": [1, 2], "followerNames": [{"id": 1, "name": "甲"}, {"id": 2, "name": "乙"}]"#,
                r#""followers": [1, 2], "followerNames": [{"id": 2, "name": "乙"}, {"id": 1, "name": "甲"}]"#,
            ),
        ] {
            let fingerprints = |value| of_answer(&format!(r#"{{"id": "1", {value}}}"#), "s");
            assert_eq!(changed_keys(&fingerprints(one), &fingerprints(other)), [], "{one}");
        }
        for (one, other, key) in [
            (r#""totalTurnover": 2"#, r#""totalTurnover": "2万元""#, Key::TotalTurnover),
            (r#""totalTurnover": 2"#, r#""totalTurnover": 20"#, Key::TotalTurnover),
            (r#""followerNames": ["甲"]"#, r#""followerNames": ["乙"]"#, Key::FollowerNames),
            (r#""followers": true"#, r#""followers": 1.5"#, Key::Followers),
        ] {
            let fingerprints = |value| of_answer(&format!(r#"{{"id": "1", {value}}}"#), "s");
            let changed = changed_keys(&fingerprints(one), &fingerprints(other));
            assert!(changed.contains(&key), "{one}: {changed:?}");
        }
    }

    #[test]
    fn fingerprints_are_the_same_in_every_language() {
        let answer =
            r#"{"id": "1", "type": "CLIENT", "totalTurnover": 2, "followerNames": [{"id": 1}, {"id": 2}]}"#;
        let in_locale = |locale: Locale| {
            Owner::new().with(|| {
                provide_context(RwSignal::new(locale));
                of_answer(answer, "s")
            })
        };
        assert_eq!(in_locale(Locale::En), in_locale(Locale::Zh));
    }

    #[test]
    fn fingerprints_contain_no_values_and_depend_on_the_salt() {
        let answer = r#"{"id": "1", "name": "金职院"}"#;
        assert_eq!(of_answer(answer, "s").len(), 8 * Key::ALL.len());
        assert_ne!(of_answer(answer, "s"), of_answer(answer, "t"));
    }
}
