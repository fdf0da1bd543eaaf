//! The sections of the record. Each has a list of the keys that it shows; every key is in exactly one list.

pub mod basics;
pub mod classification;
pub mod contacts;
pub mod finance;
pub mod followers;
pub mod header;
pub mod identifiers;
pub mod rows;
mod section;

use crate::api::Key;

/// The keys of each section, in page order.
pub const KEYS: [&[Key]; 6] = [
    header::KEYS,
    finance::KEYS,
    basics::KEYS,
    classification::KEYS,
    followers::KEYS,
    identifiers::KEYS,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_shown_by_exactly_one_section() {
        let shown = KEYS.concat();
        for key in Key::ALL {
            let times = shown.iter().filter(|shown| *shown == key).count();
            assert_eq!(times, 1, "sections with {key:?} in their KEYS (src/customer/sections)");
        }
    }
}
