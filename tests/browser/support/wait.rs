//! Waiting by polling.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

/// Milliseconds between two polls.
const PAUSE: i32 = 5;
/// Polls before giving up: about five seconds. Counted, because tests change the clocks.
const MAX_POLLS: u32 = 1_000;

/// Waits until a condition holds. Fails the test with the page's text if it does not.
pub async fn wait_until(what: &str, mut holds: impl FnMut() -> bool) {
    for _ in 0..MAX_POLLS {
        if holds() {
            return;
        }
        pause(PAUSE).await;
    }
    panic!("waited in vain: {what}\nthe page shows: {}", super::page::shown());
}

/// Waits for pending promises, timers without delay, effects and two frames, for tests that something does not happen.
pub async fn settle() {
    for _ in 0..2 {
        pause(0).await;
        frame().await;
    }
    pause(0).await;
}

async fn pause(milliseconds: i32) {
    let timer = Promise::new(&mut |resolve, _| {
        let window = leptos::prelude::window();
        window
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds)
            .unwrap();
    });
    JsFuture::from(timer).await.unwrap();
}

async fn frame() {
    let frame = Promise::new(&mut |resolve, _| {
        leptos::prelude::window().request_animation_frame(&resolve).unwrap();
    });
    JsFuture::from(frame).await.unwrap();
}
