//! The sections of the record. Each has a list of the keys that it shows; every key is in exactly one list.

pub mod contacts;
pub mod finance;
pub mod followers;
pub mod header;
pub mod rows;
pub mod section;

use crate::api::Key;

/// Basics (基本信息): the keys of no other section.
pub const BASICS: &[Key] = &[
    Key::Description,
    Key::From,
    Key::PartnerRelationship,
    Key::AdvantageousIndustry,
    Key::CreditSituation,
    Key::Rank,
    Key::CreatedAt,
];

/// Classification (归属信息).
pub const CLASSIFICATION: &[Key] = &[Key::DepartmentPath, Key::IndustryPath, Key::Area];

/// IDs (标识): codes for other systems. They come last because users read names.
pub const IDENTIFIERS: &[Key] = &[Key::Id, Key::ManagerId, Key::IndustryId, Key::AreaCode];

/// The keys of each section, in page order.
pub const KEYS: [&[Key]; 6] =
    [header::KEYS, finance::KEYS, BASICS, CLASSIFICATION, followers::KEYS, IDENTIFIERS];

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
