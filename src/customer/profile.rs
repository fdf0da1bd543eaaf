//! From an id to a customer on the page: request and state.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::freshness::{Freshness, freshness_bar};
use super::load_error::load_error;
use super::load_state::LoadState;
use super::outlet::Outlet;
use super::returns::{follow_network, follow_visits};
use super::title::{follow_title, name_of};
use crate::api::{ApiError, CustomerDetail, CustomerRequest};
use crate::browser::{self, Focus};
use crate::config::{Config, config};
use crate::locale::{fill, follow_locale, words};
use crate::recent;
use crate::ui::announce::{announce, hush};
use crate::ui::element::El;
use crate::ui::live::{follow, later, on_cleanup_here};
use crate::ui::moves::Moves;
use crate::ui::skeleton::{loading, skeleton};

/// The page of the customer of one id, from its request to its end.
pub fn profile(id: String) -> El {
    let load = Load::new(id);
    load.ask(Ask::Load);
    let following = load.clone();
    let is_ready = matches!(&*load.0.state.read_untracked(), LoadState::Ready(_));
    let outlet = Outlet::of_program();
    let page = outlet.element();
    follow(move || {
        follow_locale();
        let asking = load.clone();
        let drawn = match load.0.state.get() {
            LoadState::Loading => match outlet.record() {
                Some(record) => {
                    record.wait();
                    vec![loading(), record.element()]
                }
                None => vec![skeleton()],
            },
            LoadState::Ready(customer) => {
                let is_waited_for = !load.0.is_shown.replace(true);
                let record = outlet.record_or_new();
                let drawn = vec![record.element()];
                let freshness = load.0.freshness.clone();
                let bar = move || freshness_bar(&freshness, move || asking.ask(Ask::Refresh));
                record.fill(&customer, is_waited_for, bar);
                drawn
            }
            LoadState::Failed { error, came_at } => {
                vec![load_error(&error, &load.0.id, came_at, move || asking.ask(Ask::Load))]
            }
        };
        outlet.show(drawn);
    });
    let follow_on = move || {
        let load = &following.0;
        follow_title(&load.state, &load.id);
        let [back_online, coming_back] = [following.clone(), following.clone()];
        follow_network(&load.state, move || back_online.retry_once());
        follow_visits(&load.state, &load.freshness, move || coming_back.ask(Ask::Refresh));
    };
    if is_ready {
        later(follow_on)
    } else {
        follow_on()
    }
    page
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
#[derive(Clone)]
struct Load(Rc<LoadParts>);

struct LoadParts {
    id: String,
    config: Arc<Config>,
    state: ArcRwSignal<LoadState>,
    freshness: ArcRwSignal<Freshness>,
    request: RefCell<Option<CustomerRequest>>,
    /// Counts the requests: only the last one's outcome counts, and none after the page has gone.
    turn: Cell<u32>,
    /// Whether the customer has been on the page.
    is_shown: Cell<bool>,
    /// Whether the browser's word that it is back online has been acted on.
    has_retried: Cell<bool>,
    owner: Option<Owner>,
}

impl Load {
    fn new(id: String) -> Self {
        let load = Self(Rc::new(LoadParts {
            id,
            config: config(),
            state: ArcRwSignal::new(LoadState::Loading),
            freshness: ArcRwSignal::new(Freshness::default()),
            request: RefCell::new(None),
            turn: Cell::new(0),
            is_shown: Cell::new(false),
            has_retried: Cell::new(false),
            owner: Owner::current(),
        }));
        let ending = load.clone();
        on_cleanup_here(move || {
            ending.next_turn();
        });
        load
    }

    /// Ends the request under way: on the network, and for this page.
    fn next_turn(&self) -> u32 {
        if let Some(request) = self.0.request.take() {
            request.abort();
        }
        self.0.turn.replace(self.0.turn.get() + 1) + 1
    }

    /// Sends a request, in place of the one under way.
    fn ask(&self, ask: Ask) {
        let turn = self.next_turn();
        // The focus follows to what comes where it would otherwise be lost with what goes.
        let focus = match ask {
            Ask::Load => (turn > 1 || self.with_owner(Moves::any) == Some(true)).then(Focus::now),
            Ask::Refresh => Some(Focus::now()).filter(|focus| focus.is_in(".freshness")),
        };
        match ask {
            Ask::Load => {
                // What was said of another customer is not to be found here any more.
                self.with_owner(hush);
                self.0.state.set(LoadState::Loading);
            }
            Ask::Refresh => self.0.freshness.update(|freshness| freshness.is_refreshing = true),
        }
        let request = match ask {
            Ask::Load => CustomerRequest::with_head_start(&self.0.id, &self.0.config),
            Ask::Refresh => CustomerRequest::new(&self.0.id, &self.0.config),
        };
        self.0.request.replace(Some(request.clone()));
        if let Some(focus) = focus.clone().filter(|_| ask == Ask::Load) {
            self.keep_focus(focus, turn);
        }
        let load = self.clone();
        browser::spawn(async move {
            let answer = request.answer().await;
            if load.0.turn.get() == turn {
                load.with_owner(|| load.settle(ask, answer, focus));
            }
        });
    }

    /// Asks again for what the network has failed to bring; once, or a network that comes and goes would have it ask for ever.
    fn retry_once(&self) {
        if !self.0.has_retried.replace(true) {
            self.ask(Ask::Load);
        }
    }

    /// Where loading takes longer than a moment, the focus waits on the main part.
    fn keep_focus(&self, focus: Focus, turn: u32) {
        let load = self.clone();
        let wait = move || {
            if load.0.turn.get() == turn && matches!(&*load.0.state.read_untracked(), LoadState::Loading) {
                focus.lead_to("main");
            }
        };
        browser::after(browser::MOMENT, wait);
    }

    /// Runs something that needs the page's language and announcements.
    fn with_owner<T>(&self, run: impl FnOnce() -> T) -> Option<T> {
        self.0.owner.as_ref().map(|owner| owner.with(run))
    }

    /// Takes the outcome of a request in, and leads the focus there, if it is to follow.
    fn settle(&self, ask: Ask, answer: Result<CustomerDetail, ApiError>, focus: Option<Focus>) {
        let load = &self.0;
        // It is over: ending it, too, would only take the browser's time.
        load.request.take();
        match (ask, answer) {
            (_, Ok(customer)) => {
                load.has_retried.set(false);
                load.freshness.set(Freshness::now());
                let name = name_of(&customer, &load.id);
                if ask == Ask::Load {
                    let loaded = fill(words().texts.loaded, &[name]);
                    later(move || announce(&loaded));
                }
                recent::remember(&load.id, name);
                // What has not changed stays as the person has it: unfolded, filtered, focused.
                let is_same = matches!(&*load.state.read_untracked(), LoadState::Ready(shown) if **shown == customer);
                if !is_same {
                    load.state.set(LoadState::Ready(Arc::new(customer)));
                }
            }
            (Ask::Load, Err(error)) => load.state.set(LoadState::Failed { error, came_at: browser::now() }),
            (Ask::Refresh, Err(error)) => load.freshness.update(|freshness| {
                freshness.is_refreshing = false;
                freshness.failed = Some(error);
            }),
        }
        match (ask, focus) {
            (_, None) => {}
            (Ask::Load, Some(focus)) => focus.lead_to_afterwards("h1"),
            (Ask::Refresh, Some(focus)) => focus.keep_afterwards(".freshness button"),
        }
    }
}
