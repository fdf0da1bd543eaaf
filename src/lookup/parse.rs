//! Parses a typed or pasted text into the customers that it names.
//!
//! | text | leads to |
//! |---|---|
//! | `42`, `“42”`, `ｃ３` (full width, from input methods) | the customer with this id |
//! | `客户ID：42`, `ID 42`, `编号 42`, a link to a customer on this site; alone or in a longer text | the same |
//! | the number or the name of a recent customer | that customer; if several match, the user chooses |
//! | part of a recent customer's name, two characters or more, not all ASCII | the matching customers are offered |
//! | two or three ids, links or labelled ids; a link to a comparison | their comparison |
//! | a link to another site, an empty text, `..`, an id longer than 200 characters | [`LookupError`] |

use crate::plain_text::{plain, span, strip_prefix};
use crate::recent::{RecentCustomer, find};
use crate::routes::Route;
use crate::text_links::{LinkKind, links};
use crate::url::is_segment;

/// Maximum length of an id, in characters.
const MAX_ID: usize = 200;
/// Labels of ids (the first one) and of customer numbers.
const LABELS: [&str; 3] = ["ID", "编号", "No."];
/// Words before a label that make it a customer's. Others make it something else's, such as 负责人ID.
const CUSTOMER: [&str; 2] = ["客户", "customer"];

/// Why a text does not name a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LookupError {
    Empty,
    TooLong,
    /// A link that is not a customer link of this site.
    OtherSite,
    /// The id cannot be part of a URL.
    Invalid,
    /// The number of a customer that is not among the recent ones.
    UnknownNumber(String),
    /// It may name any of these recent customers: the user chooses.
    Ambiguous(Vec<RecentCustomer>),
}

/// Returns the ids of the customers that a text names, each once.
///
/// # Errors
///
/// A [`LookupError`] if it identifies no customer.
pub fn parse(
    text: &str,
    recents: &[RecentCustomer],
    origin: &str,
    base_path: &str,
) -> Result<Vec<String>, LookupError> {
    let text = plain(text);
    let text = text.trim_matches(is_quote_or_space);
    // A suggestion, an id, a number or a name.
    let known = find(recents, |customer, text| plain(&customer.description()) == text, text)
        .or_else(|| find(recents, |customer, text| customer.id == text, text))
        .or_else(|| find(recents, RecentCustomer::has_number_or_name, text));
    if let Some(known) = known {
        return single_id(known);
    }
    let labelled = labelled_values(text);
    let mut ids = linked_ids(text, origin, base_path);
    if ids.is_empty() {
        let labelled_ids = labelled.iter().filter(|labelled| !labelled.is_number);
        ids.extend(labelled_ids.map(|labelled| labelled.value.to_owned()));
    }
    if let ([], Some(number)) = (ids.as_slice(), labelled.first()) {
        if let Some(known) = find(recents, RecentCustomer::has_number_or_name, number.value) {
            return single_id(known);
        }
        if number.is_of_customer {
            return Err(LookupError::UnknownNumber(number.value.to_owned()));
        }
        ids.push(number.value.to_owned());
    }
    if ids.is_empty() {
        if text.starts_with('/') || text.contains("://") {
            return Err(LookupError::OtherSite);
        }
        // Even if only one name contains the text: another customer's may, too.
        if let Some(similar) = find(recents, RecentCustomer::has_in_name, text) {
            return Err(LookupError::Ambiguous(similar));
        }
        ids = listed_ids(text);
    }
    let mut unique: Vec<String> = Vec::new();
    for id in ids {
        match id.chars().count() {
            0 => return Err(LookupError::Empty),
            1..=MAX_ID if !is_segment(&id) => return Err(LookupError::Invalid),
            1..=MAX_ID if unique.contains(&id) => {}
            1..=MAX_ID => unique.push(id),
            _ => return Err(LookupError::TooLong),
        }
    }
    Ok(unique)
}

/// Returns the id, if there is only one customer.
fn single_id(customers: Vec<RecentCustomer>) -> Result<Vec<String>, LookupError> {
    match customers.as_slice() {
        [one] => Ok(vec![one.id.clone()]),
        _ => Err(LookupError::Ambiguous(customers)),
    }
}

/// Returns the ids in a text's links to customers and comparisons of this site. A link without an origin is the whole text.
fn linked_ids(text: &str, origin: &str, base_path: &str) -> Vec<String> {
    let ids_of = |path: &str| {
        let path = path.split_once(['?', '#']).map_or(path, |(path, _)| path);
        match Route::parse(path, base_path) {
            Route::Customer(id) => vec![id],
            Route::Compare(ids) => ids,
            Route::Home | Route::Unknown => Vec::new(),
        }
    };
    if text.starts_with('/') {
        return ids_of(text);
    }
    let mut ids = Vec::new();
    for link in links(text) {
        if link.kind == LinkKind::Web
            && let Some(path) = strip_prefix(link.text, origin)
        {
            ids.extend(ids_of(path));
        }
    }
    ids
}

/// Splits a list of two or three ids (`42 c3`). Any other text is one id.
fn listed_ids(text: &str) -> Vec<String> {
    let mut ids = Vec::new();
    for id in text.split([' ', '\n', ',', '、', ';']).filter(|id| !id.is_empty()) {
        if !id.is_ascii() || !id.contains(|character: char| character.is_ascii_digit()) {
            return vec![text.to_owned()];
        }
        ids.push(id.to_owned());
    }
    if (2..=3).contains(&ids.len()) {
        ids
    } else {
        vec![text.to_owned()]
    }
}

/// A value that follows a label.
struct Labelled<'a> {
    value: &'a str,
    /// Whether it is a customer number, not an id.
    is_number: bool,
    /// Whether the label says that it is a customer's: `客户编号`, not `编号`.
    is_of_customer: bool,
}

/// Returns the values that follow a label of an id or a customer number.
fn labelled_values(text: &str) -> Vec<Labelled<'_>> {
    let mut values = Vec::new();
    for (start, _) in text.char_indices() {
        let (before, rest) = text.split_at(start);
        let Some((label, rest)) = LABELS.iter().find_map(|label| Some((*label, strip_prefix(rest, label)?)))
        else {
            continue;
        };
        let is_of_customer = CUSTOMER.iter().any(|customer| ends_with(before.trim_end(), customer));
        let value =
            &rest[span(rest, |character| matches!(character, ':' | '=') || is_quote_or_space(character))..];
        let is_separated = value.len() < rest.len() || !label.is_ascii();
        if !is_separated || !(is_of_customer || begins_label(before)) {
            continue;
        }
        let is_of_value =
            |character: char| character.is_ascii_graphic() && !",;\"'<>()[]{}|".contains(character);
        let value =
            value[..span(value, is_of_value)].trim_end_matches(|character| ".:!?".contains(character));
        // Without a colon, a word that follows is not a value: `ID card`.
        let is_value = rest.starts_with(':') || value.contains(|character: char| character.is_ascii_digit());
        if is_value && !value.is_empty() {
            values.push(Labelled {
                value,
                is_number: label != LABELS[0],
                is_of_customer,
            });
        }
    }
    values
}

/// Whether a character is a quotation mark or a space.
fn is_quote_or_space(character: char) -> bool {
    matches!(
        character,
        ' ' | '"' | '\'' | '`' | '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' | '《' | '》'
    )
}

/// Whether a label can begin after a text: not right after a Chinese character, and not after an English word, which would
/// qualify it (`manager ID`).
fn begins_label(before: &str) -> bool {
    match before.trim_end().chars().next_back() {
        Some(last) if last.is_ascii() => !last.is_ascii_alphanumeric(),
        Some(last) => before.ends_with(' ') || !matches!(last, '\u{3400}'..='\u{9fff}'),
        None => true,
    }
}

/// Whether a text ends with another one, ignoring ASCII case.
fn ends_with(text: &str, end: &str) -> bool {
    let start = text.len().checked_sub(end.len());
    start
        .and_then(|start| text.get(start..))
        .is_some_and(|last| last.eq_ignore_ascii_case(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recent(id: &str, name: &str, number: &str) -> RecentCustomer {
        RecentCustomer {
            id: id.into(),
            name: name.into(),
            number: number.into(),
        }
    }

    fn recents() -> Vec<RecentCustomer> {
        vec![
            recent("7", "金华\n职业（技术）学院", "00001"),
            recent("8", "Acme Ltd", "KH-2019-000726"),
            recent("9", "宁波海澜", "1002"),
            recent("10", "宁波海澜", "00010"),
        ]
    }

    fn parse(text: &str) -> Result<Vec<String>, LookupError> {
        super::parse(text, &recents(), "https://crm.example", "/crm")
    }

    /// Asserts that a text names one customer.
    fn assert_leads_to(text: &str, id: &str) {
        assert_eq!(parse(text), Ok(vec![id.to_owned()]), "{text:?}");
    }

    #[test]
    fn typed_and_pasted_ids_are_found() {
        for (text, id) in [
            ("42", "42"),
            ("  c2\n", "c2"),
            ("\u{feff}c3\u{200b}", "c3"),
            ("ｃ３", "c3"),
            ("ＫＨ－２０２１", "KH-2021"),
            ("\u{3000}42\u{3000}", "42"),
            ("“c3”", "c3"),
            ("「42」", "42"),
            ("a:b", "a:b"),
            ("50%", "50%"),
            ("a/b", "a/b"),
            ("客户 1", "客户 1"),
            ("ID1002", "ID1002"),
            ("13812345678", "13812345678"),
        ] {
            assert_leads_to(text, id);
        }
    }

    #[test]
    fn labelled_ids_are_found_alone_and_in_a_longer_text() {
        for (text, id) in [
            ("客户ID：c3", "c3"),
            ("客户ID: “c3”", "c3"),
            ("id:42", "42"),
            ("Customer ID: 42", "42"),
            ("ID 42", "42"),
            ("ID\t42", "42"),
            ("ＩＤ\u{3000}４２", "42"),
            ("客户 ID = 42", "42"),
            ("编号 42", "42"),
            ("编号42", "42"),
            ("No. 42", "42"),
            ("麻烦看下 ID 42 的回款，谢谢。", "42"),
            ("请看客户ID：42。", "42"),
            ("(customer id 42)", "42"),
            ("客户名称：甲客户ID：42客户编号：00042负责人：张三", "42"),
        ] {
            assert_leads_to(text, id);
        }
        for text in ["负责人ID：87", "Account manager ID: 87", "订单编号 87", "paid 100", "the ID card"]
        {
            assert_leads_to(text, text.replace('：', ":").as_str());
        }
    }

    #[test]
    fn links_are_found_alone_and_in_a_longer_text() {
        for (text, id) in [
            ("https://crm.example/crm/customers/42", "42"),
            ("HTTPS://CRM.example/crm/customers/42/?embed#x", "42"),
            ("https://crm.example/crm/customers/a%2Fb%25", "a/b%"),
            ("https://crm.example/crm/customers/O'Brien_(a)", "O'Brien_(a)"),
            ("/crm/customers/42", "42"),
            ("看看这个https://crm.example/crm/customers/42，谢谢", "42"),
            ("https://other.example/x https://crm.example/crm/customers/42", "42"),
            (
                "客户名称：甲 客户ID：7a 客户编号：00001 总成交额：1.00 链接：https://crm.example/crm/customers/42",
                "42",
            ),
        ] {
            assert_leads_to(text, id);
        }
    }

    #[test]
    fn two_ids_are_both_found() {
        let ids = Ok(vec!["1".to_owned(), "2".to_owned()]);
        assert_eq!(parse("https://crm.example/crm/customers/1 https://crm.example/crm/customers/2"), ids);
        assert_eq!(parse("看 https://crm.example/crm/compare/1/2?x"), ids);
        assert_eq!(parse("/crm/compare/1/2"), ids);
        assert_eq!(parse("客户ID：1，客户ID：2"), ids);
        assert_leads_to("客户ID：1，客户ID：1", "1");
        for text in ["1 2", " 1\t2\n", "1，2", "1、 2", "1;2"] {
            assert_eq!(parse(text), ids, "{text:?}");
        }
        for text in ["1 2 3 4", "O'Neil 2 (北京)", "a;b:c@d"] {
            assert_leads_to(text, text);
        }
    }

    #[test]
    fn recent_customers_are_found_by_number_and_name() {
        for (text, id) in [
            ("00001", "7"),
            ("客户编号：00001", "7"),
            ("编号 1002", "9"),
            ("kh-2019-000726", "8"),
            ("金华 职业（技术）学院", "7"),
            ("金华 职业(技术)学院", "7"),
            ("acme ltd", "8"),
            ("金华 职业（技术）学院 · 00001 · 7", "7"),
            ("宁波海澜 · 00010 · 10", "10"),
        ] {
            assert_leads_to(text, id);
        }
        // An id comes before a number.
        assert_eq!(
            super::parse("9", &[recent("1", "甲", "9"), recent("9", "乙", "")], "", ""),
            Ok(vec!["9".to_owned()])
        );
    }

    #[test]
    fn several_recent_customers_and_similar_names_are_offered() {
        let of_name = Err(LookupError::Ambiguous(recents().split_off(2)));
        assert_eq!(parse("宁波海澜"), of_name);
        assert_eq!(parse("海澜"), of_name);
        assert_eq!(parse("职业"), Err(LookupError::Ambiguous(vec![recents()[0].clone()])));
        assert_leads_to("acme", "acme");
        assert_leads_to("海", "海");
    }

    #[test]
    fn texts_without_a_customer_return_the_reason() {
        for (text, error) in [
            ("", LookupError::Empty),
            (" \u{3000}\u{200b}", LookupError::Empty),
            ("“”", LookupError::Empty),
            ("..", LookupError::Invalid),
            ("../admin", LookupError::Invalid),
            ("．．", LookupError::Invalid),
            ("a\u{0}b", LookupError::Invalid),
            ("https://crm.example/crm/customers/%2e%2e", LookupError::Invalid),
            ("https://evil.example/crm/customers/42", LookupError::OtherSite),
            ("见 https://evil.example/crm/customers/42", LookupError::OtherSite),
            ("https://crm.example.evil/crm/customers/42", LookupError::OtherSite),
            ("https://crm.example/crm/", LookupError::OtherSite),
            ("https://crm.example/crmx/customers/42", LookupError::OtherSite),
            ("http://", LookupError::OtherSite),
            ("/etc/passwd", LookupError::OtherSite),
            ("/customers/42", LookupError::OtherSite),
            ("客户编号：00002", LookupError::UnknownNumber("00002".to_owned())),
        ] {
            assert_eq!(parse(text), Err(error), "{text:?}");
        }
        assert_eq!(parse(&"很长的一段。".repeat(10_000)), Err(LookupError::TooLong));
        assert_eq!(parse(&"a".repeat(201)), Err(LookupError::TooLong));
        assert_leads_to(&"é".repeat(200), &"é".repeat(200));
    }
}
