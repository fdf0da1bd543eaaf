//! All texts of the page, in 中文 and English.

mod labels;
mod texts;

use leptos::prelude::*;

pub use labels::{LargeUnit, RELATIVE_UNITS};
pub use texts::Texts;

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
        self.pick(["zh-CN", "en"])
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
        self.pick([Self::En, Self::Zh])
    }

    /// Returns the value for this language.
    pub fn pick<T>(self, [zh, en]: [T; 2]) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    /// Returns the label of a key: in 中文 the API's own comment.
    pub fn label(self, key: Key) -> &'static str {
        self.pick(labels::label(key))
    }

    /// Returns the label of a customer type; `None` for a constant that docs/api.md does not list.
    pub fn customer_type(self, customer_type: &CustomerType) -> Option<&'static str> {
        Some(self.pick(labels::customer_type(customer_type)?))
    }

    /// Returns the units of large amounts, smallest first.
    pub fn large_units(self) -> &'static [LargeUnit] {
        self.pick(labels::LARGE_UNITS)
    }

    /// Returns all other texts.
    pub fn texts(self) -> &'static Texts {
        self.pick([&texts::ZH, &texts::EN])
    }
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

/// Replaces each `{}` of a text with the next value.
pub fn fill(text: &str, values: &[&str]) -> String {
    let (mut pieces, mut values) = (text.split("{}"), values.iter());
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        filled.push_str(values.next().unwrap_or(&""));
        filled.push_str(piece);
    }
    filled
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

/// Returns the form of a text for a count: texts may have two, for one and for other counts (`{} field|{} fields`).
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
