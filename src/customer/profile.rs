//! From an id to a customer on the page: request, state, order of the sections.

use std::sync::Arc;

use crate::ui::drawn::{drawn, dynamic};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::area::Area;
use super::basics::Basics;
use super::classification::Classification;
use super::finance::Finance;
use super::followers::Followers;
use super::freshness::{Freshness, FreshnessView};
use super::header::Header;
use super::load_error::LoadError;
use super::unreadable::UnreadableNotice;
use crate::api::{ApiError, Cause, CustomerDetail, CustomerRequest};
use crate::browser;
use crate::config::Config;
use crate::locale::{fill, follow_locale, words};
use crate::recent;
use crate::ui::announce::announce;
use crate::ui::moves::Moves;
use crate::ui::skeleton::Skeleton;

/// How old an answer may be, in milliseconds, when somebody comes back to the tab: an older one is refreshed.
const OLD: f64 = 5.0 * 60.0 * 1000.0;

/// What there is to show.
#[derive(Clone)]
enum LoadState {
    Loading,
    Ready(Arc<CustomerDetail>),
    Failed(ApiError),
}

/// The page of the customer of one id, from its request to its end.
#[component]
pub fn Profile(
    /// The id, as the address has it.
    id: String,
) -> impl IntoView {
    let load = Load::new(id);
    load.ask(Ask::Load);
    load.follow_browser();
    load.follow_title();
    let refresh = move || load.ask(Ask::Refresh);
    let retry = move || load.ask(Ask::Load);
    dynamic(move || {
        follow_locale();
        let view = match load.state.get() {
            LoadState::Loading => drawn(view! { <Skeleton/> }),
            LoadState::Ready(customer) => {
                let customer = CustomerDetail::clone(&customer);
                drawn(view! {
                    <div class="profile">
                        <FreshnessView freshness=load.freshness refresh/>
                        <Record customer/>
                    </div>
                })
            }
            LoadState::Failed(error) => drawn(view! { <LoadError error id=load.id.get_value() retry/> }),
        };
        Some(view)
    })
}

/// A customer: the order of the sections.
#[component]
pub fn Record(
    /// The customer, as the API sent it.
    customer: CustomerDetail,
) -> impl IntoView {
    drawn(view! {
        <article class="record">
            <Header customer=customer.clone()/>
            <UnreadableNotice keys=customer.unreadable()/>
            <div class="sections">
                <div class="sections-main">
                    <Finance customer=customer.clone()/>
                    <Basics customer=customer.clone()/>
                </div>
                <div class="sections-side">
                    <Classification customer=customer.clone()/>
                    <Area customer=customer.clone()/>
                    <Followers customer/>
                </div>
            </div>
        </article>
    })
}

/// Why a request is sent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ask {
    /// There is nothing to show yet: the first time, and each retry.
    Load,
    /// What is shown may be old; it stays until there is something newer.
    Refresh,
}

/// The state of one customer's page, and the request under way for it.
#[derive(Clone, Copy)]
struct Load {
    id: StoredValue<String>,
    config: StoredValue<Config>,
    state: RwSignal<LoadState>,
    freshness: RwSignal<Freshness>,
    request: StoredValue<Option<CustomerRequest>, LocalStorage>,
    /// Counts the requests: only the last one's outcome counts.
    turn: StoredValue<u32>,
    /// Whether the browser's word that it is back online has been acted on.
    has_retried: StoredValue<bool>,
    owner: StoredValue<Option<Owner>>,
}

impl Load {
    fn new(id: String) -> Self {
        let load = Self {
            id: StoredValue::new(id),
            config: StoredValue::new(use_context().unwrap_or_default()),
            state: RwSignal::new(LoadState::Loading),
            freshness: RwSignal::new(Freshness::default()),
            request: StoredValue::new_local(None),
            turn: StoredValue::new(0),
            has_retried: StoredValue::new(false),
            owner: StoredValue::new(Owner::current()),
        };
        on_cleanup(move || load.abort());
        load
    }

    fn abort(self) {
        if let Some(Some(request)) = self.request.try_get_value() {
            request.abort();
        }
    }

    /// Sends a request, in place of the one under way.
    fn ask(self, ask: Ask) {
        self.abort();
        let turn = self.turn.get_value() + 1;
        self.turn.set_value(turn);
        // The focus follows to what comes where it would otherwise be lost with what goes.
        let takes_focus = ask == Ask::Load && (turn > 1 || Moves::any());
        match ask {
            Ask::Load => {
                // What was said of another customer is not to be found here any more.
                announce(String::new());
                self.state.set(LoadState::Loading);
            }
            Ask::Refresh => self.freshness.update(|freshness| freshness.is_refreshing = true),
        }
        let config = self.config.get_value();
        let request = CustomerRequest::new(&self.id.get_value(), &config);
        self.request.set_value(Some(request.clone()));
        spawn_local(async move {
            let answer = request.answer(&config).await;
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            if let Some(Some(owner)) = self.owner.try_get_value() {
                owner.with(|| self.settle(ask, answer));
            }
            if takes_focus {
                browser::focus(&["h1"]);
            }
        });
    }

    /// Takes the outcome of a request in.
    fn settle(self, ask: Ask, answer: Result<CustomerDetail, ApiError>) {
        match (ask, answer) {
            (_, Ok(customer)) => {
                self.has_retried.set_value(false);
                self.freshness.set(Freshness::now());
                let name = name_of(&customer, &self.id.get_value());
                recent::remember(&self.id.get_value(), &name);
                if ask == Ask::Load {
                    announce(fill(words().texts.loaded, &[&name]));
                }
                // What has not changed stays as the person has it: unfolded, filtered, focused.
                let is_same = matches!(&*self.state.read_untracked(), LoadState::Ready(shown) if **shown == customer);
                if !is_same {
                    self.state.set(LoadState::Ready(Arc::new(customer)));
                }
            }
            (Ask::Load, Err(error)) => self.state.set(LoadState::Failed(error)),
            (Ask::Refresh, Err(error)) => self.freshness.update(|freshness| {
                freshness.is_refreshing = false;
                freshness.failed = Some(error);
            }),
        }
    }

    /// Retries once when the browser is back online; refreshes what has grown old while nobody looked.
    fn follow_browser(self) {
        let online = window_event_listener(leptos::ev::online, move |_| {
            let is_offline =
                matches!(&*self.state.read_untracked(), LoadState::Failed(ApiError { cause: Cause::Offline, .. }));
            if is_offline && !self.has_retried.get_value() {
                self.has_retried.set_value(true);
                self.ask(Ask::Load);
            }
        });
        let visible = window_event_listener(leptos::ev::visibilitychange, move |_| {
            let is_ready = matches!(&*self.state.read_untracked(), LoadState::Ready(_));
            let freshness = self.freshness.read_untracked();
            let is_old = js_sys::Date::now() - freshness.fetched_at > OLD && !freshness.is_refreshing;
            drop(freshness);
            if is_ready && is_old && !browser::document().hidden() {
                self.ask(Ask::Refresh);
            }
        });
        on_cleanup(move || {
            online.remove();
            visible.remove();
        });
    }

    /// The document's title is the customer's name, or what has happened instead.
    fn follow_title(self) {
        Effect::new(move |_| {
            let texts = &follow_locale().words().texts;
            let title = match &*self.state.read() {
                LoadState::Loading => texts.loading.to_owned(),
                LoadState::Ready(customer) => name_of(customer, &self.id.get_value()),
                LoadState::Failed(error) => super::load_error::heading(error),
            };
            browser::set_title(&format!("{title} - {}", texts.app));
        });
    }
}

/// The customer's name; its id where it has none.
fn name_of(customer: &CustomerDetail, id: &str) -> String {
    customer.name.value().cloned().unwrap_or_else(|| id.to_owned())
}
