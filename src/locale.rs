//! All texts of the page, in 中文 and English.

mod en;
mod zh;

use leptos::prelude::*;

use crate::api::{CustomerType, Key};

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locale {
    /// 中文, the default.
    Zh,
    En,
}

impl Locale {
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// Returns the BCP 47 tag, for `lang` and for the browser's `Intl`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// Returns the language of a BCP 47 tag, by its first subtag.
    pub fn of_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next()?.to_ascii_lowercase().as_str() {
            "zh" => Some(Self::Zh),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// Returns the language that the language button switches to.
    pub fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

    /// Returns the label of a key: in 中文 the API's own comment.
    pub fn label(self, key: Key) -> &'static str {
        match self {
            Self::Zh => zh::label(key),
            Self::En => en::label(key),
        }
    }

    /// Returns the label of a customer type; `None` for a constant that docs/api.md does not list.
    pub fn customer_type(self, customer_type: &CustomerType) -> Option<&'static str> {
        match self {
            Self::Zh => zh::customer_type(customer_type),
            Self::En => en::customer_type(customer_type),
        }
    }

    /// Returns the units of large amounts, smallest first: exponent of ten, digits after the point, word.
    pub fn large_units(self) -> &'static [LargeUnit] {
        match self {
            Self::Zh => zh::LARGE_UNITS,
            Self::En => en::LARGE_UNITS,
        }
    }

    /// Returns the units of relative times, largest first.
    pub fn relative_units(self) -> &'static [RelativeUnit] {
        match self {
            Self::Zh => zh::RELATIVE_UNITS,
            Self::En => en::RELATIVE_UNITS,
        }
    }

    /// Returns all other texts.
    pub fn texts(self) -> &'static Texts {
        match self {
            Self::Zh => &zh::TEXTS,
            Self::En => &en::TEXTS,
        }
    }
}

/// A unit of large amounts: `万` is ten to the fourth.
#[derive(Debug)]
pub struct LargeUnit {
    pub exponent: usize,
    /// Number of fraction digits of amounts in this unit.
    pub places: usize,
    pub word: &'static str,
}

/// A unit of relative times, with its texts; see [`plural`].
#[derive(Debug)]
pub struct RelativeUnit {
    pub seconds: i64,
    pub past: &'static str,
    pub future: &'static str,
}

/// Returns the language as a signal, for components that stay mounted when it changes.
pub fn use_locale() -> RwSignal<Locale> {
    use_context().unwrap_or_else(|| RwSignal::new(Locale::Zh))
}

/// Returns the current language without tracking it, for components that re-render when it changes.
pub fn locale() -> Locale {
    use_locale().get_untracked()
}

/// Returns the label of a key in the current language.
pub fn label(key: Key) -> &'static str {
    locale().label(key)
}

/// Returns the texts of the current language.
pub fn texts() -> &'static Texts {
    locale().texts()
}

/// Returns a text that follows the language, for components that stay mounted when it changes.
pub fn translated(pick: fn(&Texts) -> &'static str) -> Box<dyn Fn() -> &'static str + Send> {
    let locale = use_locale();
    Box::new(move || pick(locale.get().texts()))
}

/// Replaces each `{}` of a text by the next value.
pub fn fill(text: &str, values: &[&str]) -> String {
    let mut values = values.iter();
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((piece, behind)) = rest.split_once("{}") {
        filled.push_str(piece);
        filled.push_str(values.next().unwrap_or(&""));
        rest = behind;
    }
    filled + rest
}

/// Like [`fill`], for values that are elements.
pub fn fill_view(text: &'static str, values: Vec<AnyView>) -> AnyView {
    let mut pieces = text.split("{}");
    let mut views = vec![pieces.next().unwrap_or_default().into_any()];
    for (value, piece) in values.into_iter().zip(pieces) {
        views.extend([value, piece.into_any()]);
    }
    views.into_any()
}

/// Returns the form of a text for a count. An English text with a count has two, `{} field|{} fields`; 中文 has one.
pub fn plural(text: &'static str, count: usize) -> &'static str {
    match text.split_once('|') {
        Some((one, _)) if count == 1 => one,
        Some((_, other)) => other,
        None => text,
    }
}

/// Returns a label for the middle of a sentence: `Copy customer no.`
pub fn in_sentence(label: &str) -> String {
    let mut label = label.to_owned();
    if let Some(first) = label.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    label
}

/// Generates the struct of all texts: a language that lacks one does not compile.
macro_rules! texts {
    ($($(#[$doc:meta])* $text:ident,)*) => {
        /// All texts except the labels of keys and customer types. `{}` is replaced by a value.
        #[derive(Debug)]
        pub struct Texts {
            $($(#[$doc])* pub $text: &'static str,)*
        }

        #[cfg(test)]
        impl Texts {
            /// Every text with its name.
            fn all(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($text), self.$text)),*]
            }
        }
    };
}

texts! {
    // The program
    app, other_language, change_language, to_dark, to_light, is_dark, is_light, version, close, skip, shortcuts, shortcuts_on,
    welcome, welcome_text, no_page, no_page_text, home,
    // Finding a customer
    go_to_label, go_to_hint, go, go_to_bad, go_to_empty, go_to_long, go_to_elsewhere,
    /// Followed by links to recent customers.
    did_you_mean,
    recent, recent_none, recent_clear,
    // Values
    absent, unreadable_mark, list_separator,
    /// Number of values, their labels. Plural.
    unreadable_notice,
    /// The previous value.
    previous,
    more_steps, expand, collapse,
    /// A label in the middle of a sentence.
    copy,
    copied, copy_failed,
    // Sections
    basics, classification, finance, identifiers, nothing_filled_in, open_in_crm, unnamed,
    contacts,
    /// A verb before a telephone number.
    call,
    /// A verb before a mail address.
    write_mail,
    phone_number, mail_address,
    /// Read before an amount below zero: screen readers skip its sign.
    below_zero,
    /// Rounded number, unit.
    approximately,
    scale_note, how_computed, share_of_turnover, average_deal,
    /// Dividend, divisor.
    formula,
    unknown_follower, no_followers, follower_count, more_followers,
    /// Number of the other followers, number of those that a click shows.
    show_more_followers,
    filter_followers, filter_found,
    /// Names, number of the other followers.
    and_more_followers,
    // Comparing
    compare, compare_go, compare_to, compare_label, compare_one_more, compare_limited, differs,
    /// The customer's name.
    compare_with,
    // Loading, refreshing, sharing
    loading, loaded, refresh, refreshing, updated_at, yesterday, now,
    /// Reason, time of the data.
    stale,
    /// Time of the data.
    data_from,
    changed,
    /// Plural.
    changed_many, change_count,
    /// Label, value, previous value.
    changed_value,
    /// Time of the last visit, labels.
    changed_since_visit,
    /// Time of the last visit, number of changes.
    change_count_since_visit,
    dismiss,
    print, cannot_print,
    /// URL, time of printing, time of the data.
    printed_from,
    summary, table_row, table, link, more_actions, time_of_data,
    /// Label, value.
    summary_line,
    // Failures
    retry, retry_in, retry_in_minutes, sign_in, find_another, requested_id, server_says,
    not_found, not_found_text, not_found_number,
    signed_out, signed_out_text,
    forbidden, forbidden_text,
    unavailable, unavailable_text, unavailable_firewall,
    refused, refused_text,
    offline, offline_text,
    timed_out, timed_out_text,
    unreadable, unreadable_text, unreadable_login, unreadable_mixed, unreadable_too_large,
    // Configuration: key, value
    config_wrong, config_missing, config_no_object, config_unknown, config_duplicate, config_outside,
    /// Key, value, valid values.
    config_bad_value,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_every_text_with_the_same_placeholders() {
        let labels = |locale: Locale| Key::ALL.iter().map(move |key| (key.as_str(), locale.label(*key)));
        let types = |locale: Locale| {
            CustomerType::DOCUMENTED
                .map(|(known, name, _)| (name, locale.customer_type(&known).unwrap_or_default()))
        };
        let words = |locale: Locale| {
            labels(locale)
                .chain(types(locale))
                .chain(locale.texts().all())
                .collect::<Vec<_>>()
        };
        for ((name, zh), (_, en)) in words(Locale::Zh).into_iter().zip(words(Locale::En)) {
            assert!(!zh.trim().is_empty() && !en.trim().is_empty(), "{name} is empty");
            for form in en.split('|') {
                assert_eq!(
                    zh.matches("{}").count(),
                    form.matches("{}").count(),
                    "{name} has other placeholders"
                );
            }
            let is_han =
                |text: &str| text.chars().any(|character| ('\u{4e00}'..='\u{9fff}').contains(&character));
            assert!(!is_han(en) || name == "other_language", "{name} is not English: {en}");
        }
    }

    #[test]
    fn bcp_47_tags_select_the_language() {
        for (tag, locale) in [
            ("zh", Some(Locale::Zh)),
            ("zh-Hant-TW", Some(Locale::Zh)),
            ("en-GB", Some(Locale::En)),
            ("fr", None),
            ("", None),
        ] {
            assert_eq!(Locale::of_tag(tag), locale, "{tag}");
        }
    }

    #[test]
    fn fills_values_in_order() {
        assert_eq!(fill("{} 与 {}。", &["甲", "{}"]), "甲 与 {}。");
        assert_eq!(fill("{}{}", &["a"]), "a");
    }

    #[test]
    fn plural_picks_the_form_for_a_count() {
        let forms = |texts: &Texts| [0, 1, 2].map(|count| plural(texts.more_steps, count));
        assert_eq!(forms(Locale::En.texts()), ["{} more levels", "{} more level", "{} more levels"]);
        assert_eq!(forms(Locale::Zh.texts()), ["还有 {} 级"; 3]);
    }

    #[test]
    fn labels_in_a_sentence_begin_in_lower_case() {
        assert_eq!(in_sentence("Customer no."), "customer no.");
        assert_eq!(in_sentence("客户编号"), "客户编号");
        assert_eq!(in_sentence(""), "");
    }
}
