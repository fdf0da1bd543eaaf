//! Round trips: random customers are encoded in random combinations of the ways of back ends (wrappers, lists, pairs,
//! strings, other spellings and time zones), and must be read unchanged.
//!
//! The cases are the same in every run. `ROUND_TRIP_SEED=7 cargo test --test round_trip` tries others.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/charset.rs"]
mod charset;

use customer_profile::api::{CustomerDetail, CustomerType, Field, Key, Timestamp, answer, text};
use customer_profile::config::Config;
use customer_profile::decimal::Decimal;

/// Cases per test; four tests run 100,000.
const CASES: u64 = 25_000;

/// A small generator of random numbers (SplitMix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn range(&mut self, start: u64, end: u64) -> u64 {
        start + self.below(end - start)
    }

    fn is_one_in(&mut self, end: u64) -> bool {
        self.below(end) == 0
    }

    fn pick<'a, T: ?Sized>(&mut self, choices: &[&'a T]) -> &'a T {
        choices[self.below(choices.len() as u64) as usize]
    }
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// Returns a word that is not a code, a number or a placeholder for an absent value.
fn word(random: &mut Random) -> String {
    const SYLLABLES: [&str; 16] = [
        "浙江", "宁波", "海晟", "装备", "战略", "重点", "客户", "云栖", "青禾", "司徒", "欧阳", "静", "远",
        "站", "部", "𠮷",
    ];
    let mut word = String::new();
    for _ in 0..random.range(2, 4) {
        word.push_str(random.pick(&SYLLABLES));
    }
    word
}

fn sentence(random: &mut Random) -> String {
    let mut text = word(random);
    for _ in 0..random.below(3) {
        text.push_str(
            random.pick(&[" & ", "，", "\n", "\t", " <b> ", "“", " - ", "/", "\\", "\u{2028}", " a|b "]),
        );
        text.push_str(&word(random));
    }
    text
}

/// Wraps a value in objects with one of these member names, lists of one item, and JSON strings.
fn wrapped(random: &mut Random, value: String, names: &[&str]) -> String {
    let mut value = value;
    for _ in 0..random.below(3) {
        let name = random.pick(names);
        value = match random.below(8) {
            0 => format!(r#"{{"{name}": {value}}}"#),
            1 => format!("[{value}]"),
            2 => quoted(&format!(r#"{{"{name}":{value}}}"#)),
            3 => quoted(&format!("[{value}]")),
            4 => format!(r#"{{"$id": "4", "$type": "a.B, c", "{name}": {value}}}"#),
            5 => format!(r#"{{"{name}": {value}, "Valid": true}}"#),
            6 => format!(r#"{{"x": null, "{name}": {value}, "y": ""}}"#),
            _ => format!(r#"["com.example.{}", {value}]"#, "Level"),
        };
    }
    value
}

fn text_on_the_wire(random: &mut Random, text: &str) -> String {
    let plain = match random.below(8) {
        0 => quoted(&format!(" {text}\0\0 ")),
        1 => quoted(&text.replace('\n', "\r\n")),
        2 => quoted(&text.replace('&', "&amp;").replace('<', "&lt;")),
        3 => format!(r#"{{"id": 3, "name": {}}}"#, quoted(text)),
        4 => format!("[3, {}]", quoted(text)),
        5 => format!(r#"[{{"type": "text", "text": {}}}]"#, quoted(text)),
        _ => quoted(text),
    };
    wrapped(random, plain, &["value", "label", "name", "String", "zh-CN"])
}

fn id_on_the_wire(random: &mut Random, id: &str) -> String {
    let number: u64 = id.parse().unwrap();
    let plain = match random.below(10) {
        0 => quoted(id),
        1 => format!("{id}.0"),
        2 => quoted(&format!("{id}.0")),
        3 => exponent_of(id),
        4 => format!(r#"{{"id": {id}, "name": "张三"}}"#),
        5 => format!(r#"{{"$numberLong": "{id}"}}"#),
        6 => format!(r#"{{"low": {}, "high": {}, "unsigned": false}}"#, number as u32 as i32, number >> 32),
        7 => format!(r#"[{id}, "张三"]"#),
        8 => format!(r#"{{"label": "张三", "value": "{id}"}}"#),
        _ => id.to_owned(),
    };
    wrapped(random, plain, &["value", "id", "Int64", "$oid"])
}

/// Formats `11` as `1.1E1`.
fn exponent_of(digits: &str) -> String {
    let (first, rest) = digits.split_at(1);
    let rest = if rest.is_empty() { "0" } else { rest };
    format!("{first}.{rest}E{}", digits.len() - 1)
}

fn count_on_the_wire(random: &mut Random, count: &str) -> String {
    let plain = match random.below(6) {
        0 => quoted(count),
        1 => format!("{count}.0"),
        2 => quoted(&exponent_of(count)),
        3 => format!(r#"{{"$numberInt": "{count}"}}"#),
        4 => quoted(
            &count
                .chars()
                .map(|digit| char::from_u32(digit as u32 + 0xfee0).unwrap())
                .collect::<String>(),
        ),
        _ => count.to_owned(),
    };
    wrapped(random, plain, &["value", "Int64", "count"])
}

fn amount(random: &mut Random) -> String {
    let sign = if random.is_one_in(5) { "-" } else { "" };
    let digits = random.range(1, 12) as u32;
    format!("{sign}{}.{:02}", random.range(1, 10_u64.pow(digits) + 1), random.below(100))
}

fn amount_on_the_wire(random: &mut Random, amount: &str) -> String {
    let (sign, digits) = amount.strip_prefix('-').map_or(("", amount), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap();
    let grouped = |mark: &str| {
        let groups = whole
            .as_bytes()
            .rchunks(3)
            .rev()
            .map(|group| std::str::from_utf8(group).unwrap());
        groups.collect::<Vec<_>>().join(mark)
    };
    let plain = match random.below(16) {
        0 => quoted(amount),
        1 => quoted(
            &format!("{sign}{},{fraction}", grouped("."))
                .replace(',', if whole.len() > 3 { "," } else { "." }),
        ),
        2 => quoted(&format!("{sign}{}.{fraction}", grouped(","))),
        3 => quoted(&format!("{sign}{}.{fraction}", grouped("\u{a0}"))),
        4 => quoted(&format!("{sign}{}.{fraction}", grouped("'"))),
        5 => quoted(&format!("{digits}{sign}")),
        6 if sign == "-" => quoted(&format!("({}.{fraction})", grouped(","))),
        7 => format!("{amount}0000"),
        8 => format!("{sign}{whole}{fraction}E-2"),
        9 => format!(r#"{{"$numberDecimal": "{amount}"}}"#),
        10 => format!(r#"{{"amount": {sign}{whole}{fraction}, "scale": 2}}"#),
        11 => quoted(
            &amount
                .chars()
                .map(|letter| match letter {
                    '-' => '－',
                    '.' => '．',
                    digit => char::from_u32(digit as u32 + 0xfee0).unwrap(),
                })
                .collect::<String>(),
        ),
        12 => format!(r#"{{"amount": "{amount}", "currency": null}}"#),
        13 => quoted(&format!(" {amount} \u{3000}")),
        _ => amount.to_owned(),
    };
    wrapped(random, plain, &["value", "Float64", "amount"])
}

fn list_of(items: impl IntoIterator<Item = String>) -> String {
    format!("[{}]", items.into_iter().collect::<Vec<_>>().join(", "))
}

/// Encodes a list as back ends do.
fn list_on_the_wire(random: &mut Random, items: Vec<String>) -> String {
    let list = list_of(items.clone());
    match random.below(8) {
        0 => {
            let mut members: Vec<_> = items
                .iter()
                .enumerate()
                .map(|(at, item)| format!(r#""{at}": {item}"#))
                .collect();
            if random.is_one_in(2) {
                members.reverse();
            }
            format!("{{{}}}", members.join(", "))
        }
        1 => format!(
            r#"{{"{}": {list}, "total": {}}}"#,
            random.pick(&["items", "list", "records", "rows"]),
            items.len()
        ),
        2 => format!(r#"{{"$id": "7", "$values": {list}}}"#),
        3 => quoted(&list),
        4 => format!(r#"["java.util.ArrayList", {list}]"#),
        _ => list,
    }
}

/// Encodes a trail of names with their codes; `is_of_codes` selects the codes as its value.
fn trail_on_the_wire(random: &mut Random, names: &[String], codes: &[String], is_of_codes: bool) -> String {
    let steps = if is_of_codes { codes } else { names };
    let pairs = || names.iter().zip(codes);
    let node = |(name, code): (&String, &String)| format!(r#""value": "{code}", "label": {}"#, quoted(name));
    match random.below(10) {
        0 => {
            let separator = random.pick(&["/", " / ", ">", " > ", "›", ",", "，", " | ", "-", " "]);
            quoted(&steps.join(separator))
        }
        1 => {
            let items = pairs().map(|(name, code)| format!(r#"["{code}", {}]"#, quoted(name))).collect();
            list_on_the_wire(random, items)
        }
        2 => {
            let items = pairs()
                .map(|(name, code)| format!(r#"{{"id": {code}, "name": {}}}"#, quoted(name)))
                .collect();
            list_on_the_wire(random, items)
        }
        3 => list_of([list_on_the_wire(random, steps.iter().map(|step| quoted(step)).collect())]),
        4 => {
            let tree = pairs()
                .rev()
                .fold(String::new(), |below, pair| format!(r#"{{{}, "children": [{below}]}}"#, node(pair)));
            if random.is_one_in(2) { tree } else { list_of([tree]) }
        }
        5 => {
            pairs().fold("null".to_owned(), |above, pair| format!(r#"{{{}, "parent": {above}}}"#, node(pair)))
        }
        6 if steps.len() == 3 => {
            let keys = match (random.below(3), is_of_codes) {
                (0, true) => ["provinceCode", "cityCode", "districtCode"],
                (0, false) => ["provinceName", "cityName", "districtName"],
                (1, _) => ["level1", "level2", "level3"],
                _ => ["province", "city", "district"],
            };
            let order = [[0, 1, 2], [2, 0, 1], [1, 2, 0]][random.below(3) as usize];
            let members = order.map(|at| format!(r#""{}": {}"#, keys[at], quoted(&steps[at])));
            format!("{{{}}}", members.join(", "))
        }
        _ => list_on_the_wire(random, steps.iter().map(|step| quoted(step)).collect()),
    }
}

/// Returns the members `followers` and `followerNames` for people with ascending ids.
fn followers_on_the_wire(random: &mut Random, people: &[(String, String)]) -> [Option<String>; 2] {
    let ids = || people.iter().map(|(id, _)| id.clone());
    let names = || people.iter().map(|(_, name)| quoted(name));
    let objects = |id: &str, name: &str| -> Vec<String> {
        let object =
            |(one, other): &(String, String)| format!(r#"{{"{id}": {one}, "{name}": {}}}"#, quoted(other));
        people.iter().map(object).collect()
    };
    let separator = random.pick(&[",", "，", "、", ";", "|"]);
    match random.below(9) {
        0 => [
            Some(quoted(&ids().collect::<Vec<_>>().join(separator))),
            Some(quoted(&people.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(separator))),
        ],
        1 => [Some(list_on_the_wire(random, ids().collect())), Some(list_of(names()))],
        2 => {
            let members: Vec<String> =
                people.iter().map(|(id, name)| format!(r#""{id}": {}"#, quoted(name))).collect();
            [Some(list_of(ids())), Some(format!("{{{}}}", members.join(", ")))]
        }
        3 => [Some(format!(r#"{{"ids": {}, "names": {}}}"#, list_of(ids()), list_of(names()))), None],
        4 => {
            let pairs = people.iter().map(|(id, name)| format!("[{id}, {}]", quoted(name)));
            [Some(list_of(ids())), Some(list_of(pairs))]
        }
        5 => {
            let nested = objects("id", "name").into_iter();
            let nested = nested.map(|person| {
                format!(r#"{{"role": "x", "{}": {person}}}"#, random.pick(&["user", "member"]))
            });
            let nested = nested.collect();
            [Some(list_on_the_wire(random, nested)), None]
        }
        6 => {
            let (id, name) = [("userId", "userName"), ("value", "label"), ("member_id", "member_name")]
                [random.below(3) as usize];
            [Some(list_on_the_wire(random, objects(id, name))), None]
        }
        7 => {
            let ids = ids().map(|id| format!("{id}.0")).collect();
            [Some(list_on_the_wire(random, ids)), Some(list_on_the_wire(random, objects("id", "name")))]
        }
        _ => [Some(list_of(ids())), Some(list_on_the_wire(random, objects("id", "name")))],
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Year, month, day, hour, minute, second.
type Clock = [u64; 6];

fn clock(random: &mut Random) -> Clock {
    [
        random.range(1990, 2040),
        random.range(1, 13),
        random.range(1, 29),
        random.below(24),
        random.below(60),
        random.below(60),
    ]
}

/// Returns the seconds since 1970 of a UTC clock, by counting days.
fn seconds([year, month, day, hour, minute, second]: Clock) -> u64 {
    let is_leap =
        |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let of_years: u64 = (1970..year).map(|year| if is_leap(year) { 366 } else { 365 }).sum();
    let lengths = [31, if is_leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let of_months: u64 = lengths[..month as usize - 1].iter().sum();
    ((of_years + of_months + day - 1) * 24 + hour) * 3_600 + minute * 60 + second
}

fn day_of_year(clock: Clock) -> u64 {
    (seconds(clock) - seconds([clock[0], 1, 1, 0, 0, 0])) / 86_400 + 1
}

fn wall_time_on_the_wire(random: &mut Random, time: Clock) -> String {
    let [y, mo, d, h, mi, s] = time;
    let month = MONTHS[mo as usize - 1];
    let (twelve, half) = ((h + 11) % 12 + 1, if h < 12 { "AM" } else { "PM" });
    let chinese = if h < 12 { "上午" } else { "下午" };
    let plain = match random.below(20) {
        0 => quoted(&format!("{y}/{mo}/{d} {h}:{mi:02}:{s:02}")),
        1 => quoted(&format!("{y}-{mo:02}-{d:02}T{h:02}:{mi:02}:{s:02}.123")),
        2 => quoted(&format!("{y}.{mo:02}.{d:02} {h:02}:{mi:02}:{s:02},5")),
        3 => quoted(&format!("{y}年{mo}月{d}日 {h}时{mi}分{s}秒")),
        4 => quoted(&format!("{y}年{mo:02}月{d:02}日 {chinese}{twelve}:{mi:02}:{s:02}")),
        5 => quoted(&format!("{} {d}, {y} {twelve}:{mi:02}:{s:02} {half}", &month[..3])),
        6 => quoted(&format!("{d} {month} {y} {h:02}:{mi:02}:{s:02}")),
        7 => quoted(&format!("Mon {} {d:02} {h:02}:{mi:02}:{s:02} CST {y}", &month[..3])),
        8 => format!("[{y}, {mo}, {d}, {h}, {mi}, {s}]"),
        9 => format!("{y}{mo:02}{d:02}{h:02}{mi:02}{s:02}"),
        10 => quoted(&format!("{y}{mo:02}{d:02}T{h:02}{mi:02}{s:02}")),
        11 => quoted(&format!("{y}-{:03} {h:02}:{mi:02}:{s:02}", day_of_year(time))),
        12 => format!(
            r#"{{"dayOfMonth": {d}, "hour": {h}, "minute": {mi}, "monthValue": {mo}, "month": "{}", "second": {s}, "year": {y}, "nano": 0}}"#,
            month.to_uppercase()
        ),
        13 => format!(
            r#"{{"date": {{"year": {y}, "month": {mo}, "day": {d}}}, "time": {{"hour": {h}, "minute": {mi}, "second": {s}, "nano": 0}}}}"#
        ),
        14 => format!(
            r#"{{"year": {y}, "month": {}, "dayOfMonth": {d}, "hourOfDay": {h}, "minute": {mi}, "second": {s}}}"#,
            mo - 1
        ),
        15 => format!(r#"{{"date": "{y}-{mo:02}-{d:02}", "time": "{h:02}:{mi:02}:{s:02}"}}"#),
        16 => format!(
            r#"{{"date": "{y}-{mo:02}-{d:02} {h:02}:{mi:02}:{s:02}.000000", "timezone_type": 3, "timezone": "Asia/Shanghai"}}"#
        ),
        17 => {
            let days = seconds(time) as f64 / 86_400.0 + 25_569.0;
            format!("{days:.8}")
        }
        _ => quoted(&format!("{y}-{mo:02}-{d:02} {h:02}:{mi:02}:{s:02}")),
    };
    // A list of one around a list of parts would be ambiguous.
    if plain.starts_with('[') {
        plain
    } else {
        wrapped(random, plain, &["value", "time", "$date"])
    }
}

fn moment_on_the_wire(random: &mut Random, time: Clock) -> String {
    let utc = seconds(time);
    let hours = random.below(13) as i64 - 4;
    let [y, mo, d, h, mi, s] = time;
    let month = &MONTHS[mo as usize - 1][..3];
    let sign = if hours < 0 { '-' } else { '+' };
    let ahead = hours.unsigned_abs();
    let plain = match random.below(14) {
        // Later counts of seconds may be dates: `2033051812`.
        0 if y < 2033 => format!("{utc}"),
        1 => format!("{utc}000"),
        2 => quoted(&format!("{utc}000")),
        3 => format!("{utc}000000"),
        // Before 1995, 18 digits are not nanoseconds since 1970.
        4 if y >= 1995 => format!("{utc}000000000"),
        5 if y < 2033 => format!("{utc}.0"),
        6 => exponent_of(&format!("{utc}000")),
        7 => quoted(&format!("/Date({utc}000+0800)/")),
        8 => format!(r#"{{"$date": {{"$numberLong": "{utc}000"}}}}"#),
        9 => format!(r#"{{"seconds": "{utc}", "nanos": 5000000}}"#),
        10 => quoted(&format!("Sun, {d:02} {month} {y} {h:02}:{mi:02}:{s:02} GMT")),
        11 => quoted(&format!("{y}-{mo:02}-{d:02}T{h:02}:{mi:02}:{s:02}Z")),
        // The same moment in a zone `hours` ahead of UTC, if it is the same day there.
        12 if (0..24).contains(&(h as i64 + hours)) => {
            let local = h as i64 + hours;
            let colon = random.pick(&[":", ""]);
            quoted(&format!("{y}-{mo:02}-{d:02}T{local:02}:{mi:02}:{s:02}.000{sign}{ahead:02}{colon}00"))
        }
        13 if (0..24).contains(&(h as i64 + hours)) => {
            let local = h as i64 + hours;
            quoted(&format!(
                "Sun {month} {d:02} {y} {local:02}:{mi:02}:{s:02} GMT{sign}{ahead:02}00 (中国标准时间)"
            ))
        }
        _ => quoted(&format!("{y}-{mo:02}-{d:02} {h:02}:{mi:02}:{s:02} UTC")),
    };
    wrapped(random, plain, &["value", "Time", "$date"])
}

/// Returns a key in a spelling of another back end.
fn spelled(random: &mut Random, key: &str) -> String {
    let words = key.chars().fold(String::new(), |mut words, letter| {
        if letter.is_ascii_uppercase() {
            words.push('_');
        }
        words.push(letter.to_ascii_lowercase());
        words
    });
    match random.below(6) {
        0 => words,
        1 => key.to_lowercase().replace('_', ""),
        2 => key[..1].to_uppercase() + &key[1..],
        3 => words.to_uppercase(),
        _ => key.to_owned(),
    }
}

fn in_envelope(random: &mut Random, record: String) -> String {
    match random.below(12) {
        0 => format!(r#"{{"code": 0, "message": "", "data": {record}}}"#),
        1 => format!(r#"{{"Success": true, "Result": {record}}}"#),
        2 => format!(r#"{{"code": "200", "msg": "查询成功", "data": [{record}]}}"#),
        3 => format!(r#"{{"data": {}}}"#, quoted(&record)),
        4 => format!(r#"{{"data": {{"customer": {record}}}}}"#),
        5 => format!(r#"{{"content": [{record}], "totalElements": 1, "empty": false}}"#),
        6 => format!("\u{feff})]}}',\n{record}\n"),
        _ => record,
    }
}

/// Returns the bytes of a body, and their `Content-Type`.
fn encoded(random: &mut Random, body: &str) -> (Vec<u8>, &'static str) {
    let gb18030 = || encoding_rs::GB18030.encode(body).0.into_owned();
    match random.below(8) {
        0 => (gb18030(), "application/json;charset=GBK"),
        1 => (gb18030(), "application/json"),
        2 => (body.into(), "application/json; charset=GBK"),
        3 => (body.into(), "text/plain; charset=ISO-8859-1"),
        4 => (body.encode_utf16().flat_map(u16::to_le_bytes).collect(), "application/json"),
        _ => (body.into(), "application/json"),
    }
}

/// Encodes a random customer in a random way, and asserts that it is read unchanged.
fn check(seed: u64) {
    let mut random = Random(seed);
    let random = &mut random;
    let mut members: Vec<(&str, String)> = Vec::new();
    let mut texts: Vec<(Key, String)> = Vec::new();

    for key in [
        Key::Name,
        Key::Description,
        Key::From,
        Key::ManagerName,
        Key::PartnerRelationship,
        Key::LevelName,
    ] {
        let text = if key == Key::Description {
            sentence(random)
        } else {
            word(random)
        };
        members.push((key.as_str(), text_on_the_wire(random, &text)));
        texts.push((key, text));
    }
    for key in [Key::Id, Key::ManagerId, Key::IndustryId] {
        let digits = random.range(1, 19) as u32;
        let id = random.range(1, 10_u64.pow(digits)).to_string();
        members.push((key.as_str(), id_on_the_wire(random, &id)));
        texts.push((key, id));
    }
    let numbers = [Key::TotalTurnover, Key::OutstandingReceivables, Key::RetentionMoney].map(|key| {
        let amount = amount(random);
        members.push((key.as_str(), amount_on_the_wire(random, &amount)));
        (key, amount)
    });
    let counts = [Key::TransactionNumber, Key::Rank].map(|key| {
        let count = random.below(100_000).to_string();
        members.push((key.as_str(), count_on_the_wire(random, &count)));
        (key, count)
    });
    let trails = [Key::DepartmentPath, Key::IndustryPath, Key::Area, Key::AreaCode].map(|key| {
        let length = random.range(2, 5) as usize;
        let names: Vec<String> = (0..length).map(|_| word(random)).collect();
        let codes: Vec<String> = (0..length).map(|_| random.range(10, 999_999).to_string()).collect();
        let is_of_codes = key == Key::AreaCode;
        members.push((key.as_str(), trail_on_the_wire(random, &names, &codes, is_of_codes)));
        (key, if is_of_codes { codes } else { names })
    });
    let (kind, constant, word_of_kind) = CustomerType::DOCUMENTED[random.below(3) as usize].clone();
    let written = match random.below(5) {
        0 => quoted(&constant.to_lowercase()),
        1 => quoted(word_of_kind),
        2 => format!(r#"{{"code": "{constant}", "desc": "其他说法"}}"#),
        3 => quoted(&format!("CustomerType.{constant}")),
        _ => quoted(constant),
    };
    members.push(("type", wrapped(random, written, &["value", "name"])));

    let mut id = 10;
    let people: Vec<(String, String)> = (0..random.range(1, 5))
        .map(|_| {
            id += random.range(2, 1_000);
            (id.to_string(), word(random))
        })
        .collect();
    let [ids, names] = followers_on_the_wire(random, &people);
    members.extend(ids.map(|ids| ("followers", ids)));
    members.extend(names.map(|names| ("followerNames", names)));

    let time = clock(random);
    let is_moment = random.is_one_in(2);
    let written = if is_moment {
        moment_on_the_wire(random, time)
    } else {
        wall_time_on_the_wire(random, time)
    };
    members.push(("createdAt", written));

    let members: Vec<String> = members
        .into_iter()
        .map(|(key, value)| format!("{}: {value}", quoted(&spelled(random, key))))
        .collect();
    let body = in_envelope(random, format!("{{{}}}", members.join(",\n")));
    let (bytes, content_type) = encoded(random, &body);
    let decoded = text::decode(bytes, Some(content_type), charset::decode);
    let about = || format!("seed {seed}: {content_type}\n{body}");
    let read: CustomerDetail = answer::customer(&decoded, &Config::default())
        .unwrap_or_else(|error| panic!("{error:?}\n{}", about()));

    assert_eq!(read.unreadable_keys(), [], "{}", about());
    for (key, text) in texts {
        let expected = text.trim().to_owned();
        let field = match key {
            Key::Id => &read.id,
            Key::Name => &read.name,
            Key::Description => &read.description,
            Key::From => &read.from,
            Key::ManagerName => &read.manager_name,
            Key::ManagerId => &read.manager_id,
            Key::IndustryId => &read.industry_id,
            Key::PartnerRelationship => &read.partner_relationship,
            _ => &read.level_name,
        };
        assert_eq!(field, &Field::Value(expected), "{key:?}, {}", about());
    }
    for (key, amount) in numbers.into_iter().chain(counts) {
        let number = read.get(key).number().unwrap_or_else(|| panic!("{key:?}, {}", about()));
        let expected = Decimal::parse(&amount).unwrap();
        let is_same = number.value.cmp_magnitude(&expected).is_eq()
            && number.value.is_negative() == expected.is_negative()
            && number.unit.is_none();
        assert!(is_same, "{key:?}: {number:?} for {amount}, {}", about());
    }
    for (key, steps) in trails {
        let trail = match key {
            Key::DepartmentPath => &read.department_path,
            Key::IndustryPath => &read.industry_path,
            Key::Area => &read.area,
            _ => &read.area_code,
        };
        assert_eq!(trail.value().map(|trail| &trail.0), Some(&steps), "{key:?}, {}", about());
    }
    assert_eq!(read.customer_type, Field::Value(kind), "{}", about());
    let read_people: Vec<(String, String)> = read
        .follower_names
        .value()
        .unwrap_or_else(|| panic!("no followers, {}", about()))
        .iter()
        .map(|follower| (follower.id.to_text(), follower.name.to_text()))
        .collect();
    assert_eq!(read_people, people, "{}", about());
    match read.created_at.value() {
        Some(Timestamp::Moment { milliseconds, .. }) if is_moment => {
            assert_eq!(milliseconds.div_euclid(1000) as u64, seconds(time), "{}", about());
        }
        Some(Timestamp::Wall { parts, .. }) if !is_moment => {
            assert_eq!(parts.map(u64::from), time, "{}", about());
        }
        other => panic!("{other:?}, {}", about()),
    }
}

fn check_part(part: u64) {
    let seed: u64 = std::env::var("ROUND_TRIP_SEED").map_or(1, |seed| seed.parse().expect("a number"));
    for case in 0..CASES {
        check(seed.wrapping_mul(1_000_000_007).wrapping_add(part * CASES + case));
    }
}

// Several tests, because tests run in parallel.

#[test]
fn encoded_customers_are_read_unchanged_1() {
    check_part(0);
}

#[test]
fn encoded_customers_are_read_unchanged_2() {
    check_part(1);
}

#[test]
fn encoded_customers_are_read_unchanged_3() {
    check_part(2);
}

#[test]
fn encoded_customers_are_read_unchanged_4() {
    check_part(3);
}
