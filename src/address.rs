//! The address in the browser's bar: where the person is, and moving on inside the program.

use std::borrow::Cow;

use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationChange, LocationProvider};

use crate::browser;

/// Follows the address: links, going back and forth, and [`go`]. Links that leave the base path load anew.
pub fn provide(base: &str) {
    // Every browser says where it is.
    if let Ok(url) = BrowserUrl::new() {
        url.init(Some(Cow::Owned(base.to_owned())));
        provide_context(url);
    }
}

/// The path of the present address; reading it follows it.
pub fn path() -> String {
    use_context::<BrowserUrl>().map_or_else(browser::path, |url| url.as_url().read().path().to_owned())
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
