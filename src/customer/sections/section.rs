//! What all sections do.

use std::ops::Deref;
use std::sync::Arc;

use leptos::prelude::*;

use crate::api::{CustomerDetail, Key};
use crate::customer::logic::changes::changes;

/// A customer as a section shows it.
#[derive(Clone)]
pub struct Snapshot {
    customer: Arc<CustomerDetail>,
    /// The texts of the values that the last refresh has replaced.
    previous: Arc<[(Key, String)]>,
}

impl Snapshot {
    /// Returns what a value was before the last refresh changed it.
    pub fn previous(&self, key: Key) -> Option<String> {
        let mut previous = self.previous.iter();
        previous.find(|(changed, _)| *changed == key).map(|(_, text)| text.clone())
    }
}

impl Deref for Snapshot {
    type Target = CustomerDetail;

    fn deref(&self) -> &CustomerDetail {
        &self.customer
    }
}

/// Renders its children for a customer, and again when a refresh has changed one of `keys`.
#[component]
pub fn Section<V, F>(
    customer: ArcRwSignal<Arc<CustomerDetail>>,
    /// The keys that the children show.
    keys: &'static [Key],
    /// Keys of other sections that the children use too.
    #[prop(optional)]
    also: &'static [Key],
    children: F,
) -> impl IntoView
where
    V: IntoView + 'static,
    F: Fn(Snapshot) -> V + Send + 'static,
{
    let snapshot = snapshots(customer, keys, also);
    move || children(snapshot.get()).into_any()
}

/// The customer as of the last change of one of these keys.
fn snapshots(
    customer: ArcRwSignal<Arc<CustomerDetail>>,
    keys: &'static [Key],
    also: &'static [Key],
) -> Memo<Snapshot> {
    Memo::new_owning(move |shown: Option<Snapshot>| {
        let customer = customer.get();
        let Some(shown) = shown else {
            return (Snapshot { customer, previous: Arc::default() }, true);
        };
        let changes = changes(&shown.customer, &customer).into_iter();
        let changes = changes.filter(|change| keys.contains(&change.key) || also.contains(&change.key));
        let previous: Arc<[_]> = changes.map(|change| (change.key, change.previous)).collect();
        if previous.is_empty() {
            (shown, false)
        } else {
            (Snapshot { customer, previous }, true)
        }
    })
}
