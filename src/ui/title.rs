//! The document's title.

use leptos::prelude::*;

use super::effect::use_effect;
use crate::locale::use_locale;

/// Titles the document as long as the part of the page is there that calls this; `title` is followed, and comes before
/// the program's own name.
pub fn use_title(title: impl Fn() -> String + 'static) {
    let locale = use_locale();
    use_effect(move || {
        let app = locale.get().words().texts.app;
        let title = title();
        document().set_title(&if title.is_empty() {
            app.to_owned()
        } else {
            format!("{title} - {app}")
        });
    });
}
