//! JSON → trails: paths from wide to narrow, such as province, city, district, or the codes of these.

use serde::{Deserialize, Deserializer};

use super::field::{Field, FromJson, Text};
use super::normalize::{
    Members, NormalValue, Part, Rule, is_invisible_text, is_one_of, is_placeholder, list_in, member,
    normalize, note, numbered, scalar, without_zero_fraction,
};
use crate::json::Raw;

/// A path, the widest step first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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
        NormalValue::Text(text) if text.starts_with('[') => None,
        NormalValue::Text(text) => Some(separated(text)),
        NormalValue::List(items) => steps_from_list(items.iter().collect(), part),
        NormalValue::Object(members) => steps_from_object(value, members, part),
    }
}

fn steps_from_list(mut items: Vec<&NormalValue>, part: Part) -> Option<Vec<Text>> {
    items.retain(|item| !item.is_nothing());
    if let [one] = items.as_slice() {
        note(Rule::ListOfOne);
        return match one {
            // The steps of a list are separated already: `["批发/零售"]` is one step.
            NormalValue::Text(text) => Some(if is_placeholder(text) {
                Vec::new()
            } else {
                vec![text.clone()]
            }),
            one => match pair_of(one) {
                Some(pair) => Some(vec![part_of(pair, part)]),
                None => steps_of(one, part),
            },
        };
    }
    let mut steps = Vec::new();
    for item in items {
        if let Some(pair) = pair_of(item) {
            steps.push(part_of(pair, part));
            continue;
        }
        // Two lists, or two trees, are two trails.
        match item {
            NormalValue::List(_) => return None,
            NormalValue::Object(members) if member(members, "children").is_some() => return None,
            _ => push_step(&mut steps, scalar(item, part))?,
        }
    }
    Some(steps)
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

/// Returns code and name of a pair: `["33", "浙江省"]`.
fn pair_of(item: &NormalValue) -> Option<(Text, Text)> {
    let is_code = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let NormalValue::List(items) = item else { return None };
    match items.as_slice() {
        [NormalValue::Number(code), NormalValue::Text(name)] if !is_code(name) => {
            Some((without_zero_fraction(code), name.clone()))
        }
        [NormalValue::Text(code), NormalValue::Text(name)] if is_code(code) && !is_code(name) => {
            Some((code.clone(), name.clone()))
        }
        _ => None,
    }
}

fn part_of((code, name): (Text, Text), part: Part) -> Text {
    note(Rule::CodeAndName);
    if part == Part::Id { code } else { name }
}

fn steps_from_object(value: &NormalValue, members: &Members, part: Part) -> Option<Vec<Text>> {
    if let Some(numbered) = numbered(members) {
        note(Rule::ObjectAsList);
        return steps_from_list(numbered.into_iter().map(|(_, item)| item).collect(), part);
    }
    // The only path through a tree, down to the children or up to the parents.
    let node = |name| {
        member(members, name).filter(|node| matches!(node, NormalValue::List(_) | NormalValue::Object(_)))
    };
    let (parent, children) = (node("parent"), node("children"));
    if parent.is_some() || children.is_some() {
        note(Rule::Tree);
        let mut steps = parent.map_or(Some(Vec::new()), |parent| steps_of(parent, part))?;
        push_step(&mut steps, scalar(value, part))?;
        match children {
            Some(NormalValue::List(items)) if items.len() > 1 => return None,
            Some(children) => steps.extend(steps_of(children, part)?),
            None => {}
        }
        return Some(steps);
    }
    if let Some(steps) = levels(members, part) {
        note(Rule::Levels);
        return Some(steps);
    }
    if let Some(list) = list_in(members) {
        note(Rule::ObjectAsList);
        return steps_of(list, part);
    }
    match scalar(value, part) {
        NormalValue::Text(text) => Some(separated(&text)),
        step => {
            let mut steps = Vec::new();
            push_step(&mut steps, step)?;
            Some(steps)
        }
    }
}

/// The maximum number of members of an object of levels.
const MAX_LEVELS: usize = 40;

/// The names of levels, the widest first. Names of one level are separated by `|`.
const LEVELS: [&str; 11] = [
    "country|nation|国家",
    "province|state|prov|省份|省",
    "city|城市|市",
    "district|county|area|区县|区|县",
    "street|town|township|subdistrict|街道|乡镇",
    "community|village|社区|村",
    "address|detail|detailaddress|地址|详细地址",
    "primary|first|一级|大类",
    "secondary|second|二级|中类",
    "tertiary|third|三级|小类",
    "quaternary|fourth|四级|细类",
];

/// Reads an object whose members are levels: `{"district": …, "province": …, "city": …}`, `{"level2": …, "level1": …}`.
fn levels(members: &Members, part: Part) -> Option<Vec<Text>> {
    if members.len() > MAX_LEVELS {
        return None;
    }
    // `province` next to `provinceName` may be the code: if any member names the wanted part, the others are skipped.
    let is_part_named = members.iter().any(|(name, _)| split_kind(name).1 == Some(part));
    let mut levels: Vec<(usize, Text)> = Vec::new();
    let mut stem = None;
    for (name, value) in members {
        let (name, kind) = split_kind(name);
        let level = match LEVELS.iter().position(|names| is_one_of(name, names)) {
            Some(level) => level,
            None => {
                let letters = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
                if letters.is_empty() || *stem.get_or_insert(letters) != letters {
                    return None;
                }
                usize::try_from(name.get(letters.len()..)?.parse::<i64>().ok()?).ok()?
            }
        };
        if is_part_named && kind != Some(part) {
            continue;
        }
        let mut step = Vec::new();
        push_step(&mut step, scalar(value, part))?;
        let place = levels.iter().position(|(other, _)| *other >= level).unwrap_or(levels.len());
        if levels.get(place).is_some_and(|(other, _)| *other == level) {
            return None;
        }
        if let Some(text) = step.pop() {
            levels.insert(place, (level, text));
        }
    }
    (!levels.is_empty()).then(|| levels.into_iter().map(|(_, text)| text).collect())
}

/// Splits `Name`, `Code` or `Id` off a member's name. Returns the rest, and which part of a level the member holds.
fn split_kind(name: &str) -> (&str, Option<Part>) {
    let kinds = [("name", Part::Words), ("code", Part::Id), ("id", Part::Id)];
    let found = kinds.into_iter().find_map(|(suffix, part)| {
        let (stem, end) = name.split_at_checked(name.len().checked_sub(suffix.len())?)?;
        let is_kind = end.eq_ignore_ascii_case(suffix) && !stem.is_empty();
        is_kind.then(|| (stem.trim_end_matches(['_', '-']), Some(part)))
    });
    found.unwrap_or((name, None))
}

/// Returns the steps of a text with separators; a text without any is one step.
fn separated(text: &str) -> Vec<Text> {
    const SEPARATORS: &str = ">›»→/\\|，,、- ";
    if is_placeholder(text) {
        return Vec::new();
    }
    let is_prose = text.contains(['<', '\n', '。']) || text.contains("://");
    let path = text.replace("->", ">");
    for separator in SEPARATORS.chars().filter(|_| !is_prose) {
        let steps = path.split(separator).map(str::trim).filter(|step| !is_invisible_text(step));
        let steps: Vec<Text> = steps.map(str::to_owned).collect();
        // A space or a hyphen may be part of a name, except between Chinese words or codes.
        let may_be_in_name = matches!(separator, '-' | ' ') && !path.contains(" - ");
        let starts_latin_name = |first: char| first.is_ascii_alphabetic() || first.is_ascii_punctuation();
        if steps.len() > 1
            && !(may_be_in_name && steps.iter().any(|step| step.starts_with(starts_latin_name)))
        {
            note(Rule::SeparatedText);
            return steps;
        }
    }
    vec![text.to_owned()]
}
