//! JSON → followers (关注者): people by id, by name, or both.

use super::customer_detail::{CustomerDetail, Follower};
use super::field::{Field, FromJson, Text, id_of, id_without_fraction, name_of};
use super::normalize::{
    Members, NormalValue, Part, Rule, is_invisible_text, is_null_word, is_placeholder, is_tagged, items,
    list_in, member, normalize, note, numbered, one_line, pair_of, without_zero_fraction,
};
use crate::json::{Json, Raw};

/// The value of `followers`: ids, with names if the server sends them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FollowerIds(pub Vec<Follower>);

impl FromJson for FollowerIds {
    fn read(raw: Raw<'_>) -> Field<Self> {
        let is_readable = |follower: &Follower| !matches!(follower.name, Field::Unreadable(_));
        match read_people(raw, Part::Id) {
            Some(people) if people.is_empty() => Field::Absent,
            Some(people) if people.iter().all(is_readable) => Field::Value(Self(people)),
            _ => Field::unreadable(raw),
        }
    }
}

impl FromJson for Vec<Follower> {
    /// An unreadable follower has its own raw text.
    fn read(raw: Raw<'_>) -> Field<Self> {
        match read_people(raw, Part::Words) {
            Some(people) if people.is_empty() => Field::Absent,
            Some(people) => Field::Value(people),
            None => Field::unreadable(raw),
        }
    }
}

/// Reads people, each item of a list on its own: all normalized items together would take several times the memory of the
/// response.
fn read_people(raw: Raw<'_>, bare: Part) -> Option<Vec<Follower>> {
    match raw.peek() {
        Json::List(items) if items.len() > 1 && !is_tagged(&items) => {
            let mut people = Vec::with_capacity(items.len());
            for item in items {
                people.extend(person(&normalize(item), bare).map(|follower| with_raw(follower, item)));
            }
            Some(people)
        }
        _ => {
            let people = people(&normalize(raw), bare)?;
            Some(people.into_iter().map(|follower| with_raw(follower, raw)).collect())
        }
    }
}

/// Sets the raw text of the unreadable fields of a follower.
fn with_raw(mut follower: Follower, raw: Raw<'_>) -> Follower {
    for field in [&mut follower.id, &mut follower.name] {
        if matches!(field, Field::Unreadable(_)) {
            *field = Field::unreadable(raw);
        }
    }
    follower
}

/// Completes `followerNames` from `followers`: copies it if all have id and name, or pairs bare ids with as many bare names
/// by position.
pub fn pair_ids_with_names(customer: &mut CustomerDetail) {
    let Field::Value(FollowerIds(ids)) = &customer.followers else {
        return;
    };
    let names = match &mut customer.follower_names {
        Field::Value(names) => names,
        Field::Absent
            if ids
                .iter()
                .all(|follower| !follower.name.is_absent() && !follower.id.is_absent()) =>
        {
            customer.follower_names = Field::Value(ids.clone());
            return;
        }
        _ => return,
    };
    let are_bare = ids.iter().all(|follower| follower.name.is_absent() && !follower.id.is_absent())
        && names
            .iter()
            .all(|follower| follower.id.is_absent() && follower.name.value().is_some());
    if are_bare && ids.len() == names.len() {
        note(Rule::PairedLists);
        for (named, follower) in names.iter_mut().zip(ids) {
            named.id = follower.id.clone();
        }
    }
}

/// Reads people. `bare` says whether a text on its own is an id or a name.
fn people(value: &NormalValue, bare: Part) -> Option<Vec<Follower>> {
    let of_items =
        |items: Vec<&NormalValue>| Some(items.into_iter().filter_map(|item| person(item, bare)).collect());
    match value {
        NormalValue::Nothing => Some(Vec::new()),
        NormalValue::Unclear => None,
        NormalValue::Number(digits) => Some(vec![of_id(without_zero_fraction(digits))]),
        NormalValue::Text(text) if text.starts_with('[') && bare == Part::Id => None,
        NormalValue::Text(text) => Some(separated(text, bare)),
        NormalValue::List(items) => match items.as_slice() {
            // A list of one list is that list, unless it is a pair of id and name.
            [one @ NormalValue::List(pair)] if pair_of(pair).is_none() => {
                note(Rule::ListOfOne);
                people(one, bare)
            }
            items => of_items(items.iter().collect()),
        },
        NormalValue::Object(members) => {
            if let Some(people) = of_map(members) {
                return Some(people);
            }
            if let (Some(ids @ NormalValue::List(_)), Some(names @ NormalValue::List(_))) = (
                member(members, "ids|userIds|followerIds"),
                member(members, "names|userNames|followerNames"),
            ) {
                return of_two_lists(people(ids, Part::Id)?, people(names, Part::Words)?);
            }
            if numbered(members).is_some() {
                return of_items(items(value)?);
            }
            match list_in(members).filter(|_| of_keys(members).is_none()) {
                Some(list) => {
                    note(Rule::ObjectAsList);
                    people(list, bare)
                }
                None => Some(person(value, bare).into_iter().collect()),
            }
        }
    }
}

/// Reads people separated by punctuation: `1,2,3`, `张三、李四`.
fn separated(text: &str, bare: Part) -> Vec<Follower> {
    if is_placeholder(text) {
        return Vec::new();
    }
    let texts: Vec<&str> = text.split([',', '，', '、', ';', '；', '|', '\n']).map(str::trim).collect();
    if texts.len() > 1 {
        note(Rule::SeparatedText);
    }
    texts.into_iter().filter_map(|text| of_text(text, bare)).collect()
}

/// Reads a text on its own. Among ids, a text that is not ASCII is a name; among names, a number is an id.
fn of_text(text: &str, bare: Part) -> Option<Follower> {
    if is_invisible_text(text) || is_null_word(text) {
        return None;
    }
    let is_id = match bare {
        Part::Id => text.bytes().all(|byte| byte.is_ascii_graphic()),
        _ => {
            text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
                && text.bytes().any(|byte| byte != b'.')
        }
    };
    Some(if is_id {
        of_id(id_without_fraction(text.to_owned()))
    } else {
        Follower {
            id: Field::Absent,
            name: Field::Value(one_line(text)),
        }
    })
}

/// A placeholder for the raw text, which [`with_raw`] sets.
const UNREADABLE: Field<Text> = Field::Unreadable(String::new());

fn of_id(id: Text) -> Follower {
    Follower { id: Field::Value(id), name: Field::Absent }
}

/// Reads one person; `None` for nothing. An unreadable person has an unreadable name.
fn person(item: &NormalValue, bare: Part) -> Option<Follower> {
    let unreadable = || Some(Follower { id: Field::Absent, name: UNREADABLE });
    match item {
        NormalValue::Nothing => None,
        NormalValue::Unclear => unreadable(),
        NormalValue::Number(digits) => Some(of_id(without_zero_fraction(digits))),
        NormalValue::Text(text) => of_text(text, bare),
        NormalValue::List(items) => match (pair_of(items), items.as_slice()) {
            (Some((id, name)), _) => Some(Follower {
                id: Field::Value(id),
                name: Field::Value(one_line(&name)),
            }),
            (None, [one]) => {
                note(Rule::ListOfOne);
                person(one, bare)
            }
            _ => unreadable(),
        },
        NormalValue::Object(members) => {
            if let Some(follower) = of_keys(members) {
                return Some(follower);
            }
            // A wrapper: `{"user": {…}}`, alone or next to details such as a role.
            let mut objects = members.iter().filter(|(_, value)| matches!(value, NormalValue::Object(_)));
            match (objects.next(), objects.next(), members.as_slice()) {
                (Some((_, inner)), None, _) | (None, _, [(_, inner)]) => {
                    note(Rule::Wrapper);
                    person(inner, bare)
                }
                _ => unreadable(),
            }
        }
    }
}

/// Names of members with the id of a person. An `id` next to one of them is the row's, not the person's.
const OWN_IDS: &str = "userId|memberId|followerId|employeeId|empId|staffId|personId|uid";
/// Names of members with the name of a person.
const OWN_NAMES: &str = "userName|memberName|followerName|employeeName|empName|staffName|personName|uname|realName|fullName|\
    displayName|nickName|nick|label|title|text|desc|description|zh|zhCN";

/// Reads a person whose id or name is a member of an object.
fn of_keys(members: &Members) -> Option<Follower> {
    let field = |names, read: fn(&NormalValue) -> Option<Field<Text>>| match member(members, names) {
        Some(value) => read(value).unwrap_or(UNREADABLE),
        None => Field::Absent,
    };
    let id = |names| field(names, id_of);
    let mut follower = Follower { id: id("id"), name: field("name", name_of) };
    if follower.name.is_absent() {
        let mut names = OWN_NAMES.split('|').map(|name| field(name, name_of));
        if let Some(name) = names.find(|name| name.value().is_some()) {
            note(Rule::Person);
            follower.name = name;
            if let own @ Field::Value(_) = id(OWN_IDS) {
                follower.id = own;
            }
        }
    }
    if follower.id.is_absent() {
        follower.id = match id(OWN_IDS) {
            Field::Absent => id("value|code|key"),
            own => own,
        };
    }
    (!follower.is_empty()).then_some(follower)
}

/// Reads a map from ids to names: `{"11": "司徒静"}`. Keys that count from 0 are positions in a list; keys that count from 1
/// may be positions, so they are not ids.
fn of_map(members: &Members) -> Option<Vec<Follower>> {
    let is_id = |name: &str| {
        name.bytes().any(|byte| byte.is_ascii_digit()) && name.bytes().all(|byte| byte.is_ascii_graphic())
    };
    let mut people = Vec::new();
    let mut add = |id: &str, value: &NormalValue| {
        let follower = match value {
            NormalValue::Text(_) => Follower { id: Field::Absent, name: name_of(value)? },
            NormalValue::Object(_) => person(value, Part::Words)?,
            _ => return None,
        };
        follower.name.value()?;
        people.push(match follower.id {
            Field::Absent => Follower { id: Field::Value(id.to_owned()), ..follower },
            _ => follower,
        });
        Some(())
    };
    match numbered(members) {
        Some(numbered) => {
            let (first, last) = (numbered.first()?.0, numbered.last()?.0);
            if first == 0 || first == 1 && last == numbered.len() as i64 {
                return None;
            }
            numbered
                .into_iter()
                .try_for_each(|(number, value)| add(&number.to_string(), value))?;
        }
        None if members.iter().all(|(name, _)| is_id(name)) => {
            members.iter().try_for_each(|(name, value)| add(name, value))?;
        }
        None => return None,
    }
    note(Rule::IdToName);
    Some(people)
}

/// Joins a list of ids and a list of names.
fn of_two_lists(ids: Vec<Follower>, mut names: Vec<Follower>) -> Option<Vec<Follower>> {
    if ids.len() == names.len() {
        note(Rule::PairedLists);
        for (named, follower) in names.iter_mut().zip(ids) {
            named.id = follower.id;
        }
    }
    Some(names)
}
