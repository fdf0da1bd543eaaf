//! Scroll positions of the history entries. On Back and Forward, browsers scroll at once, before the data has arrived, to
//! which the page owes its height.

use std::cell::RefCell;

use leptos::prelude::window;

thread_local! {
    static ENTRIES: RefCell<Entries> = const { RefCell::new(Entries { current: 0, positions: Vec::new(), pending: None }) };
}

struct Entries {
    /// The number of the current entry, which is its `history.state`. The first one has none: 0.
    current: usize,
    /// Scroll positions by number.
    positions: Vec<f64>,
    /// Where the current entry was left, until its page has its height again.
    pending: Option<f64>,
}

impl Entries {
    /// Leaves the current entry for another one.
    fn leave_for(&mut self, next: usize) {
        let length = self.positions.len().max(self.current.max(next) + 1);
        self.positions.resize(length, 0.0);
        self.positions[self.current] = position();
        self.current = next;
    }
}

fn position() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Returns the number of the current entry.
pub fn current_entry() -> u32 {
    ENTRIES.with_borrow(|entries| entries.current as u32)
}

/// Records that the user goes on to a new entry.
pub fn add_entry() {
    ENTRIES.with_borrow_mut(|entries| {
        let next = entries.current + 1;
        entries.leave_for(next);
        entries.positions.truncate(next);
        entries.pending = None;
    });
}

/// Records that the browser has gone back or forward. Call it before anything is rendered: by then the page is another one.
pub fn change_entry() {
    let state = window().history().and_then(|history| history.state());
    let entry = state.ok().and_then(|state| state.as_f64()).unwrap_or_default() as usize;
    ENTRIES.with_borrow_mut(|entries| {
        entries.leave_for(entry);
        entries.pending = Some(entries.positions[entry]).filter(|position| *position > 0.0);
    });
}

/// Scrolls to where the user left this entry, once the page has its height, unless the user has scrolled. Returns whether
/// there is such a position.
pub fn restore() -> bool {
    let pending = ENTRIES.with_borrow_mut(|entries| entries.pending.take());
    if let Some(pending) = pending
        && position() == 0.0
    {
        window().scroll_to_with_x_and_y(0.0, pending);
    }
    pending.is_some()
}

pub fn to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}
