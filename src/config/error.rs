//! Configuration errors.

use super::SETTINGS;

/// The maximum number of characters of an invalid value in a [`ConfigError`].
const MAX_QUOTED: usize = 100;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// The setting, or `#config` for the block as a whole.
    pub key: String,
    pub kind: ConfigErrorKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigErrorKind {
    /// index.html has no configuration block.
    MissingBlock,
    NotAnObject,
    UnknownSetting,
    Duplicate,
    InvalidValue {
        /// The beginning of the JSON.
        value: String,
        valid: &'static str,
    },
    /// The path of the page is not under `basePath`.
    OutsideBasePath(String),
}

impl ConfigError {
    pub(super) fn new(key: &str, kind: ConfigErrorKind) -> Self {
        Self { key: key.to_owned(), kind }
    }

    #[inline(never)]
    pub(super) fn invalid_value(key: &str, json: &str) -> Self {
        let setting = SETTINGS.iter().find(|(name, _)| *name == key);
        let kind = ConfigErrorKind::InvalidValue {
            value: json.chars().take(MAX_QUOTED).collect(),
            valid: setting.map_or("", |(_, valid)| valid),
        };
        Self::new(key, kind)
    }
}
