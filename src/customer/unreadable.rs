//! The notice about values that could not be read.

use leptos::prelude::*;

use super::words::label_of;
use crate::locale::{fill, labels, texts};

/// A quiet notice that counts and names the values that could not be read; nothing where all could.
#[component]
pub fn UnreadableNotice(
    /// The keys of these values, as the API spells them.
    keys: Vec<&'static str>,
) -> impl IntoView {
    (!keys.is_empty()).then(|| {
        let names: Vec<&str> = keys.iter().filter_map(|key| label_of(labels(), key)).collect();
        let names = names.join(texts().list_separator);
        let text = fill(texts().unreadable_notice, &[&keys.len().to_string(), &names]);
        view! { <p class="notice">{text}</p> }
    })
}
