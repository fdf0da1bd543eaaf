//! What real back ends send, a test for each way: the answers that the API's document does not foresee.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/fields.rs"]
mod fields;

use customer_profile::api::{ApiError, Cause, CustomerDetail, CustomerType, Field, answer};
use customer_profile::config::Config;
use customer_profile::decimal::Decimal;
use fields::{State, states};

/// Reads an answer under the default configuration.
fn answered(body: impl AsRef<[u8]>) -> Result<CustomerDetail, ApiError> {
    answer::customer(body.as_ref(), &Config::default().success_codes)
}

fn read(body: impl AsRef<[u8]>) -> CustomerDetail {
    let shown = String::from_utf8_lossy(body.as_ref()).chars().take(200).collect::<String>();
    answered(body).unwrap_or_else(|error| panic!("{shown}: {error:?}"))
}

fn cause(body: impl AsRef<[u8]>) -> Cause {
    answered(body).expect_err("no customer").cause
}

/// Reads an answer of one key.
fn one(key: &str, value: &str) -> CustomerDetail {
    read(format!(r#"{{"customerNo": "1", "{key}": {value}}}"#))
}

fn text(text: &str) -> Field<String> {
    Field::Value(text.to_owned())
}

fn number(field: &Field<Decimal>) -> String {
    field.value().map(ToString::to_string).unwrap_or_else(|| format!("{field:?}"))
}

fn codes(value: &str) -> Vec<String> {
    one("areaCode", value).area_code.value().map(|codes| codes.0.clone()).unwrap_or_default()
}

const UNREADABLE: Cause = Cause::Unreadable { login: false };

mod numbers_and_texts {
    use super::*;

    #[test]
    fn numbers_come_as_text_and_texts_as_numbers() {
        let customer = read(
            r#"{"customerNo": 20210815, "managerId": "87", "totalTurnover": "2324.32", "rank": "1",
                "retentionMoney": 434.99, "transactionNumber": " 12 "}"#,
        );
        assert_eq!(customer.customer_no, text("20210815"));
        assert_eq!(customer.manager_id, text("87"));
        assert_eq!(number(&customer.total_turnover), "2324.32");
        assert_eq!(number(&customer.rank), "1");
        assert_eq!(number(&customer.retention_money), "434.99");
        assert_eq!(number(&customer.transaction_number), "12");
    }

    #[test]
    fn digits_come_in_groups() {
        for (sent, digits) in [("1,234.50", "1234.50"), ("12,345,678", "12345678"), ("-1,000", "-1000")] {
            assert_eq!(number(&one("totalTurnover", &format!("\"{sent}\"")).total_turnover), digits);
        }
        // One and a half, or fifteen? Nobody knows: it is shown as it came.
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
            assert_eq!(field, text(ID));
        }
        assert_eq!(customer.followers.value().unwrap().0, [ID, ID]);
        assert_eq!(customer.follower_names.value().unwrap()[0].id, text(ID));
    }

    #[test]
    fn the_last_zero_and_every_digit_of_an_amount_are_kept() {
        for digits in ["234.50", "0.00", "9007199254740993.25", "123456789012345678901234567890.10", "-0.50", "0"] {
            assert_eq!(number(&one("totalTurnover", digits).total_turnover), digits);
            assert_eq!(number(&one("retentionMoney", &format!("\"{digits}\"")).retention_money), digits);
        }
    }

    #[test]
    fn exponents_and_signs_are_written_out() {
        for (sent, plain) in [("1e3", "1000"), ("1.50E+2", "150"), ("25e-3", "0.025"), ("-1.2e1", "-12"), ("-0", "-0")]
        {
            assert_eq!(number(&one("totalTurnover", sent).total_turnover), plain);
            assert_eq!(number(&one("totalTurnover", &format!("\"{sent}\"")).total_turnover), plain);
        }
        assert_eq!(number(&one("rank", "\"+5\"").rank), "5");
    }

    #[test]
    fn an_exponent_out_of_all_proportion_is_shown_as_it_came() {
        for sent in ["1e400", "1e-400", "1e999999999999", "-1e2147483648"] {
            assert_eq!(one("totalTurnover", sent).total_turnover, Field::Unreadable(sent.to_owned()));
        }
    }

    #[test]
    fn what_is_no_number_is_shown_as_it_came() {
        for sent in ["\"12元\"", "\"NaN\"", "true", "[1]", "{\"amount\": 1}", "\"0x10\"", "\"１２\""] {
            assert_eq!(one("rank", sent).rank, Field::Unreadable(sent.to_owned()));
        }
    }

    #[test]
    fn an_unreadable_value_costs_itself_alone() {
        let example = include_str!("../samples/example.json");
        let whole = states(&read(example));
        let customer = read(example.replace("2324.32", "{\"amount\": [2324.32]}"));
        assert_eq!(customer.unreadable(), ["totalTurnover"]);
        for (now, before) in states(&customer).into_iter().zip(whole) {
            if now.0 == "totalTurnover" {
                assert_eq!(now.1, State::Unreadable("{\"amount\": [2324.32]}".to_owned()));
            } else {
                assert_eq!(now, before);
            }
        }
    }

    #[test]
    fn of_an_unreadable_value_as_much_is_kept_as_can_be_shown() {
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
    fn area_codes_come_in_four_shapes() {
        assert_eq!(codes(r#"["33", "3305", "330502"]"#), ["33", "3305", "330502"]);
        assert_eq!(codes(r#""330502""#), ["330502"]);
        assert_eq!(codes(r#""[\"33\", \"3305\", \"330502\"]""#), ["33", "3305", "330502"]);
        assert_eq!(codes("330502"), ["330502"]);
    }

    #[test]
    fn area_codes_are_text_whatever_they_come_as() {
        assert_eq!(codes("[33, 3305]"), ["33", "3305"]);
        assert_eq!(codes(r#""[33, 3305]""#), ["33", "3305"]);
        assert_eq!(codes(r#""{\"1\": \"3305\", \"0\": \"33\"}""#), ["33", "3305"]);
        assert_eq!(codes(r#"["011"]"#), ["011"]);
    }

    #[test]
    fn a_list_comes_as_an_object_with_integer_keys() {
        let customer = read(
            r#"{"area": {"10": "西湖区", "0": "浙江省", "2": "杭州市"}, "followers": {"1": 7, "0": 9},
                "followerNames": {"3": {"id": 7, "name": "李四"}, "1": {"id": 9, "name": "张三"}}}"#,
        );
        assert_eq!(customer.area.value().unwrap().0, ["浙江省", "杭州市", "西湖区"]);
        assert_eq!(customer.followers.value().unwrap().0, ["9", "7"]);
        let names: Vec<_> = customer.follower_names.value().unwrap().iter().map(|one| one.name.clone()).collect();
        assert_eq!(names, [text("张三"), text("李四")]);
    }

    #[test]
    fn of_a_place_in_a_list_that_comes_twice_the_last_counts() {
        let sent = r#"{"1": "old", "0": "浙江省", "1": "杭州市", "2": "西湖区"}"#;
        assert_eq!(one("area", sent).area.value().unwrap().0, ["浙江省", "杭州市", "西湖区"]);
    }

    #[test]
    fn an_object_with_other_keys_is_no_list() {
        for sent in [r#"{"province": "浙江省"}"#, r#"{"0": "浙江省", "x": "杭州市"}"#] {
            assert_eq!(one("area", sent).area, Field::Unreadable(sent.to_owned()));
        }
    }

    #[test]
    fn steps_that_say_nothing_are_left_out() {
        assert_eq!(one("area", r#"["浙江省", null, "", " ", "西湖区"]"#).area.value().unwrap().0, ["浙江省", "西湖区"]);
        assert!(one("area", r#"[null, ""]"#).area.is_absent());
    }

    #[test]
    fn a_list_in_which_one_step_is_none_is_shown_as_it_came() {
        let sent = r#"["浙江省", {"name": "杭州市"}]"#;
        assert_eq!(one("area", sent).area, Field::Unreadable(sent.to_owned()));
    }

    #[test]
    fn followers_come_as_a_database_column_holds_them() {
        for sent in [r#""1,2, 3""#, r#""1，2，3""#, r#""[1, 2, \"3\"]""#] {
            assert_eq!(one("followers", sent).followers.value().unwrap().0, ["1", "2", "3"]);
        }
        assert_eq!(one("followers", "7").followers.value().unwrap().0, ["7"]);
    }

    #[test]
    fn a_follower_that_cannot_be_read_costs_no_other() {
        let customer =
            one("followerNames", r#"[{"id": 1, "name": "张三"}, {"id": [2], "name": "李四"}, true, null, {}]"#);
        let followers = customer.follower_names.value().unwrap();
        assert_eq!(followers.len(), 3);
        assert_eq!(followers[0].name, text("张三"));
        assert_eq!((&followers[1].id, &followers[1].name), (&Field::Unreadable("[2]".to_owned()), &text("李四")));
        assert_eq!(followers[2].name, Field::Unreadable("true".to_owned()));
        assert_eq!(customer.unreadable(), ["followerNames"]);
    }

    #[test]
    fn names_come_alone() {
        let customer = one("followerNames", r#"["张三", "李四"]"#);
        let names: Vec<_> = customer.follower_names.value().unwrap().iter().map(|one| one.name.clone()).collect();
        assert_eq!(names, [text("张三"), text("李四")]);
        assert!(customer.unreadable().is_empty());
    }
}

mod nothing {
    use super::*;

    #[test]
    fn null_blank_text_and_empty_lists_and_objects_say_nothing_at_any_key() {
        for key in CustomerDetail::KEYS.iter().filter(|key| **key != "customerNo") {
            for nothing in ["null", "\"\"", "\" \\t\"", "[]", "{}"] {
                let customer = one(key, nothing);
                let said = states(&customer).into_iter().filter(|(_, state)| *state != State::Absent);
                assert_eq!(said.map(|(key, _)| key).collect::<Vec<_>>(), ["customerNo"], "{key}: {nothing}");
            }
        }
    }

    #[test]
    fn zero_says_something() {
        for zero in ["0", "0.00", "\"0\""] {
            let customer = one("totalTurnover", zero);
            assert_eq!(number(&customer.total_turnover), zero.trim_matches('"'));
            assert_eq!(one("managerId", zero).manager_id, text(zero.trim_matches('"')));
        }
    }

    #[test]
    fn zero_dates_say_nothing() {
        for zero in ["0000-00-00 00:00:00", "0000-00-00", "0000-00-00T00:00:00"] {
            assert!(one("createdAt", &format!("\"{zero}\"")).created_at.is_absent(), "{zero}");
        }
    }

    #[test]
    fn an_empty_record_is_no_customer() {
        let nulls: Vec<String> = CustomerDetail::KEYS.iter().map(|key| format!("\"{key}\": null")).collect();
        let nulls = format!("{{{}}}", nulls.join(", "));
        for body in ["{}", "[]", "null", r#"{"data": null}"#, r#"{"code": 0, "data": []}"#, r#"{"data": {}}"#, &nulls] {
            assert_eq!(cause(body), Cause::NotFound, "{body}");
        }
        assert_eq!(cause(format!(r#"{{"code": 0, "data": {nulls}}}"#)), Cause::NotFound);
    }
}

mod dates {
    use super::*;

    fn parts(sent: &str) -> Option<[u32; 6]> {
        one("createdAt", &format!("\"{sent}\"")).created_at.value().map(|time| {
            assert_eq!(time.text, sent.trim());
            time.parts
        })
    }

    #[test]
    fn a_time_is_read_for_what_it_says_and_kept_as_it_came() {
        for (sent, read) in [
            ("2021-08-01 12:00:00", [2021, 8, 1, 12, 0, 0]),
            (" 2021-08-01 12:00 ", [2021, 8, 1, 12, 0, 0]),
            ("2021-08-01", [2021, 8, 1, 0, 0, 0]),
            ("2021/8/1 9:05:07", [2021, 8, 1, 9, 5, 7]),
            ("2021-08-01T12:34:56.789+08:00", [2021, 8, 1, 12, 34, 56]),
            ("2021-08-01T12:34:56Z", [2021, 8, 1, 12, 34, 56]),
        ] {
            assert_eq!(parts(sent), Some(read), "{sent}");
        }
    }

    #[test]
    fn what_is_no_time_is_shown_as_it_came() {
        for sent in [
            "\"next week\"",
            "1627790400",
            "true",
            "\"2021-13-01\"",
            "\"2021-08-32\"",
            "\"2021-08-01 25:00:00\"",
            "\"2021-08-01 12:60\"",
            "\"12:00:00\"",
            "\"2021-08\"",
            "\"2021-08-01 12\"",
            "\"2021-+8-01\"",
            "\"99999999999999999999-1-1\"",
            "\"--\"",
        ] {
            assert_eq!(one("createdAt", sent).created_at, Field::Unreadable(sent.to_owned()));
        }
    }
}

mod texts {
    use super::*;

    #[test]
    fn an_unknown_type_is_kept_as_it_came() {
        for (sent, kind) in [("\"STRATEGIC_ALLY\"", "STRATEGIC_ALLY"), ("\"client\"", "client"), ("3", "3")] {
            assert_eq!(one("type", sent).kind, Field::Value(CustomerType::Unknown(kind.to_owned())));
        }
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
            assert_eq!(one("name", &sent).name, text(shown));
            assert_eq!(one("area", &format!("[{sent}]")).area.value().unwrap().0, [shown]);
            let follower = format!("[{{\"id\": 1, \"name\": {sent}}}]");
            assert_eq!(one("followerNames", &follower).follower_names.value().unwrap()[0].name, text(shown));
        }
        let message = r#"{"code": 500, "message": "A&amp;B"}"#;
        assert_eq!(answered(message).unwrap_err().message.as_deref(), Some("A&B"));
    }

    #[test]
    fn markup_stays_text() {
        const MARKUP: &str = "<script>alert(1)</script><b>x</b>&amp;<img src=x onerror=alert(1)>";
        let shown = MARKUP.replace("&amp;", "&");
        assert_eq!(one("name", &format!("\"{MARKUP}\"")).name, text(&shown));
        assert_eq!(one("area", &format!("[\"{MARKUP}\"]")).area.value().unwrap().0, [shown]);
    }

    #[test]
    fn text_of_twenty_thousand_characters_is_whole() {
        let long = "描述 & line\\n".repeat(2_000);
        let read = one("description", &format!("\"{long}\"")).description;
        assert_eq!(read, text(long.replace("\\n", "\n").trim()));
        assert_eq!(read.value().map(|text| text.chars().count()), Some(19_999));
    }

    #[test]
    fn half_a_character_costs_no_other() {
        let customer =
            read(r#"{"name": "张\ud83d三", "description": "\ude00", "id": "\ud83d\ude00", "\ud800": 1, "rank": 1}"#);
        assert_eq!(customer.name, text("张\u{fffd}三"));
        assert_eq!(customer.description, text("\u{fffd}"));
        assert_eq!(customer.id, text("😀"));
        assert_eq!(number(&customer.rank), "1");
    }

    #[test]
    fn keys_may_be_written_with_escapes() {
        assert_eq!(read(r#"{"\u006eame": "张三"}"#).name, text("张三"));
    }

    #[test]
    fn bytes_that_are_no_utf8_cost_no_other() {
        let customer = read(b"{\"name\": \"\xff\xfe\", \"rank\": 1, \"\xc3\": 2}");
        assert_eq!(customer.name, text("\u{fffd}\u{fffd}"));
        assert_eq!(number(&customer.rank), "1");
    }
}

mod bodies {
    use super::*;

    #[test]
    fn a_byte_order_mark_and_white_space_are_passed_over() {
        assert_eq!(read("\u{feff} \r\n{\"name\": \"张三\"}\n\n").name, text("张三"));
    }

    #[test]
    fn extra_keys_are_ignored() {
        let extra = r#"{"name": "张三", "deletedAt": null, "extra": {"id": "x"}, "NAME": "x", "": 1}"#;
        assert_eq!(read(extra), read(r#"{"name": "张三"}"#));
    }

    #[test]
    fn of_a_key_that_comes_twice_the_last_counts() {
        assert_eq!(read(r#"{"name": "old", "name": "new"}"#).name, text("new"));
        assert!(read(r#"{"id": 1, "name": "old", "name": null}"#).name.is_absent());
    }

    #[test]
    fn nesting_of_any_depth_ends() {
        const DEPTH: usize = 200_000;
        for (open, close) in [("[", "]"), ("{\"0\":", "}")] {
            let deep = format!("{}1{}", open.repeat(DEPTH), close.repeat(DEPTH));
            assert!(matches!(one("area", &deep).area, Field::Unreadable(_)));
            let beside = read(format!(r#"{{"extra": {deep}, "rank": 5, "followerNames": {deep}}}"#));
            assert_eq!(number(&beside.rank), "5");
            assert_eq!(cause(format!(r#"{{"data": {deep}}}"#)), if open == "[" { UNREADABLE } else { Cause::NotFound });
        }
        assert_eq!(cause("[".repeat(DEPTH)), UNREADABLE);
        assert_eq!(cause("{\"data\":".repeat(DEPTH)), UNREADABLE);
    }

    #[test]
    fn texts_of_lists_in_texts_of_lists_end() {
        let mut nested = "[\"33\"]".to_owned();
        for _ in 0..12 {
            nested = format!("[{}]", serde_json::to_string(&nested).unwrap());
        }
        let text = serde_json::to_string(&nested).unwrap();
        assert_eq!(codes(&text).len(), 1);
    }

    #[test]
    fn ten_thousand_followers_are_all_there() {
        let ids: Vec<String> = (0..10_000).map(|id| id.to_string()).collect();
        let names: Vec<String> = ids.iter().map(|id| format!(r#"{{"id": {id}, "name": "张{id}"}}"#)).collect();
        let customer = read(format!(r#"{{"followers": [{}], "followerNames": [{}]}}"#, ids.join(","), names.join(",")));
        assert_eq!(customer.followers.value().unwrap().0, ids);
        let names = customer.follower_names.value().unwrap();
        assert_eq!(names.len(), 10_000);
        assert_eq!((&names[9_999].id, &names[9_999].name), (&text("9999"), &text("张9999")));
    }

    #[test]
    fn what_is_no_customer_is_said_to_be_none() {
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
            r#"{"name": "张三"} trailing"#,
            "[1]",
            r#"[{"name": "张三"}]"#,
            r#"{"timestamp": 1, "path": "/api"}"#,
            "<!doctype html><title>Welcome</title>",
            "Fatal error: Uncaught TypeError in /var/www/index.php",
        ] {
            assert_eq!(cause(body), UNREADABLE, "{body}");
        }
    }

    #[test]
    fn a_page_that_asks_to_sign_in_is_told_apart() {
        let login = Cause::Unreadable { login: true };
        for body in [
            "<!DOCTYPE html><title>登录</title>",
            "\u{feff}\n<html><form><input TYPE=\"password\"></form>",
            "<html><a href=/Login>here</a>",
        ] {
            assert_eq!(cause(body), login, "{body}");
        }
        assert_eq!(cause("please login"), UNREADABLE);
    }
}

mod envelopes {
    use super::*;

    #[test]
    fn the_record_stands_under_data() {
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
    fn a_customer_with_a_member_called_data_or_code_stays_itself() {
        let customer = read(r#"{"id": 1, "name": "张三", "code": 500, "data": {"id": 2}, "status": "x"}"#);
        assert_eq!((customer.id, customer.name), (text("1"), text("张三")));
    }

    #[test]
    fn codes_are_read_like_the_status_they_are_or_start_with() {
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
            ("429", unavailable.clone()),
            ("500", unavailable.clone()),
            ("50301", unavailable),
            ("1", Cause::Refused { code: "1".to_owned() }),
            ("-1", Cause::Refused { code: "-1".to_owned() }),
            ("400", Cause::Refused { code: "400".to_owned() }),
            ("10001", Cause::Refused { code: "10001".to_owned() }),
            ("4040000", Cause::Refused { code: "4040000".to_owned() }),
            ("\"A0301\"", Cause::Refused { code: "A0301".to_owned() }),
            ("\"NO_PERMISSION\"", Cause::Refused { code: "NO_PERMISSION".to_owned() }),
        ] {
            for data in ["null", "{}", "[]", r#"{"id": 1, "name": "张三"}"#] {
                let error = answered(format!(r#"{{"code": {code}, "message": "不行", "data": {data}}}"#)).unwrap_err();
                assert_eq!(error, ApiError { cause: cause.clone(), message: Some("不行".to_owned()) }, "{code}");
            }
        }
    }

    #[test]
    fn the_code_and_the_message_go_by_several_names() {
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
    fn an_unsuccessful_answer_is_refused_whatever_its_code() {
        for (success, code, expected) in [
            ("false", "", "false"),
            ("\"false\"", "", "false"),
            ("0", "", "false"),
            ("false", "\"code\": 0,", "0"),
            ("false", "\"code\": 200,", "200"),
        ] {
            let body = format!(r#"{{"success": {success}, {code} "msg": "该客户已归档", "data": null}}"#);
            let refused = Cause::Refused { code: expected.to_owned() };
            let error = ApiError { cause: refused, message: Some("该客户已归档".to_owned()) };
            assert_eq!(answered(&body), Err(error), "{body}");
        }
        let error = answered(r#"{"success": false, "code": 40301, "data": null}"#).unwrap_err();
        assert_eq!(error.cause, Cause::Forbidden);
    }

    #[test]
    fn a_successful_answer_without_a_record_is_no_customer_and_says_why() {
        for (message, shown) in [("客户不存在", Some("客户不存在")), ("success", None), ("OK", None), ("", None)]
        {
            let error = answered(format!(r#"{{"code": 0, "message": "{message}", "data": null}}"#)).unwrap_err();
            assert_eq!((error.cause, error.message.as_deref()), (Cause::NotFound, shown));
        }
    }

    #[test]
    fn a_name_beside_a_status_is_a_customer() {
        assert_eq!(read(r#"{"name": "张三", "status": "ACTIVE"}"#).name, text("张三"));
        let id_of_request = r#"{"id": "42", "status": 403, "message": "不行"}"#;
        assert_eq!(answered(id_of_request).unwrap_err().cause, Cause::Forbidden);
    }

    #[test]
    fn which_codes_mean_success_is_configuration() {
        let body = r#"{"code": "A1", "data": {"id": 1}}"#;
        assert_eq!(answered(body).unwrap_err().cause, Cause::Refused { code: "A1".to_owned() });
        let customer = answer::customer(body.as_bytes(), &["a1".to_owned()]).unwrap();
        assert_eq!(customer.id, text("1"));
        let zero = r#"{"code": 0, "data": {"id": 1}}"#;
        let refused = answer::customer(zero.as_bytes(), &["a1".to_owned()]).unwrap_err();
        assert_eq!(refused.cause, Cause::Refused { code: "0".to_owned() });
    }

    #[test]
    fn data_that_is_no_record_is_unreadable() {
        for data in ["[{\"id\": 1}]", "\"x\"", "1", "true"] {
            assert_eq!(cause(format!(r#"{{"code": 0, "data": {data}}}"#)), UNREADABLE, "{data}");
        }
    }

    #[test]
    fn a_message_is_no_longer_than_can_be_shown() {
        let body = format!(r#"{{"code": 500, "message": "{}"}}"#, "错".repeat(10_000));
        assert_eq!(answered(&body).unwrap_err().message, Some("错".repeat(300)));
        assert_eq!(answer::message(body.as_bytes()), Some("错".repeat(300)));
    }
}

mod failures {
    use super::*;

    #[test]
    fn a_servers_message_is_found_in_json_alone() {
        assert_eq!(answer::message(br#"{"message": "", "msg": " A&amp;B "}"#).as_deref(), Some("A&B"));
        assert_eq!(answer::message("\u{feff}{\"error\": \"x\"}".as_bytes()).as_deref(), Some("x"));
        for body in [&b"<h1>502 Bad Gateway</h1>"[..], b"", b"\xff", b"{", b"[]", b"\"x\"", br#"{"message": {"a": 1}}"#]
        {
            assert_eq!(answer::message(body), None, "{}", String::from_utf8_lossy(body));
        }
    }

    #[test]
    fn each_status_has_its_cause() {
        for status in 300..600 {
            let expected = match status {
                401 => Cause::SignedOut,
                403 => Cause::Forbidden,
                404 | 410 => Cause::NotFound,
                408 | 425 | 429 | 500.. => Cause::Unavailable { retry_after: Some(7) },
                _ => Cause::Refused { code: status.to_string() },
            };
            assert_eq!(Cause::of_status(status, Some(7)), expected, "{status}");
        }
    }

    #[test]
    fn a_retry_is_offered_where_it_can_help() {
        for (cause, can_retry) in [
            (Cause::NotFound, false),
            (Cause::SignedOut, false),
            (Cause::Forbidden, false),
            (Cause::Unavailable { retry_after: None }, true),
            (Cause::Refused { code: "400".to_owned() }, false),
            (Cause::Offline, true),
            (Cause::TimedOut, true),
            (Cause::Unreadable { login: false }, true),
            (Cause::Unreadable { login: true }, true),
        ] {
            assert_eq!(ApiError::from(cause.clone()).can_retry(), can_retry, "{cause:?}");
        }
    }
}
