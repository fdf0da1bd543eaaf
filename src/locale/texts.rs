//! The texts of the page, each in 中文 and English.

/// Generates the struct of all texts, and its value in each language.
macro_rules! texts {
    ($($(#[$doc:meta])* $text:ident: $zh:literal, $en:literal;)*) => {
        /// All texts except the labels of keys and customer types. `{}` is a placeholder; `|` separates plural forms
        /// ([`plural`](super::plural)).
        #[derive(Debug)]
        pub struct Texts {
            $($(#[$doc])* pub $text: &'static str,)*
        }

        pub static ZH: Texts = Texts { $($text: $zh,)* };
        pub static EN: Texts = Texts { $($text: $en,)* };

        #[cfg(test)]
        impl Texts {
            /// Every text with its name.
            pub fn all(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($text), self.$text)),*]
            }
        }
    };
}

texts! {
    // The program
    app: "客户档案", "Customer profile";
    other_language: "English", "中文";
    change_language: "切换到英文", "Switch to Chinese";
    to_dark: "切换到深色模式", "Dark mode";
    to_light: "切换到浅色模式", "Light mode";
    is_dark: "已切换到深色", "Dark theme on";
    is_light: "已切换到浅色", "Light theme on";
    version: "版本", "Version";
    close: "关闭", "Close";
    skip: "跳到主要内容", "Skip to main content";
    shortcuts: "键盘快捷键", "Keyboard shortcuts";
    shortcuts_on: "启用单键快捷键", "Enable single-key shortcuts";
    welcome: "查找客户", "Find a customer";
    welcome_text: "输入客户ID，打开该客户的完整档案。", "Enter a customer ID to open the full profile.";
    no_page: "页面不存在", "Page not found";
    no_page_text: "该地址没有对应的页面。", "There's no page at this address.";
    home: "查找客户", "Home";
    // Finding a customer
    go_to_label: "客户ID", "Customer ID";
    go_to_hint: "输入客户ID", "Enter a customer ID";
    go: "前往", "Go";
    go_to_bad: "这不是有效的客户ID", "Not a valid customer ID";
    go_to_empty: "请输入客户ID", "Enter a customer ID";
    go_to_long: "内容过长，不是有效的客户ID", "This text is too long to be a customer ID";
    go_to_elsewhere: "该链接不是本站的客户链接", "This isn't a customer link on this site";
    /// Followed by links to recent customers.
    did_you_mean: "您要找的是：", "Did you mean:";
    recent: "最近查看", "Recently viewed";
    recent_none: "暂无记录", "No customers viewed yet";
    recent_clear: "清除记录", "Clear list";
    // Values
    absent: "未填写", "Not provided";
    unreadable_mark: "（无法识别）", "(unreadable)";
    list_separator: "、", ", ";
    /// Number of values, their labels.
    unreadable_notice:
        "{} 项数据无法识别，已按原文显示：{}",
        "{} field couldn't be read and is shown as received: {}|{} fields couldn't be read and are shown as received: {}";
    /// The previous value.
    previous: "原为 {}", "was {}";
    more_steps: "还有 {} 级", "{} more level|{} more levels";
    expand: "展开全文", "Show more";
    collapse: "收起", "Show less";
    /// A label in the middle of a sentence.
    copy: "复制{}", "Copy {}";
    copied: "已复制{}", "{} copied";
    copy_failed: "复制失败，请手动选择文字", "Couldn't copy. Please select and copy manually.";
    // Sections
    basics: "基本信息", "Basics";
    classification: "归属信息", "Classification";
    finance: "财务", "Finance";
    identifiers: "标识", "IDs";
    nothing_filled_in: "均未填写", "No data";
    open_in_crm: "在 CRM 中打开", "Open in CRM";
    unnamed: "未命名客户", "Unnamed customer";
    contacts: "联系方式", "Contacts";
    /// A verb before a telephone number.
    call: "拨打", "Call";
    /// A verb before a mail address.
    write_mail: "发邮件至", "Email";
    phone_number: "电话号码", "Phone number";
    mail_address: "邮箱地址", "Email address";
    /// Read before an amount below zero: screen readers skip its sign.
    below_zero: "负", "minus";
    /// Rounded number, unit.
    approximately: "≈\u{a0}{}\u{a0}{}", "≈\u{a0}{}\u{a0}{}";
    scale_note: "各数据条均从零起、刻度相同，不可相加。", "Bars start at zero on one scale; they don't add up.";
    how_computed: "计算说明", "How this is calculated";
    share_of_turnover: "占总成交额 {}", "{} of total sales";
    average_deal: "平均每单成交额", "Average deal value";
    /// Dividend, divisor.
    formula: "{} ÷ {}", "{} ÷ {}";
    unknown_follower: "未知成员（{}）", "Unknown follower ({})";
    no_followers: "暂无关注者", "No followers";
    follower_count: "共 {} 位", "{} total";
    more_followers: "+{}", "+{}";
    /// Number of the other followers, number of those that a click shows.
    show_more_followers: "+{}：再显示 {} 位", "+{}: show {} more";
    filter_followers: "筛选关注者", "Filter followers";
    filter_found: "找到 {} 位", "{} found";
    /// Names, number of the other followers.
    and_more_followers: "{}……另有 {} 位", "{}… and {} more";
    // Comparing
    compare: "客户对比", "Compare customers";
    compare_go: "对比", "Compare";
    compare_to: "与…对比", "Compare with…";
    compare_label: "要对比的客户ID", "ID of the customer to compare";
    compare_one_more: "再添加一位客户", "Add one more customer";
    compare_limited:
        "重复的客户和第三位之后的客户未列出。",
        "Repeated customers, and those after the third, are left out.";
    differs: "不同", "differs";
    /// The customer's name.
    compare_with: "与“{}”对比", "Compare “{}” with…";
    // Loading, refreshing, sharing
    loading: "正在加载…", "Loading…";
    loaded: "已加载：{}", "Loaded: {}";
    refresh: "刷新", "Refresh";
    refreshing: "正在刷新…", "Refreshing…";
    updated_at: "更新于 {}", "Updated {}";
    yesterday: "昨天 {}", "yesterday at {}";
    now: "刚刚", "just now";
    today: "今天", "today";
    /// Reason, time of the data.
    stale: "刷新失败（{}），以下为 {} 的数据", "Couldn't refresh ({}). Showing data from {}";
    /// Time of the data.
    data_from: "{} 的数据", "Data from {}";
    changed: "数据已更新：{}", "Updated: {}";
    changed_many: "数据已更新：{} 项有变化", "Updated: {} change|Updated: {} changes";
    change_count: "{} 项有变化", "{} change|{} changes";
    /// Label, value, previous value.
    changed_value: "{} {}（原为 {}）", "{} {} (was {})";
    /// Time of the last visit, labels.
    changed_since_visit: "与上次查看（{}）相比有变化：{}", "Changed since your last visit ({}): {}";
    /// Time of the last visit, number of changes.
    change_count_since_visit: "与上次查看（{}）相比有 {} 项变化", "Since your last visit ({}): {} changes";
    dismiss: "知道了", "Dismiss";
    print: "打印", "Print";
    cannot_print:
        "当前浏览器不支持打印，请换用其他浏览器打开本页。",
        "This browser cannot print. Please open the page in another one.";
    /// URL, time of printing, time of the data.
    printed_from: "{} · 打印于 {} · 数据更新于 {}", "{} · printed {} · data as of {}";
    summary: "摘要", "Summary";
    table_row: "表格行", "Table row";
    table: "表格", "Table";
    link: "链接", "Link";
    more_actions: "更多操作", "More actions";
    time_of_data: "数据时间", "Data as of";
    /// Label, value.
    summary_line: "{}：{}", "{}: {}";
    // Failures
    retry: "重试", "Retry";
    retry_in: "{} 秒后可重试", "You can retry in {} s";
    retry_in_minutes: "{} 分钟后可重试", "You can retry in {} min";
    sign_in: "去登录", "Sign in";
    find_another: "查找其他客户", "Find another customer";
    requested_id: "请求的客户ID：{}", "Requested customer ID: {}";
    server_says: "服务器消息：{}", "Server message: {}";
    not_found: "未找到该客户", "Customer not found";
    not_found_text: "该客户可能已被删除，或ID有误。", "It may have been deleted, or the ID may be wrong.";
    not_found_number:
        "“{}”看起来是客户编号，请输入客户ID。",
        "“{}” looks like a customer number; enter the customer ID instead.";
    signed_out: "登录已过期", "Your session has expired";
    signed_out_retry: "请重新登录，然后重试。", "Sign in again, then retry.";
    signed_out_text: "请重新登录，登录后将返回本页。", "Sign in again; you'll return to this page.";
    forbidden: "无权查看该客户", "You don't have access to this customer";
    forbidden_text:
        "如需查看，请联系负责人或管理员开通权限。",
        "Ask the account manager or an administrator for access.";
    unavailable: "服务暂时不可用", "The service is temporarily unavailable";
    unavailable_text: "请稍后重试。", "Please try again later.";
    unavailable_firewall:
        "防火墙拦截了请求，或要求验证。请稍后重试，或联系管理员。",
        "A firewall blocked the request or is asking for verification. Try again later, or contact an administrator.";
    refused: "服务器拒绝了请求（{}）", "The server rejected the request ({})";
    refused_text:
        "重试无效，请将以上信息反馈给管理员。",
        "Retrying won't help. Send the details on this page to an administrator.";
    offline: "网络连接失败", "Couldn't connect to the server";
    offline_text:
        "请检查网络，恢复连接后将自动重试。",
        "Check your network. Retries automatically once you're online.";
    timed_out: "请求超时", "The request timed out";
    timed_out_text: "服务器未在规定时间内响应。", "The server didn't respond in time.";
    unreadable: "无法读取服务器的响应", "The server's response couldn't be read";
    unreadable_text: "服务器返回的内容不是客户数据。", "The response contains no customer record.";
    unreadable_login:
        "返回的内容疑似登录页面，您的登录可能已过期。",
        "The response looks like a sign-in page. Your session may have expired.";
    unreadable_mixed:
        "服务器返回的数据夹杂了其他内容，请联系管理员。",
        "The response contains extra text. Please contact an administrator.";
    unreadable_too_large: "服务器返回的数据过大，超出上限。", "The response exceeds the size limit.";
    // Configuration: key, value
    config_wrong: "页面配置有误", "Configuration error";
    config_missing: "index.html 中没有 {} 配置块，已使用默认值", "index.html has no {} block; using defaults";
    config_no_object: "{} 配置块不是有效的 JSON 对象，已使用默认值", "{} isn't a JSON object; using defaults";
    config_unknown: "没有名为 {} 的配置项", "Unknown setting: {}";
    config_duplicate: "配置项 {} 重复，以最后一个为准", "Duplicate setting: {}. The last one is used";
    config_outside: "{} 与当前地址不符：{}", "{} doesn't match the current address: {}";
    /// Key, value, valid values.
    config_bad_value: "{} 的值无效：{}。有效值：{}", "Invalid value for {}: {}. Valid: {}";
}
