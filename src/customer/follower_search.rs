//! Finds followers by a part of their name or id, or by pinyin initials.

use js_sys::JsString;

use super::logic::merge_followers::text_of;
use crate::api::Follower;
use crate::browser::pinyin::Initials;
use crate::plain_text::one_line;

/// Returns the [`folded`] search text of each follower: name, id and, if the browser sorts by pinyin, initials.
pub fn search_texts(followers: impl Iterator<Item = Follower>) -> Vec<String> {
    // One call into the browser for all followers.
    let mut lines = String::new();
    for follower in followers {
        for (field, end) in [(&follower.name, "\t"), (&follower.id, "\n")] {
            lines.push_str(&one_line(text_of(field).unwrap_or_default()));
            lines.push_str(end);
        }
    }
    let lines = folded(&lines);
    let initials = Initials::new(&lines);
    let with_initials = |line: &str| match &initials {
        Some(initials) => [line, "\t", &initials.of_name(line)].concat(),
        None => line.to_owned(),
    };
    lines.lines().map(with_initials).collect()
}

/// Returns a text normalised for width, compatibility forms and case.
pub fn folded(text: &str) -> String {
    JsString::from(text).normalize("NFKC").to_lower_case().into()
}
