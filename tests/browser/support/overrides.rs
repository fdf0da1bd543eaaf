//! Replacing properties of browser objects until the end of the test.

use std::cell::RefCell;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    /// Object, property and previous descriptor of each replacement; `undefined` if the property was inherited.
    static REPLACED: RefCell<Vec<(Object, JsValue, JsValue)>> = const { RefCell::new(Vec::new()) };
}

/// Replaces the value of a property.
pub fn replace(of: &JsValue, key: &str, value: &JsValue) {
    let descriptor = Object::new();
    Reflect::set(&descriptor, &"value".into(), value).unwrap();
    Reflect::set(&descriptor, &"writable".into(), &true.into()).unwrap();
    define(of, key, &descriptor);
}

/// Replaces a property by a getter.
pub fn replace_getter(of: &JsValue, key: &str, getter: &Function) {
    let descriptor = Object::new();
    Reflect::set(&descriptor, &"get".into(), getter).unwrap();
    define(of, key, &descriptor);
}

/// The recorded calls of a replaced function.
pub struct Calls(Array);

impl Calls {
    /// Returns the arguments of each call, joined by spaces.
    pub fn all(&self) -> Vec<String> {
        self.0.iter().filter_map(|call| call.as_string()).collect()
    }
}

/// Replaces a function by one that records its calls and always returns `result`.
pub fn record(of: &JsValue, key: &str, result: &JsValue) -> Calls {
    let calls = Array::new();
    let recording = script(
        "calls, result",
        "return (...values) => {
            calls.push(values.map(String).join(' '));
            return result;
        }",
    );
    let recording = recording.call2(&JsValue::UNDEFINED, &calls, result).unwrap();
    replace(of, key, &recording);
    Calls(calls)
}

/// Creates a JavaScript function.
#[expect(
    clippy::disallowed_methods,
    reason = "the page of the tests has no Content-Security-Policy"
)]
pub fn script(parameters: &str, body: &str) -> Function {
    Function::new_with_args(parameters, body)
}

/// Restores all replaced properties, the last one first.
pub fn restore_all() {
    while let Some((of, key, before)) = REPLACED.with_borrow_mut(Vec::pop) {
        if before.is_undefined() {
            Reflect::delete_property(&of, &key).unwrap();
        } else {
            Object::define_property(&of, &key, before.unchecked_ref());
        }
    }
}

fn define(of: &JsValue, key: &str, descriptor: &Object) {
    let (of, key): (&Object, JsValue) = (of.unchecked_ref(), key.into());
    let before = Object::get_own_property_descriptor(of, &key);
    Reflect::set(descriptor, &"configurable".into(), &true.into()).unwrap();
    Object::define_property(of, &key, descriptor);
    REPLACED.with_borrow_mut(|replaced| replaced.push((of.clone(), key, before)));
}
