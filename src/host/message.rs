//! The messages between host and page.

use crate::json::{self, Json, Object, quote};

/// The customer to show, with language and theme. The host sends all fields whenever one changes.
#[derive(Clone, Debug, PartialEq, Eq)]
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
        let message = object(text)?;
        Some(Self {
            id: message.get("id")?.to_text()?,
            lang: message.get("lang")?.to_text()?,
            theme: message.get("theme")?.to_text()?,
        })
    }
}

fn object(text: &str) -> Option<Object<'_>> {
    match json::parse(text)?.peek() {
        Json::Object(object) => Some(object),
        _ => None,
    }
}

/// A command of the host, such as `{"command": "focus-first"}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostCommand {
    /// `focus-first`: focus the first focusable element.
    FocusFirst,
    /// `focus-last`: focus the last focusable element.
    FocusLast,
    /// `user-returned`: the user has returned to the host's window.
    UserReturned,
}

impl HostCommand {
    /// Parses a message; `None` if it is something else.
    pub fn parse(text: &str) -> Option<Self> {
        match object(text)?.get("command")?.to_text()?.as_str() {
            "focus-first" => Some(Self::FocusFirst),
            "focus-last" => Some(Self::FocusLast),
            "user-returned" => Some(Self::UserReturned),
            _ => None,
        }
    }
}

/// An event for the host. `public/boot.js` sends three more:
///
/// - `{"event": "alive", "lang": "zh-CN"}`, with the page's language: after each [`HostRequest`], and while the program
///   downloads, so that the element does not time out;
/// - `{"event": "print-size", "width": 680, "height": 1200}`: the size of the page in print, in CSS pixels;
/// - `{"event": "crashed"}`: the program did not start, or panicked.
#[derive(Clone, Debug, PartialEq, Eq)]
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
        /// A URL; the host replaces `{address}` in it with its own URL.
        href: String,
        /// The kind of target: `customer`, `manager`, `follower`, `phone`, `mail` or `sign-in`.
        kind: &'static str,
        /// Id of the manager or follower; for the other kinds, of the displayed customer.
        id: String,
    },
    /// The user has pressed Escape, and nothing in the page handles it.
    Escape,
    /// The user has released Escape.
    EscapeUp,
    /// The user has pressed Tab at the last focusable element, or Shift+Tab at the first.
    Tab { back: bool },
}

impl HostEvent {
    /// Returns the message: the event's name as `event`, and its fields.
    pub fn to_json(&self) -> String {
        let (event, fields) = match self {
            Self::Started => ("started", vec![]),
            Self::Height { height } => ("height", vec![("height", height.to_string())]),
            Self::Ready { id, name } => ("ready", vec![("id", quote(id)), ("name", quote(name))]),
            Self::Failed { id, cause } => ("failed", vec![("id", quote(id)), ("cause", quote(cause))]),
            Self::Link { href, kind, id } => {
                ("link", vec![("href", quote(href)), ("kind", quote(kind)), ("id", quote(id))])
            }
            Self::Escape => ("escape", vec![]),
            Self::EscapeUp => ("escape-up", vec![]),
            Self::Tab { back } => ("tab", vec![("back", back.to_string())]),
        };
        let mut json = format!(r#"{{"event":"{event}""#);
        for (name, value) in fields {
            json.push_str(&format!(r#","{name}":{value}"#));
        }
        json + "}"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_without_string_fields_are_ignored() {
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
    fn unknown_commands_are_ignored() {
        assert_eq!(HostCommand::parse(r#"{"command": "focus-first"}"#), Some(HostCommand::FocusFirst));
        assert_eq!(HostCommand::parse(r#"{"command": "focus-last"}"#), Some(HostCommand::FocusLast));
        assert_eq!(
            HostCommand::parse(r#"{"command": "user-returned", "later": 1}"#),
            Some(HostCommand::UserReturned)
        );
        for text in [
            "",
            "\"user-returned\"",
            "{}",
            r#"{"command": "USER-RETURNED"}"#,
            r#"{"command": ["user-returned"]}"#,
            r#"{"command": null}"#,
        ] {
            assert_eq!(HostCommand::parse(text), None, "{text}");
        }
    }

    #[test]
    fn events_keep_their_wire_format() {
        let text = |event: HostEvent| event.to_json();
        assert_eq!(text(HostEvent::Started), r#"{"event":"started"}"#);
        assert_eq!(text(HostEvent::Height { height: 812 }), r#"{"event":"height","height":812}"#);
        assert_eq!(
            text(HostEvent::Ready { id: "\"".into(), name: "金".into() }),
            r#"{"event":"ready","id":"\"","name":"金"}"#
        );
        assert_eq!(text(HostEvent::Escape), r#"{"event":"escape"}"#);
        assert_eq!(text(HostEvent::EscapeUp), r#"{"event":"escape-up"}"#);
        assert_eq!(text(HostEvent::Tab { back: true }), r#"{"event":"tab","back":true}"#);
    }
}
