//! HTML entities in text. Back ends that escape their input send `&amp;` if the user typed `&`.

/// HTML's names for the characters of Latin-1, from the no-break space.
const LATIN_1: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 \
    sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml \
    Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml \
    times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave \
    eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute \
    ucirc uuml yacute thorn yuml";

/// Other names, each followed by its character: the five that every escaper writes, and common punctuation. HTML's full
/// table would take more bytes than all other decoding.
const NAMED: &str = "amp& lt< gt> quot\" apos' ensp\u{2002} emsp\u{2003} thinsp\u{2009} ndash– mdash— lsquo‘ rsquo’ sbquo‚ \
    ldquo“ rdquo” bdquo„ lsaquo‹ rsaquo› bull• hellip… permil‰ prime′ Prime″ euro€ trade™ OEligŒ oeligœ ScaronŠ scaronš";

/// The characters that HTML means by the numbers 128 to 159: those of Windows-1252 instead of control characters.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The maximum length of an entity without `&` and `;`: numbers may have leading zeros.
const LONGEST: usize = 12;

/// Decodes the entities of a text once: `&amp;lt;` becomes `&lt;`.
pub fn decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        decoded.push_str(&rest[..start]);
        rest = &rest[start + 1..];
        let entity = rest.as_bytes().iter().take(LONGEST + 1).position(|byte| *byte == b';');
        match entity.and_then(|end| Some((character(&rest[..end])?, end))) {
            Some((character, end)) => {
                decoded.push(character);
                rest = &rest[end + 1..];
            }
            None => decoded.push('&'),
        }
    }
    decoded.push_str(rest);
    decoded
}

/// Returns the character of an entity; `None` for control characters.
fn character(entity: &str) -> Option<char> {
    let Some(number) = entity.strip_prefix('#') else {
        return named(entity);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    let character = match code.ok()? {
        windows @ 128..160 => WINDOWS.chars().nth(windows as usize - 128)?,
        code => char::from_u32(code)?,
    };
    Some(character).filter(|character| !character.is_control() || matches!(character, '\n' | '\r' | '\t'))
}

fn named(name: &str) -> Option<char> {
    let character = |entry: &str| match entry.strip_prefix(name)?.char_indices().next_back()? {
        (0, character) => Some(character),
        _ => None,
    };
    let mut latin = LATIN_1.split(' ').zip('\u{a0}'..);
    let latin = latin.find(|(known, _)| *known == name).map(|(_, character)| character);
    latin.or_else(|| NAMED.split(' ').find_map(character))
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn decodes_once() {
        assert_eq!(decode("A&amp;B &lt;b&gt; &#39;x&#x27; &quot;中&quot;"), "A&B <b> 'x' \"中\"");
        assert_eq!(decode("&amp;amp;lt;"), "&amp;lt;");
        assert_eq!(decode("King&#039;s Caf&eacute;"), "King's Café");
        assert_eq!(decode("&#00000000039;&#x000027;"), "''");
    }

    #[test]
    fn decodes_names_of_latin_1_and_common_punctuation() {
        assert_eq!(decode("&nbsp;&pound;&yen;&copy;&deg;&middot;&iquest;&Agrave;"), "\u{a0}£¥©°·¿À");
        assert_eq!(decode("&times;&szlig;&agrave;&divide;&yuml;"), "×ßà÷ÿ");
        assert_eq!(decode("&ldquo;&rdquo;&lsquo;&rsquo;&mdash;&hellip;&bull;&euro;"), "“”‘’—…•€");
    }

    #[test]
    fn numbers_128_to_159_are_decoded_as_windows_1252() {
        assert_eq!(decode("&#145;&#146;&#x93;&#148;&#150;&#128;&#159;"), "‘’“”–€Ÿ");
        assert_eq!(decode("&#129;&#x9d;"), "&#129;&#x9d;");
    }

    #[test]
    fn keeps_text_that_is_not_an_entity() {
        for text in [
            "AT&T",
            "a & b;",
            "&;",
            "&#;",
            "&#x110000;",
            "&#0;",
            "&unknown;",
            "&",
            "&中文;",
            "&#000000000039;",
            "&#55296;",
        ] {
            assert_eq!(decode(text), text);
        }
    }
}
