//! The error message after a panic. A separate binary: after the panic, no other test could run.
#![cfg(target_arch = "wasm32")]

use customer_profile::app::report_panics;
use js_sys::{Array, Function, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
#[expect(clippy::disallowed_methods, reason = "the markup is the test's own")]
fn panic_shows_the_error_message_and_logs_its_location() {
    let page = document().create_element("div").unwrap();
    page.set_inner_html(
        "<div id=\"app\">A customer</div><div id=\"fatal\" role=\"alert\" hidden>Please reload</div>",
    );
    document().body().unwrap().append_child(&page).unwrap();
    let logged = Array::new();
    let console = Reflect::get(&window(), &"console".into()).unwrap();
    let listen = Function::new_with_args("logged", "return (text) => logged.push(text)");
    let listen = listen.call1(&JsValue::UNDEFINED, &logged).unwrap();
    let error = Reflect::get(&console, &"error".into()).unwrap();
    Reflect::set(&console, &"error".into(), &listen).unwrap();
    report_panics();

    let panics = Closure::<dyn Fn()>::new(|| panic!("an invented reason")).into_js_value();
    let outcome = Function::from(panics).call0(&JsValue::UNDEFINED);
    Reflect::set(&console, &"error".into(), &error).unwrap();

    assert!(outcome.is_err(), "the program has ended there");
    let logged = logged.join(" ").as_string().unwrap();
    assert!(logged.contains("an invented reason") && logged.contains(file!()), "{logged}");
    assert!(document().get_element_by_id("app").is_none());
    assert!(!document().get_element_by_id("fatal").unwrap().has_attribute("hidden"));
}
