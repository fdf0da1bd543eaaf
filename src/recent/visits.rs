//! When customers were last viewed on this device, with fingerprints of their values, in localStorage.

use crate::browser::{self, storage};

const KEY: &str = "customer-profile.visits";
const MAX_VISITS: usize = 50;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The id in the address.
    pub id: String,
    /// In milliseconds since 1970. Not an `f64`: its parser and formatter would make the program larger.
    pub at: u64,
    pub fingerprints: String,
}

/// The last visits, newest first. Stored as a line with the salt, then a line for each visit: time, fingerprints, id.
#[derive(Debug, PartialEq, Eq)]
pub struct Visits {
    salt: String,
    visits: Vec<Visit>,
}

impl Visits {
    pub fn load() -> Self {
        let stored = storage::read(KEY).unwrap_or_default();
        Self::parse(&stored).unwrap_or_else(|| Self { salt: browser::random(), visits: Vec::new() })
    }

    pub fn store(&self) {
        storage::write(KEY, &self.to_text());
    }

    /// Returns the salt of this device's fingerprints, a random text.
    pub fn salt(&self) -> &str {
        &self.salt
    }

    /// Adds a visit. Returns the last visit to the same customer, which it replaces.
    pub fn replace(&mut self, visit: Visit) -> Option<Visit> {
        let last = self.visits.iter().position(|last| last.id == visit.id);
        let last = last.map(|position| self.visits.remove(position));
        self.visits.insert(0, visit);
        self.visits.truncate(MAX_VISITS);
        last
    }

    fn to_text(&self) -> String {
        let mut text = self.salt.clone();
        for Visit { id, at, fingerprints } in &self.visits {
            text.push_str(&format!("\n{at} {fingerprints} {id}"));
        }
        text
    }

    /// Parses what was stored, without malformed lines; `None` if it has no salt.
    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let salt = lines.next().filter(|salt| !salt.is_empty())?.to_owned();
        let visit = |line: &str| {
            let mut parts = line.splitn(3, ' ');
            let (at, fingerprints, id) =
                (parts.next()?.parse().ok()?, parts.next()?.to_owned(), parts.next()?);
            Some(Visit { id: id.to_owned(), at, fingerprints })
        };
        Some(Self {
            salt,
            visits: lines.filter_map(visit).take(MAX_VISITS).collect(),
        })
    }
}

/// Removes the visit to a customer.
pub fn forget(id: &str) {
    let Some(mut visits) = storage::read(KEY).and_then(|stored| Visits::parse(&stored)) else {
        return;
    };
    visits.visits.retain(|visit| visit.id != id);
    visits.store();
}

pub fn clear() {
    storage::remove(KEY);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(id: &str, at: u64) -> Visit {
        Visit {
            id: id.to_owned(),
            at,
            fingerprints: "0123abcd".to_owned(),
        }
    }

    #[test]
    fn stored_visits_are_read_again() {
        let visits = Visits {
            salt: "5a17".to_owned(),
            visits: vec![visit("a b", 1_772_418_240_000), visit("42", 5)],
        };
        let stored = visits.to_text();
        assert_eq!(stored, "5a17\n1772418240000 0123abcd a b\n5 0123abcd 42");
        assert_eq!(Visits::parse(&stored), Some(visits));
    }

    #[test]
    fn malformed_lines_are_ignored() {
        assert_eq!(Visits::parse(""), None);
        let stored = "5a17\n\nnull\nx 0123abcd 1\n5 0123abcd\n5 0123abcd 1";
        assert_eq!(Visits::parse(stored).unwrap().visits, [visit("1", 5)]);
    }

    #[test]
    fn replace_returns_the_last_visit_and_keeps_fifty() {
        let mut visits = Visits { salt: "5a17".to_owned(), visits: Vec::new() };
        for id in 0..60 {
            assert_eq!(visits.replace(visit(&id.to_string(), 1)), None);
        }
        assert_eq!(visits.visits.len(), 50);
        assert_eq!(visits.replace(visit("10", 2)), Some(visit("10", 1)));
        assert_eq!(visits.replace(visit("9", 2)), None);
        assert_eq!(visits.visits.len(), 50);
    }
}
