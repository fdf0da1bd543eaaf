//! What the page shows for a failure, in the error view, the document's title and the notes.

use crate::api::{ApiError, Cause, Reason};
use crate::locale::{Texts, fill};
use crate::ui::icon::Icon;

pub struct Failure {
    pub icon: Icon,
    pub heading: String,
    pub advice: &'static str,
}

impl Failure {
    pub fn of(error: &ApiError, texts: &Texts) -> Self {
        let (icon, heading, advice) = match &error.cause {
            Cause::NotFound => (Icon::NotFound, texts.not_found, texts.not_found_text),
            Cause::SignedOut => (Icon::Lock, texts.signed_out, texts.signed_out_text),
            Cause::Forbidden => (Icon::Forbidden, texts.forbidden, texts.forbidden_text),
            Cause::Unavailable { .. } => (Icon::Server, texts.unavailable, texts.unavailable_text),
            Cause::Refused { .. } => (Icon::Stop, texts.refused, texts.refused_text),
            Cause::Offline => (Icon::Offline, texts.offline, texts.offline_text),
            Cause::TimedOut => (Icon::Clock, texts.timed_out, texts.timed_out_text),
            Cause::Unreadable { reason } => match reason {
                Reason::SignInPage => (Icon::Unreadable, texts.unreadable, texts.unreadable_login),
                Reason::Firewall => (Icon::Unreadable, texts.unavailable, texts.unavailable_firewall),
                Reason::MixedText => (Icon::Unreadable, texts.unreadable, texts.unreadable_mixed),
                Reason::TooLarge => (Icon::Unreadable, texts.unreadable, texts.unreadable_too_large),
                Reason::NoCustomer => (Icon::Unreadable, texts.unreadable, texts.unreadable_text),
            },
        };
        let heading = match &error.cause {
            Cause::Refused { code } => fill(heading, &[code]),
            _ => heading.to_owned(),
        };
        Self { icon, heading, advice }
    }
}
