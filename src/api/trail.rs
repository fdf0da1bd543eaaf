//! JSON → trails: paths from wide to narrow, such as province, city, district, or the codes of these.

use serde::{Deserialize, Deserializer};

use super::field::{Field, FromJson, Text};
use super::normalize::{
    IDS, Members, NormalValue, Part, Rule, WORDS, is_invisible_text, is_one_of, is_placeholder, list_in,
    member, normalize, note, numbered, scalar, without_zero_fraction,
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
    let steps = steps_of(value, part, true)?;
    Some(if steps.is_empty() {
        Field::Absent
    } else {
        Field::Value(Trail(steps))
    })
}

/// Reads the steps of a trail; `None` for something else, or for several trails. A text in a list is one step, even with
/// separators: `["批发/零售"]`.
fn steps_of(value: &NormalValue, part: Part, may_split: bool) -> Option<Vec<Text>> {
    match value {
        NormalValue::List(items) => steps_from_list(items.iter().collect(), part),
        NormalValue::Object(members) => steps_from_object(value, members, part, may_split),
        NormalValue::Text(text) if may_split => separated(text),
        value => {
            let mut steps = Vec::new();
            push_step(&mut steps, scalar(value, part))?;
            Some(steps)
        }
    }
}

fn steps_from_list(mut items: Vec<&NormalValue>, part: Part) -> Option<Vec<Text>> {
    items.retain(|item| !item.is_nothing());
    if let [one] = items.as_slice()
        && pair_of(one).is_none()
    {
        note(Rule::ListOfOne);
        return steps_of(one, part, false);
    }
    let mut steps = Vec::new();
    for item in in_order(items)? {
        if let Some((code, name)) = pair_of(item) {
            note(Rule::CodeAndName);
            steps.push(if part == Part::Id { code } else { name });
            continue;
        }
        // Two lists, trees or objects of levels are two trails.
        match item {
            NormalValue::List(_) => return None,
            NormalValue::Object(members)
                if member(members, CHILDREN).is_some()
                    || levels(members, part).flatten().is_some_and(|steps| steps.len() > 1) =>
            {
                return None;
            }
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

/// Orders objects by the ids of their parents or by their levels; `None` if they are several trails.
fn in_order(items: Vec<&NormalValue>) -> Option<Vec<&NormalValue>> {
    if items.len() > MAX_LEVELS {
        return Some(items);
    }
    // The position of each parent; that of the item itself if there is none.
    let mut parents = Vec::new();
    let mut are_linked = false;
    for (at, item) in items.iter().enumerate() {
        let parent = text_at(item, is_of_parent, "");
        let found = items
            .iter()
            .position(|other| !parent.is_empty() && !text_at(other, is_own_id, &parent).is_empty());
        are_linked |= found.is_some_and(|found| found != at);
        parents.push(found.unwrap_or(at));
    }
    let mut depths: Vec<usize> = Vec::new();
    let mut ordered = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let mut depth = 0;
        if are_linked {
            let mut ancestor = at;
            // Ids in a ring have no widest one: all are equally deep.
            while depth < MAX_LEVELS && parents[ancestor] != ancestor {
                ancestor = parents[ancestor];
                depth += 1;
            }
        } else if let Ok(level) = text_at(item, |name| is_one_of(name, "level"), "").parse::<u8>() {
            depth = usize::from(level);
        } else {
            return Some(items);
        }
        let place = depths.iter().position(|other| *other >= depth).unwrap_or(at);
        if depths.get(place) == Some(&depth) {
            return (!are_linked).then_some(items);
        }
        depths.insert(place, depth);
        ordered.insert(place, *item);
    }
    Some(ordered)
}

fn is_of_parent(name: &str) -> bool {
    is_one_of(name, "parentId|parentCode|parent|pid")
}

fn is_own_id(name: &str) -> bool {
    (is_one_of(name, IDS) || split_kind(name).1 == Some(Part::Id)) && !is_of_parent(name)
}

/// Returns the text of the first member with such a name, and with this text unless it is empty.
fn text_at(item: &NormalValue, is_wanted: fn(&str) -> bool, wanted: &str) -> Text {
    let NormalValue::Object(members) = item else {
        return Text::new();
    };
    for (name, value) in members {
        if is_wanted(name)
            && let NormalValue::Number(text) | NormalValue::Text(text) = scalar(value, Part::Id)
            && (wanted.is_empty() || text == wanted)
        {
            return text;
        }
    }
    Text::new()
}

/// The names of members with the next level of a tree.
const CHILDREN: &str = "children|child|next";

fn steps_from_object(
    value: &NormalValue,
    members: &Members,
    part: Part,
    may_split: bool,
) -> Option<Vec<Text>> {
    if let Some(numbered) = numbered(members) {
        note(Rule::ObjectAsList);
        return steps_from_list(numbered.into_iter().map(|(_, item)| item).collect(), part);
    }
    let levels = levels(members, part);
    if let Some(Some(steps)) = levels {
        note(Rule::Levels);
        return Some(steps);
    }
    // The only path through a tree, down to the children or up to the parents.
    let (parent, child) =
        (member(members, "parent").filter(|parent| is_structure(parent)), child_in(members)?);
    if parent.is_some() || child.is_some() {
        note(Rule::Tree);
        let mut steps = parent.map_or(Some(Vec::new()), |parent| steps_of(parent, part, false))?;
        push_step(&mut steps, scalar(value, part))?;
        match child {
            Some(NormalValue::List(items)) if items.len() > 1 => return None,
            Some(child) => steps.extend(steps_of(child, part, false)?),
            None => {}
        }
        return Some(steps);
    }
    if levels.is_some() {
        return None;
    }
    let inner = list_in(members).or_else(|| member(members, "value").filter(|inner| is_structure(inner)));
    // A list under any name, alone or beside its length.
    let mut others = members.iter().filter(|(name, _)| !is_one_of(name, "count|length|size|total"));
    let only = match (others.next(), others.next()) {
        (Some((name, only)), None)
            if is_structure(only) && split_kind(name).1.is_none_or(|kind| kind == part) =>
        {
            Some(only)
        }
        _ => None,
    };
    if let Some(inner) = inner.or(only) {
        note(Rule::ObjectAsList);
        return steps_of(inner, part, may_split);
    }
    // Words that are joined from a list are not split.
    let has_list = members.iter().any(|(_, value)| matches!(value, NormalValue::List(_)));
    steps_of(&scalar(value, part), part, may_split && !has_list)
}

fn is_structure(value: &NormalValue) -> bool {
    matches!(value, NormalValue::List(_) | NormalValue::Object(_))
}

/// Returns the next level of a tree: a member that is named so, or a list of objects with the same member of words as this
/// object, whatever its name. One such object under another name may be a parent or anything else: then the result is `None`,
/// as for several lists.
fn child_in(members: &Members) -> Option<Option<&NormalValue>> {
    if let Some(child) = member(members, CHILDREN).filter(|child| is_structure(child)) {
        return Some(Some(child));
    }
    let is_alike = |value: &NormalValue| {
        let NormalValue::Object(inner) = value else {
            return false;
        };
        let has_same = |name: &str| members.iter().any(|(other, _)| other == name);
        inner.iter().any(|(name, _)| is_one_of(name, WORDS) && has_same(name))
    };
    let mut child = None;
    for (name, value) in members {
        if is_one_of(name, "parent|value") || is_one_of(name, PEOPLE) {
            continue;
        }
        let is_list = matches!(value, NormalValue::List(items) if items.iter().any(is_alike));
        if is_alike(value) || is_list && child.replace(value).is_some() {
            return None;
        }
    }
    Some(child)
}

/// The names of members with the people of a department.
const PEOPLE: &str = "leader|manager|owner|creator|user|users|member|members|employees|leaders|managers";

/// The maximum number of members of an object of levels, and of objects that are put in order.
const MAX_LEVELS: usize = 40;

/// The names of levels, the widest first. Names of one level are separated by `|`.
const LEVELS: [&str; 12] = [
    "country|nation|国家",
    "province|state|prov|pname|省份|省",
    "city|城市|市",
    "district|county|area|dist|adname|区县|区|县",
    "town|township|subdistrict|街道|乡镇",
    "community|village|社区|村",
    "street",
    "address|detail|detailaddress|地址|详细地址",
    "primary|first|一级|大类",
    "secondary|second|二级|中类",
    "tertiary|third|三级|小类",
    "quaternary|fourth|四级|细类",
];
/// The position of the address, which may repeat the wider levels.
const ADDRESS: usize = 7;

/// Reads an object whose members are levels: `{"district": …, "province": …, "city": …}`, `{"level2": …, "level1": …}`. Beside
/// two levels, other members are details: coordinates, the name of a person. Returns `None` if this is not such an object,
/// and `Some(None)` if it is ambiguous.
fn levels(members: &Members, part: Part) -> Option<Option<Vec<Text>>> {
    if members.len() > MAX_LEVELS {
        return None;
    }
    let stem = |name| split_kind(name).0.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let first = stem(&members.first()?.0);
    let number = |name: &str| split_kind(name).0.strip_prefix(first)?.parse::<u8>().ok();
    let are_numbered = !first.is_empty() && members.iter().all(|(name, _)| number(name).is_some());
    let place = |name: &str| match number(name).filter(|_| are_numbered) {
        Some(number) => Some(LEVELS.len() + usize::from(number)),
        None => LEVELS
            .iter()
            .position(|names| is_one_of(name, names) || is_one_of(split_kind(name).0, names)),
    };
    let places: Vec<usize> = members.iter().map(|(name, _)| place(name).unwrap_or(usize::MAX)).collect();
    // `provinceName` is better than `province`, and that is better than `provinceCode`.
    let fit = |name: &str| split_kind(name).1.map_or(1, |kind| if kind == part { 0 } else { 2 });
    let is_known = |at: usize| places[at] != usize::MAX && !matches!(members[at].1, NormalValue::Unclear);
    let mut worst = if part == Part::Id { 0 } else { 1 };
    if !(0..places.len()).any(|at| is_known(at) && fit(&members[at].0) <= worst) {
        worst = 2;
    }
    let has_others = !(0..places.len()).all(is_known);
    let (mut steps, mut areas, mut widest) = (Vec::new(), 0, usize::MAX);
    for level in 0..LEVELS.len() + 256 {
        let (mut best, mut step) = (worst + 1, Text::new());
        for at in (0..places.len()).filter(|at| places[*at] == level && is_known(*at)) {
            let (name, value) = &members[at];
            let fit = fit(name);
            if fit > best || fit > worst {
                continue;
            }
            let mut found = Vec::new();
            let are_several =
                matches!(value, NormalValue::List(items) if items.len() > 1) && pair_of(value).is_none();
            if are_several || push_step(&mut found, scalar(value, part)).is_none() {
                return Some(None);
            }
            let Some(text) = found.pop() else { continue };
            if fit == best && text != step {
                return Some(None);
            }
            (best, step) = (fit, text);
        }
        let is_whole_address =
            level == ADDRESS && steps.first().is_some_and(|first: &Text| step.contains(first.as_str()));
        if step.is_empty() || is_whole_address {
            continue;
        }
        areas += usize::from((1..ADDRESS - 1).contains(&level));
        widest = widest.min(level);
        steps.push(step);
    }
    if steps.is_empty() {
        return None;
    }
    // Other things than areas have a state, or an address, too.
    let has_state = member(members, "state").is_some();
    if has_others
        && (part == Part::Id || areas < 2 + usize::from(has_state && member(members, "name").is_some()))
    {
        let is_area = part == Part::Words && worst < 2 && widest < ADDRESS - 1 && !has_state;
        return is_area.then_some(None);
    }
    Some(Some(steps))
}

/// Splits `Name`, `Code` or `Id` off a member's name. Returns the rest, and which part of a level the member holds.
fn split_kind(name: &str) -> (&str, Option<Part>) {
    let kinds = [("name", Part::Words), ("code", Part::Id), ("id", Part::Id), ("ids", Part::Id)];
    let found = kinds.into_iter().find_map(|(suffix, part)| {
        let (stem, end) = name.split_at_checked(name.len().checked_sub(suffix.len())?)?;
        let is_kind = end.eq_ignore_ascii_case(suffix) && !stem.is_empty();
        is_kind.then(|| (stem.trim_end_matches(['_', '-']), Some(part)))
    });
    found.unwrap_or((name, None))
}

/// Returns the steps of a text with separators; a text without any is one step. `None` for the notation of a program.
fn separated(text: &str) -> Option<Vec<Text>> {
    const SEPARATORS: &str = ">›»→/\\|，,、- ";
    if is_placeholder(text) {
        return Some(Vec::new());
    }
    if let [b'{', .., b'}'] | [b'[', .., b']'] | [b'(', .., b')'] = text.as_bytes() {
        let inside = &text[1..text.len() - 1];
        // `(直辖市)` is a word in brackets.
        if count(inside, "[]{}()=:\\") == 0 && (!text.starts_with('(') || inside.contains(',')) {
            return listed(inside);
        }
    }
    if text.starts_with('[') || text.starts_with('{') || count(text, "\"=") > 0 {
        return None;
    }
    let is_prose = count(text, "<\n。:") > 0;
    let path = text.replace("->", ">");
    for separator in SEPARATORS.chars().filter(|_| !is_prose) {
        let steps = path.split(separator).map(str::trim).filter(|step| !is_invisible_text(step));
        let steps: Vec<Text> = steps.map(str::to_owned).collect();
        // A space or a hyphen may be part of a name, except between Chinese words or codes.
        let may_be_in_name = matches!(separator, '-' | ' ') && !path.contains(" - ");
        let starts_latin_name = |first: char| first.is_ascii_alphabetic() || first.is_ascii_punctuation();
        let is_part_of_step = |step: &Text| {
            count(step, "(（[") != count(step, ")）]")
                || may_be_in_name && step.starts_with(starts_latin_name)
        };
        if steps.len() > 1 && !steps.iter().any(is_part_of_step) {
            note(Rule::SeparatedText);
            return Some(steps);
        }
    }
    Some(vec![text.to_owned()])
}

/// Returns the number of characters that are among others.
fn count(text: &str, others: &str) -> usize {
    text.chars().filter(|letter| others.contains(*letter)).count()
}

/// Returns the items of a list as databases and languages write it between brackets: `浙江省,"杭州市",NULL`.
fn listed(text: &str) -> Option<Vec<Text>> {
    note(Rule::SeparatedText);
    let mut steps = Vec::new();
    for item in text.split(',').map(str::trim) {
        let step = item.trim_matches(|letter| matches!(letter, '"' | '\''));
        // A comma inside quotation marks.
        if !matches!(item.len() - step.len(), 0 | 2) {
            return None;
        }
        if !is_invisible_text(step) {
            push_step(&mut steps, NormalValue::Text(step.to_owned()))?;
        }
    }
    Some(steps)
}
