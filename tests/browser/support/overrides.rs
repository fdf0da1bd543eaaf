//! Replacing properties of browser objects until the end of the test.

use std::cell::RefCell;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    /// Object, property and previous descriptor of each replacement; `undefined` if the property was inherited.
    static REPLACED: RefCell<Vec<(Object, JsValue, JsValue)>> = const { RefCell::new(Vec::new()) };
}

/// Replaces the value of a property.
pub fn replace(object: &JsValue, key: &str, value: &JsValue) {
    let descriptor = Object::new();
    Reflect::set(&descriptor, &"value".into(), value).unwrap();
    Reflect::set(&descriptor, &"writable".into(), &true.into()).unwrap();
    define(object, key, &descriptor);
}

/// Replaces a property with a getter.
pub fn replace_getter(object: &JsValue, key: &str, getter: &Function) {
    let descriptor = Object::new();
    Reflect::set(&descriptor, &"get".into(), getter).unwrap();
    define(object, key, &descriptor);
}

/// The recorded calls of a replaced function.
pub struct Calls(Array);

impl Calls {
    /// Returns the arguments of each call, joined by spaces.
    pub fn all(&self) -> Vec<String> {
        self.0.iter().filter_map(|call| call.as_string()).collect()
    }
}

/// Replaces a function with one that records its calls and always returns `result`.
pub fn record(object: &JsValue, key: &str, result: &JsValue) -> Calls {
    let calls = Array::new();
    let recording = script(
        "calls, result",
        "return (...values) => {
            calls.push(values.map(String).join(' '));
            return result;
        }",
    );
    let recording = recording.call2(&JsValue::UNDEFINED, &calls, result).unwrap();
    replace(object, key, &recording);
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
    while let Some((object, key, before)) = REPLACED.with_borrow_mut(Vec::pop) {
        if before.is_undefined() {
            Reflect::delete_property(&object, &key).unwrap();
        } else {
            Object::define_property(&object, &key, before.unchecked_ref());
        }
    }
}

fn define(object: &JsValue, key: &str, descriptor: &Object) {
    let (object, key): (&Object, JsValue) = (object.unchecked_ref(), key.into());
    let before = Object::get_own_property_descriptor(object, &key);
    Reflect::set(descriptor, &"configurable".into(), &true.into()).unwrap();
    Object::define_property(object, &key, descriptor);
    REPLACED.with_borrow_mut(|replaced| replaced.push((object.clone(), key, before)));
}
