//! Copying: exact values, and an announcement only on success.

use js_sys::{Object, Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{
    Calls, MockResponse, TestPage, focused, record, replace, samples, script, settle, text, wait_until,
};

#[wasm_bindgen_test]
async fn copy_buttons_copy_the_exact_value() {
    let page = TestPage::with_record(samples::EXACT).await;
    let copies = clipboard(&Promise::resolve(&JsValue::UNDEFINED));
    for (label, value) in [
        ("客户名称", "上海申浦临港联合供应链金融服务有限公司"),
        ("客户ID", "1725934800123456789"),
        ("客户编号", "0000000000000000072"),
        ("总成交额", "9007199254740993.25"),
        ("未收款额", "123456789012345678901234567890.10"),
        ("累计质保金", "-0.50"),
        ("所在部门", "华东大区 / 上海分公司 / 金融行业组"),
        ("行业", "金融业 / 其他金融业 / 供应链金融"),
        ("区域", "上海市 / 市辖区 / 浦东新区"),
        ("所在区域编码", "31 / 3101 / 310115"),
    ] {
        page.click(&format!("复制{label}")).await;
        wait_until("the announcement", || page.announced() == format!("已复制{label}")).await;
        assert_eq!(copies.all().last().unwrap(), value, "{label}");
    }
}

#[wasm_bindgen_test]
async fn copied_amount_keeps_its_own_unit() {
    let page = TestPage::with_record(r#"{"id": "1", "totalTurnover": "232.4万元"}"#).await;
    let copies = clipboard(&Promise::resolve(&JsValue::UNDEFINED));
    page.click("复制总成交额").await;
    wait_until("the announcement", || page.announced() == "已复制总成交额").await;
    assert_eq!(copies.all(), ["232.40 万元"]);
}

#[wasm_bindgen_test]
async fn the_customer_is_copied_as_summary_row_and_link() {
    let page = TestPage::new();
    page.mock_response("42", MockResponse::ok(r#"{"id": "00042", "name": "甲", "totalTurnover": 2324.32}"#));
    page.set_clock([2026, 3, 1, 9, 5, 0]);
    page.open("/customers/42?from=mail");
    page.wait_for_record().await;
    let copies = clipboard(&Promise::resolve(&JsValue::UNDEFINED));
    let link = format!("{}/customers/42", window().location().origin().unwrap());
    for (key, label, copied) in [
        (
            "c",
            "摘要",
            format!(
                "客户名称：甲\n客户ID：00042\n总成交额：2,324.32\n数据时间：2026-03-01 09:05\n链接：{link}"
            ),
        ),
        ("e", "表格行", format!("甲\t00042\t\t\t\t2324.32\t\t\t2026-03-01 09:05\t{link}")),
        ("u", "链接", link.clone()),
    ] {
        page.press_key(key);
        wait_until("the announcement", || page.announced() == format!("已复制{label}")).await;
        assert_eq!(*copies.all().last().unwrap(), copied, "{label}");
    }
}

#[wasm_bindgen_test]
async fn copy_is_announced_only_after_it_succeeds() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    let waiting = Object::new();
    let promise = script("waiting", "return new Promise(done => { waiting.done = done })");
    clipboard(&promise.call1(&JsValue::UNDEFINED, &waiting).unwrap());
    page.click("复制客户ID").await;
    settle().await;
    assert_eq!(page.announced(), "已加载：金职院");
    let done: js_sys::Function = Reflect::get(&waiting, &"done".into()).unwrap().unchecked_into();
    done.call0(&JsValue::UNDEFINED).unwrap();
    wait_until("the announcement", || page.announced() == "已复制客户ID").await;
    assert!(page.get_by_role("button", "复制客户ID").await.class_list().contains("copied"));
}

#[wasm_bindgen_test]
async fn copy_confirmation_is_not_shown_for_the_next_customer() {
    for is_quick in [true, false] {
        let page = TestPage::with_record(samples::EXAMPLE).await;
        page.wait_for_record().await;
        page.mock_response("B", MockResponse::ok(samples::named("乙")));
        let waiting = Object::new();
        let promise = script("waiting", "return new Promise(done => { waiting.done = done })");
        clipboard(&promise.call1(&JsValue::UNDEFINED, &waiting).unwrap());
        let done: js_sys::Function = Reflect::get(&waiting, &"done".into()).unwrap().unchecked_into();
        page.click("复制客户名称").await;
        if is_quick {
            done.call0(&JsValue::UNDEFINED).unwrap();
            wait_until("the tick", || page.select(".copied").is_some()).await;
        }
        page.go_to("B").await;
        page.wait_for_heading("乙").await;
        done.call0(&JsValue::UNDEFINED).unwrap();
        wait_until("the announcement", || page.announced() == "已复制客户名称" || is_quick).await;
        settle().await;
        assert!(page.select(".copied").is_none(), "{is_quick}");
    }
}

#[wasm_bindgen_test]
async fn copy_falls_back_to_exec_command_if_the_clipboard_refuses() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    clipboard(&Promise::reject(&JsValue::from_str("denied")));
    let selected = mock_exec_command(true);
    page.click("复制客户编号").await;
    wait_until("the announcement", || page.announced() == "已复制客户编号").await;
    assert_eq!(selected.all(), ["copy"]);
}

#[wasm_bindgen_test]
async fn copy_without_navigator_clipboard_restores_focus_and_leaves_no_element() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    replace(&window().navigator(), "clipboard", &JsValue::UNDEFINED);
    let selection = Object::new();
    let copy = script(
        "seen",
        "return () => {
            const { value, selectionStart, selectionEnd } = document.activeElement;
            seen.text = value.slice(selectionStart, selectionEnd);
            return true;
        }",
    );
    replace(&document(), "execCommand", &copy.call1(&JsValue::UNDEFINED, &selection).unwrap());
    let button = page.get_by_role("button", "复制所在部门").await;
    button.focus().unwrap();
    button.click();
    wait_until("the announcement", || page.announced() == "已复制所在部门").await;
    assert_eq!(Reflect::get(&selection, &"text".into()).unwrap(), "亚服 / 服务站 / 浙江站");
    assert_eq!(document().query_selector_all("textarea").unwrap().length(), 0);
    assert_eq!(focused(), button, "the focus is back");
}

#[wasm_bindgen_test]
async fn failed_copy_is_announced() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    clipboard(&Promise::reject(&JsValue::from_str("denied")));
    mock_exec_command(false);
    page.click("复制客户编号").await;
    wait_until("the announcement", || page.announced() == "复制失败，请手动选择文字").await;
    let button = page.get_by_role("button", "复制客户编号").await;
    assert!(!button.class_list().contains("copied"));
    let failure = || button.next_element_sibling().map(|note| text(note.unchecked_ref()));
    assert_eq!(failure().unwrap(), "复制失败，请手动选择文字");
    page.dispatch_on_window("pointerdown");
    wait_until("the end of the note", || failure().is_none()).await;
}

#[wasm_bindgen_test]
async fn failed_copy_stays_visible_after_an_earlier_success() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.wait_for_record().await;
    clipboard(&Promise::resolve(&JsValue::UNDEFINED));
    // Holds the timers that end a success.
    let timers = js_sys::Array::new();
    let hold = script(
        "set, timers",
        "return (run, delay) => delay === 2000 ? timers.push(run) : set.call(window, run, delay)",
    );
    let set = Reflect::get(&window(), &"setTimeout".into()).unwrap();
    replace(&window(), "setTimeout", &hold.call2(&JsValue::UNDEFINED, &set, &timers).unwrap());
    page.press_key("c");
    wait_until("the announcement", || page.announced() == "已复制摘要").await;
    clipboard(&Promise::reject(&JsValue::from_str("denied")));
    mock_exec_command(false);
    page.press_key("u");
    let has_failure = || page.select(".copy-failure").is_some();
    wait_until("the note", has_failure).await;
    for run in timers.iter() {
        run.unchecked_into::<js_sys::Function>().call0(&JsValue::UNDEFINED).unwrap();
    }
    settle().await;
    assert!(has_failure());
}

#[wasm_bindgen_test]
async fn copying_in_an_input_ignores_a_selected_trail() {
    let page = TestPage::with_record(samples::EXAMPLE).await;
    page.wait_for_record().await;
    let trail = page.select(".trail ol").unwrap();
    let selection = window().get_selection().unwrap().unwrap();
    selection.select_all_children(&trail).unwrap();
    // As in Firefox, the selection of the document stays when an input has focus.
    let copy = script(
        "target",
        "const event = new ClipboardEvent('copy', { bubbles: true, cancelable: true, clipboardData: new DataTransfer() });
        target.dispatchEvent(event);
        return event.clipboardData.getData('text/plain')",
    );
    let copied_in = |target: JsValue| copy.call1(&JsValue::UNDEFINED, &target).unwrap();
    assert_eq!(copied_in(trail.into()), "亚服 / 服务站 / 浙江站");
    assert_eq!(copied_in(page.get_by_role("combobox", "客户ID").await.into()), "");
}

/// Replaces `navigator.clipboard.writeText`, and records the written texts.
fn clipboard(result: &JsValue) -> Calls {
    record(&window().navigator().clipboard(), "writeText", result)
}

/// Replaces `document.execCommand('copy')` with one that succeeds or fails.
fn mock_exec_command(works: bool) -> Calls {
    record(&document(), "execCommand", &works.into())
}
