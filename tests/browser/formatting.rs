//! Numbers and times, compared with the browser's `Intl`.

use customer_profile::decimal::Decimal;
use customer_profile::format::{MoneyFormat, format_money, format_number};
use customer_profile::locale::Locale;
use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{MockResponse, TestPage, replace, samples, script, wait_until};

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[wasm_bindgen_test]
fn numbers_are_grouped_and_keep_every_digit() {
    for (plain, written) in [
        ("0", "0"),
        ("0.00", "0.00"),
        ("-0.50", "-0.50"),
        ("2324.32", "2,324.32"),
        ("1234567.80", "1,234,567.80"),
        ("9007199254740993.25", "9,007,199,254,740,993.25"),
        ("123456789012345678901234567890.10", "123,456,789,012,345,678,901,234,567,890.10"),
        ("0.123456789012345678901234567890", "0.123456789012345678901234567890"),
        ("1e21", "1,000,000,000,000,000,000,000"),
        ("1.5e-7", "0.00000015"),
    ] {
        assert_eq!(format_number(&decimal(plain)), written, "{plain}");
    }
}

#[wasm_bindgen_test]
fn numbers_of_hundreds_of_digits_are_exact() {
    let long = decimal(&format!("{}.{}", "9".repeat(200), "1".repeat(150)));
    assert_eq!(digits(&format_number(&long)), digits(&long.to_string()));
}

#[wasm_bindgen_test]
fn money_has_the_configured_currency_and_unit() {
    let yuan = MoneyFormat { currency: Some("CNY"), unit: None };
    let yen = MoneyFormat { currency: Some("JPY"), unit: None };
    let in_thousands = MoneyFormat { currency: Some("USD"), unit: Some("千") };
    let wan = MoneyFormat { currency: None, unit: Some("万元") };
    for (amount, format, locale, written) in [
        ("2324.32", &yuan, Locale::Zh, "¥2,324.32"),
        ("2324.32", &yuan, Locale::En, "CN¥2,324.32"),
        ("-0.50", &yuan, Locale::Zh, "-¥0.50"),
        // Two fraction digits, although the currency has none: the API sent them.
        ("100.25", &yen, Locale::En, "¥100.25"),
        ("5", &in_thousands, Locale::En, "$5.00\u{a0}千"),
        ("86400", &wan, Locale::Zh, "86,400.00\u{a0}万元"),
        ("1234567.8", &wan, Locale::Zh, "1,234,567.80\u{a0}万元"),
        ("0.125", &yuan, Locale::Zh, "¥0.125"),
        (
            "123456789012345678901234567890.10",
            &yuan,
            Locale::Zh,
            "¥123,456,789,012,345,678,901,234,567,890.10",
        ),
    ] {
        assert_eq!(format_money(&decimal(amount), format, locale), written, "{amount}");
    }
}

#[wasm_bindgen_test]
async fn currency_and_unit_apply_to_amounts_and_not_to_counts() {
    let page = TestPage::new();
    page.configure(r#"{"currency": "CNY", "unit": "万"}"#);
    page.mock_response("42", MockResponse::ok(samples::FULL));
    page.open("/customers/42");
    page.wait_for_record().await;
    assert_eq!(page.figure("总成交额"), "¥12,846,350.75 万");
    assert_eq!(page.figure("未收款额"), "¥2,318,640.00 万");
    assert_eq!(page.figure("累计质保金"), "¥642,317.50 万");
    assert!(page.value("平均每单成交额").starts_with("¥347,198.67 万"));
    assert_eq!(page.value("签单数"), "37");
    assert_eq!(page.value("排名"), "3");
}

/// Browsers before 2023 convert a decimal string to a float.
#[wasm_bindgen_test]
fn imprecise_number_format_is_not_used() {
    let _page = TestPage::new();
    let lossy = script(
        "real",
        "return function (...of) {
            const format = new real(...of);
            this.format = (text) => format.format(Number(text));
        }",
    );
    let number_format = Reflect::get(&intl(), &"NumberFormat".into()).unwrap();
    replace(&intl(), "NumberFormat", &lossy.call1(&JsValue::UNDEFINED, &number_format).unwrap());
    let yuan = MoneyFormat { currency: Some("CNY"), unit: None };
    let long = decimal("9007199254740993.25");
    assert_eq!(format_number(&long), "9,007,199,254,740,993.25");
    assert_eq!(format_money(&long, &yuan, Locale::Zh), "CNY 9,007,199,254,740,993.25");
    assert_eq!(
        format_money(&decimal("2324.32"), &yuan, Locale::Zh),
        "¥2,324.32",
        "a float has enough digits for this amount"
    );
}

/// The page groups digits without `Intl`, with the same result in both languages.
#[wasm_bindgen_test]
fn grouping_matches_intl_number_format() {
    let by_browser = script(
        "tag, text, places",
        "return new Intl.NumberFormat(tag, { minimumFractionDigits: places, maximumFractionDigits: places }).format(text)",
    );
    // Every number of integer and fraction digits.
    for places in 0..20_usize {
        for digits in 1..25 {
            let plain = format!(
                "-{}.{}",
                "1234567890".repeat(3).split_at(digits).0,
                "9876543210".repeat(2).split_at(places).0
            );
            let plain = plain.trim_end_matches('.');
            for locale in Locale::ALL {
                let written = by_browser.call3(
                    &JsValue::UNDEFINED,
                    &locale.tag().into(),
                    &plain.into(),
                    &places.into(),
                );
                assert_eq!(
                    format_number(&decimal(plain)),
                    written.unwrap().as_string().unwrap(),
                    "{}",
                    locale.tag()
                );
            }
        }
    }
}

#[wasm_bindgen_test]
async fn plain_numbers_do_not_use_intl() {
    let page = TestPage::new();
    let refuse = script("", "throw new Error('Intl must not be used without a currency')");
    replace(&intl(), "NumberFormat", &refuse);
    page.mock_response("42", MockResponse::ok(samples::FULL));
    page.open("/customers/42");
    page.wait_for_record().await;
    assert_eq!(page.figure("总成交额"), "12,846,350.75");
}

#[wasm_bindgen_test]
async fn relative_time_follows_the_language() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    wait_until("the relative time", || page.value("创建时间").ends_with('前')).await;
    page.click("English").await;
    page.wait_for_text("Created").await;
    wait_until("the relative time", || page.value("Created").ends_with("ago")).await;
}

fn intl() -> JsValue {
    Reflect::get(&window(), &"Intl".into()).unwrap()
}
