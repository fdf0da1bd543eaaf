//! Wire value → canonical value: general rules for the many ways in which back ends write one value.
//!
//! A field asks for a [`scalar`] or for [`items`] and reads only those; `docs/api.md` lists the rules by name. A value that
//! has two readings of different meaning has none: the field shows it raw.

use super::entities;
use crate::decimal::Decimal;
use crate::json::{Json, Object, Raw, is_spelled_alike, may_be_json, parse};

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

/// Returns what `read` returns, with the rules that were applied meanwhile.
#[cfg(not(target_arch = "wasm32"))]
pub fn applied_rules<T>(read: impl FnOnce() -> T) -> (T, Vec<Rule>) {
    APPLIED.take();
    let result = read();
    (result, APPLIED.take())
}

/// How many wrappers, lists of one and JSON texts are opened, one inside the other.
pub const MAX_DEPTH: usize = 8;
/// The most words that are joined to one text.
const MAX_WORDS: usize = 100;

/// Members that hold an object's words, the best first.
pub const WORDS: [&str; 10] = [
    "name",
    "label",
    "title",
    "text",
    "desc",
    "description",
    "displayName",
    "value",
    "zh",
    "zhCN",
];
/// Members that hold an object's id, the best first.
pub const IDS: [&str; 4] = ["id", "value", "code", "key"];
/// Members that hold an amount.
const AMOUNTS: [&str; 4] = ["amount", "value", "units", "number"];
/// Members that hold a list.
const LISTS: [&str; 12] = [
    "$values", "values", "items", "list", "records", "rows", "data", "content", "results", "elements",
    "nodes", "edges",
];

/// A single value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scalar {
    Nothing,
    /// The digits of a JSON number.
    Number(String),
    /// A text, cleaned.
    Text(String),
    /// No single value, or one of several readings.
    Unclear,
}

/// Which part of an object is asked for: `{"id": 3, "name": "战略级"}` has both an id and words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Words,
    Id,
    Amount,
}

/// Reads a value that stands alone, in a wrapper, in a list of one, or in a JSON text.
pub fn scalar(raw: Raw<'_>, part: Part) -> Scalar {
    scalar_within(raw, part, MAX_DEPTH)
}

fn scalar_within(raw: Raw<'_>, part: Part, depth: usize) -> Scalar {
    let Some(depth) = depth.checked_sub(1) else {
        return Scalar::Unclear;
    };
    match raw.peek() {
        Json::Null | Json::Bool(false) => Scalar::Nothing,
        Json::Bool(true) => Scalar::Unclear,
        Json::Number(digits) => Scalar::Number(digits.to_owned()),
        Json::Text(text) => {
            let inner = inside_text(&text).map(|inner| scalar_within(inner, part, depth));
            match inner {
                None | Some(Scalar::Unclear) => of_text(&text),
                Some(found) => {
                    note(Rule::JsonText);
                    found
                }
            }
        }
        Json::List(items) => of_list(&items, part, depth),
        Json::Object(object) => of_object(&object, part, depth),
    }
}

/// The list or object whose JSON a text is.
pub fn inside_text(text: &str) -> Option<Raw<'_>> {
    if may_be_json(text) { parse(text) } else { None }
}

fn of_text(text: &str) -> Scalar {
    let text = clean(text);
    if is_invisible_text(&text) {
        Scalar::Nothing
    } else {
        Scalar::Text(text)
    }
}

fn of_list(items: &[Raw<'_>], part: Part, depth: usize) -> Scalar {
    let items = without_type_tag(items);
    if items.len() > MAX_WORDS {
        return Scalar::Unclear;
    }
    let items: Vec<Raw<'_>> = items.iter().copied().filter(|item| !item.peek().is_blank()).collect();
    match items.as_slice() {
        [] => Scalar::Nothing,
        [one] => {
            note(Rule::ListOfOne);
            scalar_within(*one, part, depth)
        }
        items => match (pair_of(items), part) {
            (Some((_, words)), Part::Words) => Scalar::Text(words),
            (Some((id, _)), Part::Id) => Scalar::Text(id),
            (None, Part::Words) => joined(items, depth),
            _ => Scalar::Unclear,
        },
    }
}

/// Several words as one text. The segments of a rich text follow each other as they are.
fn joined(items: &[Raw<'_>], depth: usize) -> Scalar {
    let segments: Option<String> = items.iter().map(|item| segment_of(*item)).collect();
    if let Some(text) = segments {
        note(Rule::TextSegments);
        return of_text(&text);
    }
    let mut words = Vec::new();
    for item in items {
        match scalar_within(*item, Part::Words, depth) {
            Scalar::Text(text) => words.push(text),
            Scalar::Nothing => {}
            Scalar::Number(_) | Scalar::Unclear => return Scalar::Unclear,
        }
    }
    note(Rule::SeveralWords);
    Scalar::Text(words.join("、"))
}

/// The text of a segment: an object with text and no id.
fn segment_of(item: Raw<'_>) -> Option<String> {
    let Json::Object(object) = item.peek() else { return None };
    if object.find("id").is_some() || object.find("name").is_some() {
        return None;
    }
    match object.find("text").or_else(|| object.find("insert"))?.peek() {
        Json::Text(text) => Some(text.into_owned()),
        _ => None,
    }
}

fn of_object(object: &Object<'_>, part: Part, depth: usize) -> Scalar {
    let Some(members) = content(object) else {
        note(Rule::NoValueFlag);
        return Scalar::Nothing;
    };
    if members.is_empty() {
        let is_blank = object
            .members()
            .iter()
            .all(|(name, raw)| is_flag(name, *raw) || raw.peek().is_blank());
        return if is_blank { Scalar::Nothing } else { Scalar::Unclear };
    }
    let first_of = |keys: &[&str]| {
        let found = |key: &&str| match scalar_within(object.find(key)?, part, depth) {
            Scalar::Nothing | Scalar::Unclear => None,
            found => Some(found),
        };
        keys.iter().find_map(found)
    };
    if let Some(number) = long_of(object) {
        note(Rule::Wrapper);
        return Scalar::Number(number);
    }
    let found = match part {
        Part::Words => first_of(&WORDS),
        Part::Id => first_of(&IDS),
        Part::Amount => amount_of(object, &members, depth),
    };
    if let Some(found) = found {
        note(if members.len() == 1 {
            Rule::Wrapper
        } else {
            Rule::Reference
        });
        return found;
    }
    match members.as_slice() {
        [(name, value)] if !is_other_part(name, part) => {
            note(Rule::Wrapper);
            scalar_within(*value, part, depth)
        }
        _ => Scalar::Unclear,
    }
}

/// Whether a member of this name holds something else than is asked for: an id is no words, and words are no id.
fn is_other_part(name: &str, part: Part) -> bool {
    let is_one_of = |names: &[&str]| names.iter().any(|known| is_spelled_alike(name, known));
    match part {
        Part::Words => is_one_of(&["id", "code", "key"]),
        Part::Id => is_one_of(&["name", "label", "title", "desc", "description", "displayName"]),
        Part::Amount => is_one_of(&["id", "code", "key", "name", "label", "currency", "currencyCode"]),
    }
}

/// The members that hold something: no type tags, reference ids, validity flags or blanks. `None` if a flag says that
/// there is no value.
pub fn content<'a, 'o>(object: &'o Object<'a>) -> Option<Vec<(&'o str, Raw<'a>)>> {
    let mut members = Vec::new();
    for (name, raw) in object.members() {
        if is_flag(name, raw) {
            let says_no = if raw.text() == "true" {
                ABSENT_FLAGS.as_slice()
            } else {
                &PRESENT_FLAGS
            };
            if says_no.iter().any(|flag| is_spelled_alike(name, flag)) {
                return None;
            }
        } else if !is_meta(name) && !raw.peek().is_blank() {
            members.push((name, raw));
        }
    }
    Some(members)
}

/// The only member that holds something.
pub fn sole_member<'a>(object: &Object<'a>) -> Option<Raw<'a>> {
    match content(object)?.as_slice() {
        [(_, only)] => Some(*only),
        _ => None,
    }
}

/// Flags that are true of a value that is there.
const PRESENT_FLAGS: [&str; 6] = ["valid", "isValid", "hasValue", "present", "isPresent", "defined"];
/// Flags that are true of a value that is not.
const ABSENT_FLAGS: [&str; 4] = ["null", "isNull", "empty", "isEmpty"];

fn is_flag(name: &str, raw: Raw<'_>) -> bool {
    let mut flags = PRESENT_FLAGS.iter().chain(&ABSENT_FLAGS);
    matches!(raw.text(), "true" | "false") && flags.any(|flag| is_spelled_alike(name, flag))
}

fn is_meta(name: &str) -> bool {
    name.starts_with('@')
        || name.starts_with("__")
        || ["$id", "$type", "$ref", "_class", "_links", "_embedded", "_meta", "_t"].contains(&name)
}

/// A 64-bit integer in two halves, as Long.js writes one.
fn long_of(object: &Object<'_>) -> Option<String> {
    let half = |key| object.find(key)?.text().parse::<i64>().ok();
    let (low, high) = (half("low")?, half("high")?);
    let whole = (high << 32) | (low & 0xffff_ffff);
    let is_unsigned = object.find("unsigned").is_some_and(|flag| flag.text() == "true");
    Some(if is_unsigned {
        (whole as u64).to_string()
    } else {
        whole.to_string()
    })
}

/// An amount beside its currency, its scale, or its billionths; followed by its currency.
fn amount_of(object: &Object<'_>, members: &[(&str, Raw<'_>)], depth: usize) -> Option<Scalar> {
    const BESIDE: [&str; 13] = [
        "currency",
        "currencyCode",
        "currencySymbol",
        "symbol",
        "unit",
        "scale",
        "nanos",
        "formatted",
        "display",
        "text",
        "label",
        "desc",
        "type",
    ];
    let key = AMOUNTS.iter().find(|key| object.find(key).is_some())?;
    let is_beside = |name: &str| BESIDE.iter().chain([key]).any(|known| is_spelled_alike(name, known));
    if !members.iter().all(|(name, _)| is_beside(name)) {
        return None;
    }
    let part = |key: &str| match scalar_within(object.find(key)?, Part::Amount, depth) {
        Scalar::Number(text) | Scalar::Text(text) => Some(text),
        Scalar::Nothing | Scalar::Unclear => None,
    };
    let mut amount = part(key)?;
    if let Some(scale) = part("scale") {
        amount = format!("{amount}e-{scale}");
    }
    if let Some(nanos) = part("nanos") {
        amount = format!("{amount}.{:0>9}", nanos.trim_start_matches('-'));
    }
    let currency = ["currency", "currencyCode", "currencySymbol", "symbol", "unit"];
    let currency = currency
        .iter()
        .find_map(|key| match scalar_within(object.find(key)?, Part::Id, depth) {
            Scalar::Text(text) => Some(text),
            _ => None,
        });
    Some(match currency {
        Some(currency) => Scalar::Text(format!("{amount} {currency}")),
        None => Scalar::Text(amount),
    })
}

/// Calls `read` with the items of a list: an array, an object that stands for one, or the JSON text of either. Returns
/// `None` for everything else.
pub fn items<T>(raw: Raw<'_>, read: &mut dyn FnMut(&[Raw<'_>]) -> T) -> Option<T> {
    items_within(raw, MAX_DEPTH, read)
}

fn items_within<T>(raw: Raw<'_>, depth: usize, read: &mut dyn FnMut(&[Raw<'_>]) -> T) -> Option<T> {
    let depth = depth.checked_sub(1)?;
    match raw.peek() {
        Json::List(items) => match without_type_tag(&items) {
            [list] if items.len() > 1 => items_within(*list, depth, read),
            _ => Some(read(&items)),
        },
        Json::Object(object) => {
            let found = match object.items() {
                Some(items) => Some(read(&items)),
                None => items_within(list_in(&object)?, depth, read),
            };
            note(Rule::ObjectAsList);
            found
        }
        Json::Text(text) => {
            let found = items_within(inside_text(&text)?, depth, read);
            note(Rule::JsonText);
            found
        }
        _ => None,
    }
}

/// The list that an object holds.
pub fn list_in<'a>(object: &Object<'a>) -> Option<Raw<'a>> {
    let is_list = |raw: &Raw<'_>| raw.text().starts_with(['[', '{']);
    LISTS.iter().filter_map(|key| object.find(key)).find(is_list)
}

/// The items of a list, but for the name of a class before its only one: `["java.math.BigDecimal", 2324.32]` (Jackson).
pub fn without_type_tag<'a, 'b>(items: &'b [Raw<'a>]) -> &'b [Raw<'a>] {
    let is_class = |name: &str| {
        let is_name = |part: &str| {
            part.starts_with(|first: char| first.is_ascii_alphabetic())
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$'))
        };
        let class = name.rsplit(['.', '$']).next().unwrap_or_default();
        class.len() < name.len()
            && class.starts_with(|first: char| first.is_ascii_uppercase())
            && name.split('.').all(is_name)
    };
    match items {
        [tag, _] if matches!(tag.peek(), Json::Text(name) if is_class(&name)) => {
            note(Rule::Wrapper);
            &items[1..]
        }
        items => items,
    }
}

/// An id and its words, as Odoo writes a reference: `[3, "战略级"]`.
pub fn pair_of(items: &[Raw<'_>]) -> Option<(String, String)> {
    match items {
        [id, words] => match (id.peek(), words.peek()) {
            (Json::Number(id), Json::Text(words)) => {
                note(Rule::CodeAndName);
                Some((whole(id), clean(&words)))
            }
            _ => None,
        },
        _ => None,
    }
}

/// A text with its entities decoded, without control characters, with `\n` as its line end, trimmed.
pub fn clean(text: &str) -> String {
    let decoded = entities::decode(text.trim());
    if decoded.bytes().all(|byte| byte >= b' ' && byte != 0x7f && byte != 0xc2) {
        return decoded;
    }
    let mut cleaned = String::with_capacity(decoded.len());
    let mut before = ' ';
    for letter in decoded.chars() {
        match letter {
            '\n' if before == '\r' => {}
            '\r' => cleaned.push('\n'),
            '\n' | '\t' => cleaned.push(letter),
            letter if letter.is_control() => {}
            letter => cleaned.push(letter),
        }
        before = letter;
    }
    if cleaned != decoded {
        note(Rule::CleanText);
    }
    let end = cleaned.trim_end_matches(END_OF_LINE).len();
    cleaned.truncate(end);
    cleaned
}

/// What may be left behind a text that was padded with control characters.
const END_OF_LINE: [char; 3] = [' ', '\t', '\n'];

/// A text on one line.
pub fn one_line(text: &str) -> String {
    const BREAKS: [char; 4] = ['\n', '\t', '\u{2028}', '\u{2029}'];
    if !text.contains(BREAKS) {
        return text.to_owned();
    }
    let lines = text.split(BREAKS).map(str::trim);
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The digits of a number where a text was meant: a whole one without the fraction or exponent that a double gave it.
pub fn whole(digits: &str) -> String {
    if !digits.contains(['.', 'e', 'E']) {
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

/// Whether a text is a word that programs write for nothing.
pub fn is_programs_nothing(text: &str) -> bool {
    is_noted(["null", "NULL", "undefined", "None", "nil"].contains(&text))
}

/// Whether a text is a word or a sign that stands for nothing.
pub fn is_nothing(text: &str) -> bool {
    const OTHERS: [&str; 10] = ["N/A", "n/a", "NaN", "-", "--", "—", "——", "/", "无", "暂无"];
    is_programs_nothing(text) || is_noted(OTHERS.contains(&text))
}

fn is_noted(is_nothing: bool) -> bool {
    if is_nothing {
        note(Rule::WordForNothing);
    }
    is_nothing
}

/// Whether nothing of a text can be seen.
pub fn is_invisible_text(text: &str) -> bool {
    text.chars().all(is_invisible)
}

/// Whether a character leaves nothing to see: white space, controls, formats, fillers, variation selectors.
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

/// A text with characters of full width as those of ASCII that they stand for.
pub fn half_width(text: &str) -> String {
    let narrow = |letter: char| match letter {
        '\u{3000}' => ' ',
        '￥' => '¥',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        other => other,
    };
    text.chars().map(narrow).collect()
}
