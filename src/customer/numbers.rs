//! How numbers are written, from the first customer on.

use leptos::prelude::*;

use super::load_state::LoadState;
use crate::format;
use crate::locale::locale;
use crate::ui::live::once_formats_are_ready;

/// Asks the browser how it writes numbers, once the first customer is on the page; where it writes them otherwise than they
/// stand there, they are written anew.
pub fn ask_for_numbers(state: &ArcRwSignal<LoadState>) {
    let (state, locale) = (state.clone(), locale());
    if format::is_warm(locale) {
        return;
    }
    once_formats_are_ready(move || {
        if !format::warm_up(locale) {
            state.update(|_| ());
        }
    });
}
