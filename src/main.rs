//! Starts the program in the page's `#app`.

use customer_profile::app::{report_panics, start};
use customer_profile::browser;
use customer_profile::ui::skeleton;

fn main() {
    report_panics();
    #[cfg(all(debug_assertions, target_arch = "wasm32"))]
    customer_profile::api::sample::install();
    let Some(place) = browser::document().get_element_by_id("app") else {
        leptos::logging::error!("index.html has no element with the id `app`");
        return;
    };
    skeleton::keep_shape();
    // It ends with the page.
    std::mem::forget(start(&place));
}
