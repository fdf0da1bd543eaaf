//! JSON → followers (关注者): people by their ids, their names, or both.

use super::customer::{CustomerDetail, Follower};
use super::field::{Field, FromJson, Text, id_of, name_of, whole_id};
use super::normalize::{
    Members, Part, Rule, Value, is_invisible_text, is_nothing, is_programs_nothing, items, list_in, member,
    normalize, note, numbered, one_line, pair_of, scalar, whole,
};
use crate::json::{Json, Raw};

/// The people of `followers`, by their ids; with their names if the server sends those along.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FollowerIds(pub Vec<Follower>);

impl FromJson for FollowerIds {
    fn of(value: &Value) -> Field<Self> {
        match people(value, Part::Id, MAX_DEPTH) {
            Some(people) if people.is_empty() => Field::Absent,
            Some(people) if !people.iter().any(is_unreadable) => Field::Value(Self(people)),
            _ => Field::Unreadable(String::new()),
        }
    }
}

impl FromJson for Vec<Follower> {
    fn of(value: &Value) -> Field<Self> {
        match people(value, Part::Words, MAX_DEPTH) {
            Some(people) if people.is_empty() => Field::Absent,
            Some(people) => Field::Value(people),
            None => Field::Unreadable(String::new()),
        }
    }

    /// One that cannot be read is a follower of an unreadable name.
    fn read(raw: Raw<'_>) -> Field<Self> {
        let items = match raw.peek() {
            Json::List(items) => items,
            _ => Vec::new(),
        };
        match normalize(raw) {
            Value::Nothing => Field::Absent,
            // Each item for itself, so that one that cannot be read has its own raw text.
            Value::List(values) if values.len() == items.len() && values.len() > 1 => {
                let mut people = Vec::new();
                for (value, raw) in values.iter().zip(items) {
                    people.extend(person(value, Part::Words, MAX_DEPTH).map(|follower| Follower {
                        id: follower.id.or_raw(raw),
                        name: follower.name.or_raw(raw),
                    }));
                }
                Field::Value(people)
            }
            value => match Self::of(&value).or_raw(raw) {
                Field::Value(people) => {
                    let with_raw =
                        |follower: Follower| Follower { name: follower.name.or_raw(raw), ..follower };
                    Field::Value(people.into_iter().map(with_raw).collect())
                }
                other => other,
            },
        }
    }
}

fn is_unreadable(follower: &Follower) -> bool {
    matches!(follower.name, Field::Unreadable(_))
}

/// Completes each of the two keys of followers with what the other one has. Names without ids get the ids without names,
/// if there are as many of both: the two keys list the same people.
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

/// How many wrappers around people are opened.
const MAX_DEPTH: usize = 6;

/// The people that a value lists; `bare` says what a text without further members is.
fn people(value: &Value, bare: Part, depth: usize) -> Option<Vec<Follower>> {
    let depth = depth.checked_sub(1)?;
    let of_items =
        |items: Vec<&Value>| Some(items.into_iter().filter_map(|item| person(item, bare, depth)).collect());
    match value {
        Value::Nothing => Some(Vec::new()),
        Value::Unclear => None,
        Value::Number(digits) => Some(vec![of_id(whole(digits))]),
        Value::Text(text) if text.starts_with('[') && bare == Part::Id => None,
        Value::Text(text) => Some(separated(text, bare)),
        Value::List(items) => match items.as_slice() {
            // One list in a list is that list, unless it is an id and a name.
            [one @ Value::List(pair)] if pair_of(pair).is_none() => {
                note(Rule::ListOfOne);
                people(one, bare, depth)
            }
            items => of_items(items.iter().collect()),
        },
        Value::Object(members) => {
            if let Some(people) = of_map(members, depth) {
                return Some(people);
            }
            if let (Some(ids @ Value::List(_)), Some(names @ Value::List(_))) = (
                member(members, "ids|userIds|followerIds"),
                member(members, "names|userNames|followerNames"),
            ) {
                return of_two_lists(people(ids, Part::Id, depth)?, people(names, Part::Words, depth)?);
            }
            if numbered(members).is_some() {
                return of_items(items(value)?);
            }
            match list_in(members).filter(|_| of_keys(members).is_none()) {
                Some(list) => {
                    note(Rule::ObjectAsList);
                    people(list, bare, depth)
                }
                None => Some(person(value, bare, depth).into_iter().collect()),
            }
        }
    }
}

/// The people of a text: `1,2,3`, `张三、李四`.
fn separated(text: &str, bare: Part) -> Vec<Follower> {
    if is_nothing(text) {
        return Vec::new();
    }
    let texts: Vec<&str> = text.split([',', '，', '、', ';', '；', '|', '\n']).map(str::trim).collect();
    if texts.len() > 1 {
        note(Rule::SeparatedText);
    }
    texts.into_iter().filter_map(|text| of_text(text, bare)).collect()
}

/// The person of a bare text. Where ids are meant, it is a name only if no id looks like it; where names are, an id only if
/// it is a number.
fn of_text(text: &str, bare: Part) -> Option<Follower> {
    if is_invisible_text(text) || is_programs_nothing(text) {
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
        of_id(whole_id(text.to_owned()))
    } else {
        Follower {
            id: Field::Absent,
            name: Field::Value(one_line(text)),
        }
    })
}

fn of_id(id: Text) -> Follower {
    Follower { id: Field::Value(id), name: Field::Absent }
}

/// One item of a list of people; `None` if it says nothing. One that cannot be read has an unreadable name.
fn person(item: &Value, bare: Part, depth: usize) -> Option<Follower> {
    let unreadable = || {
        Some(Follower {
            id: Field::Absent,
            name: Field::Unreadable(String::new()),
        })
    };
    let Some(depth) = depth.checked_sub(1) else {
        return unreadable();
    };
    match item {
        Value::Nothing => None,
        Value::Unclear => unreadable(),
        Value::Number(digits) => Some(of_id(whole(digits))),
        Value::Text(text) => of_text(text, bare),
        Value::List(items) => match (pair_of(items), items.as_slice()) {
            (Some((id, name)), _) => Some(Follower {
                id: Field::Value(id),
                name: Field::Value(one_line(&name)),
            }),
            (None, [one]) => {
                note(Rule::ListOfOne);
                person(one, bare, depth)
            }
            _ => unreadable(),
        },
        Value::Object(members) => {
            if let Some(follower) = of_keys(members) {
                return Some(follower);
            }
            // A wrapper around a person: `{"user": {…}}`, alone or beside what is said of the following.
            let mut objects = members.iter().filter(|(_, value)| matches!(value, Value::Object(_)));
            match (objects.next(), objects.next(), members.as_slice()) {
                (Some((_, inner)), None, _) | (None, _, [(_, inner)]) => {
                    note(Rule::Wrapper);
                    person(inner, bare, depth)
                }
                (None, ..) => match scalar(item, Part::Id) {
                    // A 64-bit integer in two halves.
                    Value::Number(digits) => Some(of_id(whole(&digits))),
                    _ => unreadable(),
                },
                _ => unreadable(),
            }
        }
    }
}

/// Members that hold the id of a person, though the object has an `id` of its own.
const OWN_IDS: &str = "userId|memberId|followerId|employeeId|empId|staffId|personId|uid";
/// Members that hold the name of a person.
const OWN_NAMES: &str = "userName|memberName|followerName|employeeName|empName|staffName|personName|uname|realName|fullName|\
    displayName|nickName|nick|label|title|text|desc|description|zh|zhCN";

/// A person whose id or name is a member of an object, by whatever key.
fn of_keys(members: &Members) -> Option<Follower> {
    let id = |names| member(members, names).map_or(Field::Absent, id_of);
    let mut follower = Follower {
        id: id("id"),
        name: member(members, "name").map_or(Field::Absent, name_of),
    };
    if follower.name.is_absent() {
        let names = OWN_NAMES.split('|').filter_map(|name| member(members, name));
        if let Some(name) = names.map(name_of).find(|name| name.value().is_some()) {
            note(Rule::Person);
            follower.name = name;
            // An id beside it is that of the row, if there is one of the person.
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

/// The people of a map from ids to names: `{"11": "司徒静"}`. Keys that count from 0 are places in a list; keys that count
/// from 1 may be either, so that they are no ids.
fn of_map(members: &Members, depth: usize) -> Option<Vec<Follower>> {
    let is_id = |name: &str| {
        name.bytes().any(|byte| byte.is_ascii_digit()) && name.bytes().all(|byte| byte.is_ascii_graphic())
    };
    let mut people = Vec::new();
    let mut add = |id: &str, value: &Value| {
        let follower = match value {
            Value::Text(_) => Follower { id: Field::Absent, name: name_of(value) },
            Value::Object(_) => person(value, Part::Words, depth)?,
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

/// The people of a list of ids and a list of names.
fn of_two_lists(ids: Vec<Follower>, mut names: Vec<Follower>) -> Option<Vec<Follower>> {
    if ids.len() == names.len() {
        note(Rule::PairedLists);
        for (named, follower) in names.iter_mut().zip(ids) {
            named.id = follower.id;
        }
    }
    Some(names)
}
