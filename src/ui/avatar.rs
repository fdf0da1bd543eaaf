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
    view! {
        <span class=format!("avatar avatar-{colour}") aria-hidden="true">
            {initials(&name)}
        </span>
    }
}

/// What stands for a name: the last two characters of a Chinese one, the initials of others.
pub fn initials(name: &str) -> String {
    let characters: Vec<char> = name.trim().chars().collect();
    if characters.iter().any(|character| ('\u{3400}'..='\u{9fff}').contains(character)) {
        return characters[characters.len().saturating_sub(2)..].iter().collect();
    }
    let first = |word: &str| word.chars().next().map(|character| character.to_uppercase().to_string());
    name.split_whitespace().take(2).filter_map(first).collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn a_chinese_name_is_its_last_two_characters() {
        for (name, short) in
            [("张三", "张三"), ("欧阳小明", "小明"), ("李", "李"), ("Ada Lovelace King", "AL"), ("élan", "É"), ("", "")]
        {
            assert_eq!(initials(name), short);
        }
    }
}
