//! The address in the browser's bar: where the person is, and moving on inside the program.

use std::borrow::Cow;

use any_spawner::Executor;
use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationChange, LocationProvider};

use crate::browser;

/// The path of the present address, for everybody who follows it.
#[derive(Clone)]
struct Path(ArcRwSignal<String>);

/// Says where the person is.
pub fn provide() {
    provide_context(Path(ArcRwSignal::new(browser::path())));
}

/// From now on follows links, going back and forth, and [`go`]. Links that leave the base path load anew.
pub fn follow_links(base: &str) {
    // For the router. It says that it was called before, which no harm comes of.
    let _ = Executor::init_wasm_bindgen();
    // Every browser says where it is.
    if let Ok(url) = BrowserUrl::new() {
        url.init(Some(Cow::Owned(base.to_owned())));
        provide_context(url);
    }
}

/// Takes over where links, going back and forth and [`go`] have led; belongs into what follows signals.
pub fn keep_up() {
    let (Some(Path(path)), Some(url)) = (use_context(), use_context::<BrowserUrl>()) else { return };
    let now = url.as_url().read().path().to_owned();
    if *path.read_untracked() != now {
        path.set(now);
    }
}

/// The path of the present address; reading it follows it.
pub fn path() -> String {
    use_context::<Path>().map_or_else(browser::path, |Path(path)| path.get())
}

/// Says that the page of the present address is drawn: only then does the browser's bar show where a link led.
pub fn arrived() {
    if let Some(url) = use_context::<BrowserUrl>() {
        url.ready_to_complete();
    }
}

/// Moves on to a path of this origin, escaped as it is to stand in the address.
pub fn go(path: &str) {
    let Some(url) = use_context::<BrowserUrl>() else { return };
    let change = LocationChange { value: path.to_owned(), replace: false, ..LocationChange::default() };
    url.complete_navigation(&change);
    if let Ok(here) = BrowserUrl::current() {
        url.as_url().set(here);
    }
}
