//! Property tests with arbitrary bytes, JSON, numbers and texts.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/charset.rs"]
mod charset;

use std::cmp::Ordering;

use customer_profile::api::{Key, State, answer, entities, text};
use customer_profile::config::{Config, SETTINGS};
use customer_profile::decimal::Decimal;
use customer_profile::json::{self, Json};
use customer_profile::url::{encode_segment, is_segment};
use num_bigint::BigInt;
use proptest::prelude::*;
use serde_json::Value;

/// Generates JSON of any shape, with texts that back ends use in unusual ways.
fn any_json() -> impl Strategy<Value = String> {
    let text = prop_oneof![
        any::<String>(),
        "[-+]?[0-9]{0,3}(,[0-9]{3}){0,2}(\\.[0-9]{0,3})?([eE][-+]?[0-9]{1,3})?",
        "[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}([ T][0-9:.+Z-]{0,12})?",
        "(&(amp|lt|#[0-9]{1,7}|#x[0-9a-f]{1,6});?|[a-z中& ]){0,6}",
        "[\\[{]([0-9\",:]|\\\\\"){0,12}[\\]}]",
    ];
    let number = prop_oneof![
        any::<i64>().prop_map(|number| number.to_string()),
        "-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?([eE][-+]?[0-9]{1,5})?"
    ];
    let leaf = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|truth| truth.to_string()),
        number,
        text.prop_map(|text| Value::String(text).to_string()),
        Just(r#""\ud800""#.to_owned()),
    ];
    leaf.prop_recursive(4, 24, 6, |inner| {
        let key =
            prop_oneof!["0|[1-9][0-9]{0,2}", Just("id".to_owned()), Just("name".to_owned()), any::<String>()];
        let member = (key, inner.clone()).prop_map(|(key, value)| format!("{}: {value}", Value::String(key)));
        prop_oneof![
            prop::collection::vec(inner, 0..6).prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec(member, 0..6).prop_map(|members| format!("{{ {} }}", members.join(" , "))),
        ]
    })
}

/// Generates an integer of up to 60 digits, the number of its fraction digits, and its text with a decimal point.
fn any_decimal() -> impl Strategy<Value = (BigInt, usize, String)> {
    ("-?[0-9]{1,60}", 0_usize..60).prop_map(|(digits, places)| {
        let (sign, digits) = digits.strip_prefix('-').map_or(("", digits.as_str()), |digits| ("-", digits));
        let padded = format!("{digits:0>width$}", width = places + 1);
        let (integer, fraction) = padded.split_at(padded.len() - places);
        let point = if places == 0 { "" } else { "." };
        (
            format!("{sign}{padded}").parse().unwrap(),
            places,
            format!("{sign}{integer}{point}{fraction}"),
        )
    })
}

/// Formats an integer as a decimal number with this many fraction digits.
fn with_point(number: &BigInt, places: usize) -> String {
    let sign = if number.sign() == num_bigint::Sign::Minus {
        "-"
    } else {
        ""
    };
    let digits = format!("{:0>width$}", number.magnitude().to_string(), width = places + 1);
    let (integer, fraction) = digits.split_at(digits.len() - places);
    if places == 0 {
        format!("{sign}{integer}")
    } else {
        format!("{sign}{integer}.{fraction}")
    }
}

/// Returns `dividend ÷ divisor`, rounded half away from zero.
fn rounded_quotient(dividend: &BigInt, divisor: &BigInt) -> BigInt {
    let (twice, magnitude) = (dividend.magnitude() * 2_u32, divisor.magnitude());
    let quotient = BigInt::from((twice + magnitude) / (magnitude * 2_u32));
    if dividend.sign() * divisor.sign() == num_bigint::Sign::Minus {
        -quotient
    } else {
        quotient
    }
}

/// Whether a value has content, so that it must not be read as absent. False for JSON that serde_json rejects.
fn has_content(json: &str) -> bool {
    match serde_json::from_str(json) {
        Err(_) | Ok(Value::Null | Value::Bool(false)) => false,
        Ok(Value::Bool(true) | Value::Number(_)) => true,
        Ok(Value::String(text)) if text.trim_start().starts_with(['[', '{']) => has_content(&text),
        Ok(Value::String(text)) => entities::decode(&text).chars().any(char::is_alphanumeric),
        Ok(Value::Array(items)) => items.iter().any(|item| has_content(&item.to_string())),
        Ok(Value::Object(members)) => {
            let has = |name: &str| members.get(name).map(|value| has_content(&value.to_string()));
            // Beside a blank name, other members than the id are details of nobody.
            let is_blank = has("name") == Some(false) && has("id") != Some(true);
            !is_blank && members.values().any(|value| has_content(&value.to_string()))
        }
    }
}

fn unescape(encoded: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = encoded.as_bytes();
    while let [first, after @ ..] = rest {
        if *first == b'%' {
            bytes.push(u8::from_str_radix(std::str::from_utf8(&after[..2]).unwrap(), 16).unwrap());
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// Returns the server's message in a response with an error status.
fn message(text: &str) -> Option<String> {
    answer::failure(400, None, text, &Config::default()).message
}

proptest! {
    // proptest shrinks and prints a failure; add it as a separate test.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_under_any_charset_are_a_customer_or_an_error(
        body in prop::collection::vec(any::<u8>(), 0..512),
        content_type in prop_oneof![
            any::<String>(),
            prop::sample::select(vec!["gbk", "gb18030", "big5", "utf-16", "utf-16be", "shift_jis", "iso-2022-jp", "iso-8859-1", "utf-8", "x"])
                .prop_map(|label| format!("application/json; charset={label}")),
        ],
    ) {
        let text = text::decode(body, Some(&content_type), charset::decode);
        let _ = message(&text);
        if let Ok(customer) = answer::customer(&text, &Config::default()) {
            prop_assert!(!customer.is_empty());
        }
    }

    #[test]
    fn json_in_any_charset_is_decoded_unchanged(body in any_json(), label in prop::sample::select(vec!["gb18030", "utf-8"])) {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap();
        let bytes = encoding.encode(&body).0;
        let decoded = text::decode(bytes.to_vec(), Some(&format!("application/json; charset={label}")), charset::decode);
        // Zero bytes at the start are taken for UTF-16.
        let is_utf16 = bytes.get(..2).is_some_and(|start| start.contains(&0));
        let is_same = decoded == body;
        prop_assert!(is_utf16 || is_same, "{} for {}", decoded, body);
    }

    #[test]
    fn prefix_of_json_is_ignored(before in "[\u{feff} \n\t]{0,4}(\\)\\]\\}',|while\\(1\\);|for\\(;;\\);)?[ \n\u{feff}]{0,2}", body in any_json()) {
        let codes = Config::default();
        prop_assert_eq!(answer::customer(&format!("{before}{body}\n"), &codes), answer::customer(&body, &codes));
    }

    #[test]
    fn non_json_literals_are_read_as_null(
        word in prop::sample::select(vec!["NaN", "Infinity", "-Infinity", "undefined"]),
        text in any::<String>(),
        key in prop::sample::select(Key::ALL),
    ) {
        let key = key.as_str();
        let text = Value::String(format!("{word}{text}"));
        let sent = |value: &str| format!(r#"{{"extra": [{text}, {{{text}: {value}}}], "name": "x", "{key}": {value}}}"#);
        prop_assert_eq!(answer::customer(&sent(word), &Config::default()), answer::customer(&sent("null"), &Config::default()));
    }

    #[test]
    fn envelope_does_not_change_the_record(body in any_json(), envelope in prop::sample::select(vec![
        r#"{"code": 0, "data": RECORD}"#,
        r#"{"success": true, "result": {"customer": RECORD}}"#,
        r#"{"code": 1, "msg": "ok", "data": [RECORD]}"#,
        r#"{"payload": TEXT}"#,
    ])) {
        let record = format!(r#"{{"customerNo": "1", "name": "x", "rank": 3, "description": {body}}}"#);
        let text = Value::String(record.clone()).to_string();
        let sent = envelope.replace("RECORD", &record).replace("TEXT", &text);
        prop_assert_eq!(answer::customer(&sent, &Config::default()), answer::customer(&record, &Config::default()));
    }

    #[test]
    fn any_json_is_a_customer_or_an_error(body in any_json()) {
        let _ = message(&body);
        if let Ok(customer) = answer::customer(&body, &Config::default()) {
            prop_assert!(!customer.is_empty());
        }
    }

    #[test]
    fn json_is_parsed_like_serde_json(body in any_json()) {
        let Some(raw) = json::parse(&body) else { return Err(TestCaseError::fail("the strategy makes JSON")) };
        // serde_json rejects numbers beyond the range of floats, and lone surrogates.
        if let Ok(Value::Object(members)) = serde_json::from_str(raw.text()) {
            let Json::Object(object) = raw.peek() else { return Err(TestCaseError::fail("an object")) };
            for (key, value) in &members {
                let member = object.get(key).map(|member| serde_json::from_str::<Value>(member.text()).unwrap());
                prop_assert_eq!(member.as_ref(), Some(value));
            }
            prop_assert!(object.members().all(|(key, _)| members.contains_key(key)));
        }
    }

    #[test]
    fn any_value_at_any_key_does_not_affect_other_keys(key in prop::sample::select(Key::ALL), value in any_json()) {
        let name = key.as_str();
        let example = include_str!("../samples/example.json");
        let before = answer::customer(example, &Config::default()).unwrap();
        // The last of duplicate keys wins.
        let body = format!("{}, \"{name}\": {value}}}", example.trim_end().trim_end_matches('}'));
        let customer = answer::customer(&body, &Config::default()).unwrap();
        for other in Key::ALL.iter().copied().filter(|other| *other != key) {
            prop_assert_eq!(customer.get(other), before.get(other));
        }
        if let State::Unreadable(raw) = customer.get(key).state() {
            prop_assert!(customer.unreadable_keys() == [key] && value.starts_with(raw.trim_end_matches('…')));
        } else {
            let has_followers = [Key::Followers, Key::FollowerNames].contains(&key);
            prop_assert!(customer.unreadable_keys().is_empty() || has_followers);
            // A time may be a zero date.
            let may_be_absent = key == Key::CreatedAt || !has_content(&value);
            prop_assert!(may_be_absent || !customer.has_none_of(&[key]), "{} at {} is gone", value, name);
        }
    }

    #[test]
    fn removing_float_noise_stays_within_float_precision(digits in "[0-9]{1,12}\\.[0-9]{3,20}") {
        let number = Decimal::parse(&digits).unwrap();
        if let Some(cleaned) = number.without_float_noise() {
            let (sent, cleaned): (f64, f64) = (digits.parse().unwrap(), cleaned.to_string().parse().unwrap());
            prop_assert!((sent - cleaned).abs() <= 1e-5, "{} for {}", cleaned, sent);
            prop_assert!(digits.len() > 15);
        }
    }

    #[test]
    fn number_keeps_its_digits((_, places, text) in any_decimal()) {
        let number = Decimal::parse(&text).unwrap();
        let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
        let zeros = digits.len() - digits.trim_start_matches('0').len();
        // Leading zeros are removed, except one before the decimal point.
        let kept = if digits[zeros..].is_empty() || digits[zeros..].starts_with('.') { zeros - 1 } else { zeros };
        prop_assert_eq!(number.to_string(), format!("{sign}{}", &digits[kept..]));
        prop_assert_eq!(number.fraction_digits(), places);
        prop_assert_eq!(&Decimal::parse(&number.to_string()).unwrap(), &number);
    }

    #[test]
    fn grouped_number_equals_the_plain_number(integer in 0_u128.., fraction in "[0-9]{0,9}") {
        let digits = integer.to_string();
        let mut grouped = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index) % 3 == 0 {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        let number = Decimal::parse(&format!("{grouped}.{fraction}")).unwrap();
        prop_assert_eq!(number, Decimal::parse(&format!("{digits}.{fraction}")).unwrap());
    }

    #[test]
    fn exponent_only_moves_the_decimal_point((whole, places, text) in any_decimal(), exponent in -60_i64..60) {
        let number = Decimal::parse(&format!("{text}e{exponent}")).unwrap();
        let places = i64::try_from(places).unwrap() - exponent;
        let expected = if places < 0 {
            with_point(&(whole * BigInt::from(10).pow(places.unsigned_abs() as u32)), 0)
        } else {
            with_point(&whole, places as usize)
        };
        // -0 keeps its sign, which `BigInt` does not have.
        let plain = number.to_string();
        prop_assert_eq!(plain.trim_start_matches('-'), expected.trim_start_matches('-'));
    }

    #[test]
    fn any_text_is_a_number_or_none(text in "\\PC{0,24}|[-+0-9.,eE ]{0,24}") {
        if let Some(number) = Decimal::parse(&text) {
            let plain = number.to_string();
            prop_assert!(plain.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'));
            prop_assert_eq!(Decimal::parse(&plain), Some(number));
        }
    }

    #[test]
    fn division_matches_integer_division(
        (a, a_places, a_text) in any_decimal(),
        (b, b_places, b_text) in any_decimal(),
        scale in 0_usize..4,
        places in 0_usize..8,
    ) {
        let (dividend, divisor) = (Decimal::parse(&a_text).unwrap(), Decimal::parse(&b_text).unwrap());
        let quotient = dividend.divide(&divisor, scale, places).map(|quotient| quotient.to_string());
        let ten = BigInt::from(10);
        if b == BigInt::ZERO {
            prop_assert_eq!(quotient, None);
        } else {
            let a = a * ten.pow((scale + places + b_places) as u32);
            let b = b * ten.pow(a_places as u32);
            prop_assert_eq!(quotient, Some(with_point(&rounded_quotient(&a, &b), places)));
        }
    }

    #[test]
    fn permille_is_the_rounded_quotient((a, a_places, a_text) in any_decimal(), (b, b_places, b_text) in any_decimal()) {
        let ten = BigInt::from(10);
        let (a, b) = (a * ten.pow(b_places as u32), b * ten.pow(a_places as u32));
        let (part, whole) = if a.magnitude() < b.magnitude() { (&a, &b) } else { (&b, &a) };
        let (first, second) = (Decimal::parse(&a_text).unwrap(), Decimal::parse(&b_text).unwrap());
        let (smaller, larger) = if a.magnitude() < b.magnitude() { (first, second) } else { (second, first) };
        let permille = smaller.permille_of(&larger);
        if *whole == BigInt::ZERO {
            prop_assert_eq!(permille, 0);
        } else {
            let exact = rounded_quotient(&(BigInt::from(part.magnitude().clone()) * 1000), &whole.magnitude().clone().into());
            // Only the first digits of very long numbers count.
            prop_assert!((BigInt::from(permille) - exact).magnitude() <= &1_u32.into());
        }
    }

    #[test]
    fn magnitudes_compare_like_integers((a, a_places, a_text) in any_decimal(), (b, b_places, b_text) in any_decimal()) {
        let ten = BigInt::from(10);
        let (a, b) = (a * ten.pow(b_places as u32), b * ten.pow(a_places as u32));
        let (first, second) = (Decimal::parse(&a_text).unwrap(), Decimal::parse(&b_text).unwrap());
        prop_assert_eq!(first.cmp_magnitude(&second), a.magnitude().cmp(b.magnitude()));
        // Trailing zeros do not change the magnitude.
        let point = if a_places == 0 { "." } else { "" };
        let padded = Decimal::parse(&format!("{a_text}{point}00")).unwrap();
        prop_assert_eq!((first.cmp_magnitude(&padded), padded.cmp_magnitude(&first)), (Ordering::Equal, Ordering::Equal));
    }

    #[test]
    fn text_without_ampersands_has_no_entities(text in "[^&]*") {
        prop_assert_eq!(entities::decode(&text), text);
    }

    #[test]
    fn any_text_is_decoded(text in "([&#;xX0-9a-fA-F中]|&amp;|&#[0-9]{1,9};|&#x[0-9a-f]{1,7};|\\PC){0,24}") {
        prop_assert!(entities::decode(&text).len() <= text.len());
    }

    #[test]
    fn decoding_reverses_escaping(text in any::<String>()) {
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;").replace('\'', "&#39;");
        prop_assert_eq!(entities::decode(&escaped), text);
    }

    #[test]
    fn encoded_segment_is_one_segment_and_decodes_to_the_text(text in any::<String>()) {
        let encoded = encode_segment(&text);
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.!~*'()%".contains(&byte);
        prop_assert!(encoded.bytes().all(is_plain), "{}", encoded);
        prop_assert_eq!(unescape(&encoded), text);
    }

    #[test]
    fn dot_segments_are_not_segments(text in "([./\\\\ ]|%2[eEfF]|[a-z]){0,8}") {
        let parts = || text.split(['/', '\\']);
        let steps_out = parts().any(|part| matches!(part.trim(), "." | ".."));
        prop_assert_eq!(is_segment(&text), !steps_out && !text.trim().is_empty());
    }

    #[test]
    fn any_configuration_is_valid_or_reported(block in prop_oneof![any_json(), any::<String>()]) {
        let (config, errors) = Config::parse(&block);
        // Random keys are not settings.
        prop_assert_eq!(format!("{config:?}"), format!("{:?}", Config::default()));
        prop_assert!(!errors.is_empty() || serde_json::from_str::<Value>(&block).is_ok_and(|block| block == Value::Object(Default::default())));
    }

    #[test]
    fn any_value_of_any_setting_is_valid_or_reported(
        (key, _) in prop::sample::select(SETTINGS.to_vec()),
        value in any_json(),
    ) {
        let (config, errors) = Config::parse(&format!(r#"{{"{key}": {value}}}"#));
        if let [error] = errors.as_slice() {
            prop_assert_eq!(&error.key, key);
            prop_assert_eq!(format!("{config:?}"), format!("{:?}", Config::default()));
        } else {
            prop_assert_eq!(errors, []);
        }
    }

    #[test]
    fn sign_in_links_are_web_urls(
        url in "(https?:|HTTP:|javascript:|data:|blob:|file:|[a-z]{1,4}:)?[/\\\\]{0,3}[a-z.@:?#&={}\t\n /\\\\]{0,16}",
        address in any::<String>(),
    ) {
        let (config, _) = Config::parse(&format!(r#"{{"signInUrl": {}}}"#, Value::String(url)));
        if let Some(link) = config.sign_in_link(&address) {
            let is_absolute = link.starts_with("https://") || link.starts_with("http://");
            let is_rooted = link.starts_with('/') && !link[1..].starts_with(['/', '\\']);
            prop_assert!(is_absolute || is_rooted, "{}", link);
            // Browsers remove tabs and line breaks, and treat a backslash as a slash.
            prop_assert!(!link.contains(['\\', '\t', '\n', '\r']), "{}", link);
            prop_assert!(link.contains(&encode_segment(&address)));
        }
    }
}
