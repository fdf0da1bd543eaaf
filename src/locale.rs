//! The words of the page, in 中文 and English. No other file has a word that people read.

mod en;
mod zh;

use leptos::prelude::*;

/// Surnames of two characters: what is left of one alone would be half a surname.
pub const COMPOUND_SURNAMES: &str = "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 司徒 司空 司寇 夏侯 宇文 长孙 独孤 南宫 西门 东郭 \
    百里 呼延 轩辕 澹台 公羊 公冶 申屠 太史 太叔 闻人 钟离 端木 万俟 赫连 濮阳 淳于 单于 宗政 仲孙 鲜于 闾丘 拓跋";

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locale {
    /// 中文, the default.
    Zh,
    /// English.
    En,
}

impl Locale {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The BCP 47 tag, for `lang` and for the browser's `Intl`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The language of a tag, by its first part.
    pub fn of_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next()?.to_ascii_lowercase().as_str() {
            "zh" => Some(Self::Zh),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The one that a click on the language button leads to.
    pub fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

    /// Its words.
    pub fn words(self) -> &'static Words {
        match self {
            Self::Zh => &zh::WORDS,
            Self::En => &en::WORDS,
        }
    }
}

/// The language of the page, for what follows its changes.
pub fn use_locale() -> RwSignal<Locale> {
    use_context().unwrap_or_else(|| RwSignal::new(Locale::Zh))
}

/// The language as it is now: for what is drawn anew when it changes.
pub fn locale() -> Locale {
    use_locale().get_untracked()
}

/// The names of the API's keys in the language as it is now.
pub fn labels() -> &'static Labels {
    &locale().words().labels
}

/// All other words in the language as it is now.
pub fn texts() -> &'static Texts {
    &locale().words().texts
}

/// A text that follows the language, for what stays on the page when it changes.
pub fn translated(pick: fn(&Texts) -> &'static str) -> impl Fn() -> &'static str + Copy {
    let locale = use_locale();
    move || pick(&locale.get().words().texts)
}

/// Fills the `{}` of a text, in order.
pub fn fill(text: &str, values: &[&str]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut parts = text.split('{');
    filled.push_str(parts.next().unwrap_or_default());
    // What follows a bracket begins with the one that closes it.
    for (part, value) in parts.zip(values.iter().chain(std::iter::repeat(&""))) {
        filled.push_str(value);
        filled.push_str(part.strip_prefix('}').unwrap_or(part));
    }
    filled
}

/// Makes a table of words: its struct, and the list of its texts for the tests.
macro_rules! table {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $word:ident,)* }) => {
        $(#[$about])*
        #[derive(Debug)]
        pub struct $name {
            $($(#[$doc])* pub $word: &'static str,)*
        }

        impl $name {
            /// Every text under its name.
            pub fn all(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($word), self.$word)),*]
            }
        }
    };
}

/// All words of one language. A language that lacks one does not compile.
#[derive(Debug)]
pub struct Words {
    /// The names of the API's keys.
    pub labels: Labels,
    /// Everything else.
    pub texts: Texts,
}

table! {
    /// The name of each key: in 中文 the API's own comment.
    Labels {
        /// `id`
        id,
        /// `customerNo`
        customer_no,
        /// `name`
        name,
        /// `description`
        description,
        /// `from`
        from,
        /// `managerName`
        manager_name,
        /// `managerId`
        manager_id,
        /// `departmentPath`
        department_path,
        /// `industry_id`
        industry_id,
        /// `industryPath`
        industry_path,
        /// `area`
        area,
        /// `areaCode`
        area_code,
        /// `partnerRelationship`
        partner_relationship,
        /// `totalTurnover`
        total_turnover,
        /// `transactionNumber`
        transaction_number,
        /// `rank`
        rank,
        /// `levelName`
        level_name,
        /// `type`
        kind,
        /// `followers`
        followers,
        /// `followerNames`
        follower_names,
        /// `createdAt`
        created_at,
        /// `outstandingReceivables`
        outstanding_receivables,
        /// `retentionMoney`
        retention_money,
        /// `advantageousIndustry`
        advantageous_industry,
        /// `creditSituation`
        credit_situation,
    }
}

table! {
    /// Everything that is no key's name. `{}` stands for a value.
    Texts {
        /// The program's name, in the title and at the top.
        app,
        /// What the language button leads to, in that language.
        other_language,
        /// `CLIENT`
        client,
        /// `TARGET_CUSTOMER`
        target_customer,
        /// `PROSPECT`
        prospect,
        /// Heading of the basics.
        basics,
        /// Heading of department and industry.
        classification,
        /// Heading of the area.
        area,
        /// Heading of the financial stats.
        finance,
        /// Heading of the followers.
        followers,
        /// Accessible name of a value that is not there.
        absent,
        /// Marks a value that could not be read.
        unreadable_mark,
        /// Counts and names values that could not be read: count, names.
        unreadable_notice,
        /// Between names in a row.
        list_separator,
        /// Said once for a section in which nothing is filled in.
        nothing_filled_in,
        /// The link to the customer's own page in the CRM.
        open_in_crm,
        /// Stands for the name of a customer that has none.
        unnamed,
        /// Said before an amount below zero, whose sign screen readers pass over.
        below_zero,
        /// Of the bars, for those who ask: amounts on one scale from zero.
        scale_note,
        /// Opens the formulas and what is to be said of the bars.
        how_computed,
        /// An amount's share in the turnover: the share.
        share_of_turnover,
        /// Turnover ÷ deals.
        average_deal,
        /// Between the parts of a formula: a name ÷ a name.
        formula,
        /// A follower without a name: id.
        unknown_member,
        /// How many followers: count.
        follower_count,
        /// The rest of the followers: count.
        more_followers,
        /// The same, said in full: count of the rest, count of the next ones.
        show_more_followers,
        /// Label of the filter box.
        filter_followers,
        /// What the filter found: count.
        filter_found,
        /// The steps of a path that are not drawn: count.
        more_steps,
        /// Shows a long text whole.
        expand,
        /// Shows a long text's beginning only.
        collapse,
        /// Copies a value: its name.
        copy,
        /// Said when it has been copied: its name.
        copied,
        /// Said when it could not be copied.
        copy_failed,
        /// What is copied of a whole customer.
        summary,
        /// A line of it: what something is called, what it is.
        summary_line,
        /// While the answer is on its way.
        loading,
        /// Said when the customer is there: name.
        loaded,
        /// The refresh button.
        refresh,
        /// While refreshing.
        refreshing,
        /// When the data was fetched: HH:MM.
        updated_at,
        /// A time of the day before: HH:MM.
        yesterday,
        /// Refreshing failed: why, when the data was fetched.
        stale,
        /// Behind a value that has changed, for a while: what it was.
        former,
        /// Said when a refresh has changed values: all of them, each as follows.
        changed,
        /// One of them: its name, its value, what it was.
        changed_value,
        /// The same where there are more than can be said: how many.
        changed_many,
        /// The print button.
        print,
        /// Printed: address, time of the print, time of the data.
        printed_from,
        /// Printed behind the first followers: their names, how many more there are.
        and_more_followers,
        /// The theme button: changes to dark.
        to_dark,
        /// The theme button: changes to light.
        to_light,
        /// The language button, said in full.
        change_language,
        /// The shortcuts button, and the heading of its sheet.
        shortcuts,
        /// Turns single-key shortcuts on and off.
        shortcuts_on,
        /// Before the version of the page.
        version,
        /// Closes a dialog.
        close,
        /// Skips to the main part.
        skip,
        /// The home link, said in full.
        home,
        /// Label of the box for an id.
        go_to_label,
        /// Its placeholder.
        go_to_hint,
        /// Its button.
        go,
        /// What is said of an id that can be no address.
        go_to_bad,
        /// What is said where nothing was typed.
        go_to_empty,
        /// What is said of a text that is longer than any id.
        go_to_long,
        /// What is said of a link that leads to no customer of this site.
        go_to_elsewhere,
        /// Heading of the start page.
        welcome,
        /// Under it.
        welcome_text,
        /// Heading of the last customers seen.
        recent,
        /// When there are none.
        recent_none,
        /// Forgets them.
        recent_clear,
        /// Retries.
        retry,
        /// Retries, when the server asked to wait: seconds.
        retry_in,
        /// The same, for a wait of some minutes: how many.
        retry_in_minutes,
        /// Goes to the sign-in.
        sign_in,
        /// Goes to the start page.
        go_elsewhere,
        /// The id that was asked for: id.
        asked_for,
        /// The server's own words: message.
        server_says,
        /// 404
        not_found,
        /// What to do about it.
        not_found_text,
        /// The same, where an id looks like a customer's number: id.
        not_found_number,
        /// 401
        signed_out,
        /// What to do about it.
        signed_out_text,
        /// 403
        forbidden,
        /// What to do about it.
        forbidden_text,
        /// 408, 429, 5xx
        unavailable,
        /// What to do about it.
        unavailable_text,
        /// Another status: code.
        refused,
        /// What to do about it.
        refused_text,
        /// No network
        offline,
        /// What to do about it.
        offline_text,
        /// No answer in time
        timed_out,
        /// What to do about it.
        timed_out_text,
        /// No customer in the answer
        unreadable,
        /// What to do about it.
        unreadable_text,
        /// The same, when the answer looks like a login page.
        unreadable_login,
        /// The same, when other text is mixed into the answer.
        unreadable_mixed,
        /// The same, when the answer is larger than configured.
        unreadable_too_large,
        /// Unknown address
        no_page,
        /// What to do about it.
        no_page_text,
        /// Heading of what is wrong with the configuration.
        config_wrong,
        /// The block is missing.
        config_missing,
        /// The block is no JSON object.
        config_no_object,
        /// A key that there is not: key.
        config_unknown,
        /// A value that a key does not take: key, value.
        config_bad_value,
        /// The page is not under the base path: path.
        config_outside,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_everything_with_the_same_values() {
        let [zh, en] = Locale::ALL.map(Locale::words);
        let pairs = zh.labels.all().into_iter().zip(en.labels.all());
        for ((name, zh), (_, en)) in pairs.chain(zh.texts.all().into_iter().zip(en.texts.all())) {
            assert!(!zh.trim().is_empty() && !en.is_empty(), "{name} is empty");
            assert_eq!(zh.matches("{}").count(), en.matches("{}").count(), "{name} takes other values");
            let is_han =
                |text: &str| text.chars().any(|character| ('\u{4e00}'..='\u{9fff}').contains(&character));
            assert!(!is_han(en) || name == "other_language", "{name} is not English: {en}");
        }
    }

    #[test]
    fn tags_lead_to_languages() {
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
}
