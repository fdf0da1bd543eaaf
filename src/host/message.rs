//! What host and page say to each other.

use serde::{Deserialize, Serialize};

use crate::json;

/// What the host asks for. It says all of it whenever one of these changes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Wish {
    /// The id of the customer to show.
    pub id: String,
    /// The BCP 47 tag of the language to show it in; empty for the page's own choice.
    pub lang: String,
    /// `light`, `dark`, or anything else for what the system has.
    pub theme: String,
}

impl Wish {
    /// Reads a message; nothing where it is something else.
    pub fn parse(text: &str) -> Option<Self> {
        Self::deserialize(json::parse(text)?).ok()
    }
}

/// What the host is told. The head's script says `{"tell": "here"}` before all of these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "tell", rename_all = "lowercase")]
pub enum Told {
    /// How high the page is, in CSS pixels.
    Height {
        /// The height.
        height: u32,
    },
    /// A customer is shown.
    Ready {
        /// The id that was asked for.
        id: String,
        /// The customer's name.
        name: String,
    },
    /// A customer cannot be shown.
    Failed {
        /// The id that was asked for.
        id: String,
        /// The name of the [`Cause`](crate::api::Cause).
        cause: &'static str,
    },
    /// Somebody follows a link out of the page.
    Link {
        /// Where it leads: a whole URL, in which `{address}` stands for the host's own address.
        href: String,
        /// What it leads to: `customer`, `manager`, `follower` or `sign-in`.
        kind: &'static str,
        /// The id of that; of the customer that is shown where it leads to the sign-in.
        id: String,
    },
    /// Somebody presses Escape, with which nothing here is closed.
    Escape,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_is_an_object_of_texts() {
        let wish = Wish {
            id: "42".into(),
            lang: String::new(),
            theme: "dark".into(),
        };
        assert_eq!(Wish::parse(r#"{"id": "42", "lang": "", "theme": "dark", "later": 1}"#), Some(wish));
        for text in [
            "",
            "null",
            "[]",
            "{}",
            "\"42\"",
            r#"{"id": 42, "lang": "", "theme": ""}"#,
            r#"{"id": "42", "lang": "zh"}"#,
            r#"{"id": ["42"], "lang": "", "theme": ""}"#,
            r#"{"id": "42", "lang": "", "theme": ""}{}"#,
        ] {
            assert_eq!(Wish::parse(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_told_has_its_name() {
        let text = |told: Told| serde_json::to_string(&told).unwrap();
        assert_eq!(text(Told::Height { height: 812 }), r#"{"tell":"height","height":812}"#);
        assert_eq!(
            text(Told::Ready { id: "\"".into(), name: "金".into() }),
            r#"{"tell":"ready","id":"\"","name":"金"}"#
        );
        assert_eq!(text(Told::Escape), r#"{"tell":"escape"}"#);
    }
}
