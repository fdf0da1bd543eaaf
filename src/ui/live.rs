//! What stays true on the page while it is there: updates that follow signals, listeners, and their end.

use std::cell::Cell;
use std::rc::Rc;
use std::vec;

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, EventTarget};

use super::follower::Follower;
use crate::browser;

/// Runs `update` now, and again whenever a signal that it reads has changed, as long as the part of the page is there
/// that it is called for.
pub fn follow(update: impl Fn() + 'static) {
    // One type for all that follow.
    fn run(update: Box<dyn Fn()>) {
        let follower = Follower::new(update);
        follower.run();
        keep(follower);
    }
    run(Box::new(update));
}

/// Something that is left to draw.
pub type Drawing = Box<dyn FnOnce()>;

/// Draws for the part of the page that it is called for: where people wait for what is there now, once that is on the
/// screen, one with each frame, so that whatever they do is answered in between, and not where the part has gone by
/// then; else all at once.
pub fn one_by_one<const N: usize>(is_waited_for: bool, drawings: [Drawing; N]) {
    fn run(schedule: Schedule, mut left: vec::IntoIter<Drawing>) {
        if let Some(draw) = left.next() {
            let then = move || {
                draw();
                run(browser::with_frame, left);
            };
            when(schedule, Box::new(then));
        }
    }
    if is_waited_for {
        run(browser::after_frame, Vec::from(drawings).into_iter());
    } else {
        drawings.into_iter().for_each(|draw| draw());
    }
}

/// Does something for the part of the page that it is called for, when the frame is drawn, too, that follows the one
/// with what is there now, and not at all where the part has gone by then: what nobody needs to see or use before that.
pub fn later(act: impl FnOnce() + 'static) {
    when(|act| browser::after_frame(|| browser::soon(act)), Box::new(act));
}

/// Does something for the part of the page that it is called for when people have waited for it for long, and not at all
/// where the part has gone by then.
pub fn after_long(act: impl FnOnce() + 'static) {
    when(|act| browser::after(browser::LONG, act), Box::new(act));
}

type Schedule = fn(Drawing);

fn when(schedule: Schedule, act: Drawing) {
    let owner = Owner::current();
    let has_gone = Rc::new(Cell::new(false));
    let going = has_gone.clone();
    on_cleanup_here(move || going.set(true));
    schedule(Box::new(move || match owner {
        _ if has_gone.get() => {}
        Some(owner) => owner.with(act),
        None => act(),
    }));
}

/// A value that follows its signals, and tells those that follow it only when it has become another one: Leptos's
/// `Memo`, for values that are cheap to compute and at a fifth of the bytes.
pub fn derived<T: Clone + PartialEq + Send + Sync + 'static>(compute: impl Fn() -> T + 'static) -> ArcRwSignal<T> {
    let value = ArcRwSignal::new(untrack(&compute));
    let derived = value.clone();
    follow(move || {
        let now = compute();
        if *value.read_untracked() != now {
            value.set(now);
        }
    });
    derived
}

/// Calls `act` for each event of this name at the window (or at the document, where it bubbles), as long as the part of
/// the page is there that it is called for.
pub fn listen(event: &'static str, act: impl FnMut(Event) + 'static) {
    let listener = listener(act);
    listen_at(&browser::window(), event, &listener);
    on_cleanup_here(move || {
        let _ = browser::window().remove_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    });
}

/// The element of this selector in which an event has happened, or which it has happened to.
pub fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// What the browser calls for an event.
type Listener = Closure<dyn FnMut(Event)>;

/// A listener that finds what the part of the page finds that it is made for: language, configuration, address.
pub(super) fn listener(mut act: impl FnMut(Event) + 'static) -> Listener {
    let owner = Owner::current();
    Listener::new(Box::new(move |event| match &owner {
        Some(owner) => owner.with(|| act(event)),
        None => act(event),
    }))
}

/// Has the browser call a listener for each event of this name. The listener must be kept; see [`keep`].
pub(super) fn listen_at(target: &EventTarget, event: &str, listener: &Listener) {
    // Fails for no name of an event.
    let _ = target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
}

/// Keeps something alive as long as the part of the page is there that it is called for.
pub(super) fn keep(kept: impl Sized + 'static) {
    let kept: Box<dyn std::any::Any> = Box::new(kept);
    on_cleanup_here(move || drop(kept));
}

/// Calls `end` when the part of the page goes that it is called for.
pub fn on_cleanup_here(end: impl FnOnce() + 'static) {
    // The page has one thread; Leptos asks for more.
    let end: SendWrapper<Box<dyn FnOnce()>> = SendWrapper::new(Box::new(end));
    on_cleanup(move || (end.take())());
}
