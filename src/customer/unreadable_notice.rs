//! The notice about values that could not be read.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::CustomerDetail;
use crate::locale::{fill, label, plural, texts};
use crate::ui::reactive::reactive;

/// Counts and names the values that could not be read; nothing if all could be read.
#[component]
pub fn UnreadableNotice(customer: ArcRwSignal<Arc<CustomerDetail>>) -> impl IntoView {
    reactive(move || {
        let labels: Vec<&str> = customer.read().unreadable_keys().into_iter().map(label).collect();
        let names = labels.join(texts().list_separator);
        let text =
            fill(plural(texts().unreadable_notice, labels.len()), &[&labels.len().to_string(), &names]);
        (!labels.is_empty()).then(|| view! { <p class="notice">{text}</p> }.into_any())
    })
}
