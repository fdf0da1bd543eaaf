//! Pinyin initials, from the order in which the browser's `Intl.Collator` sorts Chinese characters.

use js_sys::Array;

use super::js::{apply, get, intl};

/// For each of the [`LETTERS`], the first character in pinyin order, leaving out a few rare ones.
const FIRST_CHARACTERS: &str = "阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀";
const LETTERS: &[u8] = b"abcdefghjklmnopqrstwxyz";
/// Surnames that are read differently from how the browser sorts them, each followed by its initial.
const SURNAMES: &str = "乐y区o单s曾z解x仇q翟z查z覃q召s";
const FIRST_HAN: u32 = 0x4e00;
const HAN_COUNT: usize = 0x5200;

/// The pinyin initials of characters, by code point from U+4E00.
pub struct Initials(Vec<u8>);

impl Initials {
    /// Returns the initials of all characters in a text; `None` if the browser does not sort by pinyin.
    pub fn new(text: &str) -> Option<Self> {
        let mut initials = vec![0; HAN_COUNT];
        let characters = Array::new();
        // The letters' first characters precede those with the same reading: the sort is stable.
        for character in [FIRST_CHARACTERS, text].concat().chars() {
            if let Some(initial) = initials.get_mut(position(character))
                && *initial == 0
            {
                *initial = b' ';
                characters.push(&String::from(character).into());
            }
        }
        sort(&characters)?;
        let mut first_characters = FIRST_CHARACTERS.chars();
        let mut next = first_characters.next();
        let (mut letter, mut letters) = (b' ', LETTERS.iter());
        for index in 0..characters.length() {
            let character = characters.get(index).as_string()?.chars().next()?;
            if next == Some(character) {
                letter = *letters.next()?;
                next = first_characters.next();
            }
            *initials.get_mut(position(character))? = letter;
        }
        next.is_none().then_some(Self(initials))
    }

    /// Replaces the Chinese characters of a text with their initials. The first one may be a surname.
    pub fn of_name(&self, text: &str) -> String {
        let mut initials = String::new();
        for character in text.chars() {
            let surname = SURNAMES.split_once(character).filter(|_| initials.is_empty());
            let initial = match (self.0.get(position(character)), surname) {
                (None, _) => character,
                (_, Some((_, rest))) => rest.chars().next().unwrap_or(character),
                (Some(initial), None) => char::from(*initial),
            };
            initials.push(initial);
        }
        initials
    }
}

/// Returns the index of a Chinese character; out of range for others.
fn position(character: char) -> usize {
    (character as u32).wrapping_sub(FIRST_HAN) as usize
}

/// Sorts texts in one call, without a callback into the program for each pair.
fn sort(texts: &Array) -> Option<()> {
    let collator = intl("Collator", "zh-CN", &[])?;
    apply(texts, "sort", &Array::of1(&get(&collator, "compare")));
    Some(())
}
