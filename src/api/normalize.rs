//! JSON → normalized values: general rules for the many ways in which back ends write a value.
//!
//! [`normalize`] applies the rules that all types share. A type then takes one value ([`scalar`]) or several.
//! `docs/api.md` lists the rules by name. An ambiguous value is not guessed: the field shows its raw text.

use super::entities;
use crate::decimal::Decimal;
use crate::json::{Json, Object, Raw, has_ending, is_spelled_alike, may_be_json, parse, stem};
use crate::plain_text::to_half_width;

/// A rule that was applied to a value. `make check-answer` names the rules of each key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    Wrapper,
    NoValueFlag,
    Reference,
    ListOfOne,
    SeveralWords,
    TextSegments,
    JsonText,
    ObjectAsList,
    Levels,
    Tree,
    CodeAndName,
    SeparatedText,
    Person,
    IdToName,
    PairedLists,
    WholeNumber,
    WordForNothing,
    Money,
    PlainWords,
    FloatNoise,
    Time,
    Zone,
    CleanText,
}

impl Rule {
    /// The name in `docs/api.md`.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn name(self) -> &'static str {
        match self {
            Self::Wrapper => "wrapper",
            Self::NoValueFlag => "no-value flag",
            Self::Reference => "object with words",
            Self::ListOfOne => "list of one",
            Self::SeveralWords => "several words",
            Self::TextSegments => "text segments",
            Self::JsonText => "JSON text",
            Self::ObjectAsList => "object as list",
            Self::Levels => "levels",
            Self::Tree => "tree",
            Self::CodeAndName => "code and name",
            Self::SeparatedText => "separated text",
            Self::Person => "person",
            Self::IdToName => "id to name",
            Self::PairedLists => "paired lists",
            Self::WholeNumber => "whole number",
            Self::WordForNothing => "word for nothing",
            Self::Money => "money",
            Self::PlainWords => "plain words",
            Self::FloatNoise => "float noise",
            Self::Time => "time",
            Self::Zone => "time zone",
            Self::CleanText => "clean text",
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
thread_local! {
    static APPLIED: std::cell::RefCell<Vec<Rule>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// Records a rule for [`applied_rules`]. In the browser it does nothing.
pub fn note(rule: Rule) {
    #[cfg(target_arch = "wasm32")]
    let _ = rule;
    #[cfg(not(target_arch = "wasm32"))]
    APPLIED.with_borrow_mut(|applied| {
        if !applied.contains(&rule) {
            applied.push(rule);
        }
    });
}

/// Returns the result of `read` and the rules that it applied.
#[cfg(not(target_arch = "wasm32"))]
pub fn applied_rules<T>(read: impl FnOnce() -> T) -> (T, Vec<Rule>) {
    APPLIED.take();
    let result = read();
    (result, APPLIED.take())
}

/// The maximum depth of nested values.
const MAX_DEPTH: usize = 24;
/// The maximum number of words that are joined to one text.
const MAX_WORDS: usize = 100;

/// Names of members with an object's words, the best first. Here and below, names in one text are separated by `|`.
pub const WORDS: &str = "name|label|title|text|desc|description|displayName|display|formatted|formattedValue|displayValue|value|zh|zhCN";
/// Names of members with an object's id, the best first.
const IDS: &str = "id|value|code|key";
/// Names of members with an amount.
const AMOUNTS: &str = "amount|value|units|number";
/// Names of members with a list.
const LISTS: &str = "$values|values|items|list|records|rows|data|content|results|elements|nodes|edges";
/// Names of metadata.
const META: &str = "$id|$type|$ref|_class|_links|_embedded|_meta|_t";
/// Flags that are true if there is a value.
const PRESENT_FLAGS: &str = "valid|isValid|hasValue|present|isPresent|defined";
/// Flags that are true if there is no value.
const ABSENT_FLAGS: &str = "null|isNull|empty|isEmpty|nil|isNil";
/// Names of members with the attributes of a resource, next to its id (JSON:API, Strapi, Airtable, Elasticsearch).
pub const ATTRIBUTES: &str = "attributes|fields|properties|_source|json";
/// Names of members that describe a value next to them.
const CAPTIONS: &str =
    "label|title|name|caption|type|kind|status|id|key|code|count|total|size|length|displayHint";
/// Names of members with the value of an object besides lists, so an object in which all of them are blank is absent.
const VALUES: &str = "amount|units|number|new|after|province|city";
/// Names of levels that may be left if others are blank.
const OTHER_LEVELS: &str = "country|state|district|county|area|street|town|address";
/// The keys of a customer, which form builders send next to a value: `{"id": "levelName", "value": "战略级"}`. Not from the DTO,
/// which imports this module; `tests/contract.rs` compares them.
pub const KEYS: &str = "id|customerNo|name|description|from|managerName|managerId|departmentPath|industry_id|\
    industryPath|area|areaCode|partnerRelationship|totalTurnover|transactionNumber|rank|levelName|\
    type|followers|followerNames|createdAt|outstandingReceivables|retentionMoney|\
    advantageousIndustry|creditSituation";
/// The Chinese labels of the keys, sent in the same way.
pub const LABELS: &str = "客户ID|客户编号|客户名称|客户描述|来源|负责人|负责人ID|所在部门|行业ID|行业|区域|所在区域编码|合作关系|\
    总成交额|签单数|排名|客户级别|客户类型|关注者|创建时间|未收款额|累计质保金|优势行业|信用状况";
/// Names of members with a part of an object, so an object with only such a member is no wrapper.
const PARTS: &str = "id|code|key|name|label|title|text|desc|description|displayName";

/// A normalized value: JSON texts are parsed, texts cleaned; blanks, metadata and flags are removed from objects.
#[derive(Debug)]
pub enum NormalValue {
    Nothing,
    /// The digits of a JSON number.
    Number(String),
    Text(String),
    /// Items may be [`NormalValue::Nothing`].
    List(Vec<NormalValue>),
    Object(Members),
    /// `true`, an object with only metadata (`{"$ref": …}`), or a value nested too deeply.
    Unclear,
}

impl NormalValue {
    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing)
    }
}

/// The members of an object.
pub type Members = Vec<(String, NormalValue)>;

/// The part of an object to read: `{"id": 3, "name": "战略级"}` has an id and words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Words,
    Id,
    Amount,
}

/// Applies the rules for all types.
pub fn normalize(raw: Raw<'_>) -> NormalValue {
    normalize_to_depth(raw.peek(), MAX_DEPTH)
}

fn normalize_to_depth(json: Json<'_>, depth: usize) -> NormalValue {
    let Some(depth) = depth.checked_sub(1) else {
        return NormalValue::Unclear;
    };
    match json {
        Json::Null | Json::Bool(false) => NormalValue::Nothing,
        Json::Bool(true) => NormalValue::Unclear,
        Json::Number(digits) => NormalValue::Number(digits.to_owned()),
        Json::Text(text) => match if may_be_json(&text) { parse(&text) } else { None } {
            Some(inner) => {
                note(Rule::JsonText);
                normalize_to_depth(inner.peek(), depth)
            }
            None => normalize_text(clean(&text)),
        },
        Json::List(items) if is_tagged(&items) => {
            note(Rule::Wrapper);
            normalize_to_depth(items[1].peek(), depth)
        }
        Json::List(items) => {
            let items: Vec<NormalValue> =
                items.into_iter().map(|item| normalize_to_depth(item.peek(), depth)).collect();
            if items.iter().all(NormalValue::is_nothing) {
                NormalValue::Nothing
            } else {
                NormalValue::List(items)
            }
        }
        Json::Object(object) => normalize_object(&object, depth),
    }
}

fn normalize_object(object: &Object<'_>, depth: usize) -> NormalValue {
    let mut members = Vec::new();
    let (mut has_meta, mut has_blanks) = (false, false);
    let (mut is_invalid, mut is_blank, mut has_blank_content) = (false, false, false);
    for (name, raw) in object.members() {
        let flag = raw.text().trim_matches('"');
        let bare_name = name.rsplit([':', '@']).next().unwrap_or(name);
        if flag == "true" && is_one_of(bare_name, ABSENT_FLAGS)
            || flag == "false" && is_one_of(bare_name, PRESENT_FLAGS)
        {
            if is_one_of(bare_name, "valid|isValid") {
                is_invalid = true;
                continue;
            }
            note(Rule::NoValueFlag);
            return NormalValue::Nothing;
        }
        if flag == "true" && is_one_of(bare_name, PRESENT_FLAGS) {
            continue;
        }
        let value = match raw.peek() {
            // Segments of a rich text may end with a space.
            Json::Text(text) if name == "text" || name == "insert" => {
                NormalValue::Text(without_controls(entities::decode(&text)))
            }
            json => normalize_to_depth(json, depth),
        };
        match value {
            NormalValue::Nothing => {
                has_blanks = true;
                is_blank |= is_value(name) && !is_metadata(name);
                has_blank_content |= has_ending(name, "value");
            }
            _ if is_metadata(name) => has_meta = true,
            value => members.push((name.to_owned(), value)),
        }
    }
    // Beside several members, `valid` is about what they describe: an account may be invalid.
    if is_invalid && members.len() <= 1 {
        note(Rule::NoValueFlag);
        return NormalValue::Nothing;
    }
    if has_blank_content || members.iter().any(|(name, _)| is_content(name)) {
        let is_caption = |(name, value): &(String, NormalValue)| !is_content(name) && is_label(value);
        let is_flat = |(name, value): &(String, NormalValue)| is_content(name) || !is_nested(value);
        if members.iter().any(is_caption) && members.iter().all(is_flat) {
            members.retain(|member| !is_caption(member) && !is_one_of(&member.0, "id|key|code|type"));
            note(Rule::Wrapper);
            match members.as_slice() {
                [_] => return members.remove(0).1,
                members if members.iter().any(|(name, _)| is_content(name)) => {}
                _ => return NormalValue::Nothing,
            }
        }
    }
    // What is left beside a blank value describes it: `{"total": 0, "list": []}`, `{"amount": null, "currency": "CNY"}`.
    let may_be_value = |name: &str| {
        is_value(name)
            || is_one_of(name, PARTS)
            || is_one_of(name, OTHER_LEVELS)
            || has_ending(name, "id|ids|code")
    };
    if is_blank && !members.is_empty() && !members.iter().any(|(name, _)| may_be_value(name)) {
        return if members.iter().any(|(_, value)| is_nested(value)) {
            NormalValue::Unclear
        } else {
            NormalValue::Nothing
        };
    }
    match members.as_slice() {
        [] if has_meta => NormalValue::Unclear,
        [] => NormalValue::Nothing,
        // The state of a blank value: `{"String": "", "Status": 1}`.
        [(name, _)] if has_blanks && is_one_of(name, "status") => NormalValue::Nothing,
        _ => long_of(&members, object.get("unsigned").is_some()).unwrap_or_else(|| content_of(members)),
    }
}

/// Whether a member has the content of a field, beside a caption.
fn is_content(name: &str) -> bool {
    is_one_of(name, LISTS) || has_ending(name, "value")
}

/// Whether a member has the value of an object or its name.
fn is_value(name: &str) -> bool {
    is_content(name) || is_one_of(name, VALUES) || has_ending(name, "name|label")
}

/// Whether a text is the name of a key or its label.
fn is_label(value: &NormalValue) -> bool {
    matches!(value, NormalValue::Text(text) if is_listed(text, LABELS) || is_listed(text, KEYS))
}

/// Unwraps an object that contains one list or object, next to nothing but its description. Merges the attributes of a
/// resource with its id.
fn content_of(mut members: Members) -> NormalValue {
    if let [(name, value)] = members.as_slice()
        && is_nested(value)
        && !is_part(name)
    {
        note(Rule::Wrapper);
        return members.remove(0).1;
    }
    let position = |members: &Members, names| members.iter().position(|(name, _)| is_one_of(name, names));
    if let Some(place) = position(&members, "value|values").filter(|place| is_nested(&members[*place].1))
        && members
            .iter()
            .enumerate()
            .all(|(other, (name, value))| other == place || is_one_of(name, CAPTIONS) && !is_nested(value))
    {
        // A value that is only an id has its words in the caption.
        if position(&members, "label|title|name|caption").is_none()
            || !matches!(scalar(&members[place].1, Part::Words), NormalValue::Unclear)
        {
            note(Rule::Wrapper);
            return members.swap_remove(place).1;
        }
    }
    if let Some(place) = position(&members, ATTRIBUTES)
        && let NormalValue::Object(_) = members[place].1
        && let (_, NormalValue::Object(attributes)) = members.remove(place)
    {
        note(Rule::Wrapper);
        members.extend(attributes);
    }
    NormalValue::Object(members)
}

/// Whether a value is a list or an object.
pub fn is_nested(value: &NormalValue) -> bool {
    matches!(value, NormalValue::List(_) | NormalValue::Object(_))
}

/// Whether a member is a part of its object, or a key of a map from ids to names.
fn is_part(name: &str) -> bool {
    name.bytes().any(|byte| byte.is_ascii_digit()) || is_one_of(name, PARTS) || has_ending(name, "id|ids")
}

fn is_metadata(name: &str) -> bool {
    match name.as_bytes() {
        [b'@', ..] | [b'_', b'_', ..] => true,
        [b'$' | b'_', ..] => is_listed(name, META),
        _ => false,
    }
}

/// Returns the integer that Long.js writes as two 32-bit halves: `{"low": 87, "high": 0}`. Without `unsigned`, large ones may
/// be a range.
fn long_of(members: &Members, has_unsigned: bool) -> Option<NormalValue> {
    let half = |name| match member(members, name)? {
        NormalValue::Number(digits) => digits.parse::<i64>().ok(),
        _ => None,
    };
    let (low, high) = (half("low")?, half("high")?);
    let is_small = high == 0 || high == -1 && low < 0;
    if !(has_unsigned || is_small) || !members.iter().all(|(name, _)| is_one_of(name, "low|high|unsigned")) {
        return None;
    }
    note(Rule::Wrapper);
    Some(NormalValue::Number(((high << 32) | (low & 0xffff_ffff)).to_string()))
}

/// Whether a text is one of several, which are separated by `|`.
pub fn is_listed(text: &str, texts: &str) -> bool {
    texts.split('|').any(|known| known == text)
}

/// Whether a text contains one of several words, which are separated by `|`. Not inlined: the code of a search is large.
#[inline(never)]
pub(super) fn has_one_of(text: &str, words: &str) -> bool {
    words.split('|').any(|word| text.contains(word))
}

/// Whether a name is one of several, in any spelling ([`is_spelled_alike`]).
pub fn is_one_of(name: &str, names: &str) -> bool {
    names.split('|').any(|known| is_spelled_alike(name, known))
}

/// Returns the first of these members that an object has; exact names come first.
pub fn member<'v>(members: &'v Members, names: &str) -> Option<&'v NormalValue> {
    for name in names.split('|') {
        let exact = members.iter().find(|(known, _)| known == name);
        let found = exact.or_else(|| members.iter().find(|(known, _)| is_spelled_alike(known, name)));
        if let Some((_, value)) = found {
            return Some(value);
        }
    }
    None
}

/// Returns the member whose name has an ending, if all names begin alike: `{"dictValue": "3", "dictLabel": "战略级"}`.
fn prefixed_member<'v>(members: &'v Members, ending: &str) -> Option<&'v NormalValue> {
    let is_wanted = |name: &str| {
        let stem = stem(name, ending).unwrap_or_default();
        !stem.is_empty() && members.iter().all(|(other, _)| other.starts_with(stem))
    };
    let (_, value) = members.iter().find(|(name, _)| is_wanted(name))?;
    Some(value)
}

/// Whether a list is a value after the name of its Java class: `["java.math.BigDecimal", 2324.32]` (Jackson).
pub fn is_tagged(list: &[Raw<'_>]) -> bool {
    match list {
        [tag, _] => tag.to_text().is_some_and(|tag| is_class(tag.trim())),
        _ => false,
    }
}

/// Whether a text is the name of a Java class or array.
fn is_class(name: &str) -> bool {
    let element = name.strip_prefix("[L").and_then(|name| name.strip_suffix(';'));
    let name = element.unwrap_or(name);
    let class = name.rsplit(['.', '$']).next().unwrap_or_default();
    let is_of_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'.');
    class.len() < name.len()
        && class.starts_with(|first: char| first.is_ascii_uppercase())
        && name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(is_of_name)
}

/// Reduces a value to a number or a text: the value of a wrapper, the item of a list of one, a part of an object.
/// [`NormalValue::Unclear`] if the value is ambiguous.
pub fn scalar(value: &NormalValue, part: Part) -> NormalValue {
    match value {
        NormalValue::List(items) => scalar_of_list(items, part),
        NormalValue::Object(members) => scalar_of_object(members, part),
        NormalValue::Text(text) => normalize_text(text.clone()),
        NormalValue::Number(digits) => NormalValue::Number(digits.clone()),
        NormalValue::Nothing => NormalValue::Nothing,
        NormalValue::Unclear => NormalValue::Unclear,
    }
}

/// Trims a text. An invisible text becomes [`NormalValue::Nothing`].
fn normalize_text(text: String) -> NormalValue {
    if is_invisible_text(&text) {
        NormalValue::Nothing
    } else {
        NormalValue::Text(trimmed(text))
    }
}

fn scalar_of_list(items: &[NormalValue], part: Part) -> NormalValue {
    let mut present = items.iter().filter(|item| !item.is_nothing());
    match (present.next(), present.next(), part) {
        (Some(one), None, _) => {
            note(Rule::ListOfOne);
            scalar(one, part)
        }
        (Some(NormalValue::Number(id)), Some(NormalValue::Text(words)), Part::Words | Part::Id)
            if items.len() == 2 =>
        {
            note(Rule::CodeAndName);
            if part == Part::Id {
                NormalValue::Number(id.clone())
            } else {
                NormalValue::Text(words.clone())
            }
        }
        (_, _, Part::Words) if items.len() <= MAX_WORDS => joined(items),
        _ => NormalValue::Unclear,
    }
}

/// Joins several words to one text. Segments of a rich text follow each other without separators.
fn joined(items: &[NormalValue]) -> NormalValue {
    let is_segment = |item: &NormalValue| match item {
        NormalValue::Object(members) => {
            member(members, "id|name|value|code|key|color|lang|language|locale").is_none()
                && member(members, "text|insert").is_some()
        }
        NormalValue::Nothing => true,
        _ => false,
    };
    let are_segments = items.iter().all(is_segment);
    note(if are_segments {
        Rule::TextSegments
    } else {
        Rule::SeveralWords
    });
    let mut text = String::new();
    for item in items {
        match item {
            NormalValue::Object(members) if are_segments => match member(members, "text|insert") {
                Some(NormalValue::Text(segment)) => text.push_str(segment),
                _ => return NormalValue::Unclear,
            },
            item => match scalar(item, Part::Words) {
                NormalValue::Text(words) => {
                    if !text.is_empty() {
                        text.push('、');
                    }
                    text.push_str(&words);
                }
                NormalValue::Nothing => {}
                _ => return NormalValue::Unclear,
            },
        }
    }
    normalize_text(text)
}

fn scalar_of_object(members: &Members, part: Part) -> NormalValue {
    let names = match part {
        Part::Words => WORDS,
        Part::Id => IDS,
        Part::Amount => match amount_of(members) {
            Some(amount) => {
                note(Rule::Wrapper);
                return amount;
            }
            None => "",
        },
    };
    if part == Part::Words
        && member(members, "label|title").is_some()
        && let Some(NormalValue::Text(text)) = member(members, "value")
        && !text.is_ascii()
    {
        note(Rule::Reference);
        return NormalValue::Text(text.clone());
    }
    for name in names.split('|') {
        let value = member(members, name).or_else(|| prefixed_member(members, name));
        match value.map(|value| scalar(value, part)) {
            None | Some(NormalValue::Unclear) => {}
            // Words beside a key or a code are not an id.
            Some(NormalValue::Text(words))
                if part == Part::Id
                    && name == "value"
                    && !words.bytes().any(|byte| byte.is_ascii_digit())
                    && members.iter().any(|(name, _)| has_ending(name, "key|code")) => {}
            Some(found) => {
                note(if members.len() == 1 {
                    Rule::Wrapper
                } else {
                    Rule::Reference
                });
                return found;
            }
        }
    }
    // Words never come from an id, nor an id from words.
    let other = match part {
        Part::Words => "id|code|key",
        Part::Id => "name|label|title|desc|description|displayName",
        Part::Amount => "id|code|key|name|label|currency|currencyCode|amount|value|units|number",
    };
    match members.as_slice() {
        [(name, value)]
            if !is_one_of(name, other)
                && !is_one_of(name, names)
                && (part != Part::Words || name.starts_with('$') || !has_ending(name, "id|ids")) =>
        {
            note(Rule::Wrapper);
            scalar(value, part)
        }
        _ => NormalValue::Unclear,
    }
}

/// Returns the amount of an object, with its scale, nanos, currency and unit applied: `12.50 CNY`.
fn amount_of(members: &Members) -> Option<NormalValue> {
    const CURRENCIES: &str = "currency|currencyCode|currencySymbol|symbol";
    const TEXTS: &str = "formatted|display|text";
    const DETAILS: &str = "unit|scale|nanos|label|desc|type";
    let value = member(members, AMOUNTS)?;
    let mut amounts = 0;
    for (name, _) in members {
        amounts += usize::from(is_one_of(name, AMOUNTS));
        if ![AMOUNTS, CURRENCIES, TEXTS, DETAILS].iter().any(|names| is_one_of(name, names)) {
            return None;
        }
    }
    let text = |value: &NormalValue, part| match scalar(value, part) {
        NormalValue::Number(text) | NormalValue::Text(text) => Some(text),
        _ => None,
    };
    let mut amount = match scalar(value, Part::Amount) {
        digits @ NormalValue::Number(_) if members.len() == 1 => return Some(digits),
        NormalValue::Number(amount) | NormalValue::Text(amount) if amounts == 1 => amount,
        _ => return None,
    };
    // A text with a unit says more than the number: `{"value": 232.4, "text": "232.4万元"}`.
    if let Some(NormalValue::Text(text)) = member(members, TEXTS)
        && text.bytes().any(|byte| byte.is_ascii_digit())
        && !text.chars().all(|letter| "0123456789.,-+()' ¥￥元".contains(letter))
    {
        if member(members, CURRENCIES).or(member(members, "unit")).is_none() {
            return Some(NormalValue::Text(text.clone()));
        }
        if text.contains(['万', '亿', '千']) {
            return None;
        }
    }
    if let Some(scale) = member(members, "scale") {
        // A fraction may be scaled already.
        if amount.contains('.') {
            return None;
        }
        amount = format!("{amount}e-{}", text(scale, Part::Amount)?);
    }
    if let Some(nanos) = member(members, "nanos") {
        let nanos = text(nanos, Part::Amount)?;
        let sign = if nanos.starts_with('-') && !amount.starts_with('-') {
            "-"
        } else {
            ""
        };
        amount = format!("{sign}{amount}.{:0>9}", nanos.trim_start_matches('-'));
    }
    // `None` for a number or a sign, which would change the amount.
    let unit = |names| {
        let unit = match member(members, names) {
            None => return Some(String::new()),
            Some(NormalValue::Object(inner)) if member(inner, "code").is_some() => member(inner, "code"),
            unit => unit,
        };
        let unit = text(unit?, Part::Words)?;
        let is_of_number = |byte: u8| (b'('..=b'9').contains(&byte);
        (!half_width(&unit).bytes().any(is_of_number)).then_some(unit)
    };
    let (currency, unit) = (unit(CURRENCIES)?, unit("unit")?);
    let text = if currency.is_empty() || unit.is_empty() {
        [&amount, " ", &currency, &unit].concat()
    } else {
        [&currency, " ", &amount, " ", &unit].concat()
    };
    Some(NormalValue::Text(text.trim_end().to_owned()))
}

/// Returns the members in the order of their keys, if all of these are integers.
pub fn numbered(members: &Members) -> Option<Vec<(i64, &NormalValue)>> {
    let mut numbered: Vec<(i64, &NormalValue)> = Vec::new();
    for (name, value) in members {
        let number = name.parse().ok()?;
        // Inserts in order: usually an append, and smaller than a sort.
        let place = numbered.partition_point(|(other, _)| *other <= number);
        numbered.insert(place, (number, value));
    }
    Some(numbered)
}

/// Returns the list in an object.
pub fn list_in(members: &Members) -> Option<&NormalValue> {
    let mut lists = LISTS.split('|').filter_map(|name| member(members, name));
    lists.find(|value| is_nested(value))
}

/// Returns id and words of a pair, as Odoo writes a reference: `[3, "战略级"]`.
pub fn pair_of(items: &[NormalValue]) -> Option<(String, String)> {
    match items {
        [NormalValue::Text(id), NormalValue::Text(words)] if is_code(id) && !is_code(words) => {
            Some((id.clone(), words.clone()))
        }
        [NormalValue::Number(id), NormalValue::Text(words)] => {
            Some((without_zero_fraction(id), words.clone()))
        }
        _ => None,
    }
}

/// Whether a text is only digits.
pub fn is_code(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns the content of a list in brackets that is not JSON: `{1,2,3}` (PostgreSQL), `[张三, 李四]` (Java), `('张三', '李四')`
/// (Python).
pub fn in_brackets(text: &str) -> Option<&str> {
    let (open, close) = match text.as_bytes().first()? {
        b'{' => ('{', '}'),
        b'[' => ('[', ']'),
        b'(' if text.contains(['\'', '"']) => ('(', ')'),
        _ => return None,
    };
    let inside = text.strip_prefix(open)?.strip_suffix(close)?;
    (!inside.contains([open, close])).then_some(inside)
}

/// White space that is trimmed after entities are decoded. Excludes the no-break space, which may be intended.
const BLANKS: [char; 3] = [' ', '\t', '\n'];

/// Decodes entities, removes control characters, makes line ends `\n`, and trims.
pub fn clean(text: &str) -> String {
    trimmed(without_controls(entities::decode(text.trim())))
}

fn trimmed(text: String) -> String {
    match text.trim_matches(BLANKS) {
        trimmed if trimmed.len() < text.len() => trimmed.to_owned(),
        _ => text,
    }
}

fn without_controls(text: String) -> String {
    if !text.contains(char::is_control) {
        return text;
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut before = ' ';
    for letter in text.chars() {
        match letter {
            '\n' if before == '\r' => {}
            '\r' => cleaned.push('\n'),
            letter if letter.is_control() && letter != '\n' && letter != '\t' => {}
            letter => cleaned.push(letter),
        }
        before = letter;
    }
    if cleaned != text {
        note(Rule::CleanText);
    }
    cleaned
}

/// Joins the lines of a text.
pub fn join_lines(text: String) -> String {
    const BREAKS: [char; 4] = ['\n', '\t', '\u{2028}', '\u{2029}'];
    if !text.contains(BREAKS) {
        return text;
    }
    let lines = text.split(BREAKS).map(str::trim);
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Returns the digits of a number. An integer loses the zero fraction or exponent that some back ends add: `87.0` → `87`.
pub fn without_zero_fraction(digits: &str) -> String {
    if digits.bytes().all(|byte| matches!(byte, b'-' | b'0'..=b'9')) {
        return digits.to_owned();
    }
    match Decimal::parse(digits).and_then(|number| number.to_integer()) {
        Some(integer) => {
            note(Rule::WholeNumber);
            integer.to_string()
        }
        None => digits.to_owned(),
    }
}

/// Whether a text is a word that programs write for null.
pub fn is_null_word(text: &str) -> bool {
    note_if(matches!(text, "null" | "NULL" | "undefined" | "None" | "nil"))
}

/// Whether a text is a placeholder that programs or people write for an absent value.
pub fn is_placeholder(text: &str) -> bool {
    is_null_word(text) || note_if(is_listed(text, "N/A|n/a|NaN|-|--|—|——|/|无|暂无"))
}

fn note_if(is_listed: bool) -> bool {
    if is_listed {
        note(Rule::WordForNothing);
    }
    is_listed
}

/// Whether a text consists of invisible characters.
pub fn is_invisible_text(text: &str) -> bool {
    text.chars().all(is_invisible)
}

/// Whether a character is invisible: white space, controls, formats, fillers, variation selectors.
pub fn is_invisible(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(
            character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
        )
}

/// Replaces full-width characters with ASCII.
pub fn half_width(text: &str) -> String {
    let narrow = |letter: char| match letter {
        '￥' => '¥',
        other => to_half_width(other),
    };
    text.chars().map(narrow).collect()
}
