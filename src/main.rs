//! Starts the program in the page's `#app`.

use customer_profile::app::{App, report_panics};
use customer_profile::browser;
use customer_profile::ui::skeleton;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

fn main() {
    report_panics();
    #[cfg(all(debug_assertions, target_arch = "wasm32"))]
    customer_profile::api::sample::install();
    let Some(place) = browser::document().get_element_by_id("app") else {
        leptos::logging::error!("index.html has no element with the id `app`");
        return;
    };
    skeleton::keep_shape();
    // The frame that index.html has shown until now.
    place.replace_children_with_node_0();
    mount_to(place.unchecked_into(), App).forget();
}
