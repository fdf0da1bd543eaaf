//! People and companies without a picture.

use leptos::prelude::*;

use crate::locale::COMPOUND_SURNAMES;

/// How many colours the style sheet has for avatars.
const COLOURS: u32 = 6;

/// The end of a person's given name in a coloured circle; the name itself stands beside it.
#[component]
pub fn Avatar(
    /// The whole name.
    name: String,
) -> impl IntoView {
    view! { <span class=format!("avatar avatar-{}", colour(&name)) aria-hidden="true">{initials(&name)}</span> }
}

/// The first letter of a company's name in a coloured square; the name itself stands beside it.
#[component]
pub fn Monogram(
    /// The whole name.
    name: String,
) -> impl IntoView {
    let first = name.chars().find(is_letter).map_or('?', |letter| letter.to_ascii_uppercase());
    view! { <span class=format!("monogram avatar-{}", colour(&name)) aria-hidden="true">{first.to_string()}</span> }
}

/// The same name has the same colour everywhere.
fn colour(name: &str) -> u32 {
    name.chars()
        .fold(7_u32, |sum, character| sum.wrapping_mul(31).wrapping_add(character as u32))
        % COLOURS
}

/// What stands for a name: the last two characters of a Chinese one, without a surname of two; the initials of others; `?`
/// where there is none. What stands in brackets is left out, unless there is nothing else.
pub fn initials(name: &str) -> String {
    let outside = outside_brackets(name);
    let name = if outside.chars().any(|character| is_letter(&character)) {
        &outside
    } else {
        name
    };
    // Uyghur, Kazakh and other names: the given name, then the father's.
    let given = name
        .split(['·', '•', '・'])
        .find(|part| part.chars().any(|character| is_letter(&character)));
    let han: Vec<char> = given.unwrap_or(name).chars().filter(is_han).collect();
    if !han.is_empty() {
        let surname = if han.len() > 2 && is_compound_surname(&han[..2]) {
            2
        } else {
            0
        };
        return han[surname.max(han.len().saturating_sub(2))..].iter().collect();
    }
    let first = |word: &str| word.chars().find(is_letter).map(|letter| letter.to_ascii_uppercase());
    let initials: String = name.split_whitespace().filter_map(first).take(2).collect();
    if initials.is_empty() { "?".to_owned() } else { initials }
}

fn is_letter(character: &char) -> bool {
    !character.is_ascii_punctuation() && !"（）【】《》“”‘’、，。·—".contains(*character)
}

/// Rare characters of names stand in the second range.
fn is_han(character: &char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

fn is_compound_surname(characters: &[char]) -> bool {
    COMPOUND_SURNAMES
        .split_whitespace()
        .any(|surname| surname.chars().eq(characters.iter().copied()))
}

/// A name without its brackets and what they hold.
fn outside_brackets(name: &str) -> String {
    let mut depth = 0_u32;
    let is_outside = |character: &char| {
        match character {
            '(' | '（' | '[' | '【' | '〔' => depth += 1,
            ')' | '）' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    };
    name.chars().filter(is_outside).collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn a_chinese_name_is_its_last_two_characters_and_never_half_a_surname() {
        for (name, short) in [
            ("张三", "张三"),
            ("王小明", "小明"),
            ("欧阳小明", "小明"),
            ("欧阳伟", "伟"),
            ("司马强", "强"),
            ("诸葛 亮", "亮"),
            ("欧阳", "欧阳"),
            ("李", "李"),
            ("王小明Tony", "小明"),
            ("古丽娜尔·买买提", "娜尔"),
        ] {
            assert_eq!(initials(name), short, "{name}");
        }
    }

    #[test]
    fn other_names_are_their_initials() {
        for (name, short) in
            [("Ada Lovelace King", "AL"), ("kevin", "K"), ("", "?"), ("<>", "?"), ("()", "?")]
        {
            assert_eq!(initials(name), short, "{name}");
        }
    }

    #[test]
    fn what_stands_in_brackets_is_left_out_unless_there_is_nothing_else() {
        for (name, short) in [
            ("王小明 (Tony)", "小明"),
            ("Tony（王小明）", "T"),
            ("【外包】李雷", "李雷"),
            ("值班（夜班）", "值班"),
            ("((内)勤)赵六", "赵六"),
            ("(ada)", "A"),
            ("（夜班）", "夜班"),
            ("王小明（", "小明"),
        ] {
            assert_eq!(initials(name), short, "{name}");
        }
    }
}
