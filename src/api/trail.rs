//! JSON → trails: a path from the widest to the narrowest, such as province, city, district; or the codes of its steps.

use serde::{Deserialize, Deserializer};

use super::field::{Field, FromJson, Text};
use super::normalize::{
    Part, Rule, Scalar, clean, inside_text, is_invisible_text, is_nothing, list_in, note, scalar, whole,
    without_type_tag,
};
use crate::json::{Json, Object, Raw, is_spelled_alike};

/// The most levels of a tree, and the most wrappers around a trail.
const MAX_DEPTH: usize = 16;

/// A path from the widest to the narrowest.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Trail(pub Vec<Text>);

impl FromJson for Trail {
    fn read(raw: Raw<'_>) -> Field<Self> {
        read(raw, Part::Words)
    }
}

/// Reads a trail of codes, for `#[serde(deserialize_with)]`.
pub fn codes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Field<Trail>, D::Error> {
    Ok(read(Raw::deserialize(deserializer)?, Part::Id))
}

fn read(raw: Raw<'_>, part: Part) -> Field<Trail> {
    match steps_of(raw, part, MAX_DEPTH) {
        Some(steps) if steps.is_empty() => Field::Absent,
        Some(steps) => Field::Value(Trail(steps)),
        None => Field::unreadable(raw),
    }
}

/// The steps of a trail; `None` if there are none, or several trails.
fn steps_of(raw: Raw<'_>, part: Part, depth: usize) -> Option<Vec<Text>> {
    let depth = depth.checked_sub(1)?;
    match raw.peek() {
        Json::Null | Json::Bool(false) => Some(Vec::new()),
        Json::Bool(true) => None,
        Json::Number(digits) => Some(vec![whole(digits)]),
        Json::Text(text) => {
            if let Some(steps) = inside_text(&text).and_then(|inner| steps_of(inner, part, depth)) {
                note(Rule::JsonText);
                return Some(steps);
            }
            if text.trim_start().starts_with('[') {
                return None;
            }
            Some(separated(&clean(&text)))
        }
        Json::List(items) => of_list(&items, part, depth),
        Json::Object(object) => of_object(raw, &object, part, depth),
    }
}

fn of_list(items: &[Raw<'_>], part: Part, depth: usize) -> Option<Vec<Text>> {
    let items: Vec<Raw<'_>> = without_type_tag(items)
        .iter()
        .copied()
        .filter(|item| !item.peek().is_blank())
        .collect();
    if let [one] = items.as_slice() {
        let pair = pair_of(*one).map(|pair| vec![part_of(pair, part)]);
        return pair.or_else(|| {
            note(Rule::ListOfOne);
            match one.peek() {
                // A list has separated its steps already: `["批发/零售"]` is one.
                Json::Text(text) if inside_text(&text).is_none() => {
                    let text = clean(&text);
                    Some(if is_blank(&text) { Vec::new() } else { vec![text] })
                }
                _ => steps_of(*one, part, depth),
            }
        });
    }
    let mut steps = Vec::new();
    for item in items {
        if let Some(pair) = pair_of(item) {
            steps.push(part_of(pair, part));
            continue;
        }
        // Two lists, or two trees, are two trails.
        match item.peek() {
            Json::List(_) => return None,
            Json::Object(object)
                if object.find("children").is_some_and(|children| !children.peek().is_blank()) =>
            {
                return None;
            }
            _ => {}
        }
        match scalar(item, part) {
            Scalar::Number(digits) => steps.push(whole(&digits)),
            Scalar::Text(text) if is_nothing(&text) => {}
            Scalar::Text(text) => steps.push(text),
            Scalar::Nothing => {}
            Scalar::Unclear => return None,
        }
    }
    Some(steps)
}

/// A code and a name: `["33", "浙江省"]`.
fn pair_of(item: Raw<'_>) -> Option<(Text, Text)> {
    let Json::List(items) = item.peek() else { return None };
    let [code, name] = items.as_slice() else { return None };
    let is_code = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let code = match code.peek() {
        Json::Number(digits) => whole(digits),
        Json::Text(text) if is_code(&text) => text.into_owned(),
        _ => return None,
    };
    match name.peek() {
        Json::Text(name) if !is_code(&name) => Some((code, clean(&name))),
        _ => None,
    }
}

fn part_of((code, name): (Text, Text), part: Part) -> Text {
    note(Rule::CodeAndName);
    if part == Part::Id { code } else { name }
}

fn of_object(raw: Raw<'_>, object: &Object<'_>, part: Part, depth: usize) -> Option<Vec<Text>> {
    if let Some(items) = object.items() {
        note(Rule::ObjectAsList);
        return of_list(&items, part, depth);
    }
    if let Some(steps) = tree(raw, object, part, depth) {
        note(Rule::Tree);
        return steps;
    }
    if let Some(steps) = levels(object, part) {
        note(Rule::Levels);
        return Some(steps);
    }
    if let Some(list) = list_in(object) {
        note(Rule::ObjectAsList);
        return steps_of(list, part, depth);
    }
    match scalar(raw, part) {
        Scalar::Nothing => Some(Vec::new()),
        Scalar::Number(digits) => Some(vec![whole(&digits)]),
        Scalar::Text(text) => Some(separated(&text)),
        Scalar::Unclear => None,
    }
}

/// The path through a tree whose nodes have one child each, or one parent each. `None` if it is no tree, `Some(None)` if
/// it has several branches.
fn tree(raw: Raw<'_>, object: &Object<'_>, part: Part, depth: usize) -> Option<Option<Vec<Text>>> {
    let beside = |key: &str| {
        object
            .find(key)
            .filter(|raw| raw.text().starts_with(['[', '{']) && !raw.peek().is_blank())
    };
    let (children, parent) = (beside("children"), beside("parent"));
    if children.is_none() && parent.is_none() {
        return None;
    }
    let own = match scalar(raw, part) {
        Scalar::Number(digits) => whole(&digits),
        Scalar::Text(text) => text,
        Scalar::Nothing | Scalar::Unclear => return Some(None),
    };
    let branch = |branch: Option<Raw<'_>>| match branch {
        Some(branch) => match branch.peek() {
            Json::List(items) if items.len() > 1 => None,
            _ => steps_of(branch, part, depth),
        },
        None => Some(Vec::new()),
    };
    Some(branch(parent).zip(branch(children)).map(|(mut above, below)| {
        above.push(own);
        above.extend(below);
        above
    }))
}

/// The most members of an object of levels.
const MAX_LEVELS: usize = 40;

/// The names of levels, the widest first; names of the same level are separated by spaces.
const LEVELS: [&str; 11] = [
    "country nation 国家",
    "province state prov 省份 省",
    "city 城市 市",
    "district county area 区县 区 县",
    "street town township subdistrict 街道 乡镇",
    "community village 社区 村",
    "address detail detailaddress 地址 详细地址",
    "primary first 一级 大类",
    "secondary second 二级 中类",
    "tertiary third 三级 小类",
    "quaternary fourth 四级 细类",
];

/// The steps of an object whose members are levels: `{"district": …, "province": …, "city": …}`, `{"level2": …, "level1": …}`.
fn levels(object: &Object<'_>, part: Part) -> Option<Vec<Text>> {
    let members = super::normalize::content(object)?;
    if members.len() > MAX_LEVELS {
        return None;
    }
    let mut found: Vec<(usize, bool, Text)> = Vec::new();
    let mut stem = None;
    for (name, raw) in members {
        let (level_name, kind) = without_kind(name);
        let level = match level_named(level_name) {
            Some(level) => level,
            None => {
                let letters = level_name.trim_end_matches(|letter: char| letter.is_ascii_digit());
                if letters.is_empty() || *stem.get_or_insert(letters) != letters {
                    return None;
                }
                level_name[letters.len()..].parse().ok()?
            }
        };
        let is_wanted = kind.is_none_or(|kind| kind == part);
        match scalar(raw, part) {
            Scalar::Number(digits) => found.push((level, is_wanted, whole(&digits))),
            Scalar::Text(text) if is_nothing(&text) => {}
            Scalar::Text(text) => found.push((level, is_wanted, text)),
            Scalar::Nothing => {}
            Scalar::Unclear => return None,
        }
    }
    // `province` beside `provinceName` may be its code: what is named after the part that is asked for counts.
    let is_any_wanted = found.iter().any(|(_, is_wanted, _)| *is_wanted);
    let mut steps: Vec<(usize, Text)> = Vec::new();
    for (level, is_wanted, text) in found {
        if is_wanted || !is_any_wanted {
            let place = steps.iter().position(|(other, _)| *other >= level).unwrap_or(steps.len());
            if steps.get(place).is_some_and(|(other, _)| *other == level) {
                return None;
            }
            steps.insert(place, (level, text));
        }
    }
    (!steps.is_empty()).then(|| steps.into_iter().map(|(_, text)| text).collect())
}

/// A member's name without `Name` or `Code` behind it, and which part of a level it holds.
fn without_kind(name: &str) -> (&str, Option<Part>) {
    let kinds = [("name", Part::Words), ("code", Part::Id), ("id", Part::Id)];
    let found = kinds.into_iter().find_map(|(suffix, part)| {
        let (stem, end) = name.split_at_checked(name.len().checked_sub(suffix.len())?)?;
        let is_kind = end.eq_ignore_ascii_case(suffix) && !stem.is_empty();
        is_kind.then(|| (stem.trim_end_matches(['_', '-']), Some(part)))
    });
    found.unwrap_or((name, None))
}

fn level_named(name: &str) -> Option<usize> {
    LEVELS
        .iter()
        .position(|names| names.split(' ').any(|known| is_spelled_alike(name, known)))
}

fn is_blank(text: &str) -> bool {
    is_invisible_text(text) || is_nothing(text)
}

/// The steps of a text with separators; a text without any is one step.
fn separated(text: &str) -> Vec<Text> {
    const SEPARATORS: [&str; 13] = ["->", ">", "›", "»", "→", "/", "\\", "|", "，", ",", "、", "-", " "];
    if is_blank(text) {
        return Vec::new();
    }
    let is_prose = text.contains(['<', '\n', '。']) || text.contains("://");
    let split = |separator: &&str| {
        let steps: Vec<&str> = text
            .split(separator)
            .map(str::trim)
            .filter(|step| !is_invisible_text(step))
            .collect();
        // A space or a hyphen may belong to a name, unless it stands between Chinese words or between codes.
        let is_whole = |step: &&str| {
            !step.starts_with(|first: char| first.is_ascii_alphabetic() || first.is_ascii_punctuation())
        };
        let may_be_of_name = matches!(*separator, "-" | " ") && !text.contains(" - ");
        let is_path = steps.len() > 1 && (!may_be_of_name || steps.iter().all(is_whole));
        is_path.then(|| steps.into_iter().map(str::to_owned).collect())
    };
    let steps = SEPARATORS.iter().filter(|_| !is_prose).find_map(split);
    match steps {
        Some(steps) => {
            note(Rule::SeparatedText);
            steps
        }
        None => vec![text.to_owned()],
    }
}
