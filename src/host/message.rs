//! The messages between host and page.

use serde::{Deserialize, Serialize};

use crate::json;

/// What to show. The host sends all of it whenever one of the fields changes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct HostRequest {
    /// Customer id.
    pub id: String,
    /// BCP 47 tag; empty for the user's own choice.
    pub lang: String,
    /// `light` or `dark`; anything else follows the system.
    pub theme: String,
}

impl HostRequest {
    /// Parses a message; `None` if it is something else.
    pub fn parse(text: &str) -> Option<Self> {
        Self::deserialize(json::parse(text)?).ok()
    }
}

/// Something to do once, as the host sends it: `{"ask": "first"}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostCommand {
    /// `first`: focus the first focusable element.
    FocusFirst,
    /// `last`: focus the last focusable element.
    FocusLast,
    /// `look`: the user has returned to the host's window.
    LookAgain,
}

impl HostCommand {
    /// Parses a message; `None` if it is something else.
    pub fn parse(text: &str) -> Option<Self> {
        #[derive(Deserialize)]
        struct Message {
            ask: String,
        }
        match Message::deserialize(json::parse(text)?).ok()?.ask.as_str() {
            "first" => Some(Self::FocusFirst),
            "last" => Some(Self::FocusLast),
            "look" => Some(Self::LookAgain),
            _ => None,
        }
    }
}

/// What the host is told. `public/boot.js` sends three more:
///
/// - `{"tell": "here", "lang": "zh-CN"}` after each [`HostRequest`] and while the program arrives, with the page's language;
/// - `{"tell": "paper", "width": 680, "height": 1200}`: the size of the page in print, in CSS pixels;
/// - `{"tell": "broken"}`: the program did not start, or panicked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "tell", rename_all = "lowercase")]
pub enum HostEvent {
    /// The program has started.
    Started,
    /// Height of the page, in CSS pixels.
    Height { height: u32 },
    /// A customer is shown.
    Ready { id: String, name: String },
    /// A customer cannot be shown.
    Failed {
        id: String,
        /// Name of the [`Cause`](crate::api::Cause).
        cause: &'static str,
    },
    /// The user follows a link out of the page.
    Link {
        /// A URL in which `{address}` stands for the host's own address.
        href: String,
        /// What it leads to: `customer`, `manager`, `follower`, `phone`, `mail` or `sign-in`.
        kind: &'static str,
        /// Id of the manager or follower; of the customer shown for the other kinds.
        id: String,
    },
    /// The user has pressed Escape, which closes nothing in the page.
    Escape,
    /// The user has released Escape.
    EscapeUp,
    /// The user has pressed Tab at the last focusable element, or Shift+Tab at the first.
    Tab { back: bool },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn request_is_an_object_of_strings() {
        let request = HostRequest {
            id: "42".into(),
            lang: String::new(),
            theme: "dark".into(),
        };
        assert_eq!(
            HostRequest::parse(r#"{"id": "42", "lang": "", "theme": "dark", "later": 1}"#),
            Some(request)
        );
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
            assert_eq!(HostRequest::parse(text), None, "{text}");
        }
    }

    #[test]
    fn command_is_a_known_word() {
        assert_eq!(HostCommand::parse(r#"{"ask": "first"}"#), Some(HostCommand::FocusFirst));
        assert_eq!(HostCommand::parse(r#"{"ask": "last"}"#), Some(HostCommand::FocusLast));
        assert_eq!(HostCommand::parse(r#"{"ask": "look", "later": 1}"#), Some(HostCommand::LookAgain));
        for text in ["", "\"look\"", "{}", r#"{"ask": "LOOK"}"#, r#"{"ask": ["look"]}"#, r#"{"ask": null}"#] {
            assert_eq!(HostCommand::parse(text), None, "{text}");
        }
    }

    #[test]
    fn events_keep_their_wire_format() {
        let text = |event: HostEvent| serde_json::to_string(&event).unwrap();
        assert_eq!(text(HostEvent::Started), r#"{"tell":"started"}"#);
        assert_eq!(text(HostEvent::Height { height: 812 }), r#"{"tell":"height","height":812}"#);
        assert_eq!(
            text(HostEvent::Ready { id: "\"".into(), name: "金".into() }),
            r#"{"tell":"ready","id":"\"","name":"金"}"#
        );
        assert_eq!(text(HostEvent::Escape), r#"{"tell":"escape"}"#);
        assert_eq!(text(HostEvent::EscapeUp), r#"{"tell":"escapeup"}"#);
        assert_eq!(text(HostEvent::Tab { back: true }), r#"{"tell":"tab","back":true}"#);
    }
}
