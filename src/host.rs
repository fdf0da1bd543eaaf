//! Exchanges messages with the host page, which embeds this page in a frame. In the host, public/embed.js sends and
//! receives them (docs/embedding.md).
//!
//! Messages are JSON texts. They are accepted from and sent to the parent window only, and only if the configuration lists
//! its origin. The host may have another version of embed.js: messages get new fields and keep the old ones.

mod message;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Event, MessageEvent, ResizeObserver};

pub use message::{HostCommand, HostEvent, HostRequest};

use crate::browser::listener::use_window_listener;
use crate::browser::{find, focus, js, parent};
use crate::config::Config;

/// The host page.
#[derive(Clone, Copy)]
pub struct Host {
    /// The last request; `None` before the first one.
    pub request: RwSignal<Option<HostRequest>>,
    /// Its origin, after its first request.
    origin: StoredValue<Option<String>>,
}

/// Returns the host of this page, or `None` if the page is not in a frame.
pub fn use_host() -> Option<Host> {
    use_context()
}

impl Host {
    /// Finds the host, provides it as a context and listens to its messages. Returns `None` outside a frame.
    /// `public/boot.js` keeps the last request that arrived before the program started.
    pub fn provide(config: &Config) -> Option<Self> {
        parent()?;
        let host = Self {
            request: RwSignal::new(None),
            origin: StoredValue::new(None),
        };
        let allowed = config.embed_origins.clone();
        if let Ok(event) = js::get(&window(), "hostMessage").dyn_into::<MessageEvent>() {
            host.receive(&event, &allowed);
        }
        use_window_listener("message", move |event: MessageEvent| host.receive(&event, &allowed));
        provide_context(host);
        Some(host)
    }

    /// Sends an event to the host, once its origin is known.
    pub fn send(self, event: &HostEvent) {
        let Some(origin) = self.origin.get_value() else { return };
        if let Some(parent) = parent() {
            let _ = parent.post_message(&event.to_json().into(), &origin);
        }
    }

    /// Handles a message, if its sender is allowed.
    fn receive(self, event: &MessageEvent, allowed: &[String]) {
        let is_from_host = event.source().is_some_and(|source| Some(source.unchecked_into()) == parent());
        let origin = event.origin();
        if !is_from_host || !allowed.contains(&origin) {
            return;
        }
        let Some(text) = event.data().as_string() else { return };
        if let Some(request) = HostRequest::parse(&text) {
            let is_first = self.origin.with_value(Option::is_none);
            self.origin.set_value(Some(origin));
            if is_first {
                self.send(&HostEvent::Started);
            }
            self.request.set(Some(request));
        } else if let Some(command) = HostCommand::parse(&text) {
            run_command(command);
        }
    }

    /// Reports the height of the page to the host, now and whenever it changes.
    pub fn report_height(self) {
        let changed = Closure::<dyn FnMut()>::new(move || self.send_height());
        if let Some(root) = find("html")
            && let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref())
        {
            observer.observe(&root);
        }
        // Never disconnected: it observes as long as the page exists.
        changed.forget();
    }

    /// Reports the height of the page, unless a customer is loading: the layout of the host should shift only once.
    pub fn send_height(self) {
        let is_loading = find("[aria-busy=true]").is_some();
        if let Some(root) = find("html").filter(|_| !is_loading) {
            self.send(&HostEvent::Height {
                height: root.get_bounding_client_rect().height().ceil() as u32,
            });
        }
    }
}

fn run_command(command: HostCommand) {
    match command {
        HostCommand::FocusFirst => focus::move_to_end(focus::End::First),
        HostCommand::FocusLast => focus::move_to_end(focus::End::Last),
        // A frame gets no `focus` event when the user returns to the window around it.
        HostCommand::UserReturned => {
            if let Ok(event) = Event::new("focus") {
                let _ = window().dispatch_event(&event);
            }
        }
    }
}
