//! URLs of CRM pages and of the sign-in, from the configuration.

use super::Config;
use crate::url::{encode_segment, is_segment};

/// The kinds of CRM pages that the page can link to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    Customer,
    Manager,
    Follower,
}

impl LinkTarget {
    pub(super) const ALL: [Self; 3] = [Self::Customer, Self::Manager, Self::Follower];

    /// Returns the name used in the configuration and in events to the host.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Manager => "manager",
            Self::Follower => "follower",
        }
    }
}

impl Config {
    /// Returns the URL of a CRM page; `None` if none is configured or the id cannot be part of a URL.
    pub fn link(&self, target: LinkTarget, id: &str) -> Option<String> {
        let (_, template) = self.links.iter().find(|(configured, _)| *configured == target)?;
        is_segment(id).then(|| template.replace("{id}", &encode_segment(id)))
    }

    /// Returns the sign-in URL with the placeholder `{address}` for the percent-encoded URL to return to.
    pub fn sign_in_template(&self) -> Option<String> {
        let url = self.sign_in_url.as_ref()?;
        if url.contains("{address}") {
            return Some(url.clone());
        }
        let with_return = |url: &str| {
            let separator = if url.contains('?') { '&' } else { '?' };
            format!("{url}{separator}return={{address}}")
        };
        Some(match url.split_once('#') {
            // With hash routing, the query belongs to the route in the fragment.
            Some((page, route)) if route.starts_with(['/', '!']) => format!("{page}#{}", with_return(route)),
            Some((page, fragment)) => format!("{}#{fragment}", with_return(page)),
            None => with_return(url),
        })
    }

    /// Returns the sign-in URL that returns to `address`.
    pub fn sign_in_link(&self, address: &str) -> Option<String> {
        let template = self.sign_in_template()?;
        Some(template.replace("{address}", &encode_segment(address)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn link_encodes_the_id() {
        let (config, _) = Config::parse(
            r#"{"links": {"customer": "/crm/customers/{id}?from={id}", "follower": " https://crm.example/#/users/{id} "}}"#,
        );
        for (target, id, link) in [
            (
                LinkTarget::Customer,
                "a/b 客",
                Some("/crm/customers/a%2Fb%20%E5%AE%A2?from=a%2Fb%20%E5%AE%A2"),
            ),
            (LinkTarget::Follower, "{id}", Some("https://crm.example/#/users/%7Bid%7D")),
            (LinkTarget::Manager, "7", None),
        ] {
            assert_eq!(config.link(target, id).as_deref(), link);
        }
        for id in ["", " ", ".", "..", "a/..", "\u{7}"] {
            assert_eq!(config.link(LinkTarget::Customer, id), None, "{id:?}");
        }
    }

    #[test]
    fn sign_in_link_carries_the_address() {
        let link = |url: &str| {
            let config = Config { sign_in_url: Some(url.into()), ..Config::default() };
            config.sign_in_link("https://crm.example/customers/1?a=b").unwrap()
        };
        let address = "https%3A%2F%2Fcrm.example%2Fcustomers%2F1%3Fa%3Db";
        assert_eq!(link("/login?to={address}"), format!("/login?to={address}"));
        assert_eq!(link("/login"), format!("/login?return={address}"));
        assert_eq!(link("/login?x=1"), format!("/login?x=1&return={address}"));
        assert_eq!(link("/login#top"), format!("/login?return={address}#top"));
        assert_eq!(link("/login?x=1#top"), format!("/login?x=1&return={address}#top"));
        assert_eq!(link("/app/#/login"), format!("/app/#/login?return={address}"));
        assert_eq!(link("/app/?x=1#/login?y=2"), format!("/app/?x=1#/login?y=2&return={address}"));
    }
}
