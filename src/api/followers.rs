//! JSON → followers (关注者): people by their ids, their names, or both.

use serde::Deserialize;

use super::customer::{CustomerDetail, Follower};
use super::field::{Field, FromJson, Text, read_id, read_name, whole_id};
use super::normalize::{
    IDS, MAX_DEPTH, Part, Rule, Scalar, WORDS, clean, content, inside_text, is_invisible_text, is_nothing,
    is_programs_nothing, list_in, note, one_line, pair_of, scalar, whole, without_type_tag,
};
use crate::json::{Json, Object, Raw, is_spelled_alike};

/// The people of `followers`, by their ids; with their names if the server sends those along.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FollowerIds(pub Vec<Follower>);

impl FromJson for FollowerIds {
    fn read(raw: Raw<'_>) -> Field<Self> {
        match people(raw, Part::Id, MAX_DEPTH) {
            Some(people) if people.is_empty() => Field::Absent,
            Some(people) if people.iter().any(|follower| matches!(follower.name, Field::Unreadable(_))) => {
                Field::unreadable(raw)
            }
            Some(people) => Field::Value(Self(people)),
            None => Field::unreadable(raw),
        }
    }
}

impl FromJson for Vec<Follower> {
    /// One that cannot be read is a follower of an unreadable name.
    fn read(raw: Raw<'_>) -> Field<Self> {
        match people(raw, Part::Words, MAX_DEPTH) {
            Some(people) if people.is_empty() => Field::Absent,
            Some(people) => Field::Value(people),
            None => Field::unreadable(raw),
        }
    }
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

/// The people that a value lists; `bare` says what a text without further members is.
fn people(raw: Raw<'_>, bare: Part, depth: usize) -> Option<Vec<Follower>> {
    let depth = depth.checked_sub(1)?;
    let of_items = |items: &[Raw<'_>]| items.iter().filter_map(|item| person(*item, bare, depth)).collect();
    match raw.peek() {
        Json::Null | Json::Bool(false) => Some(Vec::new()),
        Json::Bool(true) => None,
        Json::Number(digits) => Some(vec![of_id(whole(digits))]),
        Json::Text(text) => match inside_text(&text) {
            Some(inner) => {
                note(Rule::JsonText);
                people(inner, bare, depth)
            }
            None if text.trim_start().starts_with('[') && bare == Part::Id => None,
            None => Some(separated(&clean(&text), bare)),
        },
        Json::List(items) => match without_type_tag(&items) {
            // One list in a list is that list, unless it is an id and a name.
            [one]
                if one.text().starts_with('[')
                    && !matches!(one.peek(), Json::List(pair) if pair_of(&pair).is_some()) =>
            {
                note(Rule::ListOfOne);
                people(*one, bare, depth)
            }
            items => Some(of_items(items)),
        },
        Json::Object(object) => {
            if raw.peek().is_blank() {
                return Some(Vec::new());
            }
            if let Some(people) = of_map(&object, depth).or_else(|| of_two_lists(&object, depth)) {
                return Some(people);
            }
            if let Some(items) = object.items() {
                note(Rule::ObjectAsList);
                return Some(of_items(&items));
            }
            match list_in(&object).filter(|_| of_keys(&object).is_none()) {
                Some(list) => {
                    note(Rule::ObjectAsList);
                    people(list, bare, depth)
                }
                None => person(raw, bare, depth).map(|follower| vec![follower]),
            }
        }
    }
}

/// The people of a text: `1,2,3`, `张三、李四`.
fn separated(text: &str, bare: Part) -> Vec<Follower> {
    if is_nothing(text) || is_invisible_text(text) {
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
        Part::Id => text.chars().all(|letter| letter.is_ascii_graphic()),
        _ => {
            text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
                && text.starts_with(|c: char| c.is_ascii_digit())
        }
    };
    Some(if is_id {
        of_id(whole_id(text.to_owned()))
    } else {
        of_name(one_line(text))
    })
}

fn of_id(id: Text) -> Follower {
    Follower { id: Field::Value(id), name: Field::Absent }
}

fn of_name(name: Text) -> Follower {
    Follower { id: Field::Absent, name: Field::Value(name) }
}

/// One item of a list of people; `None` if it says nothing. One that cannot be read has an unreadable name.
fn person(item: Raw<'_>, bare: Part, depth: usize) -> Option<Follower> {
    let unreadable = || Some(Follower { id: Field::Absent, name: Field::unreadable(item) });
    let Some(depth) = depth.checked_sub(1) else {
        return unreadable();
    };
    let json = item.peek();
    if json.is_blank() {
        return None;
    }
    match json {
        Json::List(items) => match (pair_of(&items), items.as_slice()) {
            (Some((id, name)), _) => Some(Follower {
                id: Field::Value(id),
                name: Field::Value(one_line(&name)),
            }),
            (None, [one]) => {
                note(Rule::ListOfOne);
                person(*one, bare, depth).map(|follower| match follower.name {
                    Field::Unreadable(_) => Follower { name: Field::unreadable(item), ..follower },
                    _ => follower,
                })
            }
            _ => unreadable(),
        },
        Json::Object(object) => of_keys(&object).or_else(|| {
            // A wrapper around a person: `{"user": {…}}`, alone or beside what is said of the following.
            let members = content(&object)?;
            let mut objects = members.iter().filter(|(_, raw)| raw.text().starts_with('{'));
            let inner = match (objects.next(), objects.next(), members.as_slice()) {
                (Some((_, inner)), None, _) => *inner,
                (None, _, [(_, inner)]) => *inner,
                (None, ..) => {
                    // A 64-bit integer in two halves.
                    return match scalar(item, Part::Id) {
                        Scalar::Number(digits) => Some(of_id(whole(&digits))),
                        _ => unreadable(),
                    };
                }
                _ => return unreadable(),
            };
            note(Rule::Wrapper);
            person(inner, bare, depth).map(|follower| match follower.name {
                Field::Unreadable(_) => Follower { name: Field::unreadable(item), ..follower },
                _ => follower,
            })
        }),
        _ => match scalar(item, bare) {
            Scalar::Nothing => None,
            Scalar::Number(digits) => Some(of_id(whole(&digits))),
            Scalar::Text(text) => of_text(&text, bare),
            Scalar::Unclear => unreadable(),
        },
    }
}

/// What a person's own members begin with, beside `id` and `name`.
const OWNERS: [&str; 8] = ["follower", "user", "member", "employee", "emp", "staff", "person", "u"];
/// What a person's name is called besides.
const NAMES: [&str; 5] = ["realName", "fullName", "displayName", "nickName", "nick"];

/// A person whose id or name is a member of an object, by whatever key.
fn of_keys(object: &Object<'_>) -> Option<Follower> {
    let mut follower = Follower::deserialize(object).unwrap_or_default();
    let found = |read: fn(Raw<'_>) -> Field<Text>, keys: Vec<String>| {
        keys.into_iter().find_map(|key| match object.find(&key).map(read) {
            Some(Field::Value(text)) => {
                note(Rule::Person);
                Some(Field::Value(text))
            }
            _ => None,
        })
    };
    let owned = |what: &'static str| OWNERS.iter().map(move |owner| format!("{owner}{what}"));
    if follower.name.is_absent() {
        let words = WORDS.iter().filter(|key| !IDS.contains(key));
        let keys = owned("name").chain(NAMES.iter().chain(words).map(|key| (*key).to_owned()));
        if let Some(name) = found(read_name, keys.collect()) {
            // An id beside it is that of the row, if there is one of the person.
            follower.name = name;
            if let Some(id) = found(read_id, owned("id").collect()) {
                follower.id = id;
            }
        }
    }
    if follower.id.is_absent() {
        let keys = owned("id").chain(IDS.iter().map(|key| (*key).to_owned()));
        if let Some(id) = found(read_id, keys.collect()) {
            follower.id = id;
        }
    }
    (!follower.is_empty()).then_some(follower)
}

/// The people of a map from ids to names: `{"11": "司徒静"}`. Keys that count from 0 are places in a list; keys that count
/// from 1 may be either, so that they are no ids.
fn of_map(object: &Object<'_>, depth: usize) -> Option<Vec<Follower>> {
    let is_id = |name: &str| {
        name.bytes().any(|byte| byte.is_ascii_digit()) && name.bytes().all(|byte| byte.is_ascii_graphic())
    };
    let members: Vec<(&str, Raw<'_>)> = match object.numbered() {
        Some(numbered) => {
            let (first, last) = (numbered.first()?.0, numbered.last()?.0);
            let is_counted = last.wrapping_sub(first).wrapping_add(1) == numbered.len() as i64;
            if first == 0 || first == 1 && is_counted {
                return None;
            }
            numbered.into_iter().map(|(_, name, raw)| (name, raw)).collect()
        }
        None => object.members(),
    };
    let mut people = Vec::new();
    for (id, raw) in members {
        if !is_id(id) {
            return None;
        }
        let follower = match raw.text().as_bytes().first() {
            Some(b'"') => Follower { id: Field::Absent, name: read_name(raw) },
            Some(b'{') => person(raw, Part::Words, depth)?,
            _ => return None,
        };
        follower.name.value()?;
        people.push(match follower.id {
            Field::Absent => Follower { id: Field::Value(id.to_owned()), ..follower },
            _ => follower,
        });
    }
    note(Rule::IdToName);
    Some(people)
}

/// The people of an object with a list of ids and a list of names.
fn of_two_lists(object: &Object<'_>, depth: usize) -> Option<Vec<Follower>> {
    let members = content(object)?;
    let [one, other] = members.as_slice() else { return None };
    let ends_with = |name: &str, end: &str| {
        name.len() >= end.len()
            && name
                .get(name.len() - end.len()..)
                .is_some_and(|tail| is_spelled_alike(tail, end))
    };
    let (ids, names) = if ends_with(one.0, "ids") {
        (one.1, other)
    } else {
        (other.1, one)
    };
    if !ends_with(names.0, "names") {
        return None;
    }
    let (ids, names) = (people(ids, Part::Id, depth)?, people(names.1, Part::Words, depth)?);
    if ids.len() != names.len() {
        return Some(names);
    }
    note(Rule::PairedLists);
    let joined = ids
        .into_iter()
        .zip(names)
        .map(|(one, other)| Follower { id: one.id, name: other.name });
    Some(joined.collect())
}
