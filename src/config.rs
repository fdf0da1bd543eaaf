//! The settings of a deployment, from the JSON block `#config` in index.html (docs/configuration.md).

mod error;
mod links;
mod parse;

use std::sync::Arc;

use leptos::prelude::{provide_context, use_context};

pub use error::{ConfigError, ConfigErrorKind};
pub use links::LinkTarget;
pub use parse::{CODED_KEYS, CodeLabel, Credentials};

use crate::browser;
use crate::json::{self, Json, Raw};
use crate::routes::strip_base;

const MEGABYTE: usize = 1024 * 1024;

/// Generates [`Config`], its defaults, [`SETTINGS`] and [`SETTERS`] from one table.
macro_rules! settings {
    ($(
        $(#[$doc:meta])*
        $key:literal => $vis:vis $field:ident: $type:ty = $default:expr, $parse:expr, $valid:literal;
    )*) => {
        /// The settings of a deployment. The default is a page at `/` with its API at `/api`.
        #[derive(Clone, Debug)]
        #[cfg_attr(test, derive(PartialEq))]
        pub struct Config {
            $($(#[$doc])* $vis $field: $type,)*
        }

        /// The settings and their valid values as JSON, for error messages and docs. `…` stands for any value.
        pub const SETTINGS: &[(&str, &str)] = &[$(($key, $valid)),*];

        impl Default for Config {
            fn default() -> Self {
                Self { $($field: $default,)* }
            }
        }

        /// Sets each setting from its JSON; `None` for an invalid value.
        const SETTERS: &[(&str, fn(&mut Config, Raw<'_>) -> Option<()>)] = &[$(($key, |config, json| {
            // `into` wraps the value of an optional setting in `Some`.
            config.$field = ($parse)(json)?.into();
            Some(())
        })),*];
    };
}

// key => field: type = default, parser, valid values. Fields are `pub(crate)`, so that the compiler reports unused ones;
// only those that a tool or an integration test reads are `pub`.
settings! {
    /// Base URL of the API, without a trailing slash.
    "apiBase" => pub api_base: String = "/api".to_owned(),
        parse::base_url, r#""/…", "https://…""#;
    "credentials" => pub(crate) credentials: Credentials = Credentials::SameOrigin,
        parse::credentials, r#""same-origin", "include", "omit""#;
    /// The storage key under which the CRM's sign-in page stores its bearer token.
    "tokenKey" => pub(crate) token_key: Option<String> = None,
        parse::text, r#""…""#;
    "timeoutSeconds" => pub(crate) timeout_ms: u32 = 15_000,
        |value| parse::whole_number(value, 600).map(|seconds| seconds * 1000), "1 … 600";
    "signInUrl" => pub(crate) sign_in_url: Option<String> = None,
        parse::url, r#""/…", "https://…""#;
    /// Codes of a response envelope that mean success.
    "successCodes" => pub success_codes: Vec<String> = ["0", "00000", "200", "20000", "success", "ok"].map(str::to_owned).to_vec(),
        parse::codes, r#"[0, "ok", …]"#;
    /// Codes of a response envelope that mean that the session has ended.
    "signInCodes" => pub sign_in_codes: Vec<String> = Vec::new(),
        parse::codes, r#"[10001, "NO_SESSION", …]"#;
    /// Codes of a response envelope that mean that the user may not see the customer.
    "forbiddenCodes" => pub forbidden_codes: Vec<String> = Vec::new(),
        parse::codes, r#"[10003, "NO_PERMISSION", …]"#;
    /// ISO 4217 code of all amounts.
    "currency" => pub(crate) currency: Option<String> = None,
        parse::currency, r#""CNY", "USD", …"#;
    /// Unit of all amounts, such as `万元`.
    "unit" => pub(crate) unit: Option<String> = None,
        parse::text, r#""…""#;
    /// IANA name of the time zone for moments; `None` for the browser's.
    "timeZone" => pub(crate) time_zone: Option<String> = None,
        parse::time_zone, r#""Asia/Shanghai", "UTC", …"#;
    /// BCP 47 tag of the language of the data.
    "dataLanguage" => pub(crate) data_language: String = "zh-CN".to_owned(),
        parse::language, r#""zh-CN", "en", …"#;
    /// Labels for codes that the back end sends instead of text.
    "values" => pub(crate) code_labels: Vec<CodeLabel> = Vec::new(),
        parse::code_labels, r#"{"from": {"…": "…"}, …}"#;
    /// Pages of the CRM, as URL templates with `{id}`.
    "links" => pub(crate) links: Vec<(LinkTarget, String)> = Vec::new(),
        parse::links, r#"{"customer": "/…{id}…", "manager": …, "follower": …}"#;
    /// Origins whose pages may embed this one.
    "embedOrigins" => pub(crate) embed_origins: Vec<String> = Vec::new(),
        parse::origins, r#"["https://crm.example.com", …]"#;
    /// Whether changes since the last visit are shown, for which fingerprints of values are kept on the device.
    "rememberVisits" => pub(crate) remember_visits: bool = true,
        parse::boolean, "true, false";
    /// Whether links to customers send the request when the pointer is pressed, before the click.
    "requestOnPress" => pub(crate) request_on_press: bool = true,
        parse::boolean, "true, false";
    /// Maximum size of a response body.
    "maxResponseMegabytes" => pub(crate) max_response_bytes: usize = 64 * MEGABYTE,
        |value| parse::whole_number(value, 1024).map(|megabytes| megabytes as usize * MEGABYTE), "1 … 1024";
    /// The path that the page is served under, without a trailing slash; empty for the root.
    "basePath" => pub base_path: String = String::new(),
        parse::base_path, r#""/…""#;
}

/// Returns the settings of this page.
pub fn config() -> Arc<Config> {
    use_context().unwrap_or_default()
}

impl Config {
    /// Provides these settings as context, for [`config`].
    pub fn provide(self) {
        provide_context(Arc::new(self));
    }

    /// Reads the configuration block of the page. An invalid setting is reported and keeps its default.
    pub fn load() -> (Self, Vec<ConfigError>) {
        let Some(block) = browser::find("#config").and_then(|block| block.text_content()) else {
            return (Self::default(), vec![ConfigError::new("#config", ConfigErrorKind::MissingBlock)]);
        };
        let (mut config, mut errors) = Self::parse(&block);
        if let Some(zone) = config.time_zone.take_if(|zone| !browser::time_zone::is_known(zone)) {
            errors.push(ConfigError::invalid_value("timeZone", &format!("\"{zone}\"")));
        }
        let path = browser::path();
        if strip_base(&path, &config.base_path).is_none() {
            errors.push(ConfigError::new("basePath", ConfigErrorKind::OutsideBasePath(path)));
        }
        (config, errors)
    }

    /// Parses a configuration block. The last one of duplicate settings wins, as in boot.js.
    pub fn parse(block: &str) -> (Self, Vec<ConfigError>) {
        let Some(Json::Object(object)) = json::parse(block).map(Raw::peek) else {
            return (Self::default(), vec![ConfigError::new("#config", ConfigErrorKind::NotAnObject)]);
        };
        let mut errors = Vec::new();
        for (key, _) in object.members() {
            if !SETTINGS.iter().any(|(name, _)| *name == key) {
                errors.push(ConfigError::new(key, ConfigErrorKind::UnknownSetting));
            }
        }
        for key in object.duplicate_keys() {
            errors.push(ConfigError::new(key, ConfigErrorKind::Duplicate));
        }
        let mut config = Self::default();
        for (key, set) in SETTERS {
            // `null` is the same as a missing key.
            if let Some(json) = object.get(key).filter(|json| !json.is_null())
                && set(&mut config, json).is_none()
            {
                errors.push(ConfigError::invalid_value(key, json.text()));
            }
        }
        (config, errors)
    }

    /// Returns the configured label of a code of an API key.
    pub fn code_label(&self, key: &str, code: &str) -> Option<&str> {
        let label = self.code_labels.iter().find(|label| label.key == key && label.code == code)?;
        Some(&label.label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn errors_of(block: &str) -> Vec<(String, ConfigErrorKind)> {
        let (_, errors) = Config::parse(block);
        errors.into_iter().map(|error| (error.key, error.kind)).collect()
    }

    #[test]
    fn parses_every_setting() {
        let (config, errors) = Config::parse(
            r#"{"apiBase": "https://api.example.com/v1/", "credentials": "include", "tokenKey": "token",
                "timeoutSeconds": 30, "signInUrl": "/login?back={address}", "successCodes": [0, "OK"],
                "signInCodes": [10001], "forbiddenCodes": ["NO_PERMISSION"], "currency": "CNY", "unit": "万元", "timeZone": "Asia/Shanghai", "dataLanguage": "zh-Hant-TW",
                "values": {"from": {"referral": "转介绍"}, "type": {"ALLY": "联盟"}},
                "links": {"manager": "/crm/users/{id}"}, "embedOrigins": ["https://crm.example.com"],
                "rememberVisits": false, "requestOnPress": false, "maxResponseMegabytes": 8, "basePath": "/crm/"}"#,
        );
        let label = |key, code: &str, label: &str| CodeLabel { key, code: code.into(), label: label.into() };
        assert_eq!(errors, []);
        assert_eq!(
            config,
            Config {
                api_base: "https://api.example.com/v1".into(),
                credentials: Credentials::Include,
                token_key: Some("token".into()),
                timeout_ms: 30_000,
                sign_in_url: Some("/login?back={address}".into()),
                success_codes: vec!["0".into(), "OK".into()],
                sign_in_codes: vec!["10001".into()],
                forbidden_codes: vec!["NO_PERMISSION".into()],
                currency: Some("CNY".into()),
                unit: Some("万元".into()),
                time_zone: Some("Asia/Shanghai".into()),
                data_language: "zh-Hant-TW".into(),
                links: vec![(LinkTarget::Manager, "/crm/users/{id}".into())],
                embed_origins: vec!["https://crm.example.com".into()],
                code_labels: vec![label("from", "referral", "转介绍"), label("type", "ALLY", "联盟")],
                remember_visits: false,
                request_on_press: false,
                max_response_bytes: 8 * 1024 * 1024,
                base_path: "/crm".into(),
            }
        );
    }

    #[test]
    fn empty_block_and_nulls_keep_the_defaults() {
        for block in ["{}", r#"{"apiBase": null, "timeoutSeconds": null, "currency": null}"#] {
            assert_eq!(Config::parse(block), (Config::default(), vec![]));
        }
    }

    #[test]
    fn invalid_settings_are_reported_and_keep_their_defaults() {
        let (config, errors) =
            Config::parse(r#"{"timeoutSeconds": "soon", "currency": "RMB¥", "colour": null, "unit": "元"}"#);
        let invalid = |value: &str, valid| ConfigErrorKind::InvalidValue { value: value.to_owned(), valid };
        let errors: Vec<_> = errors.into_iter().map(|error| (error.key, error.kind)).collect();
        assert_eq!(
            errors,
            [
                ("colour".to_owned(), ConfigErrorKind::UnknownSetting),
                ("timeoutSeconds".to_owned(), invalid("\"soon\"", "1 … 600")),
                ("currency".to_owned(), invalid("\"RMB¥\"", r#""CNY", "USD", …"#)),
            ]
        );
        assert_eq!((config.timeout_ms, config.unit.as_deref()), (15_000, Some("元")));
    }

    #[test]
    fn duplicate_settings_are_reported_and_the_last_one_wins() {
        let (config, errors) = Config::parse(r#"{"unit": "元", "currency": "CNY", "unit": "万元"}"#);
        assert_eq!(
            errors,
            [ConfigError {
                key: "unit".into(),
                kind: ConfigErrorKind::Duplicate
            }]
        );
        assert_eq!(config.unit.as_deref(), Some("万元"));
    }

    #[test]
    fn block_that_is_not_an_object_is_reported() {
        for block in ["", "[]", "{", "null", "{\"apiBase\": \"/api\",}"] {
            assert_eq!(errors_of(block), [("#config".to_owned(), ConfigErrorKind::NotAnObject)], "{block}");
        }
    }
}
