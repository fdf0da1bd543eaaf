//! JSON → followers (关注者): people by id, by name, or both.

use super::customer_detail::{CustomerDetail, Follower, FollowerIds};
use super::field::{Field, FromJson, Text, id_of, id_without_fraction, name_of};
use super::normalize::{
    Members, NormalValue, Part, Rule, in_brackets, is_invisible_text, is_null_word, is_one_of,
    is_placeholder, is_tagged, join_lines, list_in, member, normalize, note, numbered, pair_of,
    without_zero_fraction,
};
use crate::json::{Json, Raw, stem};

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
                match plain_person(item) {
                    Some(follower) => people.push(follower),
                    None => {
                        people.extend(person(&normalize(item), bare).map(|person| with_raw(person, item)))
                    }
                }
            }
            Some(people)
        }
        _ => {
            let people = people(&normalize(raw), bare)?;
            Some(people.into_iter().map(|follower| with_raw(follower, raw)).collect())
        }
    }
}

/// Reads a person as the API's document writes one, `1` or `{"id": 1, "name": "张三"}`, if no rule changes id or name; `None`
/// for all others. The result is that of [`person`], in a quarter of the time: a customer with 10,000 followers would
/// otherwise take long to decode.
fn plain_person(item: Raw<'_>) -> Option<Follower> {
    if let Some(id) = plain_id(item) {
        return Some(person_with_id(id));
    }
    let [id, name] = item.only_members([r#""id""#, r#""name""#])?;
    Some(Follower {
        id: Field::Value(plain_id(id)?),
        name: Field::Value(plain_name(name)?),
    })
}

/// Returns an integer without a sign, alone or as a text.
fn plain_id(raw: Raw<'_>) -> Option<Text> {
    let digits = raw.quoted().unwrap_or(raw.text());
    let is_plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_plain.then(|| digits.to_owned())
}

/// Returns a text of ASCII letters, digits and Chinese characters.
fn plain_name(raw: Raw<'_>) -> Option<Text> {
    // In UTF-8, the characters from U+4000 to U+9FFF begin with 0xe4 to 0xe9.
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, 0x80..=0xbf | 0xe4..=0xe9);
    let name = raw.quoted()?;
    let is_plain = !name.is_empty() && name.bytes().all(is_plain) && !is_null_word(name);
    is_plain.then(|| name.to_owned())
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
    let people_from =
        |items: Vec<&NormalValue>| Some(items.into_iter().filter_map(|item| person(item, bare)).collect());
    match value {
        NormalValue::Nothing => Some(Vec::new()),
        NormalValue::Unclear => None,
        NormalValue::Number(digits) => Some(vec![person_with_id(without_zero_fraction(digits))]),
        NormalValue::Text(text) => people_from_text(text, bare),
        NormalValue::List(items) => match items.as_slice() {
            // A list of one list is that list, unless it is a pair of id and name.
            [one @ NormalValue::List(pair)] if pair_of(pair).is_none() => {
                note(Rule::ListOfOne);
                people(one, bare)
            }
            items => people_from(items.iter().collect()),
        },
        NormalValue::Object(members) => {
            if let [(name, text @ NormalValue::Text(_))] = members.as_slice()
                && is_one_of(name, "value")
            {
                note(Rule::Wrapper);
                return people(text, bare);
            }
            if let Some(people) = people_from_map(members) {
                return Some(people);
            }
            if let (Some(ids @ NormalValue::List(_)), Some(names @ NormalValue::List(_))) = (
                member(members, "ids|userIds|followerIds"),
                member(members, "names|userNames|followerNames"),
            ) {
                return people_from_two_lists(people(ids, Part::Id)?, people(names, Part::Words)?);
            }
            if let Some(numbered) = numbered(members) {
                note(Rule::ObjectAsList);
                return people_from(numbered.into_iter().map(|(_, value)| value).collect());
            }
            match list_in(members).filter(|_| person_from_members(members).is_none()) {
                Some(list) => {
                    note(Rule::ObjectAsList);
                    people(list, bare)
                }
                None => Some(person(value, bare).into_iter().collect()),
            }
        }
    }
}

/// Reads people separated by punctuation: `1,2,3`, `张三、李四`, `{1,2,3}`. `None` for another notation, such as a serialized
/// object.
fn people_from_text(text: &str, bare: Part) -> Option<Vec<Follower>> {
    if is_placeholder(text) {
        return Some(Vec::new());
    }
    let text = in_brackets(text).unwrap_or(text);
    // `;` separates people with a comma in their names: `Smith, John; Doe, Jane`.
    let has_semicolons = text.contains([';', '；']);
    let is_separator = |letter| match letter {
        ';' | '；' => true,
        ',' | '，' | '、' | '|' | '\n' => !has_semicolons,
        _ => false,
    };
    let texts: Vec<&str> = text
        .split(is_separator)
        .map(|text| text.trim().trim_matches(['"', '\'']))
        .collect();
    let is_notation = |text: &&str| {
        text.contains(['{', '}', '[', ']', '"', '='])
            || text.matches('(').count() != text.matches(')').count()
            || has_semicolons
                && (bare == Part::Id || !text.is_ascii())
                && text.contains([',', '，', '、', '|'])
    };
    if texts.iter().any(is_notation) {
        return None;
    }
    if texts.len() > 1 {
        note(Rule::SeparatedText);
    }
    Some(texts.into_iter().filter_map(|text| person_from_text(text, bare)).collect())
}

/// Reads a text on its own. Among ids, a text that is not ASCII is a name; among names, a number is an id.
fn person_from_text(text: &str, bare: Part) -> Option<Follower> {
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
        person_with_id(id_without_fraction(text.to_owned()))
    } else {
        Follower {
            id: Field::Absent,
            name: Field::Value(join_lines(text.to_owned())),
        }
    })
}

/// A placeholder for the raw text, which [`with_raw`] sets.
const UNREADABLE: Field<Text> = Field::Unreadable(String::new());

fn person_with_id(id: Text) -> Follower {
    Follower { id: Field::Value(id), name: Field::Absent }
}

/// Reads one person; `None` for nothing. An unreadable person has an unreadable name.
fn person(item: &NormalValue, bare: Part) -> Option<Follower> {
    let unreadable = || Some(Follower { id: Field::Absent, name: UNREADABLE });
    match item {
        NormalValue::Nothing => None,
        NormalValue::Unclear => unreadable(),
        NormalValue::Number(digits) => Some(person_with_id(without_zero_fraction(digits))),
        NormalValue::Text(text) => person_from_text(text, bare),
        NormalValue::List(items) => match (pair_of(items), items.as_slice()) {
            (Some((id, name)), _) => {
                note(Rule::CodeAndName);
                Some(Follower {
                    id: Field::Value(id),
                    name: Field::Value(join_lines(name)),
                })
            }
            (None, [one]) => {
                note(Rule::ListOfOne);
                person(one, bare)
            }
            _ => unreadable(),
        },
        NormalValue::Object(members) => {
            let own = person_from_members(members);
            if own.as_ref().is_some_and(|own| !own.name.is_absent()) {
                return own;
            }
            // A wrapper: `{"user": {…}}`, alone or next to details such as a role, or in a row with an id of its own.
            let is_person = |name: &str| {
                let name = name.to_ascii_lowercase();
                // `createdBy`, and the attributes of an XML element.
                !["creat", "updat", "modif", "$"].iter().any(|start| name.starts_with(start))
            };
            let mut objects = members
                .iter()
                .filter(|(name, value)| matches!(value, NormalValue::Object(_)) && is_person(name));
            let inner = match (objects.next(), objects.next(), members.as_slice()) {
                (Some((name, inner)), None, _) if own.is_none() || !is_one_of(name, GROUPS) => inner,
                (None, _, [(_, inner)]) if own.is_none() => inner,
                _ => return own.or_else(unreadable),
            };
            match person(inner, bare) {
                Some(inner) if own.is_none() || inner.name.value().is_some() => {
                    note(Rule::Wrapper);
                    Some(inner)
                }
                _ => own.or_else(unreadable),
            }
        }
    }
}

/// Names of members with an object that is not the person.
const GROUPS: &str = "dept|department|org|organization|company|role|group|team|position|post|customer";

/// Names of members with the id of a person.
const OWN_IDS: &str = "userId|memberId|followerId|employeeId|empId|staffId|personId|uid";
/// Names of members with the name of a person. The last ones may have that of an account, in ASCII.
const OWN_NAMES: &str = "memberName|followerName|employeeName|empName|staffName|personName|realName|fullName|displayName|\
    userName|uname|nickName|nick";
/// Names of members with words that may be a person's name.
const OTHER_NAMES: &str = "label|title|text|desc|description|zh|zhCN";

/// Reads a person whose id or name is a member of an object.
fn person_from_members(members: &Members) -> Option<Follower> {
    let field = |names, read: fn(&NormalValue) -> Option<Field<Text>>| match member(members, names) {
        Some(value) => read(value).unwrap_or(UNREADABLE),
        None => Field::Absent,
    };
    let id = |names| field(names, id_of);
    let mut follower = Follower { id: id("id"), name: field("name", name_of) };
    for (names, may_replace) in [(OWN_NAMES, true), (OTHER_NAMES, false)] {
        for name in names.split('|') {
            let name = field(name, name_of);
            // The name of an account comes last: `{"userName": "ry", "nickName": "张三"}`.
            let is_account = || follower.name.value().is_some_and(|name| name.is_ascii());
            if let Some(text) = name.value()
                && (follower.name.is_absent() || may_replace && is_account() && !text.is_ascii())
            {
                note(Rule::Person);
                follower.name = name;
            }
        }
    }
    let mut other_ids = "value|code|key";
    if let Some(value @ NormalValue::Text(text)) = member(members, "value")
        && follower.name.is_absent()
        && (!text.is_ascii() || member(members, "key").is_some())
    {
        follower.name = name_of(value).unwrap_or(UNREADABLE);
        other_ids = "code|key";
    }
    // An `id` is that of a row beside the id of a customer, or if `userId` belongs to a `userName` or to no name.
    let is_row = member(members, "customerId").is_some() || follower.name.is_absent();
    let is_own = |own: &&str| {
        let name = [stem(own, "id").unwrap_or_default(), "name"].concat();
        member(members, own).is_some() && (is_row || member(members, &name).is_some())
    };
    if let Some(own) = OWN_IDS.split('|').find(is_own)
        && let own @ Field::Value(_) = id(own)
    {
        follower.id = own;
    }
    if follower.id.is_absent() {
        follower.id = match id(OWN_IDS) {
            Field::Absent => id(other_ids),
            own => own,
        };
    }
    (!follower.is_empty()).then_some(follower)
}

/// Reads a map from ids to names: `{"11": "司徒静"}`. Keys that count from 0 are positions in a list; keys that count from 1
/// may be positions, so they are not ids.
fn people_from_map(members: &Members) -> Option<Vec<Follower>> {
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
fn people_from_two_lists(ids: Vec<Follower>, mut names: Vec<Follower>) -> Option<Vec<Follower>> {
    if ids.len() == names.len() {
        note(Rule::PairedLists);
        for (named, follower) in names.iter_mut().zip(ids) {
            named.id = follower.id;
        }
    }
    Some(names)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::api::normalize::applied_rules;
    use crate::json::parse;

    fn plain(json: &str) -> Option<(String, String)> {
        let follower = plain_person(parse(json).unwrap())?;
        Some((follower.id.to_text(), follower.name.to_text()))
    }

    #[test]
    fn plain_people_are_recognised() {
        for (json, id, name) in [
            ("500001", "500001", ""),
            (r#""1725934800000000001""#, "1725934800000000001", ""),
            (r#"{"id":500001,"name":"李四1"}"#, "500001", "李四1"),
            (r#"{ "id": "7", "name": "Zoe" }"#, "7", "Zoe"),
        ] {
            assert_eq!(plain(json), Some((id.to_owned(), name.to_owned())), "{json}");
        }
    }

    /// Generates items of a list of people, most of them plain.
    fn any_item() -> impl Strategy<Value = String> {
        let odd_ids: &'static [&str] =
            &["-1", "1.0", "1E3", "null", r#""\u0031""#, r#""1.0""#, r#""N/A""#, r#""A1""#, "[1]"];
        let odd_id = prop::sample::select(odd_ids).prop_map(str::to_owned);
        let id = prop_oneof!["0|[1-9][0-9]{0,19}", "\"[0-9]{0,20}\"", odd_id];
        let name = prop_oneof![
            "[A-Za-z0-9\u{4000}-\u{9fff}]{0,4}",
            "[ -~]{0,4}",
            "null|NULL|None|nil|undefined|N/A|\\[1\\]|&amp;",
            "[\u{3000}\u{3164}\u{2028}\u{200b}\u{a0}\u{85}\u{ad}\u{ffa0}\n李]{0,3}",
            any::<String>(),
        ];
        let name = name.prop_map(|name| serde_json::Value::String(name).to_string());
        let name = prop_oneof![9 => name, 1 => Just("null".to_owned())];
        prop_oneof![
            1 => id.clone(),
            1 => name.clone(),
            8 => (id, name).prop_map(|(id, name)| format!(r#"{{"id":{id},"name":{name}}}"#)),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1_000, ..ProptestConfig::default() })]

        #[test]
        fn plain_person_is_read_like_any_person(item in any_item()) {
            let item = parse(&item).unwrap();
            let (plain, rules) = applied_rules(|| plain_person(item));
            for bare in [Part::Id, Part::Words] {
                let read = applied_rules(|| person(&normalize(item), bare));
                prop_assert!(plain.is_none() || read == (plain.clone(), rules.clone()), "{read:?}");
            }
        }
    }
}
