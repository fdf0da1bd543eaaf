//! Fingerprints of a customer's values, to find changes since the last visit.

use std::hash::{Hash, Hasher};

use crate::api::{CustomerDetail, Key};

/// Returns the fingerprint of each key's value, in the order of [`Key::ALL`], as eight hexadecimal digits each.
pub fn fingerprints(customer: &CustomerDetail, salt: &str) -> String {
    let fingerprint = |key: &Key| format!("{:08x}", hash((salt, key.as_str(), customer.get(*key))));
    Key::ALL.iter().map(fingerprint).collect()
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
pub fn hash(value: impl Hash) -> u32 {
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
    fn fingerprints_contain_no_values_and_depend_on_the_salt() {
        let answer = r#"{"id": "1", "name": "金职院"}"#;
        assert_eq!(of_answer(answer, "s").len(), 8 * Key::ALL.len());
        assert_ne!(of_answer(answer, "s"), of_answer(answer, "t"));
    }
}
