//! The page that shows this one in a frame: what it asks for, and what it is told. The other end is public/embed.js, inside
//! that page; docs/embedding.md is for those who write it.
//!
//! Messages are texts of JSON. They are taken from and sent to the parent window alone, and only where its origin is one that
//! the configuration lists. A host may have the embed.js of another version: a message gets new fields, and keeps the old.

mod message;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, ResizeObserver};

pub use message::{Told, Wish};

use crate::browser::parent;
use crate::config::Config;

/// The host of this page.
#[derive(Clone, Copy)]
pub struct Host {
    wish: RwSignal<Option<Wish>>,
    /// Its origin, once it has said something.
    origin: StoredValue<Option<String>>,
}

/// The host of this page; nothing where the page stands for itself.
pub fn use_host() -> Option<Host> {
    use_context()
}

impl Host {
    /// Finds the host, if there is one, and makes it known to everything below. From now on it is listened to; what it has
    /// said before this program ran, the head's script has kept.
    pub fn provide(config: &Config) -> Option<Self> {
        parent()?;
        let host = Self {
            wish: RwSignal::new(None),
            origin: StoredValue::new(None),
        };
        let known = config.embed_origins.clone();
        let said = js_sys::Reflect::get(&window(), &"hostMessage".into()).unwrap_or_default();
        if let Ok(event) = said.dyn_into::<MessageEvent>() {
            host.hear(&event, &known);
        }
        let messages = window_event_listener_untyped("message", move |event| {
            host.hear(event.unchecked_ref(), &known);
        });
        on_cleanup(move || messages.remove());
        provide_context(host);
        Some(host)
    }

    /// What the host asks for; nothing until it has.
    pub fn wish(self) -> ReadSignal<Option<Wish>> {
        self.wish.read_only()
    }

    /// Tells the host something, once it is known.
    pub fn tell(self, told: &Told) {
        let Some(origin) = self.origin.get_value() else { return };
        if let (Some(parent), Ok(text)) = (parent(), serde_json::to_string(told)) {
            let _ = parent.post_message(&text.into(), &origin);
        }
    }

    /// Takes in a message, if it comes from a host that may send some.
    fn hear(self, event: &MessageEvent, known: &[String]) {
        let is_from_host = event.source().is_some_and(|source| Some(source.unchecked_into()) == parent());
        let origin = event.origin();
        if !is_from_host || !known.contains(&origin) {
            return;
        }
        let wish = event.data().as_string().and_then(|text| Wish::parse(&text));
        if wish.is_some() {
            self.origin.set_value(Some(origin));
            self.wish.set(wish);
        }
    }

    /// Tells the host how high the page is, now and whenever that changes, but for the time while it waits for a customer:
    /// the host's page is to move once, to where it stays.
    pub fn keep_height_told(self) {
        let changed = Closure::<dyn FnMut()>::new(move || self.tell_height());
        let Some(root) = document().document_element() else {
            return;
        };
        if let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) {
            observer.observe(&root);
        }
        // It is watched as long as there is the page.
        changed.forget();
    }

    /// Tells the host how high the page is, if it does not wait for a customer.
    pub fn tell_height(self) {
        let is_waiting = document().query_selector("[aria-busy=true]").ok().flatten().is_some();
        if let Some(root) = document().document_element().filter(|_| !is_waiting) {
            self.tell(&Told::Height {
                height: root.get_bounding_client_rect().height().ceil() as u32,
            });
        }
    }
}
