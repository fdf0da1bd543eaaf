//! What an operator sets without a rebuild: the JSON block `#config` in index.html, checked key by key.

use std::sync::Arc;

use leptos::prelude::{provide_context, use_context};
use serde::de::Error;
use serde::de::value::MapDeserializer;
use serde::{Deserialize, Deserializer};

use crate::browser::{self, storage};
use crate::json::{self, Json, Misfit, Raw};

/// The settings of a deployment. [`Config::default`] is a page at `/` beside an API at `/api`.
///
/// A key, its field, and the rule that says which values it takes.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Where the API is, without a slash at the end: a root-relative path or an http(s) URL.
    #[serde(rename = "apiBase", deserialize_with = "api_base")]
    pub api_base: String,
    /// Whether requests carry cookies.
    #[serde(rename = "credentials", deserialize_with = "credentials")]
    pub credentials: Credentials,
    /// The name under which the sign-in keeps a bearer token in sessionStorage or localStorage.
    #[serde(rename = "tokenKey", deserialize_with = "some_text")]
    pub token_key: Option<String>,
    /// How long one answer may take. Configured in seconds, held in milliseconds.
    #[serde(rename = "timeoutSeconds", deserialize_with = "timeout")]
    pub timeout_ms: u32,
    /// Where to sign in. `{address}` in it becomes the present address.
    #[serde(rename = "signInUrl", deserialize_with = "web_url")]
    pub sign_in_url: Option<String>,
    /// The codes of an answer's envelope that mean success.
    #[serde(rename = "successCodes", deserialize_with = "codes")]
    pub success_codes: Vec<String>,
    /// The ISO 4217 code of all amounts.
    #[serde(rename = "currency", deserialize_with = "currency")]
    pub currency: Option<String>,
    /// What all amounts are counted in, such as `万元`.
    #[serde(rename = "unit", deserialize_with = "some_text")]
    pub unit: Option<String>,
    /// The IANA name of the time zone in which moments are shown; the browser's own where there is none.
    #[serde(rename = "timeZone", deserialize_with = "time_zone")]
    pub time_zone: Option<String>,
    /// The BCP 47 tag of the language that the data is in, whatever the language of the page.
    #[serde(rename = "dataLanguage", deserialize_with = "language")]
    pub data_language: String,
    /// Where in the CRM the customer, its manager and its followers are.
    #[serde(rename = "links", deserialize_with = "links")]
    pub links: Vec<(Linked, String)>,
    /// The origins whose pages may show this one as a part of theirs, as browsers write them: `https://crm.example.com`.
    #[serde(rename = "embedOrigins", deserialize_with = "origins")]
    pub embed_origins: Vec<String>,
    /// The words for codes that back ends send where people expect words.
    #[serde(rename = "values", deserialize_with = "words")]
    pub words: Vec<Word>,
    /// The largest answer that is read. Configured in megabytes, held in bytes.
    #[serde(rename = "maxAnswerMegabytes", deserialize_with = "megabytes")]
    pub max_answer_bytes: usize,
    /// The path this page lives under, without a slash at the end; empty for the root.
    #[serde(rename = "basePath", deserialize_with = "base_path")]
    pub base_path: String,
}

/// The settings of this page, for whatever is drawn on it.
pub fn config() -> Arc<Config> {
    use_context().unwrap_or_default()
}

/// The keys of an answer whose values may be codes.
pub const CODED_KEYS: [&str; 6] = [
    "from",
    "levelName",
    "type",
    "partnerRelationship",
    "advantageousIndustry",
    "creditSituation",
];

/// What a code means, as people say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The key of the answer in which the code comes, one of [`CODED_KEYS`].
    pub key: &'static str,
    /// The code, as it comes.
    pub code: String,
    /// What is shown in its place.
    pub word: String,
}

/// What a page of the CRM can be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Linked {
    /// A customer.
    Customer,
    /// The manager of a customer.
    Manager,
    /// A follower of a customer.
    Follower,
}

impl Linked {
    const ALL: [Self; 3] = [Self::Customer, Self::Manager, Self::Follower];

    /// The word for it in the configuration, and in what a host is told.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Manager => "manager",
            Self::Follower => "follower",
        }
    }
}

/// The most characters of a value that a [`Problem`] quotes.
const MAX_SHOWN: usize = 100;
const MEGABYTE: usize = 1024 * 1024;

/// Whether requests carry cookies, as `fetch` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Credentials {
    /// To the page's own origin only.
    SameOrigin,
    /// To the API's origin too.
    Include,
    /// Never.
    Omit,
}

impl Credentials {
    /// The word `fetch` knows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SameOrigin => "same-origin",
            Self::Include => "include",
            Self::Omit => "omit",
        }
    }
}

/// Something wrong with the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The key it is about; `#config` for the block as a whole.
    pub key: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What can be wrong with a part of the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no such block in the page.
    Missing,
    /// The block is no JSON object.
    NoObject,
    /// There is no such key.
    UnknownKey,
    /// The key does not take this value (its JSON).
    BadValue(String),
    /// The page is not under this base path; holds the page's own path.
    OutsideBase(String),
}

impl Default for Config {
    fn default() -> Self {
        Self {
            api_base: "/api".to_owned(),
            credentials: Credentials::SameOrigin,
            token_key: None,
            timeout_ms: 15_000,
            sign_in_url: None,
            success_codes: ["0", "00000", "200", "20000", "success", "ok"].map(str::to_owned).to_vec(),
            currency: None,
            unit: None,
            time_zone: None,
            data_language: "zh-CN".to_owned(),
            links: Vec::new(),
            embed_origins: Vec::new(),
            words: Vec::new(),
            max_answer_bytes: 64 * MEGABYTE,
            base_path: String::new(),
        }
    }
}

impl Config {
    /// Makes these settings known to the whole page: they are its [`config`].
    pub fn provide(self) {
        provide_context(Arc::new(self));
    }

    /// Reads the page's configuration. What is wrong with it keeps its default and is reported.
    pub fn load() -> (Self, Vec<Problem>) {
        let Some(block) = browser::text_of("config") else {
            let missing = Problem { key: "#config".to_owned(), fault: Fault::Missing };
            return (Self::default(), vec![missing]);
        };
        let (mut config, mut problems) = Self::parse(&block);
        if let Some(zone) = config.time_zone.take_if(|zone| !browser::time_zone::is_known(zone)) {
            let fault = Fault::BadValue(format!("\"{zone}\""));
            problems.push(Problem { key: "timeZone".to_owned(), fault });
        }
        let path = browser::path();
        if !config.has_path(&path) {
            problems.push(Problem {
                key: "basePath".to_owned(),
                fault: Fault::OutsideBase(path),
            });
        }
        (config, problems)
    }

    /// Reads a configuration block, each key for itself; `null` leaves a key at its default.
    pub fn parse(block: &str) -> (Self, Vec<Problem>) {
        let Some(Json::Object(object)) = json::parse(block).map(Raw::look) else {
            return (Self::default(), vec![Problem { key: "#config".to_owned(), fault: Fault::NoObject }]);
        };
        let mut problems = Vec::new();
        let mut right = Vec::new();
        for (key, raw) in object.members() {
            // Alone first: what is wrong with one key is said of that key, and costs no other.
            let value = || raw.text().chars().take(MAX_SHOWN).collect();
            let fault = match Self::of_members(vec![(key, raw)]) {
                Err(Misfit::UnknownField) => Fault::UnknownKey,
                _ if raw.text() == "null" => continue,
                Err(Misfit::WrongValue) => Fault::BadValue(value()),
                Ok(_) => {
                    right.push((key, raw));
                    continue;
                }
            };
            problems.push(Problem { key: key.to_owned(), fault });
        }
        (Self::of_members(right).unwrap_or_default(), problems)
    }

    fn of_members<'a>(members: Vec<(&'a str, Raw<'a>)>) -> Result<Self, Misfit> {
        Self::deserialize(MapDeserializer::new(members.into_iter()))
    }

    /// The word for a code that comes in a key of the answer, where one is configured.
    pub fn word(&self, key: &str, code: &str) -> Option<&str> {
        self.words
            .iter()
            .find(|word| word.key == key && word.code == code)
            .map(|word| word.word.as_str())
    }

    /// Whether a path of this origin belongs to the page: `/crm` is its base's own, `/crmx` is not.
    pub fn has_path(&self, path: &str) -> bool {
        path.strip_prefix(&self.base_path)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The address of a customer's page, from the root.
    pub fn customer_path(&self, id: &str) -> String {
        format!("{}/customers/{}", self.base_path, crate::url::encode_segment(id))
    }

    /// The address of the start page, from the root.
    pub fn home_path(&self) -> String {
        format!("{}/", self.base_path)
    }

    /// The bearer token, where one is configured, stored, and fit to stand in a header.
    pub fn token(&self) -> Option<String> {
        let stored = storage::read_token(self.token_key.as_deref()?)?;
        let token = stored.trim_ascii().trim_matches('"').to_owned();
        let is_plain = !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_graphic());
        is_plain.then_some(token)
    }

    /// Whether nobody is signed in any more, as far as the page can tell: a token is configured, and there is none.
    pub fn is_signed_out(&self) -> bool {
        self.token_key.is_some() && self.token().is_none()
    }

    /// Where to sign in; `{address}` in it stands for the address to come back to, percent-encoded.
    pub fn sign_in_template(&self) -> Option<String> {
        let url = self.sign_in_url.as_ref()?;
        let joint = if url.contains('?') { '&' } else { '?' };
        Some(if url.contains("{address}") {
            url.clone()
        } else {
            format!("{url}{joint}return={{address}}")
        })
    }

    /// Where to sign in and come back to `address` afterwards.
    pub fn sign_in_link(&self, address: &str) -> Option<String> {
        Some(
            self.sign_in_template()?
                .replace("{address}", &crate::url::encode_segment(address)),
        )
    }

    /// The address in the CRM of what has this id, where one is configured and the id can stand in an address.
    pub fn link(&self, to: Linked, id: &str) -> Option<String> {
        let (_, template) = self.links.iter().find(|(linked, _)| *linked == to)?;
        crate::url::is_segment(id).then(|| template.replace("{id}", &crate::url::encode_segment(id)))
    }
}

/// A text that is not blank, if a rule makes something of it.
fn checked<'de, D: Deserializer<'de>, T>(json: D, rule: impl Fn(&str) -> Option<T>) -> Result<T, D::Error> {
    match Raw::deserialize(json)?.look() {
        Json::Text(text) if !text.trim_ascii().is_empty() => rule(text.trim_ascii()),
        _ => None,
    }
    .ok_or_else(|| D::Error::custom("no such text"))
}

fn some_text<'de, D: Deserializer<'de>>(json: D) -> Result<Option<String>, D::Error> {
    checked(json, |text| Some(Some(text.to_owned())))
}

fn api_base<'de, D: Deserializer<'de>>(json: D) -> Result<String, D::Error> {
    checked(json, |text| base(text).filter(|_| is_web_url(text)))
}

fn base_path<'de, D: Deserializer<'de>>(json: D) -> Result<String, D::Error> {
    checked(json, |text| base(text).filter(|_| is_root_relative(text)))
}

fn web_url<'de, D: Deserializer<'de>>(json: D) -> Result<Option<String>, D::Error> {
    checked(json, |text| is_web_url(text).then(|| Some(text.to_owned())))
}

fn currency<'de, D: Deserializer<'de>>(json: D) -> Result<Option<String>, D::Error> {
    checked(json, |text| is_currency(text).then(|| Some(text.to_owned())))
}

fn credentials<'de, D: Deserializer<'de>>(json: D) -> Result<Credentials, D::Error> {
    let modes = [Credentials::SameOrigin, Credentials::Include, Credentials::Omit];
    checked(json, |text| modes.into_iter().find(|mode| mode.as_str() == text))
}

/// A whole number, from 1 to the largest.
fn whole_number<'de, D: Deserializer<'de>>(json: D, largest: u32) -> Result<u32, D::Error> {
    let number = Raw::deserialize(json)?.text().parse().ok();
    number
        .filter(|number| (1..=largest).contains(number))
        .ok_or_else(|| D::Error::custom("no such number"))
}

/// Seconds, as milliseconds.
fn timeout<'de, D: Deserializer<'de>>(json: D) -> Result<u32, D::Error> {
    whole_number(json, 600).map(|seconds| seconds * 1000)
}

/// Megabytes, as bytes.
fn megabytes<'de, D: Deserializer<'de>>(json: D) -> Result<usize, D::Error> {
    whole_number(json, 1024).map(|megabytes| megabytes as usize * MEGABYTE)
}

/// What looks like an IANA name; whether it is one the browser says ([`Config::load`]).
fn time_zone<'de, D: Deserializer<'de>>(json: D) -> Result<Option<String>, D::Error> {
    let is_name = |text: &str| {
        text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/_+-".contains(&byte))
            && text.starts_with(|first: char| first.is_ascii_alphabetic())
    };
    checked(json, |text| is_name(text).then(|| Some(text.to_owned())))
}

/// A BCP 47 tag: `zh-CN`, `zh-Hant-TW`.
fn language<'de, D: Deserializer<'de>>(json: D) -> Result<String, D::Error> {
    let is_subtag = |subtag: &str| {
        (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let is_tag = |text: &str| {
        let first = text.split('-').next().unwrap_or_default();
        let is_language =
            (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
        is_language && text.split('-').all(is_subtag)
    };
    checked(json, |text| is_tag(text).then(|| text.to_owned()))
}

fn codes<'de, D: Deserializer<'de>>(json: D) -> Result<Vec<String>, D::Error> {
    let code = |raw: &Raw<'_>| match raw.look() {
        Json::Number(digits) => Some(digits.to_owned()),
        Json::Text(text) => Some(text.into_owned()),
        _ => None,
    };
    let codes = match Raw::deserialize(json)?.look() {
        Json::List(items) => items.iter().map(code).collect(),
        _ => None,
    };
    codes.ok_or_else(|| D::Error::custom("no list of codes"))
}

/// `{"from": {"referral": "转介绍"}}`: of each key its codes, and of each code its word.
fn words<'de, D: Deserializer<'de>>(json: D) -> Result<Vec<Word>, D::Error> {
    words_of(Raw::deserialize(json)?).ok_or_else(|| D::Error::custom("no words for codes"))
}

fn words_of(json: Raw<'_>) -> Option<Vec<Word>> {
    let Json::Object(keys) = json.look() else { return None };
    let mut words = Vec::new();
    for (name, codes) in keys.members() {
        let key = CODED_KEYS.into_iter().find(|key| *key == name)?;
        let Json::Object(codes) = codes.look() else { return None };
        for (code, word) in codes.members() {
            let Json::Text(word) = word.look() else { return None };
            let word = word.trim_ascii().to_owned();
            words.push((!word.is_empty()).then(|| Word { key, code: code.to_owned(), word })?);
        }
    }
    Some(words)
}

/// `{"customer": "/crm/customers/{id}"}`: of what the CRM has pages, where they are.
fn links<'de, D: Deserializer<'de>>(json: D) -> Result<Vec<(Linked, String)>, D::Error> {
    links_of(Raw::deserialize(json)?).ok_or_else(|| D::Error::custom("no links"))
}

fn links_of(json: Raw<'_>) -> Option<Vec<(Linked, String)>> {
    let Json::Object(links) = json.look() else { return None };
    let link = |(name, template): (&str, Raw<'_>)| {
        let linked = Linked::ALL.into_iter().find(|linked| linked.as_str() == name)?;
        let Json::Text(template) = template.look() else {
            return None;
        };
        let template = template.trim_ascii();
        is_link_template(template).then(|| (linked, template.to_owned()))
    };
    links.members().into_iter().map(link).collect()
}

/// `["https://crm.example.com"]`, each as browsers write it.
fn origins<'de, D: Deserializer<'de>>(json: D) -> Result<Vec<String>, D::Error> {
    let origin = |raw: &Raw<'_>| match raw.look() {
        Json::Text(text) if is_origin(&text) => Some(text.into_owned()),
        _ => None,
    };
    let origins = match Raw::deserialize(json)?.look() {
        Json::List(items) => items.iter().map(origin).collect(),
        _ => None,
    };
    origins.ok_or_else(|| D::Error::custom("no list of origins"))
}

/// An address with a place for an id, which is not in its host.
fn is_link_template(url: &str) -> bool {
    let host = url
        .split("://")
        .nth(1)
        .and_then(|rest| rest.split(['/', '?', '#']).next())
        .unwrap_or_default();
    is_web_url(url) && url.contains("{id}") && !host.contains(['{', '}'])
}

/// Whether a text is an origin letter by letter as browsers write it, so that the two can be compared: in small letters, in
/// ASCII, without the usual port and without a slash at the end.
fn is_origin(text: &str) -> bool {
    let Some((scheme @ ("http" | "https"), host)) = text.split_once("://") else {
        return false;
    };
    let (name, port) = host.rsplit_once(':').filter(|_| !host.ends_with(']')).unwrap_or((host, "1"));
    let usual = if scheme == "https" { "443" } else { "80" };
    let is_port = port != usual && !port.starts_with('0') && port.parse::<u16>().is_ok();
    let is_written =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'_');
    let is_ipv6 = name
        .strip_prefix('[')
        .and_then(|name| name.strip_suffix(']'))
        .is_some_and(|address| {
            address
                .bytes()
                .all(|byte| byte == b':' || matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
                && address.contains(':')
        });
    is_port && !name.is_empty() && (is_ipv6 || name.bytes().all(is_written))
}

fn is_currency(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// A path or URL without a query, and without the slashes at its end.
fn base(text: &str) -> Option<String> {
    (!text.contains(['?', '#'])).then(|| text.trim_end_matches('/').to_owned())
}

/// An http(s) URL, or a path from this origin's root: nothing that runs as a script, nothing that looks like a path
/// and leads to another host.
fn is_web_url(url: &str) -> bool {
    let behind_scheme = ["https://", "http://"].iter().find_map(|scheme| url.strip_prefix(scheme));
    behind_scheme.map_or_else(|| is_root_relative(url), |rest| has_host(rest) && !has_tricks(url))
}

/// Whether what stands behind a scheme begins with a host. With a user before it no request is sent.
fn has_host(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    !host.is_empty() && !host.starts_with(':') && !host.contains('@')
}

fn is_root_relative(url: &str) -> bool {
    url.starts_with('/') && !url.starts_with("//") && !has_tricks(url)
}

/// Browsers read a backslash as a slash, and pass over tabs and line ends. U+FEFF is white space to a script, not to Rust.
fn has_tricks(url: &str) -> bool {
    let is_trick = |character: char| {
        matches!(character, '\\' | '\u{feff}') || character.is_whitespace() || character.is_control()
    };
    url.contains(is_trick)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(block: &str) -> Vec<(String, Fault)> {
        Config::parse(block)
            .1
            .into_iter()
            .map(|problem| (problem.key, problem.fault))
            .collect()
    }

    #[test]
    fn reads_every_key() {
        let (config, problems) = Config::parse(
            r#"{"apiBase": "https://api.example.com/v1/", "credentials": "include", "tokenKey": "token",
                "timeoutSeconds": 30, "signInUrl": "/login?back={address}", "successCodes": [0, "OK"],
                "currency": "CNY", "unit": "万元", "timeZone": "Asia/Shanghai", "dataLanguage": "zh-Hant-TW",
                "values": {"from": {"referral": "转介绍"}, "type": {"ALLY": "联盟"}},
                "links": {"manager": "/crm/users/{id}"}, "embedOrigins": ["https://crm.example.com"],
                "maxAnswerMegabytes": 8, "basePath": "/crm/"}"#,
        );
        assert_eq!(problems, []);
        assert_eq!(
            config,
            Config {
                api_base: "https://api.example.com/v1".into(),
                credentials: Credentials::Include,
                token_key: Some("token".into()),
                timeout_ms: 30_000,
                sign_in_url: Some("/login?back={address}".into()),
                success_codes: vec!["0".into(), "OK".into()],
                currency: Some("CNY".into()),
                unit: Some("万元".into()),
                time_zone: Some("Asia/Shanghai".into()),
                data_language: "zh-Hant-TW".into(),
                links: vec![(Linked::Manager, "/crm/users/{id}".into())],
                embed_origins: vec!["https://crm.example.com".into()],
                words: vec![
                    Word {
                        key: "from",
                        code: "referral".into(),
                        word: "转介绍".into()
                    },
                    Word {
                        key: "type",
                        code: "ALLY".into(),
                        word: "联盟".into()
                    },
                ],
                max_answer_bytes: 8 * 1024 * 1024,
                base_path: "/crm".into(),
            }
        );
    }

    #[test]
    fn codes_have_words_only_in_the_keys_that_they_are_configured_for() {
        let (config, _) = Config::parse(r#"{"values": {"from": {"3": "官网", "a": " 甲 "}}}"#);
        assert_eq!(config.word("from", "3"), Some("官网"));
        assert_eq!(config.word("from", "a"), Some("甲"));
        assert_eq!(config.word("from", "A"), None);
        assert_eq!(config.word("levelName", "3"), None);
        for wrong in [
            "[]",
            "\"from\"",
            r#"{"form": {}}"#,
            r#"{"name": {"a": "b"}}"#,
            r#"{"from": []}"#,
            r#"{"from": {"a": 1}}"#,
            r#"{"from": {"a": " "}}"#,
            r#"{"from": {"a": null}}"#,
        ] {
            let expected = ("values".to_owned(), Fault::BadValue(wrong.to_owned()));
            assert_eq!(problems(&format!(r#"{{"values": {wrong}}}"#)), [expected], "{wrong}");
        }
    }

    #[test]
    fn links_have_a_place_for_an_id_and_lead_to_the_web() {
        let (config, _) = Config::parse(
            r#"{"links": {"customer": "/crm/customers/{id}?from={id}", "follower": " https://crm.example/#/users/{id} "}}"#,
        );
        assert_eq!(
            config.link(Linked::Customer, "a/b 客"),
            Some("/crm/customers/a%2Fb%20%E5%AE%A2?from=a%2Fb%20%E5%AE%A2".into())
        );
        assert_eq!(
            config.link(Linked::Follower, "{id}"),
            Some("https://crm.example/#/users/%7Bid%7D".into())
        );
        assert_eq!(config.link(Linked::Manager, "7"), None);
        for id in ["", " ", ".", "..", "a/..", "\u{7}"] {
            assert_eq!(config.link(Linked::Customer, id), None, "{id:?}");
        }
        for wrong in [
            "[]",
            "\"/{id}\"",
            r#"{"boss": "/{id}"}"#,
            r#"{"customer": "/crm/customers/"}"#,
            r#"{"customer": null}"#,
            r#"{"customer": ["/{id}"]}"#,
            r#"{"customer": "crm/{id}"}"#,
            r#"{"customer": "//evil.example/{id}"}"#,
            r#"{"customer": "javascript:alert({id})"}"#,
            r#"{"customer": "https://{id}.example/{id}"}"#,
            r#"{"customer": "{id}"}"#,
        ] {
            let expected = ("links".to_owned(), Fault::BadValue(wrong.to_owned()));
            assert_eq!(problems(&format!(r#"{{"links": {wrong}}}"#)), [expected], "{wrong}");
        }
    }

    #[test]
    fn origins_are_written_as_browsers_write_them() {
        for origin in [
            "https://crm.example.com",
            "http://intranet:8080",
            "http://127.0.0.1:443",
            "https://[::1]:8443",
        ] {
            assert_eq!(problems(&format!(r#"{{"embedOrigins": ["{origin}"]}}"#)), [], "{origin}");
        }
        for origin in [
            "*",
            "null",
            "",
            "crm.example.com",
            "https://",
            "https://*.example.com",
            "https://crm.example.com/",
            "https://crm.example.com/crm",
            "https://CRM.example.com",
            "https://客户.example",
            "https://crm.example.com:443",
            "http://crm.example.com:80",
            "http://crm.example.com:",
            "http://crm.example.com:99999",
            "https://u:p@crm.example.com",
            "https://[::1",
            "https://[x]",
            "file://",
            " https://crm.example.com",
        ] {
            assert!(!is_origin(origin), "{origin}");
        }
        assert_eq!(problems(r#"{"embedOrigins": "https://a.example"}"#).len(), 1);
        assert_eq!(problems(r#"{"embedOrigins": ["https://a.example", 1]}"#).len(), 1);
        assert_eq!(problems(r#"{"embedOrigins": []}"#), []);
    }

    #[test]
    fn an_empty_block_and_nulls_leave_the_defaults() {
        for block in ["{}", r#"{"apiBase": null, "timeoutSeconds": null, "currency": null}"#] {
            assert_eq!(Config::parse(block), (Config::default(), vec![]));
        }
    }

    #[test]
    fn names_what_is_wrong_and_keeps_the_rest() {
        let (config, problems) =
            Config::parse(r#"{"timeoutSeconds": "soon", "currency": "RMB¥", "colour": 1, "unit": "元"}"#);
        let keys: Vec<_> = problems.iter().map(|problem| problem.key.as_str()).collect();
        assert_eq!(keys, ["timeoutSeconds", "currency", "colour"]);
        assert_eq!(problems[0].fault, Fault::BadValue("\"soon\"".into()));
        assert_eq!(problems[2].fault, Fault::UnknownKey);
        assert_eq!((config.timeout_ms, config.unit.as_deref()), (15_000, Some("元")));
    }

    #[test]
    fn a_block_that_is_no_object_is_said_to_be_none() {
        for block in ["", "[]", "{", "null", "{\"apiBase\": \"/api\",}"] {
            assert_eq!(problems(block), [("#config".to_owned(), Fault::NoObject)], "{block}");
        }
    }

    #[test]
    fn names_of_zones_and_languages_and_numbers_are_checked() {
        for (key, right, wrong) in [
            (
                "timeZone",
                r#""UTC" "Etc/GMT+8" "America/Argentina/Buenos_Aires""#,
                r#""" "+08:00" "Asia/上海" 8"#,
            ),
            (
                "dataLanguage",
                r#""zh" "en-GB" "zh-Hans-CN" "yue""#,
                r#""" "中文" "z" "zh_CN" "zh-" "english" 1"#,
            ),
            ("maxAnswerMegabytes", "1 1024", r#"0 1025 1.5 -1 "64" true"#),
        ] {
            for value in right.split(' ') {
                assert_eq!(problems(&format!(r#"{{"{key}": {value}}}"#)), [], "{key}: {value}");
            }
            for value in wrong.split(' ') {
                let expected = (key.to_owned(), Fault::BadValue(value.to_owned()));
                assert_eq!(problems(&format!(r#"{{"{key}": {value}}}"#)), [expected], "{key}: {value}");
            }
        }
    }

    #[test]
    fn only_web_addresses_are_taken() {
        for url in ["https://sso.example.com/in?x=1", "http://intranet", "/login", "/"] {
            assert!(is_web_url(url), "{url}");
        }
        for url in [
            "javascript:alert(1)",
            "data:text/html,x",
            "//evil.example",
            "/\\evil.example",
            "login",
            "https://",
            "https:///x",
            "https://:80",
            "https://u:p@host",
            "https://?x",
            "ftp://x",
            "/\t/evil",
            "java\nscript:x",
            "",
            "HTTPS://x\\y",
        ] {
            assert!(!is_web_url(url), "{url}");
        }
    }

    #[test]
    fn the_base_path_ends_at_a_segment() {
        let (config, _) = Config::parse(r#"{"basePath": "/crm/"}"#);
        assert!(config.has_path("/crm") && config.has_path("/crm/customers/1"));
        assert!(!config.has_path("/crmx") && !config.has_path("/"));
        assert!(Config::default().has_path("/customers/1"));
        assert_eq!(config.customer_path("a/b"), "/crm/customers/a%2Fb");
    }

    #[test]
    fn signing_in_leads_back_to_the_present_address() {
        let link = |url: &str| {
            let config = Config { sign_in_url: Some(url.into()), ..Config::default() };
            config.sign_in_link("https://crm.example/customers/1?a=b").unwrap()
        };
        let back = "https%3A%2F%2Fcrm.example%2Fcustomers%2F1%3Fa%3Db";
        assert_eq!(link("/login?to={address}"), format!("/login?to={back}"));
        assert_eq!(link("/login"), format!("/login?return={back}"));
        assert_eq!(link("/login?x=1"), format!("/login?x=1&return={back}"));
    }
}
