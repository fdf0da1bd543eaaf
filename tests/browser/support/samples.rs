//! The sample answers, as they are in `samples/`; samples/README.md says what each is for.

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

/// A small customer of this name.
pub fn named(name: &str) -> String {
    serde_json::json!({ "id": "1", "name": name, "type": "CLIENT" }).to_string()
}
