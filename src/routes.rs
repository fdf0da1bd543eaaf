//! The addresses of the pages. public/boot.js knows them too: tests/head_start/cases.json holds both to the same cases.

use crate::url::{decode_segment, encode_segment};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/`
    Home,
    /// `/customers/{id}`
    Customer(String),
    Unknown,
}

impl Route {
    /// Parses a path under a base path. (leptos_router only tests the prefix: it takes `/crmx` for a path under `/crm`.)
    pub fn parse(path: &str, base: &str) -> Self {
        match strip_base(path, base).map(|path| path.strip_suffix('/').unwrap_or(path)) {
            Some("") => Self::Home,
            Some(path) => match path.strip_prefix("/customers/") {
                Some(id) if !id.is_empty() && !id.contains('/') => Self::Customer(decode_segment(id)),
                _ => Self::Unknown,
            },
            None => Self::Unknown,
        }
    }

    /// Returns the path under a base path. An unknown route leads home.
    pub fn to_path(&self, base: &str) -> String {
        match self {
            Self::Home | Self::Unknown => format!("{base}/"),
            Self::Customer(id) => format!("{base}/customers/{}", encode_segment(id)),
        }
    }
}

/// Returns the part of a path that follows the base path; `None` outside of it.
pub fn strip_base<'a>(path: &'a str, base: &str) -> Option<&'a str> {
    path.strip_prefix(base).filter(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parse_reads_what_to_path_writes() {
        for base in ["", "/crm"] {
            for route in [Route::Home, Route::Customer("a/b 客%".into())] {
                assert_eq!(Route::parse(&route.to_path(base), base), route);
            }
        }
        assert_eq!(Route::Customer("a/b".into()).to_path("/crm"), "/crm/customers/a%2Fb");
    }

    #[test]
    fn paths_outside_the_base_path_are_unknown() {
        assert_eq!(Route::parse("/crm", "/crm"), Route::Home);
        for path in ["/crmx", "/crm-customers/1", "/customers/1", "/"] {
            assert_eq!(Route::parse(path, "/crm"), Route::Unknown, "{path}");
        }
    }

    #[test]
    fn other_paths_are_unknown() {
        for path in ["/customers", "/customers/", "/customers//", "/customers/1/edit", "//", "/Customers/1"] {
            assert_eq!(Route::parse(path, ""), Route::Unknown, "{path}");
        }
    }
}
