//! The labels of keys and customer types, and the units, each in 中文 and English.

use crate::api::{CustomerType, Key};

/// Returns the label of a key: in 中文 the API's own comment.
pub fn label(key: Key) -> [&'static str; 2] {
    match key {
        Key::Id => ["客户ID", "Customer ID"],
        Key::CustomerNo => ["客户编号", "Customer no."],
        Key::Name => ["客户名称", "Customer name"],
        Key::Description => ["客户描述", "Description"],
        Key::From => ["来源", "Source"],
        Key::ManagerName => ["负责人", "Account manager"],
        Key::ManagerId => ["负责人ID", "Account manager ID"],
        Key::DepartmentPath => ["所在部门", "Department"],
        Key::IndustryId => ["行业ID", "Industry ID"],
        Key::IndustryPath => ["行业", "Industry"],
        Key::Area => ["区域", "Region"],
        Key::AreaCode => ["所在区域编码", "Region codes"],
        Key::PartnerRelationship => ["合作关系", "Partnership"],
        Key::TotalTurnover => ["总成交额", "Total sales"],
        Key::TransactionNumber => ["签单数", "Deals signed"],
        Key::Rank => ["排名", "Rank"],
        Key::LevelName => ["客户级别", "Customer level"],
        Key::Type => ["客户类型", "Customer type"],
        Key::Followers => ["关注者", "Followers"],
        Key::FollowerNames => ["关注者", "Followers"],
        Key::CreatedAt => ["创建时间", "Created"],
        Key::OutstandingReceivables => ["未收款额", "Outstanding receivables"],
        Key::RetentionMoney => ["累计质保金", "Retention money"],
        Key::AdvantageousIndustry => ["优势行业", "Core industry"],
        Key::CreditSituation => ["信用状况", "Credit standing"],
    }
}

/// Returns the label of a customer type; `None` for a constant that docs/api.md does not list.
pub fn customer_type(customer_type: &CustomerType) -> Option<[&'static str; 2]> {
    match customer_type {
        CustomerType::Client => Some(["正式客户", "Client"]),
        CustomerType::TargetCustomer => Some(["目标客户", "Target customer"]),
        CustomerType::Prospect => Some(["沟通客户", "Prospect"]),
        CustomerType::Unknown(_) => None,
    }
}

/// A unit of large amounts: `万` is ten to the fourth.
#[derive(Debug)]
pub struct LargeUnit {
    pub exponent: usize,
    /// Number of fraction digits of amounts in this unit.
    pub places: usize,
    pub word: &'static str,
}

/// The units of large amounts, smallest first.
pub const LARGE_UNITS: [&[LargeUnit]; 2] = [
    &[
        LargeUnit { exponent: 4, places: 1, word: "万" },
        LargeUnit { exponent: 8, places: 2, word: "亿" },
        LargeUnit { exponent: 12, places: 2, word: "万亿" },
    ],
    &[
        LargeUnit { exponent: 3, places: 1, word: "K" },
        LargeUnit { exponent: 6, places: 2, word: "M" },
        LargeUnit { exponent: 9, places: 2, word: "B" },
        LargeUnit { exponent: 12, places: 2, word: "T" },
    ],
];

/// A unit of relative times, with its texts; see [`plural`](super::plural).
#[derive(Debug)]
pub struct RelativeUnit {
    pub seconds: i64,
    pub past: [&'static str; 2],
    pub future: [&'static str; 2],
}

/// The units of relative times, largest first; years and months have their average length in the Gregorian calendar.
pub const RELATIVE_UNITS: [RelativeUnit; 6] = [
    RelativeUnit {
        seconds: 31_556_952,
        past: ["{}年前", "{} year ago|{} years ago"],
        future: ["{}年后", "in {} year|in {} years"],
    },
    RelativeUnit {
        seconds: 2_629_746,
        past: ["{}个月前", "{} month ago|{} months ago"],
        future: ["{}个月后", "in {} month|in {} months"],
    },
    RelativeUnit {
        seconds: 86_400,
        past: ["{}天前", "{} day ago|{} days ago"],
        future: ["{}天后", "in {} day|in {} days"],
    },
    RelativeUnit {
        seconds: 3_600,
        past: ["{}小时前", "{} hour ago|{} hours ago"],
        future: ["{}小时后", "in {} hour|in {} hours"],
    },
    RelativeUnit {
        seconds: 60,
        past: ["{}分钟前", "{} minute ago|{} minutes ago"],
        future: ["{}分钟后", "in {} minute|in {} minutes"],
    },
    RelativeUnit {
        seconds: 1,
        past: ["{}秒钟前", "{} second ago|{} seconds ago"],
        future: ["{}秒钟后", "in {} second|in {} seconds"],
    },
];
