//! What runs again when a signal has changed: Leptos's `RenderEffect` without the task, the channel and the value that
//! each of those has, all of which would be compiled and run before the first customer is on the screen
//! (docs/performance.md).

use std::cell::{Cell, RefCell};
use std::sync::{Arc, Weak};

use leptos::prelude::Owner;
use leptos::reactive::graph::{AnySource, AnySubscriber, ReactiveNode, Source, Subscriber, WithObserver};
use send_wrapper::SendWrapper;
use wasm_bindgen_futures::spawn_local;

/// An update that follows the signals it reads, until it is dropped.
pub(super) struct Follower(Arc<Inner>);

/// The page has one thread; the graph of signals asks for more.
struct Inner(SendWrapper<Parts>);

struct Parts {
    update: Box<dyn Fn()>,
    /// Owns what the update makes; that ends before it runs again.
    owner: Owner,
    sources: RefCell<Vec<AnySource>>,
    is_due: Cell<bool>,
    itself: Weak<Inner>,
}

thread_local! {
    /// Those that are to run again, in the order in which their signals have changed.
    static DUE: RefCell<Vec<Weak<Inner>>> = const { RefCell::new(Vec::new()) };
}

impl Follower {
    pub(super) fn new(update: Box<dyn Fn()>) -> Self {
        Self(Arc::new_cyclic(|itself| {
            let (owner, itself) = (Owner::new(), itself.clone());
            let (sources, is_due) = (RefCell::default(), Cell::new(false));
            Inner(SendWrapper::new(Parts { update, owner, sources, is_due, itself }))
        }))
    }

    pub(super) fn run(&self) {
        run(&self.0);
    }
}

impl Drop for Follower {
    fn drop(&mut self) {
        self.0.clear_sources(&self.0.subscriber());
    }
}

fn run(inner: &Inner) {
    let subscriber = inner.subscriber();
    inner.0.is_due.set(false);
    inner.clear_sources(&subscriber);
    inner.0.owner.with_cleanup(|| subscriber.with_observer(&inner.0.update));
}

/// Runs those that are due: first whose signals have changed first, so that what stands around a part comes before it.
fn run_due() {
    for follower in DUE.take() {
        if let Some(inner) = follower.upgrade()
            && inner.0.is_due.get()
        {
            run(&inner);
        }
    }
}

impl Inner {
    fn subscriber(&self) -> AnySubscriber {
        let itself: Weak<Self> = self.0.itself.clone();
        AnySubscriber(itself.as_ptr() as usize, itself)
    }
}

impl ReactiveNode for Inner {
    fn mark_dirty(&self) {
        if self.0.is_due.replace(true) {
            return;
        }
        let is_first = DUE.with_borrow_mut(|due| {
            due.push(self.0.itself.clone());
            due.len() == 1
        });
        if is_first {
            spawn_local(async { run_due() });
        }
    }

    // What is read here are signals; only values derived from them would have to look whether they have changed.
    fn mark_check(&self) {
        self.mark_dirty();
    }

    fn mark_subscribers_check(&self) {}

    fn update_if_necessary(&self) -> bool {
        self.0.is_due.get()
    }
}

impl Subscriber for Inner {
    fn add_source(&self, source: AnySource) {
        let mut sources = self.0.sources.borrow_mut();
        if !sources.contains(&source) {
            sources.push(source);
        }
    }

    fn clear_sources(&self, subscriber: &AnySubscriber) {
        for source in self.0.sources.take() {
            source.remove_subscriber(subscriber);
        }
    }
}
