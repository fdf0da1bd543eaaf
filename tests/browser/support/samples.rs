//! The sample responses of `samples/` (see samples/README.md).

macro_rules! samples {
    ($($name:ident = $file:literal;)*) => {
        $(pub const $name: &str = include_str!(concat!("../../../samples/", $file, ".json"));)*
    };
}

samples! {
    EXAMPLE = "example";
    FULL = "full";
    TARGET = "target";
    PROSPECT = "prospect";
    UNKNOWN_TYPE = "unknown-type";
    SPARSE = "sparse";
    LONG_TEXT = "long-text";
    MANY_FOLLOWERS = "many-followers";
    UNREADABLE = "unreadable";
    EXACT = "exact";
}

/// Returns a minimal customer with a name.
pub fn named(name: &str) -> String {
    serde_json::json!({ "id": "1", "name": name, "type": "CLIENT" }).to_string()
}
