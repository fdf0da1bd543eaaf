//! The document's title.

use leptos::prelude::*;

use super::effect::use_effect;
use crate::locale::use_locale;

/// Sets the document's title to `title`, followed by the program's name, while the caller is mounted.
pub fn use_document_title(title: impl Fn() -> String + 'static) {
    set_title(Box::new(title));
}

/// Boxed, so that it compiles once.
fn set_title(title: Box<dyn Fn() -> String>) {
    let locale = use_locale();
    use_effect(move || {
        let app = locale.get().texts().app;
        let title = title();
        document().set_title(&if title.is_empty() {
            app.to_owned()
        } else {
            [&title, " - ", app].concat()
        });
    });
}
