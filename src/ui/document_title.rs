//! The document's title.

use std::time::Duration;

use leptos::prelude::*;

use super::effect::use_effect;
use crate::browser::timer::use_timer;
use crate::locale::use_locale;

/// Delays a title until the page is painted, because browsers are slow to set one. Not `after_paint`: a hidden tab has no
/// frames.
const AFTER_PAINT: Duration = Duration::from_millis(50);

/// Sets the document's title to `title`, followed by the program's name, while the caller is mounted. The first title is set
/// at once, because the history entry keeps it if the user leaves soon; later ones after the paint.
pub fn use_document_title(title: impl Fn() -> String + 'static) {
    set_title(Box::new(title));
}

/// Boxed, so that it compiles once.
fn set_title(title: Box<dyn Fn() -> String>) {
    let locale = use_locale();
    let mut is_first = true;
    use_effect(move || {
        let app = locale.get().texts().app;
        let title = match title() {
            title if title.is_empty() => app.to_owned(),
            title => [&title, " - ", app].concat(),
        };
        if std::mem::take(&mut is_first) {
            document().set_title(&title);
        } else {
            use_timer(AFTER_PAINT, move || document().set_title(&title));
        }
    });
}
