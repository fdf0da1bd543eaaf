//! The paths of the pages. public/boot.js parses them, too: tests/head_start/cases.json tests both.

use crate::url::{decode_segment, encode_segment};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/`
    Home,
    /// `/customers/{id}`
    Customer(String),
    /// `/compare/{id}/{id}`, with any number of ids
    Compare(Vec<String>),
    Unknown,
}

impl Route {
    /// Returns the page of a customer, or the comparison of several.
    pub fn of_customers(ids: Vec<String>) -> Self {
        match <[String; 1]>::try_from(ids) {
            Ok([id]) => Self::Customer(id),
            Err(ids) => Self::Compare(ids),
        }
    }

    /// Parses a path under a base path.
    pub fn parse(path: &str, base: &str) -> Self {
        match strip_base(path, base).map(|path| path.strip_suffix('/').unwrap_or(path)) {
            Some("") => Self::Home,
            Some(path) => Self::of_ids(path).unwrap_or(Self::Unknown),
            None => Self::Unknown,
        }
    }

    /// Parses the path of a page with ids.
    fn of_ids(path: &str) -> Option<Self> {
        let (page, ids) = path.strip_prefix('/')?.split_once('/')?;
        let ids: Vec<String> = ids.split('/').map(decode_segment).collect();
        match (page, ids.as_slice()) {
            _ if ids.iter().any(String::is_empty) => None,
            ("customers", [id]) => Some(Self::Customer(id.clone())),
            ("compare", _) => Some(Self::Compare(ids)),
            _ => None,
        }
    }

    /// Returns the path under a base path. For an unknown route, returns the start page.
    pub fn to_path(&self, base: &str) -> String {
        match self {
            Self::Home | Self::Unknown => format!("{base}/"),
            Self::Customer(id) => format!("{base}/customers/{}", encode_segment(id)),
            Self::Compare(ids) => {
                let segments = ids.iter().map(|id| format!("/{}", encode_segment(id)));
                format!("{base}/compare{}", segments.collect::<String>())
            }
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
            for route in [
                Route::Home,
                Route::Customer("a/b 客%".into()),
                Route::Compare(vec!["a/b 客%".into(), "2".into()]),
                Route::Compare(vec!["1".into()]),
            ] {
                assert_eq!(Route::parse(&route.to_path(base), base), route);
            }
        }
        assert_eq!(Route::Customer("a/b".into()).to_path("/crm"), "/crm/customers/a%2Fb");
        assert_eq!(Route::Compare(vec!["a/b".into(), "2".into()]).to_path("/crm"), "/crm/compare/a%2Fb/2");
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
        for path in [
            "/customers",
            "/customers/",
            "/customers//",
            "/customers/1/edit",
            "//",
            "/Customers/1",
            "/compare",
            "/compare/",
            "/compare//",
            "/compare/1//2",
            "/compare/1/2//",
            "/compares/1/2",
        ] {
            assert_eq!(Route::parse(path, ""), Route::Unknown, "{path}");
        }
    }
}
