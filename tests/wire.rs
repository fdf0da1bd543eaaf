//! Responses of real back ends that differ from the API's document. Each test covers one kind of difference.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/charset.rs"]
mod charset;

use customer_profile::api::normalize::Rule;
use customer_profile::api::{
    ApiError, Cause, CustomerDetail, CustomerType, Field, Follower, FollowerIds, Key, Number, Reason,
    Timestamp, answer, text,
};
use customer_profile::config::Config;
use customer_profile::json;

/// Parses a response with the default configuration.
fn answered(body: impl AsRef<[u8]>) -> Result<CustomerDetail, ApiError> {
    let text = text::decode(body.as_ref().to_vec(), Some("application/json"), charset::decode);
    answer::customer(&text, &Config::default())
}

fn read(body: impl AsRef<[u8]>) -> CustomerDetail {
    let shown = String::from_utf8_lossy(body.as_ref()).chars().take(200).collect::<String>();
    answered(body).unwrap_or_else(|error| panic!("{shown}: {error:?}"))
}

fn cause(body: impl AsRef<[u8]>) -> Cause {
    answered(body).expect_err("no customer").cause
}

/// Returns the server's message in a response with an error status.
fn message(text: &str) -> Option<String> {
    answer::failure(400, None, text, &Config::default()).message
}

/// Parses a response with one key besides the customer number.
fn one(key: &str, value: &str) -> CustomerDetail {
    read(format!(r#"{{"customerNo": "1", "{key}": {value}}}"#))
}

fn text_field(text: &str) -> Field<String> {
    Field::Value(text.to_owned())
}

fn number(field: &Field<Number>) -> String {
    field
        .value()
        .map(|number| number.value.to_string())
        .unwrap_or_else(|| format!("{field:?}"))
}

/// Returns followers as pairs of id and name, empty if absent.
fn people(followers: &[Follower]) -> Vec<(&str, &str)> {
    fn text_or_empty(field: &Field<String>) -> &str {
        field.value().map_or("", String::as_str)
    }
    followers
        .iter()
        .map(|follower| (text_or_empty(&follower.id), text_or_empty(&follower.name)))
        .collect()
}

fn ids(field: &Field<FollowerIds>) -> Vec<&str> {
    field
        .value()
        .map(|ids| people(&ids.0).into_iter().map(|(id, _)| id).collect())
        .unwrap_or_default()
}

fn codes(value: &str) -> Vec<String> {
    one("areaCode", value)
        .area_code
        .value()
        .map(|codes| codes.0.clone())
        .unwrap_or_default()
}

const UNREADABLE: Cause = Cause::Unreadable { reason: Reason::NoCustomer };

mod numbers_and_texts {
    use super::*;

    #[test]
    fn numbers_in_strings_and_strings_in_numbers_are_accepted() {
        let customer = read(
            r#"{"customerNo": 20210815, "managerId": "87", "totalTurnover": "2324.32", "rank": "1",
                "retentionMoney": 434.99, "transactionNumber": " 12 "}"#,
        );
        assert_eq!(customer.customer_no, text_field("20210815"));
        assert_eq!(customer.manager_id, text_field("87"));
        assert_eq!(number(&customer.total_turnover), "2324.32");
        assert_eq!(number(&customer.rank), "1");
        assert_eq!(number(&customer.retention_money), "434.99");
        assert_eq!(number(&customer.transaction_number), "12");
        for key in Key::ALL {
            let is_number =
                [Key::TotalTurnover, Key::Rank, Key::RetentionMoney, Key::TransactionNumber].contains(key);
            assert_eq!(customer.get(*key).number().is_some(), is_number, "{key:?}");
        }
    }

    #[test]
    fn grouped_digits_are_parsed() {
        for (sent, digits) in [("1,234.50", "1234.50"), ("12,345,678", "12345678"), ("-1,000", "-1000")] {
            assert_eq!(number(&one("totalTurnover", &format!("\"{sent}\"")).total_turnover), digits);
        }
        // Ambiguous: 1.5 or 15.
        let customer = one("totalTurnover", "\"1,5\"");
        assert_eq!(customer.total_turnover, Field::Unreadable("\"1,5\"".to_owned()));
    }

    #[test]
    fn ids_of_nineteen_digits_are_kept() {
        const ID: &str = "1725934800123456789";
        let customer = read(format!(
            r#"{{"id": {ID}, "managerId": "{ID}", "industry_id": {ID}, "followers": [{ID}, "{ID}"],
                 "followerNames": [{{"id": {ID}, "name": "张三"}}]}}"#
        ));
        for field in [customer.id, customer.manager_id, customer.industry_id] {
            assert_eq!(field, text_field(ID));
        }
        assert_eq!(ids(&customer.followers), [ID, ID]);
        assert_eq!(customer.follower_names.value().unwrap()[0].id, text_field(ID));
    }

    #[test]
    fn amounts_keep_every_digit_and_trailing_zeros() {
        for digits in
            ["234.50", "0.00", "9007199254740993.25", "123456789012345678901234567890.10", "-0.50", "0"]
        {
            assert_eq!(number(&one("totalTurnover", digits).total_turnover), digits);
            assert_eq!(number(&one("retentionMoney", &format!("\"{digits}\"")).retention_money), digits);
        }
    }

    #[test]
    fn exponents_and_signs_are_normalized() {
        for (sent, plain) in
            [("1e3", "1000"), ("1.50E+2", "150"), ("25e-3", "0.025"), ("-1.2e1", "-12"), ("-0", "0")]
        {
            assert_eq!(number(&one("totalTurnover", sent).total_turnover), plain);
            assert_eq!(number(&one("totalTurnover", &format!("\"{sent}\"")).total_turnover), plain);
        }
        assert_eq!(number(&one("rank", "\"+5\"").rank), "5");
    }

    #[test]
    fn float_noise_is_removed_and_the_sent_digits_are_kept() {
        for (sent, value) in [
            ("277.199999999999989", "277.2"),
            ("370370.33999999997", "370370.34"),
            ("0.30000000000000004", "0.3"),
            ("-1.9999999999999998", "-2"),
        ] {
            let noisy = one("totalTurnover", sent).total_turnover;
            assert_eq!(number(&noisy), value);
            assert_eq!(noisy.value().unwrap().wire.as_deref(), Some(sent));
            // Strings have no float noise.
            let text = one("totalTurnover", &format!("\"{sent}\"")).total_turnover;
            assert_eq!((number(&text).as_str(), text.value().unwrap().wire.as_deref()), (sent, None));
        }
        // An amount in an object is still a JSON number.
        let noisy = one("totalTurnover", r#"{"amount": 0.30000000000000004}"#).total_turnover;
        assert_eq!(number(&noisy), "0.3");
        for sent in ["90071992547409931.17", "0.12345678", "2324.32", "774.7733333333332"] {
            let plain = one("totalTurnover", sent).total_turnover;
            assert_eq!((number(&plain).as_str(), plain.value().unwrap().wire.as_deref()), (sent, None));
        }
    }

    #[test]
    fn huge_exponents_are_unreadable() {
        for sent in ["1e400", "1e-400", "1e999999999999", "-1e2147483648"] {
            assert_eq!(one("totalTurnover", sent).total_turnover, Field::Unreadable(sent.to_owned()));
        }
    }

    #[test]
    fn non_numbers_are_unreadable() {
        let amounts = r#"{"amount": 5, "value": 6}"#;
        assert_eq!(one("totalTurnover", amounts).total_turnover, Field::Unreadable(amounts.to_owned()));
        for sent in ["\"12元\"", "true", "[1, 2]", "{\"a\": 1, \"b\": 2}", "\"0x10\"", "\"第1名\""] {
            assert_eq!(one("rank", sent).rank, Field::Unreadable(sent.to_owned()));
        }
    }

    #[test]
    fn unreadable_value_does_not_affect_other_keys() {
        let example = include_str!("../samples/example.json");
        let whole = read(example);
        let customer = read(example.replace("2324.32", "{\"amount\": [2324.32, 1]}"));
        assert_eq!(customer.unreadable_keys(), [Key::TotalTurnover]);
        assert_eq!(customer.total_turnover, Field::Unreadable("{\"amount\": [2324.32, 1]}".to_owned()));
        for key in Key::ALL.iter().copied().filter(|key| *key != Key::TotalTurnover) {
            assert_eq!(customer.get(key), whole.get(key));
        }
    }

    #[test]
    fn raw_text_of_an_unreadable_value_is_truncated() {
        let Field::Unreadable(raw) = one("rank", &format!("\"{}\"", "排".repeat(5_000))).rank else {
            panic!("a rank of 5,000 characters was read")
        };
        assert_eq!(raw.chars().count(), 2_001);
        assert!(raw.starts_with("\"排排") && raw.ends_with("排…"));
    }
}

mod lists {
    use super::*;

    #[test]
    fn area_codes_are_parsed_from_four_shapes() {
        assert_eq!(codes(r#"["33", "3305", "330502"]"#), ["33", "3305", "330502"]);
        assert_eq!(codes(r#""330502""#), ["330502"]);
        assert_eq!(codes(r#""[\"33\", \"3305\", \"330502\"]""#), ["33", "3305", "330502"]);
        assert_eq!(codes("330502"), ["330502"]);
    }

    #[test]
    fn area_codes_of_any_type_become_text() {
        assert_eq!(codes("[33, 3305]"), ["33", "3305"]);
        assert_eq!(codes(r#""[33, 3305]""#), ["33", "3305"]);
        assert_eq!(codes(r#""{\"1\": \"3305\", \"0\": \"33\"}""#), ["33", "3305"]);
        assert_eq!(codes(r#"["011"]"#), ["011"]);
    }

    #[test]
    fn object_with_integer_keys_is_a_list() {
        let customer = read(
            r#"{"area": {"10": "西湖区", "0": "浙江省", "2": "杭州市"}, "followers": {"1": 7, "0": 9},
                "followerNames": {"3": {"id": 7, "name": "李四"}, "1": {"id": 9, "name": "张三"}}}"#,
        );
        assert_eq!(customer.area.value().unwrap().0, ["浙江省", "杭州市", "西湖区"]);
        assert_eq!(ids(&customer.followers), ["9", "7"]);
        let names: Vec<_> = customer
            .follower_names
            .value()
            .unwrap()
            .iter()
            .map(|one| one.name.clone())
            .collect();
        assert_eq!(names, [text_field("张三"), text_field("李四")]);
    }

    #[test]
    fn last_of_duplicate_list_indices_wins() {
        let sent = r#"{"1": "old", "0": "浙江省", "1": "杭州市", "2": "西湖区"}"#;
        assert_eq!(one("area", sent).area.value().unwrap().0, ["浙江省", "杭州市", "西湖区"]);
    }

    #[test]
    fn object_with_other_keys_is_not_a_list() {
        for sent in [r#"{"a": "浙江省", "b": "杭州市"}"#, r#"{"0": "浙江省", "x": "杭州市"}"#] {
            assert_eq!(one("area", sent).area, Field::Unreadable(sent.to_owned()));
        }
    }

    #[test]
    fn blank_steps_are_omitted() {
        assert_eq!(
            one("area", r#"["浙江省", null, "", " ", "-", "西湖区"]"#)
                .area
                .value()
                .unwrap()
                .0,
            ["浙江省", "西湖区"]
        );
        let segments = r#"[{"text": "浙江省"}, {"text": " "}, {"text": "西湖区"}]"#;
        assert_eq!(one("area", segments).area.value().unwrap().0, ["浙江省", "西湖区"]);
        assert!(one("area", r#"[null, ""]"#).area.is_absent());
    }

    #[test]
    fn trail_with_an_unreadable_step_is_unreadable() {
        let sent = r#"["浙江省", {"a": "杭州市", "b": "宁波市"}]"#;
        assert_eq!(one("area", sent).area, Field::Unreadable(sent.to_owned()));
    }

    #[test]
    fn followers_are_parsed_from_a_database_column() {
        for sent in [r#""1,2, 3""#, r#""1，2，3""#, r#""[1, 2, \"3\"]""#] {
            assert_eq!(ids(&one("followers", sent).followers), ["1", "2", "3"]);
        }
        assert_eq!(ids(&one("followers", "7").followers), ["7"]);
    }

    #[test]
    fn trails_are_parsed_from_objects_and_single_steps() {
        let sent = r#"[{"id": 1, "name": "亚服"}, {"value": 2, "label": "服务站"}, "浙江站", 4]"#;
        assert_eq!(
            one("departmentPath", sent).department_path.value().unwrap().0,
            ["亚服", "服务站", "浙江站", "4"]
        );
        for sent in [r#"{"id": 1, "name": "亚服"}"#, r#"[1, "亚服"]"#, "\"亚服\"", "[{\"title\": \"亚服\"}]"]
        {
            let expected = if sent.starts_with("[1") {
                vec!["1", "亚服"]
            } else {
                vec!["亚服"]
            };
            assert_eq!(one("departmentPath", sent).department_path.value().unwrap().0, expected, "{sent}");
        }
    }

    #[test]
    fn follower_ids_with_names_are_parsed() {
        let sent =
            r#"[{"id": 11, "name": "司徒静"}, {"value": 12, "label": "欧阳"}, [13, "张三"], 14, "15", null]"#;
        let customer = one("followers", sent);
        let people = people(&customer.followers.value().unwrap().0);
        assert_eq!(people, [("11", "司徒静"), ("12", "欧阳"), ("13", "张三"), ("14", ""), ("15", "")]);
        assert!(customer.unreadable_keys().is_empty() && customer.follower_names.is_absent());
        let customer = one("followers", r#"{"id": 11, "name": "司徒静"}"#);
        assert_eq!(ids(&customer.followers), ["11"]);
        assert_eq!(self::people(customer.follower_names.value().unwrap()), [("11", "司徒静")]);
        for sent in ["[1, true]", "[[1, 2], [3, 4]]", "\"[1\"", r#"{"owner": "司徒静", "helper": "欧阳"}"#]
        {
            assert_eq!(one("followers", sent).followers, Field::Unreadable(sent.to_owned()));
        }
    }

    #[test]
    fn follower_names_are_parsed_under_other_keys_and_without_a_list() {
        for (sent, expected) in [
            (r#"[{"value": 1, "label": "张三"}]"#, ("1", "张三")),
            (r#"[{"code": "a", "title": "张三"}]"#, ("a", "张三")),
            (r#"[[1, "张三"]]"#, ("1", "张三")),
            (r#"{"id": 1, "name": "张三"}"#, ("1", "张三")),
            ("\"张三\"", ("", "张三")),
        ] {
            let customer = one("followerNames", sent);
            assert_eq!(people(customer.follower_names.value().unwrap()), [expected], "{sent}");
            assert!(customer.unreadable_keys().is_empty());
        }
        let customer = one("followerNames", r#"[{"x": "张三", "y": 2}, {"id": null}]"#);
        let [follower] = customer.follower_names.value().unwrap().as_slice() else {
            panic!("not one follower")
        };
        assert_eq!(follower.name, Field::Unreadable(r#"{"x": "张三", "y": 2}"#.to_owned()));
        assert_eq!(customer.unreadable_keys(), [Key::FollowerNames]);
    }

    #[test]
    fn unreadable_follower_does_not_affect_the_others() {
        let customer = one(
            "followerNames",
            r#"[{"id": 1, "name": "张三"}, {"id": [2, 3], "name": "李四"}, true, null, {}]"#,
        );
        let followers = customer.follower_names.value().unwrap();
        assert_eq!(followers.len(), 3);
        assert_eq!(followers[0].name, text_field("张三"));
        assert_eq!(
            (&followers[1].id, &followers[1].name),
            (&Field::Unreadable(r#"{"id": [2, 3], "name": "李四"}"#.to_owned()), &text_field("李四"))
        );
        assert_eq!(followers[2].name, Field::Unreadable("true".to_owned()));
        assert_eq!(customer.unreadable_keys(), [Key::FollowerNames]);
    }

    #[test]
    fn follower_names_without_ids_are_parsed() {
        let customer = one("followerNames", r#"["张三", "李四"]"#);
        let names: Vec<_> = customer
            .follower_names
            .value()
            .unwrap()
            .iter()
            .map(|one| one.name.clone())
            .collect();
        assert_eq!(names, [text_field("张三"), text_field("李四")]);
        assert!(customer.unreadable_keys().is_empty());
    }
}

mod absent_values {
    use super::*;

    /// A Hangul filler, a zero-width space, a Braille blank.
    const INVISIBLE: &str = r#""\u3164\u200B\u2800""#;

    #[test]
    fn null_blank_and_empty_values_are_absent_at_any_key() {
        for key in Key::ALL.iter().filter(|key| **key != Key::CustomerNo).map(|key| key.as_str()) {
            for nothing in
                ["null", "\"\"", "\" \\t\"", "[]", "{}", "false", r#"{"id": null, "name": ""}"#, INVISIBLE]
            {
                let customer = one(key, nothing);
                let present: Vec<Key> =
                    Key::ALL.iter().copied().filter(|key| !customer.has_none_of(&[*key])).collect();
                assert_eq!(present, [Key::CustomerNo], "{key}: {nothing}");
            }
        }
    }

    /// What is left beside a blank value describes it.
    #[test]
    fn object_with_a_blank_value_is_absent() {
        for (key, sent) in [
            ("followers", r#"{"count": 0, "next": null, "previous": null, "results": []}"#),
            ("followerNames", r#"{"count": 0, "next": null, "previous": null, "results": []}"#),
            ("followers", r#"{"total": 0, "list": []}"#),
            ("followers", r#"{"total": 2, "data": []}"#),
            ("area", r#"{"totalCount": 0, "nodes": []}"#),
            ("areaCode", r#"{"value": [], "Count": 0}"#),
            ("managerName", r#"{"userId": null, "userName": null, "delFlag": "0"}"#),
            ("managerName", r#"{"id": null, "name": null, "avatar": "/img/default.png"}"#),
            ("managerName", r#"{"id": null, "name": null, "phone": "13800138000"}"#),
            ("managerId", r#"{"id": null, "name": null, "phone": "13800138000"}"#),
            ("levelName", r##"{"value": null, "label": null, "color": "#ccc"}"##),
            ("levelName", r#"{"old": "重点级", "new": null}"#),
            ("levelName", r#"{"before": "重点级", "after": null}"#),
            ("levelName", r#"{"name": "客户级别", "value": null, "id": "field_1"}"#),
            ("area", r#"{"province": null, "city": null, "district": null, "level": 0}"#),
            ("totalTurnover", r#"{"amount": null, "scale": 2}"#),
            ("totalTurnover", r#"{"amount": null, "currency": "CNY"}"#),
        ] {
            let customer = one(key, sent);
            assert!(customer.has_none_of(&[Key::from_name(key).unwrap()]), "{key}: {sent}: {customer:?}");
        }
        // A known value is left.
        assert_eq!(one("managerId", r#"{"id": 87, "name": null}"#).manager_id, text_field("87"));
        assert_eq!(
            one("area", r#"{"province": null, "town": "三墩镇"}"#).area.value().unwrap().0,
            ["三墩镇"]
        );
        let currency = r#"{"amount": null, "currency": {"code": "CNY"}}"#;
        assert_eq!(one("totalTurnover", currency).unreadable_keys(), [Key::TotalTurnover]);
        let person = r#"[{"userId": 11, "name": null}]"#;
        assert_eq!(ids(&one("followers", person).followers), ["11"]);
    }

    #[test]
    fn zero_is_a_value() {
        for zero in ["0", "0.00", "\"0\""] {
            let customer = one("totalTurnover", zero);
            assert_eq!(number(&customer.total_turnover), zero.trim_matches('"'));
            assert_eq!(one("managerId", zero).manager_id, text_field("0"));
        }
    }

    #[test]
    fn empty_record_is_not_found() {
        let nulls: Vec<String> = Key::ALL.iter().map(|key| format!("\"{}\": null", key.as_str())).collect();
        let nulls = format!("{{{}}}", nulls.join(", "));
        for body in [
            "{}",
            "[]",
            "null",
            r#"{"data": null}"#,
            r#"{"code": 0, "data": []}"#,
            r#"{"data": {}}"#,
            "false",
            r#"{"code": 0, "data": false}"#,
            r#"{"result": ""}"#,
            &nulls,
            // The zero value of a struct, as Go and .NET send it.
            r#"{"code": 0, "msg": "ok", "data": {"id": 0, "customerNo": "", "name": "", "managerId": 0, "totalTurnover": 0,
                "rank": 0, "type": "", "followers": [], "createdAt": "0001-01-01T00:00:00Z"}}"#,
            r#"{"id": "00000000-0000-0000-0000-000000000000", "name": null, "totalTurnover": 0.00, "retentionMoney": "0.00",
                "type": 0, "createdAt": "0001-01-01T00:00:00"}"#,
        ] {
            assert_eq!(cause(body), Cause::NotFound, "{body}");
        }
        assert_eq!(cause(format!(r#"{{"code": 0, "data": {nulls}}}"#)), Cause::NotFound);
        for record in [r#"{"id": 7, "name": "", "rank": 0}"#, r#"{"id": 0, "name": "张三", "rank": 0}"#] {
            assert!(answered(record).is_ok(), "{record}");
        }
    }
}

mod times {
    use super::*;

    fn created(sent: &str) -> Field<Timestamp> {
        one("createdAt", sent).created_at
    }

    fn moment_of(sent: &str) -> Option<i64> {
        match created(sent).value() {
            Some(Timestamp::Moment { milliseconds, .. }) => Some(*milliseconds),
            _ => None,
        }
    }

    fn wall(text: &str, parts: [u32; 6]) -> Field<Timestamp> {
        Field::Value(Timestamp::Wall { text: text.to_owned(), parts })
    }

    #[test]
    fn wall_clock_time_is_parsed_and_keeps_its_text() {
        for (sent, read) in [
            ("2021-08-01 12:00:00", [2021, 8, 1, 12, 0, 0]),
            ("2021-08-01 12:00", [2021, 8, 1, 12, 0, 0]),
            ("2021-08-01", [2021, 8, 1, 0, 0, 0]),
            ("2021/8/1 9:05:07", [2021, 8, 1, 9, 5, 7]),
            ("2021 08 01 12:00", [2021, 8, 1, 12, 0, 0]),
            ("2021 - 8 - 1", [2021, 8, 1, 0, 0, 0]),
            ("2021-08-01 24:00:00", [2021, 8, 1, 24, 0, 0]),
            ("2021-08-01 12时", [2021, 8, 1, 12, 0, 0]),
            ("2021-08-01T12:34:56.789", [2021, 8, 1, 12, 34, 56]),
            ("2021-08-01 12:34:56.000000", [2021, 8, 1, 12, 34, 56]),
            ("2021.08.01 12:34", [2021, 8, 1, 12, 34, 0]),
            ("20210801T123456", [2021, 8, 1, 12, 34, 56]),
            ("20210801123456789", [2021, 8, 1, 12, 34, 56]),
            ("2021-213", [2021, 8, 1, 0, 0, 0]),
            ("2021-W30-7", [2021, 8, 1, 0, 0, 0]),
            ("2021W307T1234", [2021, 8, 1, 12, 34, 0]),
            ("2020-W53-7", [2021, 1, 3, 0, 0, 0]),
            ("2021年8月1日", [2021, 8, 1, 0, 0, 0]),
            ("2021年08月01日 12时34分56秒", [2021, 8, 1, 12, 34, 56]),
            ("2021年8月1日星期日 下午1:05", [2021, 8, 1, 13, 5, 0]),
            ("2021年8月1日 下午12:00:00", [2021, 8, 1, 12, 0, 0]),
            ("2021-8-1 上午12:00:00", [2021, 8, 1, 0, 0, 0]),
            ("2021-08-01 晚上8点", [2021, 8, 1, 20, 0, 0]),
            ("2021-08-01 中午12:30", [2021, 8, 1, 12, 30, 0]),
            ("２０２１－０８－０１ １２：３４", [2021, 8, 1, 12, 34, 0]),
            ("Aug 1, 2021 12:00:00 PM", [2021, 8, 1, 12, 0, 0]),
            ("Aug 1, 2021, 12:05:07 AM", [2021, 8, 1, 0, 5, 7]),
            ("1 August 2021", [2021, 8, 1, 0, 0, 0]),
            ("01-Aug-2021 13:00", [2021, 8, 1, 13, 0, 0]),
            ("2021-Aug-01 13:00", [2021, 8, 1, 13, 0, 0]),
            ("Sun Aug 01 12:00:00 CST 2021", [2021, 8, 1, 12, 0, 0]),
            ("Sun Aug 1 12:00:00 2021", [2021, 8, 1, 12, 0, 0]),
            ("13/08/2021", [2021, 8, 13, 0, 0, 0]),
            ("08/13/2021 1:05 PM", [2021, 8, 13, 13, 5, 0]),
            ("01/13/2021", [2021, 1, 13, 0, 0, 0]),
            ("08-08-2021", [2021, 8, 8, 0, 0, 0]),
            ("20210801", [2021, 8, 1, 0, 0, 0]),
            ("20210801123456", [2021, 8, 1, 12, 34, 56]),
            ("2021080112", [2021, 8, 1, 12, 0, 0]),
            ("202108011234", [2021, 8, 1, 12, 34, 0]),
            ("01-AUG-2021", [2021, 8, 1, 0, 0, 0]),
        ] {
            assert_eq!(created(&format!("\" {sent} \"")), wall(sent, read), "{sent}");
        }
        assert_eq!(created("20210801"), wall("20210801", [2021, 8, 1, 0, 0, 0]));
        assert_eq!(created("20210801.0"), wall("20210801", [2021, 8, 1, 0, 0, 0]));
        assert_eq!(created("202108011200"), wall("202108011200", [2021, 8, 1, 12, 0, 0]));
    }

    #[test]
    fn time_is_parsed_from_the_days_of_excel() {
        for (sent, text, read) in [
            ("25569.5", "1970-01-01 12:00:00", [1970, 1, 1, 12, 0, 0]),
            ("44409", "2021-08-01", [2021, 8, 1, 0, 0, 0]),
            ("44409.0", "2021-08-01", [2021, 8, 1, 0, 0, 0]),
            ("44409.524363", "2021-08-01 12:35:05", [2021, 8, 1, 12, 35, 5]),
            ("73050", "2099-12-31", [2099, 12, 31, 0, 0, 0]),
        ] {
            assert_eq!(created(sent), wall(text, read), "{sent}");
        }
    }

    #[test]
    fn time_is_parsed_from_a_list_of_parts() {
        for (sent, text, read) in [
            ("[2021,8,1]", "2021-08-01", [2021, 8, 1, 0, 0, 0]),
            ("[2021,8,1,9]", "2021-08-01 09:00", [2021, 8, 1, 9, 0, 0]),
            ("[2021,8,1,12,5]", "2021-08-01 12:05", [2021, 8, 1, 12, 5, 0]),
            ("[2021, 12, 31, 23, 59, 7]", "2021-12-31 23:59:07", [2021, 12, 31, 23, 59, 7]),
            ("[2021,8,1,12,5,7,123000000]", "2021-08-01 12:05:07", [2021, 8, 1, 12, 5, 7]),
        ] {
            assert_eq!(created(sent), wall(text, read), "{sent}");
        }
    }

    #[test]
    fn moments_are_parsed_from_epochs_and_times_with_an_offset() {
        for (sent, moment) in [
            ("1627819200000", 1_627_819_200_000),
            ("\"1627819200000\"", 1_627_819_200_000),
            ("1627819200", 1_627_819_200_000),
            ("\"1627819200\"", 1_627_819_200_000),
            ("1627819200.25", 1_627_819_200_250),
            ("1.6278192E9", 1_627_819_200_000),
            ("\"1.6278192E12\"", 1_627_819_200_000),
            ("1e9", 1_000_000_000_000),
            ("1627819200000000", 1_627_819_200_000),
            ("1627819200000000000", 1_627_819_200_000),
            ("\"/Date(1627819200000)/\"", 1_627_819_200_000),
            (r#"{"$date": "2021-08-01T12:00:00Z"}"#, 1_627_819_200_000),
            (r#"{"$date": {"$numberLong": "1627819200000"}}"#, 1_627_819_200_000),
            (r#"{"Time": "2021-08-01T12:00:00Z", "Valid": true}"#, 1_627_819_200_000),
            (r#"{"seconds": "1627819200", "nanos": 250000000}"#, 1_627_819_200_250),
            (r#"{"_seconds": 1627819200, "_nanoseconds": 0}"#, 1_627_819_200_000),
            (r#"{"epochSecond": 1627819200, "nano": 0}"#, 1_627_819_200_000),
            (
                r#"{"date": 1, "day": 0, "hours": 20, "minutes": 0, "month": 7, "nanos": 0, "seconds": 0, "time": 1627819200000,
                "timezoneOffset": -480, "year": 121}"#,
                1_627_819_200_000,
            ),
            (
                r#"{"dateTime": {"date": {"year": 2021, "month": 8, "day": 1}, "time": {"hour": 20, "minute": 0, "second": 0,
                "nano": 0}}, "offset": {"totalSeconds": 28800}}"#,
                1_627_819_200_000,
            ),
            (
                r#"{"date": "2021-08-01 12:00:00.000000", "timezone_type": 3, "timezone": "UTC"}"#,
                1_627_819_200_000,
            ),
            (
                r#"{"date": "2021-08-01 20:00:00.000000", "timezone_type": 1, "timezone": "+08:00"}"#,
                1_627_819_200_000,
            ),
            ("\"2021-08-01T20:00:00.000+08:00\"", 1_627_819_200_000),
            ("\"2021-08-01T20:00:00+0800\"", 1_627_819_200_000),
            ("\"2021-08-01T20:00:00 +08\"", 1_627_819_200_000),
            ("\"2021-08-01T08:30:00-03:30\"", 1_627_819_200_000),
            ("\"2021-08-02T06:59:00+18:59\"", 1_627_819_200_000),
            ("\"2021-08-01T12:00:00Z\"", 1_627_819_200_000),
            ("\"2021-08-01 12:00:00 UTC\"", 1_627_819_200_000),
            ("\"2021-08-01T20:00:00+08:00[Asia/Shanghai]\"", 1_627_819_200_000),
            ("\"20210801T120000Z\"", 1_627_819_200_000),
            ("\"Sun, 01 Aug 2021 12:00:00 GMT\"", 1_627_819_200_000),
            ("\"Sunday, 01-Aug-2021 12:00:00 GMT\"", 1_627_819_200_000),
            ("\"Sun Aug 01 2021 20:00:00 GMT+0800 (中国标准时间)\"", 1_627_819_200_000),
            ("\"Aug 1, 2021 8:00:00 PM +08:00\"", 1_627_819_200_000),
            ("1627819200000.5", 1_627_819_200_000),
            ("999999999", 999_999_999_000),
            ("999999999999", 999_999_999_999),
            ("999999999000000000", 999_999_999_000),
            // Neither a date from 2000 on nor a possible one.
            ("1999123112", 1_999_123_112_000),
            ("2021083212", 2_021_083_212_000),
            ("\"/Date(1627819200000+0800)/\"", 1_627_819_200_000),
            (r#"{"$date": 1627819200000}"#, 1_627_819_200_000),
            (r#"{"createdTime": "2021-08-01T12:00:00Z"}"#, 1_627_819_200_000),
            (r#"{"date": "2021-08-01", "time": "12:00:00Z"}"#, 1_627_819_200_000),
        ] {
            assert_eq!(moment_of(sent), Some(moment), "{sent}");
        }
    }

    #[test]
    fn zone_beside_a_time_makes_it_a_moment() {
        for sent in [
            r#"{"dateTime": "2021-08-01T12:00:00.0000000", "timeZone": "UTC"}"#,
            r#"{"dateTime": "2021-08-01T20:00:00", "timeZone": "+08:00"}"#,
            r#"{"value": "2021-08-01 20:00:00", "zone": "GMT+8"}"#,
            r#"{"start": "2021-08-01 12:00:00", "end": null, "time_zone": "Z"}"#,
            r#"{"date": "2021-08-01", "time": "20:00", "utcOffset": "+0800"}"#,
            r#"{"year": {"low": 2021, "high": 0}, "month": {"low": 8, "high": 0}, "day": {"low": 1, "high": 0},
                "hour": {"low": 12, "high": 0}, "timeZoneOffsetSeconds": {"low": 0, "high": 0}}"#,
            r#"{"year": 2021, "month": 8, "day": 1, "hour": 20, "timeZoneOffsetSeconds": 28800, "timeZoneId": "Asia/Shanghai"}"#,
            r#"{"year": 2021, "month": 8, "day": 1, "hour": 8, "offsetMinutes": -240}"#,
            r#"{"year": 2021, "month": 8, "day": 1, "hour": 12, "std_offset": 0, "utc_offset": 0, "time_zone": "Etc/UTC",
                "zone_abbr": "UTC", "microsecond": [0, 6]}"#,
        ] {
            assert_eq!(moment_of(sent), Some(1_627_819_200_000), "{sent}");
        }
        let noon = [2021, 8, 1, 12, 0, 0];
        for sent in [
            r#"{"dateTime": "2021-08-01 12:00:00", "timeZone": "China Standard Time"}"#,
            r#"{"dateTime": "2021-08-01 12:00:00", "timeZone": "Etc/GMT+8"}"#,
            // Without a unit: ahead or behind, in minutes or seconds.
            r#"{"dateTime": "2021-08-01 12:00:00", "timezoneOffset": -480}"#,
            r#"{"dateTime": "2021-08-01 12:00:00", "utc_offset": 0, "std_offset": 3600}"#,
            r#"{"dateTime": "2021-08-01 12:00:00", "zone": "UTC", "offsetSeconds": 3600}"#,
            // 2^32 minutes.
            r#"{"dateTime": "2021-08-01 12:00:00", "offsetSeconds": 257698037760}"#,
        ] {
            assert_eq!(created(sent), wall("2021-08-01 12:00:00", noon), "{sent}");
        }
        let day = r#"{"date": "2021-08-01", "timeZone": "UTC"}"#;
        assert_eq!(created(day), wall("2021-08-01", [2021, 8, 1, 0, 0, 0]));
        let other_moment = r#"{"dateTime": "2021-08-01T20:00:00+08:00", "timeZone": "UTC"}"#;
        assert_eq!(moment_of(other_moment), Some(1_627_819_200_000));
    }

    #[test]
    fn time_with_a_zone_name_is_wall_clock_time() {
        let noon = |text: &str| wall(text, [2021, 8, 1, 12, 0, 0]);
        let long = "August 1, 2021 at 12:00:00 PM CST";
        assert_eq!(created(&format!("\"{long}\"")), noon(long));
        let named = "Aug-01-2021 12:00";
        assert_eq!(created(&format!("\"{named}\"")), noon(named));
        let php =
            r#"{"date": "2021-08-01 12:00:00.000000", "timezone_type": 3, "timezone": "Asia/Shanghai"}"#;
        assert_eq!(created(php), noon("2021-08-01 12:00:00.000000"));
    }

    #[test]
    fn wall_clock_time_is_parsed_from_an_object() {
        let php =
            r#"{"date": "2021-08-01 12:00:00.000000", "timezone_type": 3, "timezone": "Asia/Shanghai"}"#;
        assert_eq!(created(php), wall("2021-08-01 12:00:00.000000", [2021, 8, 1, 12, 0, 0]));
        let date_and_time = r#"{"date": "2021/8/1", "time": "9:05"}"#;
        assert_eq!(created(date_and_time), wall("2021/8/1 9:05", [2021, 8, 1, 9, 5, 0]));
        let calendar =
            r#"{"year": 2021, "month": 7, "dayOfMonth": 1, "hourOfDay": 12, "minute": 5, "second": 7}"#;
        assert_eq!(created(calendar), wall("2021-08-01 12:05:07", [2021, 8, 1, 12, 5, 7]));
    }

    #[test]
    fn zero_dates_are_absent() {
        for zero in [
            "\"0001-01-01T08:05:43+08:05\"",
            "\"0001-01-01T08:05:43+08:05:43\"",
            "\"0001-01-01T00:00:00+08:00\"",
            "\"1/1/1\"",
            "\"1970-01-01T00:00:00+08:00\"",
            "\"-0001-11-30 00:00:00\"",
            "\"0000-00-00 00:00:00\"",
            "\"0000-00-00\"",
            "\"0000-00-00T00:00:00\"",
            "\"0001-01-01T00:00:00Z\"",
            "\"0001-01-01 08:05:43\"",
            "\"1970-01-01 00:00:00\"",
            "\"1970-01-01 08:00:00\"",
            "\"1970-01-01T00:00:00.000Z\"",
            "\"1970-01-01\"",
            "[0,0,0]",
            "[1,1,1,0,0]",
            "[1970,1,1,8,0]",
            "0",
            "\"0\"",
            "0.0",
            "-62135596800000",
            "\"/Date(-62135596800000)/\"",
            "\"1970-01-01T08:00:00+08:00\"",
            "\"1900-01-01 00:00:00\"",
            "\"1899-12-30T00:00:00\"",
            "\"1753-01-01 00:00:00.000\"",
            "\"9999-12-31 23:59:59\"",
            "\"9999-12-31T23:59:59Z\"",
            "\"1900-01-01T00:00:00+08:00\"",
            "\"暂无\"",
            "{\"Time\": \"2021-08-01T12:00:00Z\", \"Valid\": false}",
            "false",
        ] {
            assert!(created(zero).is_absent(), "{zero}");
        }
        for sent in
            ["1970-01-01 00:00:01", "1970-01-01 09:00:00", "1970-01-02 00:00:00", "2000-01-01 00:00:00"]
        {
            assert!(created(&format!("\"{sent}\"")).value().is_some(), "{sent}");
        }
    }

    #[test]
    fn invalid_and_ambiguous_times_are_unreadable() {
        for sent in [
            "\"next week\"",
            "12345",
            "-1627790400",
            "99999999999",
            "12345678901234567890",
            "true",
            "[2021,8]",
            "[2021,13,1]",
            "0.5",
            "25568",
            "73051",
            "20210801.5",
            "\"18500101\"",
            "[2021,8,1,12,5,7,1,1]",
            "[\"2021\",8,1]",
            "[2021,8.5,1]",
            "{\"year\": 2021}",
            "\"20211301\"",
            "\"2021-13-01\"",
            "\"2021-08-32\"",
            "\"2021-08-01 25:00:00\"",
            "\"2021-08-01 24:00:01\"",
            "\"2021-08-01Z\"",
            "\"FOO 2021-08-01\"",
            "\"2021--08--01\"",
            "\"2021080112T1200\"",
            "\"2021-08-01 12:60\"",
            "\"12:00:00\"",
            "\"2021-08\"",
            "\"2021-08-01 12\"",
            "\"2021-+8-01\"",
            "\"99999999999999999999-1-1\"",
            "\".\"",
            "\"/Date(soon)/\"",
            // Ambiguous.
            "\"07/08/2021\"",
            "\"07-08-2021\"",
            "\"21-08-01\"",
            "\"01-AUG-21\"",
            "\"01-AUG-21 12.00.00.000000 PM\"",
            // Nanoseconds of 1990; the year 2100.
            "700000000000000000",
            // Ticks of .NET, and of Windows.
            "637634160000000000",
            "\"637634160000000000\"",
            "132722640000000000",
            "4102444800",
            "4102444800000",
            "\"/Date(4102444800000)/\"",
            "\"/Date(-9223372036854775808)/\"",
            "{\"seconds\": 4102444800, \"nanos\": 0}",
            // Milliseconds, by their size.
            "{\"seconds\": 1627819200000}",
            "{\"seconds\": 1627819200000, \"nanos\": 0}",
            "\"1/2/3\"",
            "\"13-08/2021\"",
            "\"2021-02-29\"",
            "\"2021-08-01 上午13:00\"",
            "\"2021-08-01 上午下午1:05\"",
            "\"2021-08-01 晚上12:00\"",
            "\"2021-08-01 12:00:00 +2500\"",
            "\"2021-08-01 12:00:00 +0860\"",
            "\"2021-08-01 12:00 and more\"",
            "\"Augustus 1, 2021\"",
            "\"2021-W54-1\"",
            "\"2021-W30\"",
            "\"0000-W10-1\"",
            "\"21-W30-7\"",
            "\"2021-7-W30\"",
            "\"2021-W30W30-7\"",
            "\"2021-08/01\"",
            "\"2021-000\"",
        ] {
            assert_eq!(created(sent), Field::Unreadable(sent.to_owned()), "{sent}");
        }
    }
}

mod texts {
    use super::*;

    #[test]
    fn unknown_type_keeps_its_text() {
        for (sent, kind) in [
            ("\"STRATEGIC_ALLY\"", "STRATEGIC_ALLY"),
            ("\"clients\"", "clients"),
            ("3", "3"),
            (r#"{"value": 9, "desc": "战略伙伴"}"#, "战略伙伴"),
            (r#"["目标客户", "CLIENT"]"#, "目标客户、CLIENT"),
        ] {
            assert_eq!(one("type", sent).customer_type, Field::Value(CustomerType::Unknown(kind.to_owned())));
        }
        let sent = r#"{"kind": 9, "sort": 1}"#;
        assert_eq!(one("type", sent).customer_type, Field::Unreadable(sent.to_owned()));
    }

    #[test]
    fn type_is_parsed_from_constant_label_or_object() {
        use CustomerType::{Client, Prospect, TargetCustomer};
        for (sent, kind) in [
            ("\"CLIENT\"", Client),
            ("\" client \"", Client),
            ("\"Target_Customer\"", TargetCustomer),
            ("\"targetCustomer\"", TargetCustomer),
            ("\"target customer\"", TargetCustomer),
            ("\"目标客户\"", TargetCustomer),
            ("\"沟通客户\"", Prospect),
            (r#"{"value": 1, "desc": "正式客户"}"#, Client),
            (r#"{"code": "PROSPECT", "name": "潜在的"}"#, Prospect),
            (r#"{"name": "TARGET_CUSTOMER", "ordinal": 1}"#, TargetCustomer),
            (r#"{"key": "x", "value": "client"}"#, Client),
            (r#"{"customerKind": "CLIENT"}"#, Client),
            (r#"["CLIENT"]"#, Client),
            (r#"[1, "正式客户"]"#, Client),
        ] {
            assert_eq!(one("type", sent).customer_type, Field::Value(kind), "{sent}");
        }
    }

    #[test]
    fn object_for_a_text_becomes_its_label() {
        for (sent, words) in [
            (r#"{"id": 3, "name": "战略级"}"#, "战略级"),
            (r#"{"value": 3, "label": "战略级"}"#, "战略级"),
            (r#"{"code": "x", "desc": "战略级"}"#, "战略级"),
            (r#"{"title": " ", "displayName": "战略级&amp;"}"#, "战略级&"),
            (r#"{"name": {"zh": "战略级"}, "value": 7}"#, "战略级"),
            (r#"[3, "战略级"]"#, "战略级"),
            (r#"{"label": "客户级别", "value": "战略级"}"#, "战略级"),
            (r#"{"label": "战略级", "value": "A3"}"#, "战略级"),
            (r#"{"display": "战略级", "value": "1001A1"}"#, "战略级"),
            (r#"{"Value": 1, "FormattedValue": "战略级"}"#, "战略级"),
            (r#"{"dictCode": 3, "dictLabel": "战略级", "dictValue": "A3"}"#, "战略级"),
            (r#"{"FNumber": "03", "FName": "战略级"}"#, "战略级"),
            // The label of the key is a caption.
            (r#"{"name": "客户级别", "value": "战略级"}"#, "战略级"),
            (
                r#"{"name": "客户级别", "value": "战略级", "componentType": "DDSelectField", "id": "x"}"#,
                "战略级",
            ),
            (r#"{"label": "客户级别", "value": "A"}"#, "A"),
            (r#"{"fieldName": "levelName", "fieldValue": "战略级"}"#, "战略级"),
            (r#"{"title": "客户级别", "content": "战略级"}"#, "战略级"),
            (r#"{"id": "levelName", "value": "战略级"}"#, "战略级"),
            // Translations.
            (
                r#"[{"lang": "en", "text": "Strategic"}, {"lang": "zh", "text": "战略级"}]"#,
                "Strategic、战略级",
            ),
            (
                r#"[{"Key": 1033, "Value": "Strategic"}, {"Key": 2052, "Value": "战略级"}]"#,
                "Strategic、战略级",
            ),
            // A flag that is about the object.
            (r#"{"id": 3, "name": "战略级", "isValid": false}"#, "战略级"),
        ] {
            assert_eq!(one("levelName", sent).level_name, text_field(words), "{sent}");
        }
        for sent in [
            r#"{"id": 3}"#,
            r#"{"a": "战略级", "b": "重点级"}"#,
            r#"{"userId": 3, "deptName": "战略级"}"#,
            r#"{"record_ids": ["战略级"]}"#,
            "[1, 2]",
            r#"[3, "战略级", "重点级"]"#,
            r#"{"$ref": "$.data"}"#,
            "true",
        ] {
            assert_eq!(one("levelName", sent).level_name, Field::Unreadable(sent.to_owned()));
        }
        // A text of JSON that is not one value stays a text.
        let text = r#"{"a": "战略级", "b": "重点级"}"#;
        let sent = serde_json::to_string(text).unwrap();
        assert_eq!(one("levelName", &sent).level_name, text_field(text));
    }

    #[test]
    fn object_for_an_id_becomes_its_id() {
        for sent in [
            r#"{"id": 87, "name": "张三"}"#,
            r#"{"value": "87", "label": "张三"}"#,
            r#"[87, "张三"]"#,
            r#"{"user_id": 87, "user_name": "张三"}"#,
            r#"{"key": 87, "value": "张三"}"#,
            r#"{"Key": 87, "Value": "张三"}"#,
            r#"{"id": 87, "name": "张三", "valid": false}"#,
        ] {
            for customer in [
                one("managerId", sent).manager_id,
                one("industry_id", sent).industry_id,
                one("id", sent).id,
            ] {
                assert_eq!(customer, text_field("87"), "{sent}");
            }
            assert_eq!(one("managerName", sent).manager_name, text_field("张三"), "{sent}");
        }
        assert_eq!(
            one("managerId", r#"{"id": "x", "name": "负责人ID", "value": 87}"#).manager_id,
            text_field("87")
        );
        assert_eq!(one("name", r#"{"name": "name", "value": "金职院"}"#).name, text_field("金职院"));
        let sent = r#"{"name": "张三"}"#;
        assert_eq!(one("managerId", sent).manager_id, Field::Unreadable(sent.to_owned()));
    }

    #[test]
    fn text_with_only_invisible_characters_is_absent() {
        assert_eq!(one("name", r#""\u200B张\u3164""#).name, text_field("\u{200b}张\u{3164}"));
        assert!(one("name", r#""&nbsp;&#8203;""#).name.is_absent());
        assert!(one("area", r#"["\u2800", "\u200b"]"#).area.is_absent());
    }

    #[test]
    fn entities_are_decoded_once() {
        for (sent, shown) in [
            ("A&amp;B", "A&B"),
            ("&lt;b&gt;", "<b>"),
            ("&amp;lt;", "&lt;"),
            ("&#39;&#x4E2d;&quot;", "'中\""),
            ("&nbsp;x", "\u{a0}x"),
            ("AT&T &unknown; &", "AT&T &unknown; &"),
        ] {
            let sent = format!("\"{sent}\"");
            assert_eq!(one("name", &sent).name, text_field(shown));
            assert_eq!(one("area", &format!("[{sent}]")).area.value().unwrap().0, [shown]);
            let follower = format!("[{{\"id\": 1, \"name\": {sent}}}]");
            assert_eq!(
                one("followerNames", &follower).follower_names.value().unwrap()[0].name,
                text_field(shown)
            );
        }
        let message = r#"{"code": 500, "message": "A&amp;B"}"#;
        assert_eq!(answered(message).unwrap_err().message.as_deref(), Some("A&B"));
    }

    #[test]
    fn markup_is_kept_as_text() {
        const MARKUP: &str = "<script>alert(1)</script><b>x</b>&amp;<img src=x onerror=alert(1)>";
        let shown = MARKUP.replace("&amp;", "&");
        assert_eq!(one("name", &format!("\"{MARKUP}\"")).name, text_field(&shown));
        assert_eq!(one("area", &format!("[\"{MARKUP}\"]")).area.value().unwrap().0, [shown]);
    }

    #[test]
    fn text_of_twenty_thousand_characters_is_complete() {
        let long = "描述 & line\\n".repeat(2_000);
        let read = one("description", &format!("\"{long}\"")).description;
        assert_eq!(read, text_field(long.replace("\\n", "\n").trim()));
        assert_eq!(read.value().map(|text| text.chars().count()), Some(19_999));
    }

    #[test]
    fn lone_surrogates_are_replaced() {
        let customer = read(
            r#"{"name": "张\ud83d三", "description": "\ude00", "id": "\ud83d\ude00", "\ud800": 1, "rank": 1}"#,
        );
        assert_eq!(customer.name, text_field("张\u{fffd}三"));
        assert_eq!(customer.description, text_field("\u{fffd}"));
        assert_eq!(customer.id, text_field("😀"));
        assert_eq!(number(&customer.rank), "1");
    }

    #[test]
    fn keys_with_escapes_are_recognised() {
        assert_eq!(read(r#"{"\u006eame": "张三"}"#).name, text_field("张三"));
    }

    #[test]
    fn invalid_utf8_is_replaced() {
        let customer = read(b"{\"name\": \"\xff\xfe\", \"rank\": 1, \"\xc3\": 2}");
        assert_eq!(customer.name, text_field("\u{fffd}\u{fffd}"));
        assert_eq!(number(&customer.rank), "1");
    }
}

mod bodies {
    use super::*;

    #[test]
    fn byte_order_mark_and_white_space_are_skipped() {
        assert_eq!(read("\u{feff} \r\n{\"name\": \"张三\"}\n\n").name, text_field("张三"));
    }

    #[test]
    fn extra_keys_are_ignored() {
        let extra = r#"{"name": "张三", "deletedAt": null, "extra": {"id": "x"}, "NAME": "x", "": 1}"#;
        assert_eq!(read(extra), read(r#"{"name": "张三"}"#));
    }

    #[test]
    fn last_of_duplicate_keys_wins() {
        assert_eq!(read(r#"{"name": "old", "name": "new"}"#).name, text_field("new"));
        assert!(read(r#"{"id": 1, "name": "old", "name": null}"#).name.is_absent());
    }

    #[test]
    fn deep_nesting_does_not_overflow_the_stack() {
        const DEPTH: usize = 200_000;
        for (open, close) in [("[", "]"), ("{\"0\":", "}")] {
            let deep = format!("{}1{}", open.repeat(DEPTH), close.repeat(DEPTH));
            assert!(matches!(one("area", &deep).area, Field::Unreadable(_)));
            let beside = read(format!(r#"{{"extra": {deep}, "rank": 5, "followerNames": {deep}}}"#));
            assert_eq!(number(&beside.rank), "5");
            assert_eq!(cause(format!(r#"{{"data": {deep}}}"#)), UNREADABLE);
        }
        assert_eq!(cause("[".repeat(DEPTH)), UNREADABLE);
        assert_eq!(cause("{\"data\":".repeat(DEPTH)), UNREADABLE);
    }

    #[test]
    fn deeply_nested_json_strings_are_unreadable() {
        let mut nested = "[\"33\"]".to_owned();
        for _ in 0..12 {
            nested = format!("[{}]", serde_json::to_string(&nested).unwrap());
        }
        let text = serde_json::to_string(&nested).unwrap();
        assert!(matches!(one("areaCode", &text).area_code, Field::Unreadable(_)));
    }

    #[test]
    fn ten_thousand_followers_are_parsed() {
        let expected: Vec<String> = (0..10_000).map(|id| id.to_string()).collect();
        let names: Vec<String> = expected
            .iter()
            .map(|id| format!(r#"{{"id": {id}, "name": "张{id}"}}"#))
            .collect();
        let customer = read(format!(
            r#"{{"followers": [{}], "followerNames": [{}]}}"#,
            expected.join(","),
            names.join(",")
        ));
        assert_eq!(ids(&customer.followers), expected);
        let names = customer.follower_names.value().unwrap();
        assert_eq!(names.len(), 10_000);
        assert_eq!((&names[9_999].id, &names[9_999].name), (&text_field("9999"), &text_field("张9999")));
    }

    #[test]
    fn other_bodies_are_unreadable() {
        for body in [
            "",
            " ",
            "OK",
            "true",
            "42",
            "\"customer\"",
            "{",
            r#"{"name": "张三""#,
            r#"{"name": "张三",}"#,
            "[1]",
            r#"[{"name": "张三"}, {"name": "李四"}]"#,
            "[[[[{\"name\": \"张三\"}]]]]",
            "{'name': '张三'}",
            r#"{"timestamp": 1, "path": "/api"}"#,
            "<!doctype html><title>Welcome</title>",
            "Fatal error: Uncaught TypeError in /var/www/index.php",
        ] {
            assert_eq!(cause(body), UNREADABLE, "{body}");
        }
    }

    #[test]
    fn sign_in_pages_are_recognised() {
        for body in [
            "<!DOCTYPE html><title>x</title><input name=p type='password'>",
            "\u{feff}\n<html><form><input TYPE = \"password\"></form>",
            "<html><title>统一身份认证</title><form><input></form>",
            "<html><form method=post action=\"/Login\"><input name=user></form>",
            "<!doctype html><body><form id=f action='https://sso.example/signin'></form>",
        ] {
            assert_eq!(cause(body), Cause::Unreadable { reason: Reason::SignInPage }, "{body}");
        }
        for body in [
            "please login",
            "<html><a href=/login>here</a>",
            "<html><title>登录日志</title><p>nothing</p>",
            "<html><title>Search</title><form action=/find><input type=search></form>",
            "<br />\n<b>Warning</b>: include(/var/www/login/x.php) in <b>/var/www/login/x.php</b>",
        ] {
            assert_eq!(cause(body), UNREADABLE, "{body}");
        }
    }

    #[test]
    fn text_around_the_json_is_reported_and_not_shown() {
        let json = r#"{"id": "1", "name": "张三"}"#;
        for body in [
            format!(
                "<br />\n<b>Warning</b>: Undefined array key in <b>/var/www/login/x.php</b> on line <b>3</b><br />\n{json}"
            ),
            format!("Notice: Trying to get property 'type=password' in /srv/app.php on line 3\n\n{json}"),
            format!("array(1) {{\n  [\"a\"]=>\n  int(1)\n}}\n{json}"),
            format!("{json} trailing"),
            format!("{json}\n{json}"),
            format!("{json}<!-- 12 ms -->"),
            r#"debug {"code": 0, "data": null}"#.to_owned(),
        ] {
            let error = answered(&body).unwrap_err();
            assert_eq!(error.cause, Cause::Unreadable { reason: Reason::MixedText }, "{body}");
            assert_eq!(error.message, None);
        }
        for body in [
            r#"<!doctype html><script>x = {"id": "1", "name": "a"}</script>"#,
            r#"var x = {"y": 1}"#,
            // Truncated: the complete object is only a part of the record.
            r#"{"extra": {"id": "1", "name": "a"}, "name": "#,
        ] {
            assert_eq!(cause(body), UNREADABLE, "{body}");
        }
    }

    #[test]
    fn json_hijacking_prefixes_are_skipped() {
        for before in [")]}',\n", ")]}'\n", "while(1);", "for (;;);\n", " \n\u{feff}"] {
            assert_eq!(read(format!("{before}{{\"name\": \"张三\"}}")).name, text_field("张三"), "{before}");
        }
    }

    #[test]
    fn nan_infinity_and_undefined_are_absent_values() {
        let customer = read(
            r#"{"name": "NaN", "totalTurnover": NaN, "rank": Infinity, "retentionMoney": -Infinity,
                "levelName": undefined, "area": [undefined, "浙江省"], "transactionNumber": 1}"#,
        );
        assert_eq!(customer.name, text_field("NaN"));
        assert!(
            customer.total_turnover.is_absent()
                && customer.rank.is_absent()
                && customer.level_name.is_absent()
        );
        assert!(customer.retention_money.is_absent());
        assert_eq!(customer.area.value().unwrap().0, ["浙江省"]);
        assert_eq!(number(&customer.transaction_number), "1");
        assert!(customer.unreadable_keys().is_empty());
        assert_eq!(read(r#"{"code": 0, "data": {"name": "张三", "rank": NaN}}"#).name, text_field("张三"));
    }

    #[test]
    fn body_is_decoded_by_the_charset_of_its_content_type() {
        const NAME: &str = "金职院、國際";
        let sent = |label: &str| {
            let json = format!("{{\"name\": \"{NAME}\", \"rank\": 1}}");
            match label {
                "utf-16le" => json.encode_utf16().flat_map(u16::to_le_bytes).collect(),
                "utf-16be" => json.encode_utf16().flat_map(u16::to_be_bytes).collect(),
                label => encoding_rs::Encoding::for_label(label.as_bytes())
                    .unwrap()
                    .encode(&json)
                    .0
                    .into_owned(),
            }
        };
        let read = |content_type: &str, body: &[u8]| {
            let text = text::decode(body.to_vec(), Some(content_type), charset::decode);
            answer::customer(&text, &Config::default())
                .unwrap_or_else(|error| panic!("{content_type}: {error:?}"))
        };
        for label in ["gbk", "gb18030", "utf-16le", "utf-16be", "utf-8"] {
            let named = read(&format!("application/json;charset={}", label.to_uppercase()), &sent(label));
            assert_eq!(named.name, text_field(NAME), "{label}");
        }
        assert_eq!(read("application/json; charset=utf-16", &sent("utf-16be")).name, text_field(NAME));
        // UTF-16 is detected without a label.
        assert_eq!(read("application/json", &sent("utf-16le")).name, text_field(NAME));
        let big5 = read("application/json; charset=Big5", b"{\"name\": \"\xb0\xea\xbb\xda\"}");
        assert_eq!(big5.name, text_field("國際"));
        // UTF-8 is UTF-8 under any label, and other bytes without a usable label are GB18030.
        assert_eq!(read("application/json; charset=GBK", &sent("utf-8")).name, text_field(NAME));
        assert_eq!(read("application/json; charset=ISO-8859-1", &sent("utf-8")).name, text_field(NAME));
        for content_type in
            ["application/json", "application/json; charset=utf-8", "text/plain; charset=x-unknown"]
        {
            assert_eq!(read(content_type, &sent("gbk")).name, text_field(NAME), "{content_type}");
        }
        let cut_utf8 = [&sent("utf-8")[..sent("utf-8").len() - 20], b"\xe5\xbb\", \"rank\": 2}"].concat();
        assert!(read("application/json", &cut_utf8).name.value().unwrap().starts_with("金职院"));
        // GB18030 without errors takes precedence over a charset with errors.
        assert_eq!(read("application/json; charset=Shift_JIS", &sent("gbk")).name, text_field(NAME));
        // An incomplete character is replaced.
        let cut = read("application/json; charset=GBK", b"{\"name\": \"\xbd\xf0\xff\", \"rank\": 1}");
        assert_eq!((cut.name, number(&cut.rank).as_str()), (text_field("金\u{fffd}"), "1"));
    }
}

mod envelopes {
    use super::*;

    #[test]
    fn record_under_data_is_found() {
        let record = r#"{"id": 1, "name": "张三"}"#;
        let bare = read(record);
        for envelope in [
            r#"{"code": 0, "message": "", "data": RECORD}"#,
            r#"{"code": "200", "msg": "操作成功", "data": RECORD, "success": true}"#,
            r#"{"errcode": 0, "errmsg": "ok", "data": RECORD}"#,
            r#"{"status": "SUCCESS", "data": RECORD, "traceId": "x"}"#,
            r#"{"data": RECORD}"#,
            r#"{"success": true, "data": RECORD}"#,
        ] {
            assert_eq!(read(envelope.replace("RECORD", record)), bare, "{envelope}");
        }
    }

    #[test]
    fn customer_with_a_data_or_code_member_is_not_an_envelope() {
        let customer = read(r#"{"id": 1, "name": "张三", "code": 500, "data": {"id": 2}, "status": "x"}"#);
        assert_eq!((customer.id, customer.name), (text_field("1"), text_field("张三")));
    }

    #[test]
    fn envelope_code_maps_to_the_cause_of_its_status() {
        let unavailable = Cause::Unavailable { retry_after: None };
        for (code, cause) in [
            ("401", Cause::SignedOut),
            ("\"401\"", Cause::SignedOut),
            ("40101", Cause::SignedOut),
            ("403", Cause::Forbidden),
            ("40301", Cause::Forbidden),
            ("404", Cause::NotFound),
            ("\"40404\"", Cause::NotFound),
            ("410", Cause::NotFound),
            ("41001", Cause::Refused { code: "41001".to_owned() }),
            ("429", unavailable.clone()),
            ("500", unavailable.clone()),
            ("50301", unavailable),
            ("1", Cause::Refused { code: "1".to_owned() }),
            ("-1", Cause::Refused { code: "-1".to_owned() }),
            ("400", Cause::Refused { code: "400".to_owned() }),
            ("10001", Cause::Refused { code: "10001".to_owned() }),
            ("4040000", Cause::Refused { code: "4040000".to_owned() }),
            ("\"404E1\"", Cause::Refused { code: "404E1".to_owned() }),
            ("419", Cause::SignedOut),
            ("44001", Cause::Refused { code: "44001".to_owned() }),
            ("50008", Cause::SignedOut),
            ("50014", Cause::SignedOut),
            ("\"A0230\"", Cause::SignedOut),
            ("\"A0301\"", Cause::Forbidden),
            ("\"A0400\"", Cause::Refused { code: "A0400".to_owned() }),
            ("\"NO_PERMISSION\"", Cause::Refused { code: "NO_PERMISSION".to_owned() }),
        ] {
            for data in ["null", "{}", "[]", r#"{"id": 1, "name": "张三"}"#] {
                let error = answered(format!(r#"{{"code": {code}, "message": "不行", "data": {data}}}"#))
                    .unwrap_err();
                assert_eq!(
                    error,
                    ApiError {
                        cause: cause.clone(),
                        message: Some("不行".to_owned())
                    },
                    "{code}"
                );
            }
        }
    }

    #[test]
    fn code_and_message_are_found_under_several_keys() {
        for body in [
            r#"{"code": 403, "message": "不行"}"#,
            r#"{"errcode": 403, "errmsg": "不行"}"#,
            r#"{"errorCode": "403", "errorMessage": "不行"}"#,
            r#"{"status": 403, "error": "不行", "path": "/api"}"#,
            r#"{"code": 403, "msg": "不行"}"#,
        ] {
            let error = answered(body).unwrap_err();
            assert_eq!((error.cause, error.message.as_deref()), (Cause::Forbidden, Some("不行")), "{body}");
        }
    }

    #[test]
    fn success_false_is_refused_with_any_code() {
        for (success, code, expected) in [
            ("false", "", "false"),
            ("\"false\"", "", "false"),
            ("0", "", "false"),
            ("false", "\"code\": 0,", "0"),
            ("false", "\"code\": 200,", "200"),
        ] {
            let body = format!(r#"{{"success": {success}, {code} "msg": "该客户已归档", "data": null}}"#);
            let refused = Cause::Refused { code: expected.to_owned() };
            let error = ApiError {
                cause: refused,
                message: Some("该客户已归档".to_owned()),
            };
            assert_eq!(answered(&body), Err(error), "{body}");
        }
        let error = answered(r#"{"success": false, "code": 40301, "data": null}"#).unwrap_err();
        assert_eq!(error.cause, Cause::Forbidden);
    }

    #[test]
    fn success_without_a_record_is_not_found_with_the_message() {
        for (message, shown) in [
            ("客户不存在", Some("客户不存在")),
            ("success", None),
            ("OK", None),
            ("查询成功", None),
            ("", None),
        ] {
            for data in ["null", r#"{"customerNo": "N/A", "name": "null"}"#] {
                let body = format!(r#"{{"code": 0, "message": "{message}", "data": {data}}}"#);
                let error = answered(&body).unwrap_err();
                assert_eq!((error.cause, error.message.as_deref()), (Cause::NotFound, shown), "{body}");
            }
        }
    }

    #[test]
    fn record_with_a_name_and_a_status_is_a_customer() {
        assert_eq!(read(r#"{"name": "张三", "status": "ACTIVE"}"#).name, text_field("张三"));
        let id_of_request = r#"{"id": "42", "status": 403, "message": "不行"}"#;
        assert_eq!(answered(id_of_request).unwrap_err().cause, Cause::Forbidden);
    }

    #[test]
    fn success_codes_are_configurable() {
        let body = r#"{"code": "A1", "data": {"id": 1}}"#;
        let mut codes = Config::default();
        codes.success_codes = vec!["a1".to_owned()];
        assert_eq!(answered(body).unwrap_err().cause, Cause::Refused { code: "A1".to_owned() });
        let customer = answer::customer(body, &codes).unwrap();
        assert_eq!(customer.id, text_field("1"));
        let zero = r#"{"code": 0, "data": {"id": 1}}"#;
        let refused = answer::customer(zero, &codes).unwrap_err();
        assert_eq!(refused.cause, Cause::Refused { code: "0".to_owned() });
    }

    /// A record with enough keys to be recognised as a customer.
    const WHOLE: &str = r#"{"id": "1", "customerNo": "00001", "name": "张三", "type": "CLIENT", "rank": 2}"#;

    #[test]
    fn record_is_found_up_to_four_levels_deep() {
        let text = serde_json::to_string(WHOLE).unwrap();
        let text_in_text = serde_json::to_string(&text).unwrap();
        for envelope in [
            r#"{"success": true, "code": 200, "result": RECORD}"#,
            r#"{"code": 0, "payload": RECORD}"#,
            r#"{"code": 0, "content": RECORD, "page": 1}"#,
            r#"{"code": 0, "data": {"customer": RECORD}}"#,
            r#"{"code": 0, "data": {"total": 1, "rows": [RECORD]}}"#,
            r#"{"code": 0, "data": [RECORD]}"#,
            r#"{"code": 0, "data": TEXT}"#,
            r#"{"code": 0, "data": {"id": 7, "detail": TEXT}}"#,
            r#"{"jsonrpc": "2.0", "id": 7, "result": RECORD}"#,
            r#"{"head": {"code": 0}, "body": RECORD}"#,
            r#"{"response": {"entity": RECORD}}"#,
            r#"{"type": "success", "name": "detail", "data": RECORD}"#,
            r#"{"type": "success", "id": 7, "body": RECORD}"#,
            r#"{"name": "getCustomer", "body": RECORD}"#,
            r#"{"result": {"data": {"json": RECORD}}}"#,
            r#"{"code": 200, "data": {"result": {"customer": RECORD}}}"#,
            r#"{"code": 0, "data": {"page": {"records": [RECORD], "total": 1}}}"#,
            r#"{"code": "0", "result": {"code": 200, "data": {"info": RECORD}}}"#,
            r#"{"code": 0, "data": {"a": {"b": RECORD}}}"#,
            r#"{"code": 0, "data": {"a": {"b": {"c": RECORD}}}}"#,
            "[RECORD]",
            "TEXT",
            "[TEXT]",
            r#"{"code": 0, "data": TEXT_IN}"#,
        ] {
            let body = envelope
                .replace("RECORD", WHOLE)
                .replace("TEXT_IN", &text_in_text)
                .replace("TEXT", &text);
            assert_eq!(read(&body), read(WHOLE), "{envelope}");
        }
    }

    #[test]
    fn record_under_any_key_has_a_number_or_five_keys() {
        for record in [
            r#"{"customerNo": "1"}"#,
            r#"{"id": "1", "name": "张三", "type": "CLIENT", "rank": 2, "from": "x"}"#,
        ] {
            assert_eq!(read(format!(r#"{{"body": {record}}}"#)), read(record), "{record}");
        }
        assert_eq!(
            cause(r#"{"body": {"id": "1", "name": "张三", "type": "CLIENT", "rank": 2}}"#),
            UNREADABLE
        );
    }

    #[test]
    fn deeper_or_ambiguous_records_are_not_used() {
        let lists_in_text = serde_json::to_string(&format!("[[[{WHOLE}]]]")).unwrap();
        for body in [
            r#"{"code": 0, "data": {"a": {"b": {"c": {"d": RECORD}}}}}"#,
            r#"{"code": 0, "data": {"a": {"b": RECORD, "c": {"x": 1}}}}"#,
            r#"{"code": 0, "data": [RECORD, RECORD]}"#,
            "[RECORD, RECORD]",
            r#"{"code": 0, "data": [[[[RECORD]]]]}"#,
            r#"{"code": 0, "data": LISTS}"#,
        ] {
            let body = body.replace("RECORD", WHOLE).replace("LISTS", &lists_in_text);
            assert!(answered(&body).is_err(), "{body}");
        }
    }

    /// Another customer, with one key more.
    const OTHER: &str =
        r#"{"id": "2", "customerNo": "2", "name": "母公司", "type": "CLIENT", "rank": 1, "from": "x"}"#;

    fn with_records(envelope: &str) -> String {
        envelope.replace("RECORD", WHOLE).replace("OTHER", OTHER)
    }

    #[test]
    fn record_under_usual_keys_wins_over_another_customer() {
        for envelope in [
            r#"{"code": 0, "data": {"customer": RECORD, "parent": OTHER}}"#,
            r#"{"code": 0, "data": {"parent": OTHER, "customer": RECORD}}"#,
            r#"{"data": {"parentCustomer": OTHER, "customer": RECORD}}"#,
            r#"{"before": OTHER, "after": RECORD, "op": "u"}"#,
            r#"{"payload": {"before": OTHER, "after": RECORD}}"#,
            r#"{"data": RECORD, "last": OTHER}"#,
            r#"{"data": RECORD, "result": RECORD}"#,
            r#"{"data": RECORD, "content": {"name": "detail"}}"#,
            r#"{"customerNo": 1, "id": "request", "data": RECORD}"#,
            r#"{"rows": [RECORD], "before": null, "after": null}"#,
        ] {
            assert_eq!(read(with_records(envelope)), read(WHOLE), "{envelope}");
        }
        // Inside a customer, another one is a part of it.
        let customer = read(WHOLE.replace("\"rank\"", &format!("\"customer\": {OTHER}, \"rank\"")));
        assert_eq!(customer, read(WHOLE));
        let alone = r#"{"data": {"customerInfo": RECORD}}"#;
        assert_eq!(read(with_records(alone)), read(WHOLE));
    }

    #[test]
    fn several_customers_are_ambiguous() {
        for envelope in [
            r#"{"data": {"seller": RECORD, "buyer": OTHER}}"#,
            r#"{"code": 0, "data": {"old": RECORD, "new": OTHER}}"#,
            r#"{"data": RECORD, "result": OTHER}"#,
            r#"{"total": 2, "rows": [RECORD, OTHER], "code": 200}"#,
            r#"{"code": 0, "data": {"customer": {"id": 1, "name": "张三"}, "parent": OTHER}}"#,
        ] {
            assert_eq!(cause(with_records(envelope)), UNREADABLE, "{envelope}");
        }
        for envelope in [
            r#"{"code": 0, "data": {"customer": null, "parent": OTHER}}"#,
            r#"{"before": OTHER, "after": null, "op": "d"}"#,
        ] {
            assert_eq!(cause(with_records(envelope)), Cause::NotFound, "{envelope}");
        }
    }

    #[test]
    fn part_of_an_envelope_is_not_the_record() {
        let whole = &WHOLE[1..];
        for body in [
            format!(r#"{{"attributes": {{"type": "Account", "url": "/x/1"}}, {whole}"#),
            format!(
                r#"{{"code": 0, "data": {{"attributes": {{"type": "Account", "id": 9, "from": "x"}}, {whole}}}"#
            ),
            format!(r#"{{"name": "projects/p/documents/1", "fields": {WHOLE}}}"#),
            format!(r#"{{"id": "7", "type": "x", "createdAt": "2021-08-01", "properties": {WHOLE}}}"#),
        ] {
            assert_eq!(read(&body), read(WHOLE), "{body}");
        }
        for body in [
            r#"{"_index": "c", "_id": "42", "found": false}"#,
            r#"{"code": 0, "data": {"_index": "c", "_id": "42", "found": false}}"#,
            r#"{"detail": [{"loc": ["path", "id"], "msg": "value is not valid", "type": "type_error"}]}"#,
            r#"{"type": "x", "id": "42", "attributes": {}}"#,
        ] {
            assert_eq!(cause(body), UNREADABLE, "{body}");
        }
        assert_eq!(read(r#"{"data": {"id": "42", "from": "x", "rank": 1}}"#).id, text_field("42"));
    }

    #[test]
    fn id_beside_a_wrapper_of_the_fields_is_the_id_of_the_record() {
        let fields = r#"{"customerNo": "1", "name": "张三", "type": "CLIENT"}"#;
        for envelope in [
            r#"{"id": "42", "createdTime": "2021-08-01T04:00:00.000Z", "fields": FIELDS}"#,
            r#"{"code": 0, "msg": "success", "data": {"record": {"record_id": "42", "id": "42", "fields": FIELDS}}}"#,
            r#"{"id": "42", "properties": FIELDS, "createdAt": "2021-08-01T04:00:00Z", "archived": false}"#,
            r#"{"_index": "c", "_id": "42", "found": true, "_source": FIELDS}"#,
            r#"{"hits": {"total": {"value": 1}, "hits": [{"_index": "c", "_id": "42", "_source": FIELDS}]}}"#,
            r#"{"id": "42", "json": FIELDS}"#,
        ] {
            let customer = read(envelope.replace("FIELDS", fields));
            assert_eq!((customer.id, customer.name), (text_field("42"), text_field("张三")), "{envelope}");
        }
        let own = format!(r#"{{"id": "rec1", "fields": {WHOLE}}}"#);
        assert_eq!(read(own).id, text_field("1"));
        let prefixed = r#"{"data": {"id": "42", "attributes": {"customer_customerNo": "1", "customer_name": "甲", "customer_rank": 1}}}"#;
        let expected = r#"{"id": "42", "customerNo": "1", "name": "甲", "rank": 1}"#;
        assert_eq!(read(prefixed), read(expected));
    }

    #[test]
    fn common_prefix_of_all_keys_is_dropped() {
        for body in [
            r#"{"customer_id": 1, "customer_customerNo": "00001", "customer_name": "张三", "customer_rank": 2}"#,
            r#"[{"Customer_id": 1, "Customer_customerNo": "00001", "Customer_name": "张三", "Customer_rank": 2}]"#,
            r#"{"code": 0, "data": {"c_id": 1, "c_customer_no": "00001", "c_name": "张三", "c_rank": 2}}"#,
            r#"{"customer_id": 1, "customer_no": "00001", "customer_name": "张三", "customer_rank": 2}"#,
        ] {
            let expected = r#"{"id": 1, "customerNo": "00001", "name": "张三", "rank": 2}"#;
            assert_eq!(read(body), read(expected), "{body}");
        }
        // Without a customer number, these may be the keys of anything.
        let user =
            r#"{"code": 0, "data": {"user_id": 5, "user_name": "admin", "user_type": "x", "user_rank": 1}}"#;
        assert_eq!(cause(user), UNREADABLE);
        let other =
            r#"{"customer_id": 1, "customer_customerNo": "00001", "total": 2, "customer_name": "张三"}"#;
        assert_eq!(cause(other), UNREADABLE);
    }

    #[test]
    fn objects_inside_a_customer_or_envelope_are_not_the_record() {
        let owner = r#"{"id": 9, "name": "管理员", "type": "x", "from": "y", "customerNo": "9", "rank": 1}"#;
        let customer =
            read(format!(r#"{{"id": 1, "name": "张三", "owner": {owner}, "managerName": {owner}}}"#));
        assert_eq!((customer.id, customer.name), (text_field("1"), text_field("张三")));
        for follower in [r#"{"id": 2, "name": "李四"}"#, owner] {
            let one = read(format!(r#"{{"followerNames": [{follower}]}}"#));
            assert!(one.id.is_absent() && one.follower_names.value().is_some());
        }
        let without = r#"{"code": 0, "data": null, "user": {"id": 5, "name": "admin"}}"#;
        assert_eq!(cause(without), Cause::NotFound);
        let user = r#"{"id": 5, "name": "张三", "departmentPath": ["亚服"], "type": "ADMIN", "createdAt": "2020-01-01 00:00:00"}"#;
        for envelope in [
            r#"{"code": 0, "data": null, "user": USER}"#,
            r#"{"code": 0, "data": {}, "context": {"user": USER}}"#,
            r#"{"data": {"customer": null}, "user": USER}"#,
            r#"{"data": {"customer": null, "user": USER}}"#,
            r#"{"data": {"total": 0, "list": []}, "user": USER}"#,
        ] {
            assert_eq!(cause(envelope.replace("USER", user)), Cause::NotFound, "{envelope}");
        }
        // Not clearly missing.
        let last_viewed = r#"{"code": 0, "data": null, "lastViewed": RECORD}"#;
        assert_eq!(cause(with_records(last_viewed)), UNREADABLE);
        let operator = r#"{"code": 0, "operator": {"id": 5, "name": "admin", "description": "x"}}"#;
        assert_eq!(cause(operator), UNREADABLE);
    }

    #[test]
    fn complete_record_is_shown_with_any_code() {
        for envelope in [
            r#"{"code": 1, "msg": "获取成功", "data": RECORD}"#,
            r#"{"code": 1, "msg": "ok", "data": RECORD}"#,
            r#"{"code": 500, "msg": "", "data": RECORD}"#,
            r#"{"success": false, "data": RECORD}"#,
            r#"{"status": "A0000", "result": {"customer": RECORD}}"#,
        ] {
            assert_eq!(read(envelope.replace("RECORD", WHOLE)), read(WHOLE), "{envelope}");
        }
        let sparse = r#"{"code": 1, "msg": "操作成功！", "data": {"id": 1, "name": "张三"}}"#;
        assert_eq!(read(sparse).name, text_field("张三"));
        let refused = r#"{"code": 1, "msg": "操作未成功", "data": {"id": 1, "name": "张三"}}"#;
        assert_eq!(cause(refused), Cause::Refused { code: "1".to_owned() });
        let nulls = r#"{"code": 403, "data": {"id": null, "customerNo": null, "name": null, "type": null, "rank": null}}"#;
        assert_eq!(cause(nulls), Cause::Forbidden);
    }

    #[test]
    fn code_and_message_are_found_one_level_down() {
        for body in [
            r#"{"error": {"code": 403, "message": "不行"}}"#,
            r#"{"data": null, "meta": {"status": 403, "msg": "不行"}}"#,
            r#"{"errors": [{"code": "403", "message": "不行"}]}"#,
            r#"{"result": {"code": 40301, "message": "不行"}}"#,
            r#"{"error": {"code": 403, "message": "不行", "type": "OAuthException"}}"#,
        ] {
            let error = answered(body).unwrap_err();
            assert_eq!((error.cause, error.message.as_deref()), (Cause::Forbidden, Some("不行")), "{body}");
        }
        assert_eq!(cause(r#"{"data": null, "trace": {"span": {"status": 403}}}"#), Cause::NotFound);
        // The status of a record is not that of an envelope.
        assert_eq!(read(r#"{"data": {"id": 1, "status": 0, "name": "张三"}}"#).name, text_field("张三"));
        assert_eq!(read(r#"{"data": {"id": 1, "status": 403}}"#).id, text_field("1"));
    }

    #[test]
    fn id_or_type_of_an_envelope_is_not_a_customer() {
        for body in [
            r#"{"id": 7, "code": 0, "data": null}"#,
            r#"{"jsonrpc": "2.0", "id": 7, "result": null}"#,
            r#"{"id": "req-1", "code": 1, "msg": "ok"}"#,
            r#"{"id": 7, "type": "success", "code": 0, "result": {}}"#,
        ] {
            assert!(answered(body).is_err(), "{body}");
        }
        assert_eq!(cause(r#"{"id": 7, "code": 0, "data": null}"#), Cause::NotFound);
    }

    #[test]
    fn code_of_the_envelope_takes_precedence() {
        for body in [
            r#"{"code": 0, "data": null, "page": {"status": 403}}"#,
            r#"{"success": true, "data": null, "meta": {"code": 500}}"#,
        ] {
            assert_eq!(cause(body), Cause::NotFound, "{body}");
        }
    }

    #[test]
    fn error_object_with_a_name_is_not_a_customer() {
        let error = r#"{"name": "UnauthorizedError", "message": "jwt expired", "status": 401}"#;
        assert_eq!(cause(error), Cause::SignedOut);
        let with_type = r#"{"name": "Forbidden", "type": "AccessError", "message": "不行", "status": 403}"#;
        assert_eq!(cause(with_type), Cause::Forbidden);
    }

    #[test]
    fn data_of_another_type_is_unreadable() {
        for data in ["\"x\"", "1", "true", "[1, 2]", "\"[1\""] {
            assert_eq!(cause(format!(r#"{{"code": 0, "data": {data}}}"#)), UNREADABLE, "{data}");
        }
    }

    #[test]
    fn implausible_codes_are_not_shown() {
        let text = "x".repeat(41);
        for code in [text.as_str(), "error in /var/www/login/x.php", "a\u{202e}b"] {
            let body = format!(r#"{{"code": "{code}", "data": null}}"#);
            assert_eq!(cause(body), Cause::Refused { code: "…".to_owned() });
        }
        assert_eq!(cause(r#"{"code": "失败", "data": null}"#), Cause::Refused { code: "失败".to_owned() });
    }

    #[test]
    fn messages_with_server_paths_are_dropped() {
        let message = |message: &str| {
            let body = format!(r#"{{"code": 500, "message": {}}}"#, serde_json::to_string(message).unwrap());
            answered(body).unwrap_err().message
        };
        for shown in [
            "请稍后/再试",
            "和/或",
            "a/b/c",
            "见 https://help.example.com/crm/faq",
            "1/2",
            "/",
            "时间 2021/08/01",
            "请访问 /login",
            "见 //help.example.com",
            "见:https://help.example.com:8443/crm/faq",
        ] {
            assert_eq!(message(shown).as_deref(), Some(shown));
        }
        for path in [
            "include(/var/www/login/x.php): failed",
            "文件/opt/crm/app.jar不存在",
            "/etc/passwd",
            "C:\\inetpub\\wwwroot\\a.aspx",
            "include(D:/wwwroot/crm/x.php): failed",
            "not found:/srv/app/x.php",
            "file:/var/www/x",
            "cannot read FILE:///var/www/x",
            "sqlite:///C:/crm.db",
        ] {
            assert_eq!(message(path), None, "{path}");
        }
    }

    #[test]
    fn messages_are_truncated() {
        let body = format!(r#"{{"code": 500, "message": "{}"}}"#, "错".repeat(10_000));
        assert_eq!(answered(&body).unwrap_err().message, Some("错".repeat(300)));
        assert_eq!(message(&body), Some("错".repeat(300)));
    }
}

mod failures {
    use super::*;

    #[test]
    fn server_message_is_taken_from_json_only() {
        assert_eq!(message(r#"{"message": "", "msg": " A&amp;B "}"#).as_deref(), Some("A&B"));
        assert_eq!(message("\u{feff}{\"error\": \"x\"}").as_deref(), Some("x"));
        for body in
            ["<h1>502 Bad Gateway</h1>", "", "\u{fffd}", "{", "[]", "\"x\"", r#"{"message": {"a": 1}}"#]
        {
            assert_eq!(message(body), None, "{body}");
        }
    }

    #[test]
    fn each_status_has_its_cause() {
        for status in 300..600 {
            let expected = match status {
                401 | 419 | 440 | 498 => Cause::SignedOut,
                403 => Cause::Forbidden,
                404 | 410 => Cause::NotFound,
                408 | 425 | 429 | 500.. => Cause::Unavailable { retry_after: Some(7) },
                _ => Cause::Refused { code: status.to_string() },
            };
            assert_eq!(Cause::from_status(status, Some(7)), expected, "{status}");
        }
    }

    #[test]
    fn each_cause_has_its_consequences() {
        // (can_retry, revokes_access, asks_to_sign_in)
        for (cause, consequences) in [
            (Cause::NotFound, (false, true, false)),
            (Cause::SignedOut, (false, true, true)),
            (Cause::Forbidden, (false, true, false)),
            (Cause::Unavailable { retry_after: None }, (true, false, false)),
            (Cause::Refused { code: "400".to_owned() }, (false, false, false)),
            (Cause::Offline, (true, false, false)),
            (Cause::TimedOut, (true, false, false)),
            (UNREADABLE, (true, false, false)),
            (Cause::Unreadable { reason: Reason::SignInPage }, (true, false, true)),
            (Cause::Unreadable { reason: Reason::MixedText }, (true, false, false)),
            (Cause::Unreadable { reason: Reason::TooLarge }, (false, false, false)),
        ] {
            assert_eq!(format!("{cause:?}").split(' ').next(), Some(cause.name()));
            let error = ApiError::from(cause.clone());
            let actual = (error.can_retry(), error.revokes_access(), error.asks_to_sign_in());
            assert_eq!(actual, consequences, "{cause:?}");
        }
    }
}

/// The rules of `src/api/normalize.rs`.
mod rules {
    use super::*;

    fn trail(key: &str, value: &str) -> Vec<String> {
        let customer = one(key, value);
        let field = if key == "area" {
            customer.area
        } else {
            customer.area_code
        };
        field.value().unwrap_or_else(|| panic!("{value}: {field:?}")).0.clone()
    }

    /// Returns the merged followers: ids with names.
    fn followers(members: &str) -> Vec<(String, String)> {
        let customer = read(format!(r#"{{"customerNo": "1", {members}}}"#));
        assert!(customer.unreadable_keys().is_empty(), "{members}: {customer:?}");
        let followers = customer_profile::customer::merge_followers(&customer);
        followers
            .iter()
            .map(|follower| follower.of(&customer))
            .map(|follower| (follower.id.to_text(), follower.name.to_text()))
            .collect()
    }

    fn expected(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(id, name)| ((*id).to_owned(), (*name).to_owned())).collect()
    }

    #[test]
    fn wrappers_of_one_value_are_unwrapped() {
        for sent in [
            r#"{"String": "战略级", "Valid": true}"#,
            r#"{"value": "战略级"}"#,
            r#"{"$type": "System.String, mscorlib", "$value": "战略级"}"#,
            r#"{"$id": "7", "levelName": "战略级"}"#,
            r##"{"@type": "xs:string", "#text": "战略级"}"##,
            r#"{"id": 3, "level": {"x": null}, "name": "战略级"}"#,
            r#"{"zh-CN": "战略级", "en-US": "Strategic"}"#,
            r#"{"present": true, "value": {"value": ["战略级"]}}"#,
            r#""{\"name\": \"战略级\"}""#,
            r#"["java.lang.String", "战略级"]"#,
            r#"{"data": {"id": 3, "attributes": {"title": "战略级"}}}"#,
            r#"{"id": 3, "_source": {"name": "战略级"}}"#,
            r#"{"id": 3, "fields": {"level": 1, "name": "战略级"}}"#,
            r#"{"type": 1, "value": [{"text": "战略级", "type": "text"}]}"#,
            r#"{"label": "客户级别", "type": "Select", "value": {"code": "3", "label": "战略级"}}"#,
        ] {
            assert_eq!(one("levelName", sent).level_name, text_field("战略级"), "{sent}");
        }
        for sent in [
            r#"{"$oid": "87"}"#,
            r#"{"$numberLong": "87"}"#,
            r#"{"Int64": 87, "Valid": true}"#,
            r#"{"_id": 87}"#,
            r#"{"low": 87, "high": 0, "unsigned": false}"#,
            r#"{"user": {"id": 87, "name": "张三"}}"#,
        ] {
            assert_eq!(one("managerId", sent).manager_id, text_field("87"), "{sent}");
        }
        let long = r#"{"low": 1792535829, "high": 401850510, "unsigned": false}"#;
        assert_eq!(one("managerId", long).manager_id, text_field("1725934800123456789"));
        let negative = r#"{"low": -1, "high": -1, "unsigned": false}"#;
        assert_eq!(one("managerId", negative).manager_id, text_field("-1"));
    }

    #[test]
    fn wrapper_with_a_null_flag_is_absent() {
        for sent in [
            r#"{"String": "", "Valid": false}"#,
            r#"{"Int64": 3, "Valid": false}"#,
            r#"{"hasValue": false, "value": 0}"#,
            r#"{"isPresent": false, "value": 7}"#,
            r#"{"isNull": true, "value": 0, "type": "NUMBER"}"#,
            r#"{"isNull": true, "value": 7}"#,
            r#"{"NULL": "true"}"#,
            r#"{"$": {"xsi:nil": "true"}}"#,
            r##"{"@xsi:nil": true, "#text": "7"}"##,
            r#"{"String": "", "Status": 1}"#,
        ] {
            for key in ["levelName", "managerId", "totalTurnover", "rank", "createdAt", "area", "type"] {
                assert!(one(key, sent).has_none_of(&[Key::from_name(key).unwrap()]), "{key}: {sent}");
            }
        }
    }

    #[test]
    fn list_for_a_single_value_becomes_its_item_or_joined_text() {
        for (sent, words) in [
            (r#"["战略级"]"#, "战略级"),
            (r#"[null, "战略级", ""]"#, "战略级"),
            (r#"["电信", "银行"]"#, "电信、银行"),
            (r#""[\"电信\", \"银行\"]""#, "电信、银行"),
            (r#"["电信", null, "银行"]"#, "电信、银行"),
            (r#"[{"id": 1, "text": "电信"}, {"id": 2, "text": "银行"}]"#, "电信、银行"),
            (r#"[{"value": 1, "text": "电信"}, {"value": 2, "text": "银行"}]"#, "电信、银行"),
            (r#"[{"key": 1, "value": "电信"}, {"key": 2, "value": "银行"}]"#, "电信、银行"),
            (r#"[{"text": "华东"}, null, {"text": "区"}]"#, "华东区"),
            (r#"["java-8.Sales", "x.y"]"#, "java-8.Sales、x.y"),
            (r#"["Sales", "East"]"#, "Sales、East"),
            (r#"["sales.east", "a"]"#, "sales.east、a"),
            (r#"[{"id": "ou_1", "name": "张三"}, {"id": "ou_2", "name": "李四"}]"#, "张三、李四"),
            (r#"[{"text": "华东 ", "type": "text"}, {"text": "区", "type": "text"}]"#, "华东 区"),
            (
                r#"[{"insert": "第一行\n"}, {"insert": "第二行", "attributes": {"bold": true}}]"#,
                "第一行\n第二行",
            ),
        ] {
            assert_eq!(one("description", sent).description, text_field(words), "{sent}");
        }
        assert_eq!(number(&one("rank", "[3]").rank), "3");
        assert_eq!(one("managerId", "[null, 87]").manager_id, text_field("87"));
        // Ambiguous: either could be the id or the rank.
        for (key, sent) in [("managerId", "[1, 2]"), ("rank", "[1, 2]")] {
            assert_eq!(one(key, sent).unreadable_keys(), [Key::from_name(key).unwrap()]);
        }
        let long = format!("[{}]", vec!["\"a\""; 101].join(","));
        assert!(matches!(one("levelName", &long).level_name, Field::Unreadable(_)));
    }

    #[test]
    fn object_for_a_list_becomes_the_list_inside() {
        for sent in [
            r#"{"$id": "2", "$values": ["浙江省", "杭州市"]}"#,
            r#"{"items": ["浙江省", "杭州市"], "total": 2}"#,
            r#"{"list": ["浙江省", "杭州市"]}"#,
            r#"{"records": [{"name": "浙江省"}, {"name": "杭州市"}], "size": 10}"#,
            r#"{"data": {"rows": ["浙江省", "杭州市"]}}"#,
            r#"{"edges": [{"node": {"name": "浙江省"}}, {"node": {"name": "杭州市"}}]}"#,
            r#"{"1": "浙江省", "2": "杭州市"}"#,
            r#"{"value": ["浙江省", "杭州市"], "Count": 2}"#,
            r#"{"steps": ["浙江省", "杭州市"]}"#,
            r#"[{"item": ["浙江省", "杭州市"]}]"#,
            r#"{"L": [{"S": "浙江省"}, {"S": "杭州市"}]}"#,
            r#"{"arrayValue": {"values": [{"stringValue": "浙江省"}, {"stringValue": "杭州市"}]}}"#,
            r#"{"label": "区域", "type": "CityInput", "value": [{"text": "浙江省"}, {"text": "杭州市"}]}"#,
            r#""{\"0\": \"浙江省\", \"1\": \"杭州市\"}""#,
            r#"["java.util.ArrayList", ["浙江省", "杭州市"]]"#,
            r#"{"L": [{"S": "浙江省"}, {"S": "杭州市"}]}"#,
            r#"{"arrayValue": {"values": [{"stringValue": "浙江省"}, {"stringValue": "杭州市"}]}}"#,
            r#"{"value": ["浙江省", "杭州市"], "Count": 2}"#,
            r#"[{"item": ["浙江省", "杭州市"]}]"#,
        ] {
            assert_eq!(trail("area", sent), ["浙江省", "杭州市"], "{sent}");
        }
        // The items of a list are not split.
        assert_eq!(
            trail("area", r#"{"L": [{"S": "批发/零售"}, {"S": "食品、饮料"}]}"#),
            ["批发/零售", "食品、饮料"]
        );
        assert_eq!(trail("areaCode", r#"{"SS": ["33", "3305"]}"#), ["33", "3305"]);
    }

    #[test]
    fn trails_are_parsed_from_common_forms() {
        const AREA: [&str; 3] = ["浙江省", "杭州市", "西湖区"];
        for sent in [
            r#"{"district": "西湖区", "province": "浙江省", "city": "杭州市"}"#,
            r#"{"provinceName": "浙江省", "cityName": "杭州市", "districtName": "西湖区", "provinceCode": "33"}"#,
            r#"{"province_name": "浙江省", "city_name": "杭州市", "county_name": "西湖区"}"#,
            r#"{"省": "浙江省", "市": "杭州市", "区": "西湖区"}"#,
            r#"{"province": {"code": "33", "name": "浙江省"}, "city": {"code": "3301", "name": "杭州市"}, "area": {"name": "西湖区"}}"#,
            r#"{"level3": "西湖区", "level1": "浙江省", "level2": "杭州市"}"#,
            r#"[[33, "浙江省"], [3301, "杭州市"], [330106, "西湖区"]]"#,
            r#"[["浙江省", "杭州市", "西湖区"]]"#,
            r#"[["33", "浙江省"], ["3301", "杭州市"], ["330106", "西湖区"]]"#,
            r#"[{"value": "33", "label": "浙江省", "children": [{"value": "3301", "label": "杭州市", "children": [
                {"value": "330106", "label": "西湖区"}]}]}]"#,
            r#"{"name": "西湖区", "parent": {"name": "杭州市", "parent": {"name": "浙江省", "parent": null}}}"#,
            r#""浙江省/杭州市/西湖区""#,
            r#""浙江省 > 杭州市 > 西湖区""#,
            r#""浙江省›杭州市›西湖区""#,
            r#""浙江省,杭州市,西湖区""#,
            r#""浙江省，杭州市，西湖区""#,
            r#""浙江省-杭州市-西湖区""#,
            r#""浙江省 - 杭州市 - 西湖区""#,
            r#""浙江省 杭州市 西湖区""#,
            r#""浙江省|杭州市|西湖区""#,
            r#""/浙江省/杭州市/西湖区/""#,
            r#"{"value": "浙江省/杭州市/西湖区"}"#,
            r#"[{"0": "浙江省", "1": "杭州市", "2": "西湖区"}]"#,
            r#""{浙江省,杭州市,西湖区}""#,
            r#""{浙江省, 杭州市, 西湖区, NULL}""#,
            r#""{\"浙江省\",\"杭州市\",\"西湖区\"}""#,
            r#""('浙江省', '杭州市', '西湖区')""#,
            r#""['浙江省', '杭州市', '西湖区']""#,
            r#""[浙江省, 杭州市, 西湖区]""#,
            r#"[{"id": 3, "name": "西湖区", "parentId": 2}, {"id": 2, "name": "杭州市", "parentId": 1}, {"id": 1, "name": "浙江省", "parentId": 0}]"#,
            r#"[{"code": "3301", "name": "杭州市", "pid": "33"}, {"code": "330106", "name": "西湖区", "pid": "3301"}, {"code": "33", "name": "浙江省"}]"#,
            r#"[{"level": 1, "name": "浙江省"}, {"level": 1, "name": "杭州市"}, {"level": 1, "name": "西湖区"}]"#,
            r#"{"code": "33", "name": "浙江省", "next": [{"code": "3301", "name": "杭州市", "next": [{"code": "330106", "name": "西湖区"}]}]}"#,
            r#"{"value": "浙江省", "id": 1, "child": {"value": "杭州市", "id": 2, "child": {"value": "西湖区", "id": 3}}}"#,
            r#"{"pname": "浙江省", "cityname": "杭州市", "adname": "西湖区", "name": "金职院", "location": "120.1,30.2"}"#,
            r#"{"area": "西湖区", "city": "杭州市", "name": "张三", "phone": "138", "province": "浙江省", "addressDetail": "文三路1号"}"#,
            r#"{"province_name": "浙江省", "city_name": "杭州市", "county_name": "西湖区", "detail_info": "文三路", "postal_code": "310000"}"#,
            r#"{"province": "浙江省", "city": "杭州市", "district": "西湖区", "lng": 120.1, "lat": 30.2, "adcode": "330106", "town": []}"#,
            r#"{"state": "浙江省", "stateCode": "33", "city": "杭州市", "county": "西湖区", "latitude": null}"#,
            r#"{"province": "浙江省", "city": "杭州市", "district": "西湖区", "address": "浙江省杭州市西湖区文三路"}"#,
            r#"{"province": "浙江省", "city": "杭州市", "district": "西湖区", "state": 1}"#,
            r#"{"province": "浙江省", "city": "杭州市", "district": "西湖区", "area": "120"}"#,
            r#"{"province": "浙江省", "city": "杭州市", "district": "西湖区", "phone1": "0571-88880000"}"#,
            r#"{"def1": "A", "province": "浙江省", "city": "杭州市", "district": "西湖区"}"#,
            r#"{"name": "区域", "value": "浙江省/杭州市/西湖区"}"#,
            r#"{"title": "区域", "items": ["浙江省", "杭州市", "西湖区"]}"#,
        ] {
            assert_eq!(trail("area", sent), AREA, "{sent}");
        }
        for sent in [
            r#"[["33", "浙江省"], ["3301", "杭州市"], ["330106", "西湖区"]]"#,
            r#"[{"code": "33", "name": "浙江省"}, {"code": "3301", "name": "杭州市"}, {"code": "330106", "name": "西湖区"}]"#,
            r#"[{"id": 1, "code": "33", "name": "浙江省"}, {"id": 12, "code": "3301", "name": "杭州市"}, {"id": 123, "code": "330106"}]"#,
            r#"[{"id": 1, "areaCode": "33", "areaName": "浙江省"}, {"id": 12, "areaCode": "3301"}, {"id": 123, "areaCode": "330106"}]"#,
            r#"[{"key": "33", "value": "浙江省"}, {"key": "3301", "value": "杭州市"}, {"key": "330106", "value": "西湖区"}]"#,
            r#"{"33": "浙江省", "3301": "杭州市", "330106": "西湖区"}"#,
            r#"{"districtCode": "330106", "provinceCode": "33", "cityCode": "3301", "cityName": "杭州市"}"#,
            r#""33,3301,330106""#,
            r#""33-3301-330106""#,
            r#""{33,3301,330106}""#,
            r#"{"array": ["33", "3301", "330106"]}"#,
            r#"{"L": [{"S": "33"}, {"S": "3301"}, {"S": "330106"}]}"#,
            r#"{"prov": "浙江省", "provCode": "33", "city": "杭州市", "cityCode": "3301", "dist": "西湖区", "distCode": "330106"}"#,
            r#"{"code": "33", "name": "浙江省", "next": [{"code": "3301", "name": "杭州市", "next": [{"code": "330106"}]}]}"#,
            r#"[[33, 3301, 330106]]"#,
            r#"[[33, "浙江省"], [3301, "杭州市"], [330106, "西湖区"]]"#,
            r#"[33.0, 3301.0, 330106.0]"#,
        ] {
            assert_eq!(trail("areaCode", sent), ["33", "3301", "330106"], "{sent}");
        }
        assert_eq!(trail("areaCode", r#"[[33, "3301"]]"#), ["33", "3301"]);
        assert_eq!(trail("area", "\"China/Zhejiang\""), ["China", "Zhejiang"]);
        assert_eq!(trail("area", r#""{\"United Kingdom\",Albania}""#), ["United Kingdom", "Albania"]);
        assert_eq!(
            trail("area", r#"{"province": "北京市", "city": [], "district": "朝阳区"}"#),
            ["北京市", "朝阳区"]
        );
        assert!(one("area", "\"{NULL}\"").area.is_absent());
        let levels = |count| {
            (1..=count)
                .map(|level| format!("\"level{level}\": \"x\""))
                .collect::<Vec<_>>()
                .join(",")
        };
        assert_eq!(trail("area", &format!("{{{}}}", levels(40))).len(), 40);
        assert!(one("area", &format!("{{{}}}", levels(41))).area.value().is_none());
    }

    #[test]
    fn single_step_is_not_split() {
        for name in ["New York", "R&D-Center", "A-1", "见 https://a.example/b/c", "<b>a</b> > c", "C++"] {
            assert_eq!(trail("area", &format!("\"{name}\"")), [name]);
        }
        assert_eq!(trail("area", r#"["批发/零售"]"#), ["批发/零售"]);
        assert_eq!(trail("area", r#"["政府/事业单位", "R&D"]"#), ["政府/事业单位", "R&D"]);
        for sent in [
            r#"{"L": [{"S": "批发/零售"}, {"S": "食品、饮料"}]}"#,
            r#"{"arrayValue": {"values": [{"stringValue": "批发/零售"}, {"stringValue": "食品、饮料"}]}}"#,
            r#"{"value": ["批发/零售", "食品、饮料"], "Count": 2}"#,
            r#"{"name": "批发/零售", "next": [{"name": "食品、饮料"}]}"#,
            r#"[{"id": 2, "name": "食品、饮料", "pid": 1}, {"id": 1, "name": "批发/零售"}]"#,
        ] {
            assert_eq!(trail("area", sent), ["批发/零售", "食品、饮料"], "{sent}");
        }
        for sent in [
            r#"{"L": [{"S": "批发/零售"}]}"#,
            r#"[{"id": 3, "name": "批发/零售"}]"#,
            r#"[{"name": "批发/零售", "owner": {"id": 9, "name": "张三"}}]"#,
        ] {
            assert_eq!(trail("area", sent), ["批发/零售"], "{sent}");
        }
        assert_eq!(trail("area", r#"{"id": 3, "name": ["批发", "零售"]}"#), ["批发、零售"]);
        for (sent, steps) in [
            ("农、林、牧、渔业", vec!["农、林、牧、渔业"]),
            ("电力、热力、燃气及水生产和供应业", vec!["电力、热力、燃气及水生产和供应业"]),
            ("信息传输、软件和信息技术服务业-软件业", vec!["信息传输、软件和信息技术服务业", "软件业"]),
            // Several trails.
            ("亚服/服务站/浙江站,亚服/服务站/江苏站", vec!["亚服/服务站/浙江站,亚服/服务站/江苏站"]),
            ("政府/司法/监狱,金融/银行", vec!["政府/司法/监狱,金融/银行"]),
            ("政府-司法；金融-银行", vec!["政府-司法；金融-银行"]),
        ] {
            assert_eq!(trail("area", &format!("\"{sent}\"")), steps);
        }
        // A separator in brackets belongs to the step.
        assert_eq!(trail("area", "\"制造业（汽车/零部件），电子\""), ["制造业（汽车/零部件）", "电子"]);
        assert_eq!(trail("area", "\"浙江站(杭州、宁波)\""), ["浙江站(杭州、宁波)"]);
        assert_eq!(trail("area", "\"(直辖市)\""), ["(直辖市)"]);
    }

    #[test]
    fn details_of_a_department_are_not_steps() {
        for sent in [
            r#"{"id": 3, "name": "浙江站", "leader": {"id": 87, "name": "张三"}, "members": [{"id": 87, "name": "张三"}]}"#,
            r#"{"id": 3, "name": "浙江站", "address": "文三路", "state": "ON", "roles": [1, 2], "place": {"lat": 1, "lng": 2}}"#,
            r#"[{"areaId": 3, "name": "浙江站", "leader": {"id": 87, "name": "张三"}, "level": 2}]"#,
        ] {
            assert_eq!(trail("area", sent), ["浙江站"], "{sent}");
        }
    }

    #[test]
    fn several_trails_are_unreadable() {
        for sent in [
            r#"[["浙江省", "杭州市"], ["江苏省", "南京市"]]"#,
            r#"[{"label": "浙江省", "children": [{"label": "杭州市"}, {"label": "宁波市"}]}]"#,
            r#"[{"label": "浙江省", "children": [{"label": "杭州市"}]}, {"label": "江苏省", "children": []}]"#,
            r#"{"province": "浙江省", "population": 65}"#,
            r#"{"level1": "浙江省", "tier2": "杭州市"}"#,
            r#"[{"id": 1, "name": "浙江省"}, {"id": 2, "name": "杭州市", "pid": 1}, {"id": 3, "name": "宁波市", "pid": 1}]"#,
            r#"[{"id": 1, "name": "浙江省", "pid": 2}, {"id": 2, "name": "杭州市", "pid": 1}]"#,
            r#"[{"id": 1, "name": "浙江省"}, {"id": 2, "name": "江苏省"}, {"id": 3, "name": "南京市", "pid": 2}]"#,
            r#"[{"province": "浙江省", "city": "杭州市", "name": "a"}, {"province": "浙江省", "city": "宁波市", "name": "b"}]"#,
            r#"{"province": "浙江省", "city": ["杭州市", "宁波市"]}"#,
            r#"{"province": "浙江省", "county": "西湖区", "district": "北仑区", "lng": 120}"#,
            r#"{"name": "张三", "city": "杭州市", "phone": "138"}"#,
            r#"{"name": "浙江省", "city": [{"name": "杭州市"}, {"name": "宁波市"}]}"#,
            r#"{"name": "西湖区", "city": {"name": "杭州市", "province": {"name": "浙江省"}}}"#,
            r#"{"id": 3, "tags": ["a", "b"]}"#,
            r#"{"id": 3, "name": "浙江站", "records": [{"name": "张三"}, {"name": "李四"}]}"#,
            r#"{"text": "亚服", "nodes": [{"text": "服务站", "nodes": [{"text": "浙江站"}]}]}"#,
            r#"{"type": "Point", "coordinates": [120.1, 30.2]}"#,
            r#""a:2:{i:0;s:9:\"浙江省\";i:1;s:9:\"杭州市\";}""#,
            r#""{\"浙江省, 杭州市\",西湖区}""#,
            r#""{浙江省=33, 杭州市=3301}""#,
            r#""OU=浙江站,OU=服务站""#,
            r#""[\"浙江省\"""#,
        ] {
            assert_eq!(one("area", sent).area, Field::Unreadable(sent.to_owned()), "{sent}");
        }
    }

    #[test]
    fn followers_are_parsed_from_common_pairings() {
        let people = expected(&[("11", "司徒静"), ("12", "欧阳")]);
        for members in [
            r#""followers": "11,12", "followerNames": "司徒静,欧阳""#,
            r#""followers": "11|12", "followerNames": "司徒静、欧阳""#,
            r#""followers": [11, 12], "followerNames": ["司徒静", "欧阳"]"#,
            r#""followers": [11.0, 1.2E1], "followerNames": "司徒静；欧阳""#,
            r#""followers": {"11": "司徒静", "12": "欧阳"}"#,
            r#""followerNames": {"11": "司徒静", "12": "欧阳"}"#,
            r#""followerNames": {"12": {"name": "欧阳"}, "11": {"name": "司徒静"}}"#,
            r#""followers": [{"user": {"id": 11, "name": "司徒静"}}, {"user": {"id": 12, "name": "欧阳"}}]"#,
            r#""followers": [{"id": 1, "userId": 11, "userName": "司徒静"}, {"id": 2, "userId": 12, "userName": "欧阳"}]"#,
            r#""followers": [{"member_id": 11, "member_name": "司徒静"}, {"member_id": 12, "member_name": "欧阳"}]"#,
            r#""followerNames": [[11, "司徒静"], [12, "欧阳"]]"#,
            r#""followerNames": {"records": [{"id": 11, "name": "司徒静"}, {"id": 12, "name": "欧阳"}], "total": 2}"#,
            r#""followers": {"ids": [11, 12], "names": ["司徒静", "欧阳"]}"#,
            r#""followerNames": "[{\"id\": 11, \"name\": \"司徒静\"}, {\"id\": 12, \"name\": \"欧阳\"}]""#,
            r#""followers": {"edges": [{"node": {"id": 11, "name": "司徒静"}}, {"node": {"id": 12, "name": "欧阳"}}]}"#,
            r#""followerNames": [[{"id": 11, "name": "司徒静"}, {"id": 12, "name": "欧阳"}]]"#,
            r#""followerNames": [[{"id": 11, "name": "司徒静"}], [{"id": 12, "name": "欧阳"}]]"#,
            r#""followerNames": ["java.util.ArrayList", [{"id": 11, "name": "司徒静"}, {"id": 12, "name": "欧阳"}]]"#,
            r#""followers": {"NS": ["11", "12"]}, "followerNames": {"SS": ["司徒静", "欧阳"]}"#,
            r#""followers": "{11,12}", "followerNames": "{\"司徒静\",欧阳,NULL}""#,
            r#""followers": "('11', '12')", "followerNames": "[司徒静, 欧阳]""#,
            r#""followerNames": [["11", "司徒静"], ["12", "欧阳"]]"#,
            r#""followerNames": {"entry": [{"key": 11, "value": "司徒静"}, {"key": 12, "value": "欧阳"}]}"#,
            r#""followers": [{"id": 1, "users_id": {"id": 11, "name": "司徒静"}}, {"id": 2, "user": {"id": 12, "name": "欧阳"}}]"#,
            r#""followerNames": {"data": [{"id": 11, "attributes": {"name": "司徒静"}}, {"id": 12, "attributes": {"name": "欧阳"}}]}"#,
            r#""followerNames": [{"id": 11, "_source": {"name": "司徒静"}}, {"id": 12, "json": {"name": "欧阳"}}]"#,
            r#""followers": [{"userId": 11, "label": "司徒静"}, {"label": "欧阳", "value": {"id": 12}}]"#,
            r#""followers": [{"userId": 11, "userName": "ry", "nickName": "司徒静"}, {"user": {"id": 12, "username": "admin", "realName": "欧阳"}}]"#,
            r#""followers": [{"id": 11, "name": "situ", "displayName": "司徒静"}, {"id": 12, "name": "欧阳", "nickName": "阿欧"}]"#,
            r#""followers": [11, 12], "followerNames": [{"id": 501, "customerId": 42, "userId": 11, "name": "司徒静"}, {"id": 12, "name": "欧阳"}]"#,
            r#""followers": [{"id": 11, "realName": "司徒静", "employeeId": "E0087"}, {"id": 12, "value": "欧阳"}]"#,
            r#""followers": [{"code": "11", "value": "司徒静"}, {"id": 12, "name": "欧阳", "valid": false}]"#,
            r#""followerNames": {"11": "司徒静", "12": "欧阳"}, "followers": [{"id": 501, "userId": 11, "createdBy": {"id": 1, "name": "管理员"}}, 12]"#,
        ] {
            assert_eq!(followers(members), people, "{members}");
        }
        let names = expected(&[("", "司徒静"), ("", "欧阳")]);
        for members in [
            r#""followerNames": "司徒静、、null、欧阳""#,
            r#""followers": "司徒静、欧阳""#,
            r#""followers": ["司徒静", "欧阳"]"#,
            r#""followers": [{"value": "司徒静"}, {"value": "欧阳"}]"#,
            r#""followerNames": {"name": "关注者", "value": "司徒静,欧阳"}"#,
            r#""followerNames": {"value": "司徒静,欧阳"}"#,
            r#""followerNames": {"1": "司徒静", "2": "欧阳"}"#,
            r#""followerNames": {"0": "司徒静", "2": "欧阳"}"#,
            // Ids and names are not paired if their numbers differ.
            r#""followers": [11, 12, 13], "followerNames": ["司徒静", "欧阳"]"#,
            r#""followers": [11], "followerNames": "司徒静,欧阳""#,
        ] {
            assert_eq!(followers(members), names, "{members}");
        }
        assert_eq!(
            followers(r#""followers": [11, 12], "followerNames": null"#),
            expected(&[("11", ""), ("12", "")])
        );
        for (members, people) in [
            (r#""followers": ["u11", "u12"]"#, [("u11", ""), ("u12", "")]),
            (r#""followerNames": "11,12""#, [("11", ""), ("12", "")]),
            (
                r#""followerNames": {"u11": "司徒静", "u12": "欧阳"}"#,
                [("u11", "司徒静"), ("u12", "欧阳")],
            ),
            (r#""followerNames": {"1": "司徒静", "5": "欧阳"}"#, [("1", "司徒静"), ("5", "欧阳")]),
            // With a name or an id of their own, people are not paired by position.
            (
                r#""followers": [{"id": 11, "name": "司徒静"}], "followerNames": ["欧阳"]"#,
                [("11", "司徒静"), ("", "欧阳")],
            ),
            (
                r#""followers": [11], "followerNames": [{"id": 12, "name": "欧阳"}]"#,
                [("11", ""), ("12", "欧阳")],
            ),
        ] {
            assert_eq!(followers(members), expected(&people), "{members}");
        }
        assert_eq!(
            followers(r#""followerNames": "Smith, John; Doe, Jane""#),
            expected(&[("", "Smith, John"), ("", "Doe, Jane")])
        );
        assert_eq!(followers(r#""followerNames": {"owner": "司徒静"}"#), expected(&[("", "司徒静")]));
        assert_eq!(followers(r#""followers": "无", "followerNames": "[]""#), []);
        // A department is not a person.
        assert_eq!(
            followers(r#""followers": [{"id": 11, "dept": {"id": 1, "name": "浙江站"}}]"#),
            expected(&[("11", "")])
        );
        // Other notations are not split.
        for sent in [
            "a:2:{i:0;i:11;i:1;i:12;}",
            r#"{"(11,司徒静)","(12,欧阳)"}"#,
            r#"{"id":11},{"id":12}"#,
            "张三,李四;王五",
        ] {
            let sent = serde_json::to_string(sent).unwrap();
            assert_eq!(one("followerNames", &sent).unreadable_keys(), [Key::FollowerNames], "{sent}");
        }
        let xml = r#"[{"_": "司徒静", "$": {"id": "11"}}]"#;
        assert_eq!(one("followerNames", xml).unreadable_keys(), [Key::FollowerNames]);
        // A job title is not a name.
        assert_eq!(
            followers(r#""followers": [{"userId": 11, "title": "经理", "userName": "司徒静"}]"#),
            expected(&[("11", "司徒静")])
        );
    }

    #[test]
    fn applied_rules_are_reported() {
        for (key, sent, rules) in [
            (Key::FollowerNames, "\"司徒静、欧阳\"", vec![Rule::SeparatedText]),
            (Key::FollowerNames, "\"司徒静\"", vec![]),
            (Key::LevelName, r#"{"value": "战略级"}"#, vec![Rule::Wrapper]),
            (Key::LevelName, r#"{"id": 3, "name": "战略级"}"#, vec![Rule::Reference]),
            (Key::Description, r#""一\u0007二""#, vec![Rule::CleanText]),
            (Key::Description, r#""一\n二""#, vec![]),
        ] {
            assert_eq!(answer::rules_of(key, json::parse(sent).unwrap()), rules, "{sent}");
        }
    }

    #[test]
    fn class_names_of_jackson_are_unwrapped() {
        for sent in [
            r#"["java.util.ArrayList", ["33", "3305"]]"#,
            r#"["java.util.Arrays$ArrayList", [["java.lang.String", "33"], "3305"]]"#,
            r#"["[Ljava.lang.String;", ["33", "3305"]]"#,
        ] {
            assert_eq!(codes(sent), ["33", "3305"], "{sent}");
        }
        for sent in [r#"["com.x.CustomerType", "CLIENT"]"#, r#"["CustomerType", "CLIENT"]"#] {
            assert_eq!(one("type", sent).customer_type, Field::Value(CustomerType::Client), "{sent}");
        }
        assert_eq!(one("levelName", r#"["战略级", "重点"]"#).level_name, text_field("战略级、重点"));
    }

    #[test]
    fn integers_in_low_and_high_halves_are_joined() {
        let low_and_high =
            r#"[{"low": 87, "high": 0, "unsigned": false}, {"low": -1, "high": 1, "unsigned": true}]"#;
        assert_eq!(ids(&one("followers", low_and_high).followers), ["87", "8589934591"]);
        let named = one("followerNames", r#"[{"id": {"low": 87, "high": 0}, "name": "张三"}]"#);
        assert_eq!(people(named.follower_names.value().unwrap()), [("87", "张三")]);
        assert_eq!(number(&one("rank", r#"{"low": 3, "high": 0}"#).rank), "3");
    }

    #[test]
    fn whole_numbers_lose_their_fraction_and_exponent() {
        for (sent, id) in [
            ("87.0", "87"),
            ("\"87.0\"", "87"),
            ("1.1E1", "11"),
            ("\"1.1E1\"", "11"),
            ("1.725934800123456789E18", "1725934800123456789"),
            ("1725934800123456789.0", "1725934800123456789"),
            ("9007199254740993", "9007199254740993"),
            ("\"1E5\"", "1E5"),
            ("\"87.5\"", "87.5"),
            ("87.5", "87.5"),
            ("\"v1.0\"", "v1.0"),
        ] {
            assert_eq!(one("managerId", sent).manager_id, text_field(id), "{sent}");
        }
        for (sent, count) in
            [("12.0", "12"), ("\"12.00\"", "12"), ("1.2E1", "12"), ("12.5", "12.5"), ("-0.0", "0")]
        {
            assert_eq!(number(&one("transactionNumber", sent).transaction_number), count, "{sent}");
        }
        assert_eq!(one("from", "3.0").from, text_field("3"));
        assert_eq!(read(r#"{"name": "x", "customerNo": "1.0"}"#).customer_no, text_field("1.0"));
    }

    #[test]
    fn placeholder_words_are_absent_except_in_names() {
        for word in [
            "null",
            "NULL",
            "undefined",
            "None",
            "nil",
            "N/A",
            "NaN",
            "-",
            "--",
            "—",
            "/",
            "无",
            "暂无",
        ] {
            let sent = format!("\" {word} \"");
            for key in Key::ALL
                .iter()
                .filter(|key| ![Key::CustomerNo, Key::Name, Key::ManagerName].contains(key))
            {
                let customer = one(key.as_str(), &sent);
                assert!(customer.has_none_of(&[*key]), "{key:?}: {word}: {customer:?}");
            }
        }
        for word in ["无", "-", "暂无", "N/A", "Null"] {
            assert_eq!(one("name", &format!("\"{word}\"")).name, text_field(word));
        }
        for word in ["null", "undefined", "None"] {
            assert!(one("managerName", &format!("\"{word}\"")).manager_name.is_absent(), "{word}");
        }
        assert_eq!(one("from", "\"无锡\"").from, text_field("无锡"));
    }

    #[test]
    fn amounts_keep_their_unit_and_words_stay_text() {
        let turnover = |sent: &str| one("totalTurnover", sent).total_turnover;
        for (sent, value, unit) in [
            (r#""￥2,324.32""#, "2324.32", Some("¥")),
            (r#""2324.32元""#, "2324.32", Some("CNY")),
            (r#""232.4万元""#, "232.4", Some("万元")),
            (r#"{"amount": "2324.32", "currency": "CNY"}"#, "2324.32", Some("CNY")),
            (
                r#"{"currencyCode": "CNY", "units": "2324", "nanos": 320000000}"#,
                "2324.320000000",
                Some("CNY"),
            ),
            (
                r#"{"amount": 232432, "currency": {"code": "USD", "base": 10}, "scale": 2}"#,
                "2324.32",
                Some("USD"),
            ),
            (r#"{"value": 2324.32, "formatted": "¥2,324.32"}"#, "2324.32", None),
            (r#"{"value": 232.4, "text": "232.4万元"}"#, "232.4", Some("万元")),
            (r#"{"value": 2324.32, "formatted": "US$2,324.32"}"#, "2324.32", Some("US$")),
            (r#"{"amount": 232.4, "currency": "CNY", "unit": "万元"}"#, "232.4", Some("万元")),
            (
                r#"{"amount": 2324.32, "currency": "USD", "formatted": "$2,324.32"}"#,
                "2324.32",
                Some("USD"),
            ),
            (r#"{"amount": 800, "currency": {"id": 156, "code": "CNY"}}"#, "800", Some("CNY")),
            (r#"{"name": "总成交额", "value": "232.4万元"}"#, "232.4", Some("万元")),
            (r#"{"$numberDecimal": "2324.32"}"#, "2324.32", None),
            (r#"{"Float64": 2324.32, "Valid": true}"#, "2324.32", None),
            (r#""(1,234.50)""#, "-1234.50", None),
            (r#""-0.00""#, "0.00", None),
            (r#"{"currencyCode": "¥", "units": "0", "nanos": -500000000}"#, "-0.500000000", Some("¥")),
            (r#"{"units": -2, "nanos": -500000000}"#, "-2.500000000", None),
            (r#"{"units": "-2", "nanos": 0}"#, "-2.000000000", None),
            ("0E-8", "0.00000000", None),
            ("2324.3200", "2324.3200", None),
        ] {
            let field = turnover(sent);
            let read = field.value().unwrap_or_else(|| panic!("{sent}: {field:?}"));
            assert_eq!((read.value.to_string().as_str(), read.unit.as_deref()), (value, unit), "{sent}");
        }
        assert_eq!(turnover("2324.3200").value().unwrap().wire.as_deref(), Some("2324.3200"));
        assert_eq!(turnover("2324.32").value().unwrap().wire, None);
        for words in
            ["面议", "****", "保密", "negotiable", "Negotiable", "TBD", "On Request", "面议 (VIP客户)"]
        {
            assert_eq!(turnover(&format!("\"{words}\"")), Field::Words(words.to_owned()));
        }
        for sent in [
            r#"{"amount": 1, "tax": 2}"#,
            r#"{"amount": "23", "currencyCode": "156"}"#,
            r#"{"amount": 800, "currency": {"id": 840}}"#,
            r#"{"amount": 23, "currency": "-"}"#,
            r#"{"value": 800, "unit": 100}"#,
            r#"{"value": 2324.32, "scale": 2}"#,
            r#"{"amount": 232.4, "currency": "CNY", "text": "232.4万元"}"#,
            r#"{"amount": 232.4, "currency": "USD", "unit": "万"}"#,
            r#"{"low": 100000, "high": 500000}"#,
            r#"{"net": 1, "gross": 2}"#,
            r#"{"s": 1, "e": 3, "d": [2324, 3200000]}"#,
            r#"{"s": 1, "e": 3, "c": [2, 3, 2, 4, 3, 2]}"#,
            "\"BAg=\"",
            "\"AcnDgA==\"",
            "\"AcnDgAbc\"",
            "\"约5万\"",
            "\"5%\"",
            "\"1,5\"",
        ] {
            assert_eq!(turnover(sent), Field::Unreadable(sent.to_owned()));
        }
    }

    #[test]
    fn control_characters_are_removed_and_names_have_one_line() {
        let customer = read(
            r#"{"name": " 金职院\u0000\u0000\r\n（北京）\u0007 ", "description": "一\r\n二\r三\t四\u0001\u009f", "from": "a&#13;&#10;b"}"#,
        );
        assert_eq!(customer.name, text_field("金职院 （北京）"));
        assert_eq!(customer.description, text_field("一\n二\n三\t四"));
        assert_eq!(customer.from, text_field("a\nb"));
        assert_eq!(one("from", r#""&#32;a&#10;""#).from, text_field("a"));
    }

    #[test]
    fn other_spellings_of_keys_are_recognised_without_an_exact_one() {
        for body in [
            r#"{"customer_no": "1", "manager_name": "张三", "industryId": 3, "total_turnover": 5}"#,
            r#"{"CustomerNo": "1", "ManagerName": "张三", "IndustryId": 3, "TotalTurnover": 5}"#,
            r#"{"customerno": "1", "managername": "张三", "industryid": 3, "totalturnover": 5}"#,
            r#"{"CUSTOMER_NO": "1", "MANAGER_NAME": "张三", "INDUSTRY_ID": 3, "TOTAL_TURNOVER": 5}"#,
            r#"{"Code": 0, "Data": {"CustomerNo": "1", "ManagerName": "张三", "IndustryId": 3, "TotalTurnover": 5}}"#,
        ] {
            let customer = read(body);
            assert_eq!(customer.customer_no, text_field("1"), "{body}");
            assert_eq!(
                (customer.manager_name, customer.industry_id),
                (text_field("张三"), text_field("3")),
                "{body}"
            );
            assert_eq!(number(&customer.total_turnover), "5");
        }
        assert_eq!(cause(r#"{"Code": 403, "Message": "不行"}"#), Cause::Forbidden);
    }

    #[test]
    fn json_api_and_hal_are_unwrapped() {
        let customer = read(
            r#"{"jsonapi": {"version": "1.0"}, "data": {"type": "customers", "id": "42", "attributes": {"name": "张三", "customerNo": "1",
                "type": "CLIENT"}, "links": {"self": "/customers/42"}}}"#,
        );
        assert_eq!(
            (customer.id, customer.name, customer.customer_type),
            (text_field("42"), text_field("张三"), Field::Value(CustomerType::Client))
        );
        // Outside JSON:API, an id beside the record is another one.
        let customer = read(r#"{"id": "req-7", "data": {"customerNo": "1", "name": "张三"}}"#);
        assert!(customer.id.is_absent());
        let customer = read(
            r#"{"id": 1, "name": "张三", "_links": {"self": {"href": "/customers/1"}}, "_embedded": {"owner": {"id": 2, "name": "李四"}}}"#,
        );
        assert_eq!((customer.id, customer.name), (text_field("1"), text_field("张三")));
    }

    /// Returns the processor time of this thread, which does not depend on other programs. Only Linux tells it.
    fn processor_seconds() -> Option<u64> {
        let statistics = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        let nanoseconds: u64 = statistics.split(' ').next()?.parse().ok()?;
        Some(nanoseconds / 1_000_000_000)
    }

    #[test]
    fn deep_and_wide_wrappers_are_read_within_a_minute() {
        let start = processor_seconds();
        for (open, close) in
            [("[", "]"), (r#"{"value":"#, "}"), (r#"{"parent":"#, "}"), (r#"{"children":["#, "]}")]
        {
            let deep = format!("{}1{}", open.repeat(5_000), close.repeat(5_000));
            for key in Key::ALL.iter().filter(|key| **key != Key::CustomerNo) {
                let customer = one(key.as_str(), &deep);
                assert!(customer.unreadable_keys().len() <= 1);
            }
        }
        let wide = format!(
            "{{{}}}",
            (0..20_000)
                .map(|n| format!(r#""k{n}": {{"x": [{n}]}}"#))
                .collect::<Vec<_>>()
                .join(",")
        );
        for key in Key::ALL.iter().filter(|key| **key != Key::CustomerNo) {
            one(key.as_str(), &wide);
        }
        if let (Some(start), Some(end)) = (start, processor_seconds()) {
            assert!(end - start < 60, "{} s", end - start);
        }
    }
}

mod causes {
    use super::*;

    fn failure(status: u16, body: &str) -> Cause {
        answer::failure(status, Some(7), body, &Config::default()).cause
    }

    const UNAVAILABLE: Cause = Cause::Unavailable { retry_after: Some(7) };

    #[test]
    fn message_about_an_expired_session_means_signed_out() {
        for message in [
            "登录已过期",
            "您的登录状态已失效，请重新登录",
            "请先登录",
            "未登录",
            "尚未登录",
            "登陆超时",
            "会话已过期",
            "token已失效",
            "Token expired",
            "jwt expired",
            "Session timeout",
            "session has expired",
            "not logged in",
            "Invalid token",
            "The token is expired",
            "invalid_token",
            "缺少access_token参数",
            "access_token missing",
            "token is required",
            "token不能为空",
            "invalid access_token",
        ] {
            for body in [
                format!(r#"{{"code": 10001, "msg": "{message}", "data": null}}"#),
                format!(r#"{{"code": 0, "message": "{message}"}}"#),
                format!(r#"{{"success": false, "msg": "{message}"}}"#),
                format!(r#"{{"code": 500, "msg": "{message}", "data": {{}}}}"#),
                format!(r#"{{"error": {{"message": "{message}"}}}}"#),
            ] {
                assert_eq!(cause(&body), Cause::SignedOut, "{body}");
            }
            assert_eq!(failure(400, &format!(r#"{{"message": "{message}"}}"#)), Cause::SignedOut);
            // With a 5xx status, the message is about another server's session.
            assert_eq!(failure(502, &format!(r#"{{"message": "{message}"}}"#)), UNAVAILABLE);
        }
        for message in ["该用户从未登录过系统", "客户不存在", "登录名重复", "请稍后重试"]
        {
            let body = format!(r#"{{"code": 10001, "msg": "{message}", "data": null}}"#);
            assert_eq!(cause(&body), Cause::Refused { code: "10001".to_owned() }, "{body}");
        }
        // Longer messages are not about the session.
        let session = |length: usize| {
            let message = format!("请先登录{}", "。".repeat(length - 4));
            cause(format!(r#"{{"code": 10001, "msg": "{message}", "data": null}}"#))
        };
        assert_eq!(session(60), Cause::SignedOut);
        for length in [61, 200] {
            assert_eq!(session(length), Cause::Refused { code: "10001".to_owned() });
        }
        let record =
            r#"{"code": 0, "msg": "请先登录", "data": {"id": 1, "customerNo": "1", "name": "张三"}}"#;
        assert_eq!(read(record).name, text_field("张三"));
    }

    #[test]
    fn sign_in_and_forbidden_codes_are_configurable() {
        let mut config = Config::default();
        config.sign_in_codes = vec!["10001".to_owned(), "no_session".to_owned()];
        config.forbidden_codes = vec!["10003".to_owned(), "404".to_owned()];
        for (code, expected) in [
            ("10001", Cause::SignedOut),
            ("\"NO_SESSION\"", Cause::SignedOut),
            ("10003", Cause::Forbidden),
            ("404", Cause::Forbidden),
            ("10002", Cause::Refused { code: "10002".to_owned() }),
        ] {
            let body = format!(r#"{{"code": {code}, "msg": "x", "data": null}}"#);
            assert_eq!(answer::customer(&body, &config).unwrap_err().cause, expected, "{code}");
        }
    }

    #[test]
    fn success_without_a_record_is_not_found() {
        for body in [
            r#"{"code": 1, "msg": "查询成功", "data": null}"#,
            r#"{"code": 1, "msg": "查询成功，共0条", "data": null}"#,
            r#"{"code": 1, "data": null}"#,
            r#"{"code": 1, "data": {}}"#,
            r#"{"code": 200, "msg": "操作成功", "data": {}}"#,
            r#"{"success": true, "code": 7, "data": null}"#,
            r#"{"success": true, "result": {}}"#,
            r#"{"code": 0, "data": []}"#,
        ] {
            assert_eq!(cause(body), Cause::NotFound, "{body}");
        }
        for body in [
            r#"{"code": 1, "msg": "系统错误", "data": null}"#,
            r#"{"code": 1, "msg": "", "data": null}"#,
        ] {
            assert_eq!(cause(body), Cause::Refused { code: "1".to_owned() }, "{body}");
        }
    }

    #[test]
    fn response_with_a_sign_of_failure_is_not_a_missing_customer() {
        let refused = |code: &str| Cause::Refused { code: code.to_owned() };
        for (body, expected, message) in [
            (
                r#"{"jsonrpc": "2.0", "error": {"code": 200, "message": "Odoo Server Error"}}"#,
                refused("error"),
                "Odoo Server Error",
            ),
            (
                r#"{"errors": [{"message": "Not Authorised!", "extensions": {"code": "INTERNAL_SERVER_ERROR"}}], "data": null}"#,
                refused("INTERNAL_SERVER_ERROR"),
                "Not Authorised!",
            ),
            (
                r#"{"errors": [{"message": "You must be logged in", "extensions": {"code": "UNAUTHENTICATED"}}], "data": null}"#,
                Cause::SignedOut,
                "You must be logged in",
            ),
            (
                r#"{"errors": [{"message": "archived", "extensions": {"code": "FORBIDDEN"}}], "data": {"customer": null}}"#,
                Cause::Forbidden,
                "archived",
            ),
            (
                r#"{"errors": [{"message": "x"}], "data": {"customer": {"id": null, "name": null}}}"#,
                refused("error"),
                "x",
            ),
            (r#"{"recode": 10200, "msg": "id不能为空", "data": []}"#, refused("10200"), "id不能为空"),
            (
                r#"{"resultCode": "500", "resultMsg": "系统繁忙", "data": null}"#,
                Cause::Unavailable { retry_after: None },
                "系统繁忙",
            ),
            (r#"{"resultCode": "403", "resultMsg": "不行", "data": null}"#, Cause::Forbidden, "不行"),
            (r#"{"succ": false, "errInfo": "没有权限", "data": null}"#, refused("false"), "没有权限"),
            (
                r#"{"isSuccess": false, "errorMsg": "没有权限", "data": null}"#,
                refused("false"),
                "没有权限",
            ),
            (
                r#"{"Result": {"ResponseStatus": {"IsSuccess": false, "ErrorCode": 500, "Errors": [{"Message": "会话信息已丢失，请重新登录"}]}}}"#,
                Cause::SignedOut,
                "会话信息已丢失，请重新登录",
            ),
            (
                r#"{"Result": {"ResponseStatus": {"IsSuccess": false, "MsgCode": 8, "Errors": [{"Message": "字段不存在"}]}}}"#,
                refused("8"),
                "字段不存在",
            ),
            (
                r#"{"resultCode": "9", "resultMsg": "请先登录", "data": null}"#,
                Cause::SignedOut,
                "请先登录",
            ),
            (r#"{"success": true, "error": "内部错误", "data": null}"#, refused("error"), "内部错误"),
            (
                r#"{"code": 0, "message": "success", "error": {"id": 3}, "data": {}}"#,
                refused("error"),
                "success",
            ),
            (r#"{"statusCode": 403, "message": "不行"}"#, Cause::Forbidden, "不行"),
        ] {
            let error = answered(body).unwrap_err();
            assert_eq!((error.cause, error.message.as_deref()), (expected, Some(message)), "{body}");
        }
        // A message that says neither success nor that the record is missing, and flags of failure.
        for (envelope, message) in [
            (r#"{"code": 0, "msg": "MESSAGE", "time": 1627790400, "data": null}"#, "您没有权限访问"),
            (r#"{"ret": 400, "data": {}, "msg": "MESSAGE"}"#, "非法请求：缺少必要参数id"),
            (
                r#"{"status": false, "message": "MESSAGE", "result": null, "statusCode": null}"#,
                "查询失败",
            ),
            (r#"{"flag": false, "message": "MESSAGE", "data": null}"#, "查询失败"),
            (r#"{"hasError": true, "message": "MESSAGE", "data": null}"#, "查询失败"),
            (r#"{"errno": 506, "errmsg": "MESSAGE", "data": null}"#, "无操作权限"),
            (r#"{"code": 200, "msg": "MESSAGE", "data": null}"#, "系统异常"),
            (r#"{"code": 200, "msg": "MESSAGE", "data": {"id": null, "name": null}}"#, "系统异常"),
            (r#"{"success": true, "code": 7, "msg": "MESSAGE", "data": null}"#, "系统繁忙"),
            (r#"{"code": 0, "msg": "MESSAGE", "data": null}"#, "接口不存在"),
            (r#"{"code": 0, "msg": "MESSAGE", "data": null}"#, "Unknown column: not found"),
            (r#"{"code": 0, "msg": "MESSAGE", "data": null}"#, "Request was not successful"),
        ] {
            let error = answered(envelope.replace("MESSAGE", message)).unwrap_err();
            let expected = (Cause::Unavailable { retry_after: None }, Some(message));
            assert_eq!((error.cause, error.message.as_deref()), expected, "{envelope}");
        }
        for body in [
            r#"{"flag": false, "data": null}"#,
            r#"{"status": false, "msg": "", "data": []}"#,
            r#"{"ret": -1, "data": null}"#,
            r#"{"hasError": true, "data": null}"#,
            r#"{"code": 0, "msg": "include(/var/www/x.php): failed to open stream", "data": null}"#,
        ] {
            assert_eq!(answered(body), Err(Cause::Unavailable { retry_after: None }.into()), "{body}");
        }
        assert_eq!(cause(r#"{"success": "N", "data": null}"#), refused("false"));
        // The customer's own keys, and those of other things, are not the envelope's.
        for body in [
            r#"{"areaCode": "403", "name": "张三"}"#,
            r#"{"postCode": "403000", "name": "张三", "isSuccess": false, "error": "x"}"#,
            r#"{"code": 0, "countryCode": "401", "data": {"id": 1, "name": "张三", "zipCode": "401121"}}"#,
            r#"{"data": {"id": 1, "name": "张三"}, "error": {"message": "x"}}"#,
            r#"{"data": {"id": 1, "name": "张三", "audit": {"status": 403}}}"#,
        ] {
            assert_eq!(read(body).name, text_field("张三"), "{body}");
        }
        assert_eq!(cause(r#"{"zipCode": "401121", "city": "重庆市"}"#), UNREADABLE);
    }

    #[test]
    fn only_an_empty_record_is_not_found() {
        for body in [
            r#"{"code": 0, "data": {"total": 0, "list": []}}"#,
            r#"{"code": 0, "data": {"page": {"records": [], "total": 0, "isLastPage": true}}}"#,
            r#"{"total": 0, "rows": [], "code": 200, "msg": "查询成功"}"#,
            r#"{"data": {"customer": null}}"#,
            r#"{"result": {"code": 0, "msg": "ok", "data": null}}"#,
            r#"{"resultCode": "0000", "data": null}"#,
            r#"{"isSuccess": true, "data": {}}"#,
            r#"{"code": 0, "error": null, "errors": [], "data": null}"#,
            r#"{"error": 0, "data": {}}"#,
            r#"{"recode": 7, "msg": "查询成功", "data": null}"#,
            r#"{"resultCode": "404", "resultMsg": "无此客户", "data": null}"#,
            r#"{"flag": false, "message": "没有找到该客户", "data": null}"#,
            r#"{"code": 0, "message": "Customer does not exist", "data": null}"#,
            r#"{"code": 0, "message": "Data retrieved successfully.", "data": null}"#,
            r#"{"result": null, "success": true, "error": null, "unAuthorizedRequest": false}"#,
            r#"{"data": null, "hasError": false}"#,
        ] {
            assert_eq!(cause(body), Cause::NotFound, "{body}");
        }
        for body in [
            r#"{"code": 0, "data": {"foo": 1}}"#,
            r#"{"code": 0, "data": {"f_id": 5, "f_name": "x", "f_followers": []}}"#,
            r#"{"code": 200, "rows": [{"id": 1, "name": "张三"}, {"id": 2, "name": "李四"}]}"#,
            r#"{"code": 0, "data": {"a": {"b": {"c": {"d": {"e": 1}}}}}}"#,
        ] {
            assert_eq!(cause(body), UNREADABLE, "{body}");
        }
    }

    #[test]
    fn error_of_a_gateway_is_unavailable() {
        const PAGE: &str =
            "<html><head><title>403 Forbidden</title></head><body><center>nginx</center></body></html>";
        for status in [403, 404, 410] {
            assert_eq!(failure(status, PAGE), UNAVAILABLE, "{status}");
            assert_eq!(failure(status, "default backend - 404"), UNAVAILABLE, "{status}");
            assert_eq!(failure(status, ""), Cause::from_status(status, None), "{status}");
            assert_eq!(failure(status, "{}"), Cause::from_status(status, None), "{status}");
            assert_eq!(failure(status, "null"), Cause::from_status(status, None), "{status}");
        }
        for message in [
            "no Route matched with those values",
            "404 Route Not Found",
            "Cannot GET /api/customers/42/detail",
            "No static resource api/customers/42/detail.",
            "接口不存在",
        ] {
            let body = format!(r#"{{"statusCode": 404, "error_msg": "{message}"}}"#);
            let unavailable = Cause::Unavailable { retry_after: None };
            assert_eq!(failure(404, &body), unavailable, "{message}");
            assert_eq!(cause(&body), unavailable, "{message}");
        }
        for message in ["客户不存在", "Not Found", "Customer profile not found"] {
            assert_eq!(failure(404, &format!(r#"{{"message": "{message}"}}"#)), Cause::NotFound, "{message}");
        }
        assert_eq!(failure(401, PAGE), Cause::SignedOut);
        assert_eq!(failure(503, PAGE), UNAVAILABLE);
    }

    #[test]
    fn firewall_pages_are_recognised() {
        const FIREWALL: Cause = Cause::Unreadable { reason: Reason::Firewall };
        for page in [
            "<!doctype html><title>Just a moment...</title><script src=/cdn-cgi/challenge-platform/x.js></script>",
            "<html><body>您的请求疑似攻击行为，已被防火墙拦截</body></html>",
            "<html><script>var arg1='x'; setCookie('acw_sc__v2')</script></html>",
            "<html><title>安全验证</title><div id=captcha></div></html>",
            "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected.</body></html>",
        ] {
            for status in [403, 405, 503] {
                assert_eq!(failure(status, page), FIREWALL, "{status}: {page}");
            }
            assert_eq!(cause(page), FIREWALL, "{page}");
        }
        assert!(ApiError::from(FIREWALL).can_retry() && !ApiError::from(FIREWALL).revokes_access());
        let sign_in = "<html><form><input type=password><img src=captcha.png></form></html>";
        assert_eq!(cause(sign_in), Cause::Unreadable { reason: Reason::SignInPage });
    }

    #[test]
    fn code_in_the_body_takes_precedence_over_a_4xx_status() {
        for (status, body, expected) in [
            (400, r#"{"code": 401, "msg": "x"}"#, Cause::SignedOut),
            (400, r#"{"code": 50014}"#, Cause::SignedOut),
            (403, r#"{"code": "A0230"}"#, Cause::SignedOut),
            (422, r#"{"code": 40301}"#, Cause::Forbidden),
            (400, r#"{"code": "A0301"}"#, Cause::Forbidden),
            (400, r#"{"resultCode": "403", "resultMsg": "x"}"#, Cause::Forbidden),
            (
                400,
                r#"{"status": 400, "error": "Bad Request"}"#,
                Cause::Refused { code: "400".to_owned() },
            ),
            (403, r#"{"code": 1}"#, Cause::Forbidden),
            (500, r#"{"code": 401}"#, UNAVAILABLE),
            (419, "", Cause::SignedOut),
            (440, "<html>", Cause::SignedOut),
            (498, "{}", Cause::SignedOut),
        ] {
            assert_eq!(failure(status, body), expected, "{status}: {body}");
        }
    }

    #[test]
    fn server_message_is_found_under_common_keys() {
        for body in [
            r#"{"detail": "不行"}"#,
            r#"{"type": "about:blank", "title": "Forbidden", "status": 403, "detail": "不行"}"#,
            r#"{"title": "不行", "status": 403}"#,
            r#"{"error": "access_denied", "error_description": "不行"}"#,
            r#"{"errcode": 40003, "errmsg": "不行"}"#,
            r#"{"errors": [{"message": "不行"}, {"message": "也不行"}]}"#,
            r#"{"errors": [{"status": "403", "title": "Forbidden", "detail": "不行"}]}"#,
            r#"{"errors": ["不行"]}"#,
            r#"{"error": {"code": 403, "message": "不行"}}"#,
        ] {
            assert_eq!(message(body).as_deref(), Some("不行"), "{body}");
        }
        for body in [
            r#"{"detail": "open /var/www/app/x.php failed"}"#,
            r#"{"errors": [{"detail": "C:\\inetpub\\x.aspx"}]}"#,
            r#"{"detail": {"a": 1}}"#,
        ] {
            assert_eq!(message(body), None, "{body}");
        }
    }
}
