//! A person without a picture.

use leptos::prelude::*;

/// How many colours the style sheet has for avatars.
const COLOURS: u32 = 6;

/// The end of a person's name in a coloured circle; the name itself stands beside it.
#[component]
pub fn Avatar(
    /// The whole name.
    name: String,
) -> impl IntoView {
    let colour =
        name.chars().fold(7_u32, |sum, character| sum.wrapping_mul(31).wrapping_add(character as u32)) % COLOURS;
    view! { <span class=format!("avatar avatar-{colour}") aria-hidden="true">{initials(&name)}</span> }
}

/// What stands for a name: the last two characters of a Chinese one, the initials of others, `?` where there is none.
pub fn initials(name: &str) -> String {
    let is_letter =
        |character: &char| !character.is_ascii_punctuation() && !"（）【】《》“”‘’、，。·—".contains(*character);
    let han: Vec<char> = name.chars().filter(is_letter).filter(|character| !character.is_whitespace()).collect();
    if han.iter().any(|character| ('\u{3400}'..='\u{9fff}').contains(character)) {
        return han[han.len().saturating_sub(2)..].iter().collect();
    }
    let first = |word: &str| word.chars().find(is_letter).map(|letter| letter.to_ascii_uppercase());
    let initials: String = name.split_whitespace().filter_map(first).take(2).collect();
    if initials.is_empty() { "?".to_owned() } else { initials }
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn a_chinese_name_is_its_last_two_characters() {
        for (name, short) in [
            ("张三", "张三"),
            ("欧阳小明", "小明"),
            ("李", "李"),
            ("值班（夜班）", "夜班"),
            ("Ada Lovelace King", "AL"),
            ("(ada)", "A"),
            ("", "?"),
            ("<>", "?"),
        ] {
            assert_eq!(initials(name), short);
        }
    }
}
