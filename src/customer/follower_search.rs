//! Finds followers by a part of their name or id, or by pinyin initials.

use js_sys::JsString;

use super::logic::merge_followers::text_of;
use crate::api::Follower;
use crate::browser::pinyin::Initials;
use crate::plain_text::one_line;

/// Returns the [`folded`] search text of each follower: name, id and, if the browser sorts by pinyin, initials.
pub fn search_texts(followers: &[Follower]) -> Vec<String> {
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
    let mut texts = Vec::new();
    for line in lines.lines() {
        let mut text = line.to_owned();
        if let Some(initials) = &initials {
            text.push('\t');
            text.push_str(&initials.of_name(line));
        }
        texts.push(text);
    }
    texts
}

/// Returns a text normalised for width, compatibility forms and case.
pub fn folded(text: &str) -> String {
    JsString::from(text).normalize("NFKC").to_lower_case().into()
}
