//! The bearer token of the CRM's sign-in.

use crate::browser::storage;
use crate::config::Config;

/// Returns the configured token: of this tab, else of the origin. `None` if it cannot be sent in a header.
///
/// The first access to localStorage is slow (13 ms on a slow machine): call this after the first paint.
pub fn token(config: &Config) -> Option<String> {
    let key = config.token_key.as_deref()?;
    let stored = storage::read_session(key).or_else(|| storage::read(key))?;
    let token = stored.trim_ascii().trim_matches('"');
    let is_sendable = !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_graphic());
    is_sendable.then(|| token.to_owned())
}

/// Whether the sign-in's token is gone. Without a configured token the page cannot tell.
pub fn is_signed_out(config: &Config) -> bool {
    config.token_key.is_some() && token(config).is_none()
}
