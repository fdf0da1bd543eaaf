//! Waiting for what comes.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

/// Milliseconds between two looks.
const PAUSE: i32 = 5;
/// Looks before giving up: some five seconds. They are counted, because tests set the clocks as they please.
const LOOKS: u32 = 1_000;

/// Waits until something holds; fails the test, with what the page shows, where it does not come to hold.
pub async fn wait_until(what: &str, mut holds: impl FnMut() -> bool) {
    for _ in 0..LOOKS {
        if holds() {
            return;
        }
        pause(PAUSE).await;
    }
    panic!("waited in vain: {what}\nthe page shows: {}", super::stage::shown());
}

/// Waits until everything that was due has happened: promises, timers of no delay, effects, two frames. For tests that
/// something does not happen.
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
