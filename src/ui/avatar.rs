//! Avatars of people and monograms of companies, from their names.

use leptos::prelude::*;

use super::icon::{Icon, IconView};

/// Number of avatar colours in the style sheet.
const COLOURS: u32 = 6;
/// Two-character surnames, which must not be split.
const COMPOUND_SURNAMES: &str = "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 司徒 司空 司寇 夏侯 宇文 长孙 独孤 南宫 西门 东郭 \
    百里 呼延 轩辕 澹台 公羊 公冶 申屠 太史 太叔 闻人 钟离 端木 万俟 赫连 濮阳 淳于 单于 宗政 仲孙 鲜于 闾丘 拓跋";

/// Renders a person's initials in a coloured circle. Hidden from screen readers: the name is next to it.
#[component]
pub fn Avatar(name: String) -> impl IntoView {
    let initials = match initials(&name) {
        Some(initials) => initials.into_any(),
        None => view! { <IconView icon=Icon::Person/> }.into_any(),
    };
    view! { <span class=format!("avatar avatar-{}", colour(&name)) aria-hidden="true">{initials}</span> }
}

/// Renders a company's first letter, after any place names, in a coloured square. Hidden from screen readers, too.
#[component]
pub fn Monogram(
    name: String,
    /// The company's area, widest step first.
    #[prop(optional)]
    area: Vec<String>,
) -> impl IntoView {
    let first = distinctive_letter(&name, &area).map_or('?', |letter| letter.to_ascii_uppercase());
    view! { <span class=format!("monogram avatar-{}", colour(&name)) aria-hidden="true">{first.to_string()}</span> }
}

/// Returns the first letter of a name that is not part of a place name, in full or in short: 海 for 宁波海澜 and 宁波市海澜
/// in 宁波市. If the name is only a place name, returns its first letter.
fn distinctive_letter(name: &str, area: &[String]) -> Option<char> {
    let mut rest = name;
    for place in area {
        let pairs = rest.chars().zip(place.chars());
        let same = pairs.take_while(|(left, right)| left == right && is_han(left));
        let shared: String = same.map(|(character, _)| character).collect();
        if shared.chars().count() > 1 {
            rest = &rest[shared.len()..];
        }
    }
    let first = |name: &str| name.chars().find(is_letter);
    first(rest).or_else(|| first(name))
}

/// Returns the colour of a name, the same everywhere.
fn colour(name: &str) -> u32 {
    name.chars()
        .fold(7_u32, |sum, character| sum.wrapping_mul(31).wrapping_add(character as u32))
        % COLOURS
}

/// Returns the last two characters of a Chinese name, without a compound surname; the initials of other names. `None`
/// for an empty name, and in scripts whose letters cannot be isolated, such as Arabic. Text in brackets is skipped
/// unless there is nothing else.
fn initials(name: &str) -> Option<String> {
    let has_letter = |text: &&str| text.chars().any(|character| is_letter(&character));
    let outside = outside_brackets(name);
    let name = Some(outside.as_str()).filter(has_letter).unwrap_or(name);
    // Uyghur, Kazakh and other names: the given name, then the father's.
    let given = name.split(['·', '•', '・']).find(has_letter).unwrap_or(name);
    let han: Vec<char> = given.chars().filter(is_han).collect();
    if !han.is_empty() {
        let from = match han.len() {
            3 if is_compound_surname(&han[..2]) => 2,
            length => length.saturating_sub(2),
        };
        return Some(han[from..].iter().collect());
    }
    let first = |word: &str| word.chars().find(is_letter).map(|letter| letter.to_ascii_uppercase());
    let initials: String = name.split_whitespace().filter_map(first).take(2).collect();
    (!initials.is_empty() && initials.chars().all(stands_alone)).then_some(initials)
}

/// Whether a letter can be an initial: Latin, Greek, Cyrillic, Armenian, kana, Hangul.
fn stands_alone(letter: char) -> bool {
    matches!(letter, '\0'..='\u{58f}' | '\u{1e00}'..='\u{1fff}' | '\u{3040}'..='\u{30ff}' | '\u{ac00}'..='\u{d7a3}')
}

fn is_letter(character: &char) -> bool {
    !character.is_ascii_punctuation() && !"（）【】《》“”‘’、，。·—".contains(*character)
}

/// Rare characters of names are in the second range.
fn is_han(character: &char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

fn is_compound_surname(characters: &[char]) -> bool {
    let surname: String = characters.iter().collect();
    COMPOUND_SURNAMES.contains(&surname)
}

/// Returns a name without brackets and their content.
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
    use super::{distinctive_letter, initials};

    #[test]
    fn monogram_skips_the_places_that_a_name_begins_with() {
        for (name, area, letter) in [
            ("宁波澜沧海晟智能装备集团", "浙江省 宁波市 北仑区", Some('澜')),
            ("宁波市海澜公司", "浙江省 宁波市", Some('海')),
            ("浙江宁波北仑港务", "浙江省 宁波市 北仑区", Some('港')),
            ("内蒙古（伊利）", "内蒙古自治区", Some('伊')),
            ("上海市浦东新区", "上海市 浦东新区", Some('上')),
            ("宁静家居", "浙江省 宁波市", Some('宁')),
            ("宁波澜沧", "", Some('宁')),
            ("Newark Inc.", "New York", Some('N')),
            ("", "宁波市", None),
        ] {
            let area: Vec<String> = area.split(' ').map(str::to_owned).collect();
            assert_eq!(distinctive_letter(name, &area), letter, "{name}");
        }
    }

    #[test]
    fn chinese_initials_are_two_characters_and_never_half_a_surname() {
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
            assert_eq!(initials(name).as_deref(), Some(short), "{name}");
        }
    }

    #[test]
    fn initials_of_other_names_are_two_letters() {
        for (name, short) in [
            ("Ada Lovelace King", Some("AL")),
            ("kevin", Some("K")),
            ("Анна", Some("А")),
            ("", None),
            ("<>", None),
            ("()", None),
            ("محمد علي", None),
        ] {
            assert_eq!(initials(name).as_deref(), short, "{name}");
        }
    }

    #[test]
    fn initials_skip_brackets_unless_there_is_nothing_else() {
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
            assert_eq!(initials(name).as_deref(), Some(short), "{name}");
        }
    }
}
