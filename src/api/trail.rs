//! JSON → trails: paths from wide to narrow, such as province, city, district, or the codes of these.

use serde::{Deserialize, Deserializer};

use super::field::{Field, FromJson, Text};
use super::normalize::{
    Members, NormalValue, Part, Rule, in_brackets, is_code, is_invisible_text, is_nested, is_one_of,
    is_placeholder, list_in, member, normalize, note, numbered, scalar, without_zero_fraction,
};
use crate::json::{Raw, has_ending, stem};

/// A path, the widest step first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trail(pub Vec<Text>);

impl FromJson for Trail {
    fn of(value: &NormalValue) -> Option<Field<Self>> {
        trail_of(value, Part::Words)
    }
}

/// Reads a trail of codes, for `#[serde(deserialize_with)]`.
#[inline(always)]
pub fn codes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Field<Trail>, D::Error> {
    Ok(read_codes(Raw::deserialize(deserializer)?))
}

#[inline(never)]
fn read_codes(raw: Raw<'_>) -> Field<Trail> {
    trail_of(&normalize(raw), Part::Id).unwrap_or_else(|| Field::unreadable(raw))
}

fn trail_of(value: &NormalValue, part: Part) -> Option<Field<Trail>> {
    let steps = steps_of(value, part)?;
    Some(if steps.is_empty() {
        Field::Absent
    } else {
        Field::Value(Trail(steps))
    })
}

/// Reads the steps of a trail; `None` for something else, or for several trails.
fn steps_of(value: &NormalValue, part: Part) -> Option<Vec<Text>> {
    match value {
        NormalValue::Nothing => Some(Vec::new()),
        NormalValue::Unclear => None,
        NormalValue::Number(digits) => Some(vec![without_zero_fraction(digits)]),
        NormalValue::Text(text) => steps_from_text(text),
        NormalValue::List(items) => steps_from_list(items.iter().collect(), part),
        NormalValue::Object(members) => steps_from_object(value, members, part, true),
    }
}

fn steps_from_list(mut items: Vec<&NormalValue>, part: Part) -> Option<Vec<Text>> {
    items.retain(|item| !item.is_nothing());
    if let [one] = items.as_slice() {
        note(Rule::ListOfOne);
        // The steps of a list are separated already: `["批发/零售"]` and `[{"name": "批发/零售"}]` are one step.
        return match one {
            NormalValue::Text(text) if is_placeholder(text) => Some(Vec::new()),
            NormalValue::Text(text) => Some(vec![text.clone()]),
            NormalValue::Object(members) => steps_from_object(one, members, part, false),
            one => match code_and_name(one) {
                Some(pair) => Some(vec![part_of_pair(pair, part)]),
                None => steps_of(one, part),
            },
        };
    }
    let mut steps = Vec::new();
    for item in in_order(items)? {
        if let Some(pair) = code_and_name(item) {
            steps.push(part_of_pair(pair, part));
            continue;
        }
        // Two lists, or two trees, are two trails.
        match item {
            NormalValue::List(_) => return None,
            NormalValue::Object(members)
                if member(members, CHILDREN).is_some() || levels(members, part).is_some() =>
            {
                return None;
            }
            _ => push_step(&mut steps, step_of(item, part))?,
        }
    }
    Some(steps)
}

/// Reduces a step to a number or a text. A code is better than the id of a row; an id beside another code is ambiguous.
fn step_of(value: &NormalValue, part: Part) -> NormalValue {
    if let (Part::Id, NormalValue::Object(members)) = (part, value) {
        if let Some(code) = member(members, "code|areaCode") {
            return scalar(code, part);
        }
        if member(members, "id").is_some() && members.iter().any(|(name, _)| has_ending(name, "code")) {
            return NormalValue::Unclear;
        }
    }
    scalar(value, part)
}

/// Orders objects by the ids of their parents, the root first; `None` if they are several trails.
fn in_order(items: Vec<&NormalValue>) -> Option<Vec<&NormalValue>> {
    let text = |value: &NormalValue| match value {
        NormalValue::Number(text) | NormalValue::Text(text) => Some(text.clone()),
        _ => None,
    };
    let parent = |item: &NormalValue| match item {
        NormalValue::Object(members) => member(members, "parentId|parentCode|parent|pid").and_then(text),
        _ => None,
    };
    if items.len() > MAX_STEPS || !items.iter().any(|item| parent(item).is_some()) {
        return Some(items);
    }
    let ids: Vec<Option<Text>> = items.iter().map(|item| text(&scalar(item, Part::Id))).collect();
    let has_parent = |item: &&&NormalValue| parent(item).is_some_and(|parent| ids.contains(&Some(parent)));
    let mut next = items.iter().filter(|item| !has_parent(item)).collect::<Vec<_>>();
    if next.len() == items.len() {
        return Some(items);
    }
    let mut ordered = Vec::new();
    while let [only] = next.as_slice() {
        let id = text(&scalar(only, Part::Id));
        ordered.push(**only);
        next = items.iter().filter(|item| id.is_some() && parent(item) == id).collect();
    }
    (ordered.len() == items.len()).then_some(ordered)
}

/// Adds a step, unless it is a placeholder. Returns `None` if it is not text.
fn push_step(steps: &mut Vec<Text>, step: NormalValue) -> Option<()> {
    match step {
        NormalValue::Number(digits) => steps.push(without_zero_fraction(&digits)),
        NormalValue::Text(text) if is_placeholder(&text) => {}
        NormalValue::Text(text) => steps.push(text),
        NormalValue::Nothing => {}
        _ => return None,
    }
    Some(())
}

/// Returns code and name of a pair: `["33", "浙江省"]`. Two codes are two steps.
fn code_and_name(item: &NormalValue) -> Option<(Text, Text)> {
    let NormalValue::List(items) = item else { return None };
    super::normalize::pair_of(items).filter(|(_, name)| !is_code(name))
}

fn part_of_pair((code, name): (Text, Text), part: Part) -> Text {
    note(Rule::CodeAndName);
    if part == Part::Id { code } else { name }
}

/// The names of members with the next level of a tree.
const CHILDREN: &str = "children|child|next";

/// `may_split` tells whether a word with separators is several steps.
fn steps_from_object(
    value: &NormalValue,
    members: &Members,
    part: Part,
    may_split: bool,
) -> Option<Vec<Text>> {
    if let Some(numbered) = numbered(members) {
        let is_name = |value: &NormalValue| matches!(value, NormalValue::Text(text) if !is_code(text));
        if part == Part::Id && numbered.iter().all(|(code, value)| *code > 1 && is_name(value)) {
            note(Rule::IdToName);
            return Some(numbered.into_iter().map(|(code, _)| code.to_string()).collect());
        }
        note(Rule::ObjectAsList);
        return steps_from_list(numbered.into_iter().map(|(_, item)| item).collect(), part);
    }
    // The only path through a tree, down to the children or up to the parents.
    let node = |name| member(members, name).filter(|node| is_nested(node));
    let (parent, children) = (node("parent"), node(CHILDREN));
    if parent.is_some() || children.is_some() {
        note(Rule::Tree);
        let mut steps = parent.map_or(Some(Vec::new()), |parent| steps_of(parent, part))?;
        push_step(&mut steps, step_of(value, part))?;
        match children {
            Some(NormalValue::List(items)) if items.len() > 1 => return None,
            Some(children) => steps.extend(steps_of(children, part)?),
            None => {}
        }
        return Some(steps);
    }
    if let Some(steps) = levels(members, part) {
        note(Rule::Levels);
        return steps;
    }
    if let Some(list) = list_in(members) {
        // A list beside a name may be the next level, or people.
        if member(members, "name|label|title|text").is_some() {
            return None;
        }
        note(Rule::ObjectAsList);
        return steps_of(list, part);
    }
    // Words that are joined from a list are not split either.
    let may_split = may_split && !members.iter().any(|(_, value)| matches!(value, NormalValue::List(_)));
    match step_of(value, part) {
        NormalValue::Text(text) if may_split => steps_from_text(&text),
        step => {
            let mut steps = Vec::new();
            push_step(&mut steps, step)?;
            Some(steps)
        }
    }
}

/// The maximum number of items of a list, or members of an object, that are put in order.
const MAX_STEPS: usize = 40;

/// The names of levels, the widest first. Names of one level are separated by `|`.
const LEVEL_NAMES: [&str; 12] = [
    "country|nation|国家",
    "state",
    "province|prov|pname|省份|省",
    "city|城市|市",
    "district|county|area|dist|adname|区县|区|县",
    "street|town|township|subdistrict|街道|乡镇",
    "community|village|社区|村",
    "address|detail|detailaddress|地址|详细地址",
    "primary|first|一级|大类",
    "secondary|second|二级|中类",
    "tertiary|third|三级|小类",
    "quaternary|fourth|四级|细类",
];
/// The position of the address, which may repeat the wider levels.
const ADDRESS: usize = 7;
/// The positions of the levels that only places have.
const PLACES: std::ops::Range<usize> = 2..ADDRESS;

/// Reads an object whose members are levels: `{"district": …, "province": …, "city": …}`, `{"level2": …, "level1": …}`. Beside
/// two places, other members are details, such as coordinates or the name of a person; beside one, the object is ambiguous:
/// `Some(None)`.
fn levels(members: &Members, part: Part) -> Option<Option<Vec<Text>>> {
    if members.len() > MAX_STEPS {
        return None;
    }
    let level_of = |name: &str| {
        let (stem, kind) = split_kind(name);
        let is_level = |names: &str| is_one_of(name, names) || is_one_of(stem, names);
        LEVEL_NAMES.iter().position(|names| is_level(names)).map(|level| (level, kind))
    };
    // Beside levels with a name, numbered members are details: `"phone1"`.
    let has_named = members.iter().any(|(name, _)| level_of(name).is_some());
    // `provinceName` is better than `province`, and that is better than `provinceCode`; the other way round for codes.
    let mut levels: Vec<(usize, u8, Text)> = Vec::new();
    let (mut first_stem, mut has_details) = (None, false);
    for (name, value) in members {
        let level = if has_named {
            level_of(name)
        } else {
            numbered_level(name, &mut first_stem)
        };
        let Some((level, kind)) = level else {
            has_details = true;
            continue;
        };
        if matches!(value, NormalValue::List(items) if items.len() > 1) && code_and_name(value).is_none() {
            return Some(None);
        }
        let mut step = Vec::new();
        push_step(&mut step, step_of(value, part))?;
        let Some(text) = step.pop() else { continue };
        // Beside names, a number without `Name` in its key is a code or a detail: `"state": 1`.
        let bare = if part == Part::Words && is_code(&text) { 2 } else { 1 };
        let fit = kind.map_or(bare, |kind| if kind == part { 0 } else { 2 });
        let place = levels.iter().position(|(other, ..)| *other >= level).unwrap_or(levels.len());
        match levels.get_mut(place) {
            Some(known) if known.0 == level && known.1 == fit => return None,
            Some(known) if known.0 == level => {
                if fit < known.1 {
                    *known = (level, fit, text);
                }
            }
            _ => levels.insert(place, (level, fit, text)),
        }
    }
    let worst = if part == Part::Id { 0 } else { 1 };
    if levels.iter().any(|(_, fit, _)| *fit <= worst) {
        levels.retain(|(_, fit, _)| *fit <= worst);
    }
    let (.., widest) = levels.first()?;
    if has_details {
        let places = levels
            .iter()
            .filter(|(level, fit, _)| PLACES.contains(level) && *fit < 2)
            .count();
        if first_stem.is_some() || part == Part::Id || places == 0 {
            return None;
        }
        if places == 1 {
            return Some(None);
        }
    }
    let mut steps = Vec::new();
    for (level, _, text) in &levels {
        if *level != ADDRESS || steps.is_empty() || !text.starts_with(widest.as_str()) {
            steps.push(text.clone());
        }
    }
    Some(Some(steps))
}

/// Returns the level of `level2`, after the named ones; `None` for another stem than the first.
fn numbered_level<'n>(name: &'n str, first_stem: &mut Option<&'n str>) -> Option<(usize, Option<Part>)> {
    let (name, kind) = split_kind(name);
    let stem = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let number = usize::from(name.get(stem.len()..)?.parse::<u8>().ok()?);
    let is_same = !stem.is_empty() && *first_stem.get_or_insert(stem) == stem;
    is_same.then_some((LEVEL_NAMES.len() + number, kind))
}

/// Splits `Name`, `Code` or `Id` off a member's name. Returns the rest, and which part of a level the member holds.
fn split_kind(name: &str) -> (&str, Option<Part>) {
    let kinds = [("name", Part::Words), ("code", Part::Id), ("id", Part::Id)];
    let found = kinds.into_iter().find_map(|(suffix, part)| {
        let stem = stem(name, suffix).filter(|stem| !stem.is_empty())?;
        Some((stem.trim_end_matches(['_', '-']), Some(part)))
    });
    found.unwrap_or((name, None))
}

/// Returns the steps of a text with separators; a text without any is one step. `None` for another notation, such as a
/// serialized object.
fn steps_from_text(text: &str) -> Option<Vec<Text>> {
    // Not `、`: names of industries have it, `农、林、牧、渔业`.
    const SEPARATORS: &str = ">›»→/\\|，,- ";
    if is_placeholder(text) {
        return Some(Vec::new());
    }
    let inside = in_brackets(text);
    if inside.is_none() && text.contains(['{', '[', '"', '=']) {
        return None;
    }
    // Paths beside each other are several trails: `政府/司法,金融/银行`.
    let has_path = |text: &&str| count(text, ">›»→/\\|-") > 0;
    if inside.is_none() && text.split([',', '，', '、', ';', '；']).filter(has_path).count() > 1 {
        return Some(vec![text.to_owned()]);
    }
    let is_prose = text.contains(['<', '\n', '。']) || text.contains("://");
    let path = inside.unwrap_or(text).replace("->", ">");
    for separator in SEPARATORS.chars().filter(|_| !is_prose) {
        let steps = path.split(separator).map(str::trim).filter(|step| !is_invisible_text(step));
        let steps: Vec<Text> = steps.map(str::to_owned).collect();
        // A space or a hyphen may be part of a name, except between Chinese words or codes.
        let may_be_in_name = matches!(separator, '-' | ' ') && !path.contains(" - ");
        let starts_latin_name = |first: char| first.is_ascii_alphabetic() || first.is_ascii_punctuation();
        let is_part_of_step = |step: &Text| {
            count(step, "(（") != count(step, ")）") || may_be_in_name && step.starts_with(starts_latin_name)
        };
        if steps.len() > 1 && !steps.iter().any(is_part_of_step) {
            note(Rule::SeparatedText);
            return if inside.is_some() { listed(&steps) } else { Some(steps) };
        }
    }
    if inside.is_some() {
        listed(&[path])
    } else {
        Some(vec![path])
    }
}

/// Returns the number of characters that are among others.
fn count(text: &str, others: &str) -> usize {
    text.chars().filter(|letter| others.contains(*letter)).count()
}

/// Removes the quotation marks from the items of a list in brackets. `None` if a separator was inside them.
fn listed(items: &[Text]) -> Option<Vec<Text>> {
    let mut steps = Vec::new();
    for item in items {
        if !count(item, "\"'").is_multiple_of(2) || item.contains('=') {
            return None;
        }
        push_step(&mut steps, NormalValue::Text(item.trim_matches(['"', '\'']).to_owned()))?;
    }
    Some(steps)
}
