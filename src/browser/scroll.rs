//! Restores the scroll positions of history entries. On Back and Forward, browsers scroll at once, before the data has
//! arrived and the page has its height.

use std::cell::RefCell;

use leptos::prelude::window;

thread_local! {
    static ENTRIES: RefCell<Entries> = const { RefCell::new(Entries { current: 0.0, positions: Vec::new(), pending: None }) };
}

struct Entries {
    /// The number of the current entry, stored in `history.state`; 0 for the first entry, which has no state.
    current: f64,
    /// Number and scroll position of each entry that the user has left.
    positions: Vec<(f64, f64)>,
    /// The scroll position to restore, until the page has its height again.
    pending: Option<f64>,
}

impl Entries {
    /// Stores the position of the current entry, and makes another one current.
    fn leave_for(&mut self, next: f64) {
        self.positions.retain(|(entry, _)| *entry != self.current);
        self.positions.push((self.current, position()));
        self.current = next;
    }
}

fn position() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Returns the number of the current entry.
pub fn current_entry() -> f64 {
    ENTRIES.with_borrow(|entries| entries.current)
}

/// Returns the number in `history.state`.
fn stored_entry() -> f64 {
    let state = window().history().and_then(|history| history.state());
    state.ok().and_then(|state| state.as_f64()).unwrap_or_default()
}

/// Reads the number of the entry that the program starts in: the history outlives a reload.
pub fn init_entry() {
    ENTRIES.with_borrow_mut(|entries| entries.current = stored_entry());
}

/// Records navigation to a new entry.
pub fn add_entry() {
    ENTRIES.with_borrow_mut(|entries| {
        let next = entries.current + 1.0;
        entries.leave_for(next);
        entries.positions.retain(|(entry, _)| *entry < next);
        entries.pending = None;
    });
}

/// Records that the browser has gone back or forward. Must be called before the new page renders.
pub fn change_entry() {
    ENTRIES.with_borrow_mut(|entries| {
        entries.leave_for(stored_entry());
        let stored = entries.positions.iter().find(|(entry, _)| *entry == entries.current);
        entries.pending = stored.map(|(_, position)| *position).filter(|position| *position > 0.0);
    });
}

/// Scrolls to the stored position of this entry, unless the user has scrolled. Call it once the page has its height.
/// Returns whether there is a stored position.
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
