//! Text from the API.

use leptos::prelude::*;

use crate::config::config;
use crate::locale::locale;
use crate::plain_text::is_bidi_control;

/// Renders a text from the API, marked with the language of the data, and isolated: right-to-left text must not reorder
/// the text around it. Most texts need neither, and no element.
#[component]
pub fn DataText(
    #[prop(into)] text: String,
    #[prop(optional_no_strip)] title: Option<String>,
) -> impl IntoView {
    let lang = data_language();
    if lang.is_none() && title.is_none() && !text.chars().any(sets_direction) {
        return text.into_any();
    }
    view! { <bdi lang=lang title=title>{text}</bdi> }.into_any()
}

/// Whether a character is written from right to left, or controls the writing direction.
fn sets_direction(character: char) -> bool {
    // The blocks of Hebrew, Arabic and their neighbours, presentation forms, ancient and African scripts.
    let is_right_to_left = matches!(
        character,
        '\u{590}'..='\u{8ff}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    );
    is_right_to_left || is_bidi_control(character)
}

/// Returns the language of the API's data as a BCP 47 tag, for `lang`; `None` if it is the language of the page, which
/// elements inherit.
pub fn data_language() -> Option<String> {
    let language = &config().data_language;
    (language != locale().tag()).then(|| language.clone())
}
