//! Mounts [`App`] into `#app` of index.html.

use customer_profile::app::{App, report_panics};
use customer_profile::browser::{find, task::next_task};
use customer_profile::ui::skeleton;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

/// A smaller allocator than the standard one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::GlobalTlsf<AllocatorOptions> = rlsf::GlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
struct AllocatorOptions;

#[cfg(target_arch = "wasm32")]
impl rlsf::GlobalTlsfOptions for AllocatorOptions {
    const ENABLE_REALLOCATION: bool = false;
}

fn main() {
    report_panics();
    #[cfg(all(debug_assertions, target_arch = "wasm32"))]
    customer_profile::api::sample::install();
    // In a separate task (docs/performance.md, "Stages").
    spawn_local(async {
        next_task().await;
        mount();
    });
}

/// Replaces the static content of `#app` with the program.
fn mount() {
    let Some(container) = find("#app") else {
        leptos::logging::error!("index.html has no element with the id `app`");
        return;
    };
    skeleton::keep_template();
    container.set_text_content(None);
    mount_to(container.unchecked_into(), App).forget();
    skeleton::end_first_page();
}
