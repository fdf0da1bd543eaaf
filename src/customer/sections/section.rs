//! Re-renders sections when their keys change.

use std::ops::Deref;
use std::sync::Arc;

use leptos::prelude::*;

use crate::api::{CustomerDetail, Key};
use crate::customer::data_text::DataText;
use crate::customer::hooks::use_changes::{Changes, use_changes};
use crate::ui::reactive::reactive;

/// A customer as displayed by a section.
#[derive(Clone)]
pub struct Snapshot {
    customer: Arc<CustomerDetail>,
    /// The previous texts of changed values, until the user dismisses the changes.
    previous: Arc<[(Key, String)]>,
}

impl Snapshot {
    /// Renders the previous value of a key, if it has a change that the user has not dismissed.
    pub fn previous(&self, key: Key) -> Option<AnyView> {
        let (_, text) = self.previous.iter().find(|(changed, _)| *changed == key)?;
        Some(view! { <DataText text=text.clone()/> }.into_any())
    }
}

impl Deref for Snapshot {
    type Target = CustomerDetail;

    fn deref(&self) -> &CustomerDetail {
        &self.customer
    }
}

/// Renders its children for a customer. Re-renders them when one of `keys` changes, or when the user dismisses changes.
#[component]
pub fn Section<V, F>(
    customer: ArcRwSignal<Arc<CustomerDetail>>,
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
    reactive(move || children(snapshot.get()))
}

/// Returns the customer as a memo that updates only when one of these keys changes.
fn snapshots(
    customer: ArcRwSignal<Arc<CustomerDetail>>,
    keys: &'static [Key],
    also: &'static [Key],
) -> Memo<Snapshot> {
    let changes = use_changes();
    let keys = [keys, also].concat();
    Memo::new_owning(move |shown: Option<Snapshot>| {
        let customer = customer.get();
        let list = changes.map(Changes::list).unwrap_or_default().into_iter();
        let list = list.filter(|change| keys.contains(&change.key));
        let previous: Arc<[_]> = list.map(|change| (change.key, change.previous)).collect();
        let is_same = |shown: &Snapshot| {
            shown.previous == previous && keys.iter().all(|key| shown.get(*key) == customer.get(*key))
        };
        match shown {
            Some(shown) if is_same(&shown) => (shown, false),
            _ => (Snapshot { customer, previous }, true),
        }
    })
}
