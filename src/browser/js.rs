//! Access to JavaScript properties and methods by name. Only for rare ones: bindings are typed, but each makes the program
//! larger. A property that the browser does not have is `undefined`.

use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

pub fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

pub fn set(object: &JsValue, name: &str, value: &str) {
    let _ = Reflect::set(object, &name.into(), &value.into());
}

/// Calls a method with strings, which JavaScript converts to numbers if needed.
pub fn call(object: &JsValue, name: &str, arguments: &[&str]) -> JsValue {
    let texts = Array::new();
    for argument in arguments {
        texts.push(&(*argument).into());
    }
    apply(object, name, &texts)
}

/// Calls a method with a list of arguments.
pub fn apply(object: &JsValue, name: &str, arguments: &Array) -> JsValue {
    let method = get(object, name).dyn_into::<Function>();
    method.and_then(|method| method.apply(object, arguments)).unwrap_or_default()
}

/// Creates an object of the browser's `Intl`: `intl("Collator", "zh-CN", &[])`. `None` if the browser refuses the
/// options. The first use of `Intl` is slow.
pub fn intl(class: &str, locale: &str, options: &[(&str, &str)]) -> Option<JsValue> {
    let constructor = get(&get(&window(), "Intl"), class).dyn_into::<Function>().ok()?;
    let object = Object::new();
    for (name, value) in options {
        set(&object, name, value);
    }
    Reflect::construct(&constructor, &Array::of2(&locale.into(), &object)).ok()
}
