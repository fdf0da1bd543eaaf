//! The sections of the record. Each has a list of the keys that it shows; a key is in one of these lists.

pub mod basics;
pub mod classification;
pub mod contacts;
pub mod finance;
pub mod followers;
pub mod header;
pub mod identifiers;
pub mod rows;
mod section;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Key;

    #[test]
    fn every_key_is_shown_by_exactly_one_section() {
        let sections = [
            header::KEYS,
            finance::KEYS,
            basics::KEYS,
            classification::KEYS,
            followers::KEYS,
            identifiers::KEYS,
        ];
        let shown = sections.concat();
        for key in Key::ALL {
            let times = shown.iter().filter(|shown| *shown == key).count();
            assert_eq!(times, 1, "sections with {key:?} in their KEYS (src/customer/sections)");
        }
    }
}
