//! Texts about failures, for the error view, the document's title and the freshness bar.

use crate::api::{ApiError, Cause, Reason};
use crate::locale::{Texts, fill};

/// Returns the heading for a failure.
pub fn failure_heading(error: &ApiError, texts: &Texts) -> String {
    let heading = match &error.cause {
        Cause::NotFound => texts.not_found,
        Cause::SignedOut => texts.signed_out,
        Cause::Forbidden => texts.forbidden,
        Cause::Refused { code } => return fill(texts.refused, &[code]),
        Cause::Offline => texts.offline,
        Cause::TimedOut => texts.timed_out,
        Cause::Unavailable { .. } | Cause::Unreadable { reason: Reason::Firewall } => texts.unavailable,
        Cause::Unreadable { .. } => texts.unreadable,
    };
    heading.to_owned()
}

/// Returns the advice for the user after a failure.
pub fn failure_advice(error: &ApiError, texts: &Texts) -> &'static str {
    match error.cause {
        Cause::NotFound => texts.not_found_text,
        Cause::SignedOut => texts.signed_out_text,
        Cause::Forbidden => texts.forbidden_text,
        Cause::Unavailable { .. } => texts.unavailable_text,
        Cause::Refused { .. } => texts.refused_text,
        Cause::Offline => texts.offline_text,
        Cause::TimedOut => texts.timed_out_text,
        Cause::Unreadable { reason } => match reason {
            Reason::SignInPage => texts.unreadable_login,
            Reason::Firewall => texts.unavailable_firewall,
            Reason::MixedText => texts.unreadable_mixed,
            Reason::TooLarge => texts.unreadable_too_large,
            Reason::NoCustomer => texts.unreadable_text,
        },
    }
}
