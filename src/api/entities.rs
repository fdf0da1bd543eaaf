//! HTML entities in text: back ends that escape on the way in send `&amp;` where a person typed `&`.

/// The entities that PHP's and Java's escapers write, and the punctuation of Chinese text. The full table of HTML
/// would cost more bytes than the rest of the decoding.
const NAMED: [(&str, char); 24] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("middot", '·'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("hellip", '…'),
    ("bull", '•'),
    ("times", '×'),
    ("deg", '°'),
    ("yen", '¥'),
    ("euro", '€'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
];

/// The longest entity that is looked for, without `&` and `;`: `#1114111`.
const LONGEST: usize = 8;

/// Decodes the entities of a text, once: `&amp;lt;` becomes `&lt;`. What is no entity stays as it is.
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

/// The character that an entity's inside stands for; control characters are none.
fn character(entity: &str) -> Option<char> {
    let Some(number) = entity.strip_prefix('#') else {
        return NAMED.iter().find(|(name, _)| *name == entity).map(|(_, character)| *character);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?).filter(|character| !character.is_control() || *character == '\n')
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn decodes_once() {
        assert_eq!(decode("A&amp;B &lt;b&gt; &#39;x&#x27; &quot;中&quot;"), "A&B <b> 'x' \"中\"");
        assert_eq!(decode("&amp;amp;lt;"), "&amp;lt;");
    }

    #[test]
    fn leaves_what_is_no_entity() {
        for text in ["AT&T", "a & b;", "&;", "&#;", "&#x110000;", "&#0;", "&unknown;", "&", "&中文;", "&#55296;"] {
            assert_eq!(decode(text), text);
        }
    }
}
