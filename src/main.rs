//! Starts the program in the page's `#app`.

use customer_profile::app::{Program, report_panics};
use customer_profile::browser;
use customer_profile::ui::skeleton;

/// Rust's own allocator is one large function in which every allocation ends. The browser finds that worth optimizing
/// while the first customers are on their way, and is busy with it for 20 ms (docs/performance.md).
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    report_panics();
    #[cfg(all(debug_assertions, target_arch = "wasm32"))]
    customer_profile::api::sample::install();
    let Some(place) = browser::document().get_element_by_id("app") else {
        leptos::logging::error!("index.html has no element with the id `app`");
        return;
    };
    skeleton::keep_shape();
    let program = Program::new(&place);
    // In a turn of its own, so that the browser can see to other things in between. It ends with the page.
    browser::soon(move || std::mem::forget(program.draw()));
}
