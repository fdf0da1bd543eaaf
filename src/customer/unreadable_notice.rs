//! The notice about unreadable values.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::CustomerDetail;
use crate::locale::{fill, label, plural, texts};
use crate::ui::reactive::reactive;

/// Renders the number and the labels of unreadable values; nothing if there are none.
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
