//! The answer of `GET /api/customers/{id}/detail`: a mirror of the API's table, a line a key. `docs/api.md` is that
//! table; a test holds the two together.

use serde::Deserialize;

use super::field::{Field, FromJson, Ids, Text, Trail};
use crate::decimal::Decimal;
use crate::json::{Json, Raw};

/// Makes a DTO from a table of keys: a struct of fields for serde, and what is said of all of its keys.
macro_rules! mirror {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $key:literal => $field:ident: $kind:ty,)* }) => {
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
        #[serde(default)]
        pub struct $name {
            $($(#[$doc])* #[serde(rename = $key)] pub $field: Field<$kind>,)*
        }

        impl $name {
            /// Every key, as the API spells it, in the order of its document.
            pub const KEYS: &'static [&'static str] = &[$($key),*];

            /// The keys whose value, or a part of it, could not be read.
            pub fn unreadable(&self) -> Vec<&'static str> {
                let fields = [$(($key, self.$field.has_unreadable())),*];
                fields.into_iter().filter(|(_, unreadable)| *unreadable).map(|(key, _)| key).collect()
            }

            /// The keys whose value is another one there.
            pub fn changed(&self, other: &Self) -> Vec<&'static str> {
                let fields = [$(($key, self.$field != other.$field)),*];
                fields.into_iter().filter(|(_, changed)| *changed).map(|(key, _)| key).collect()
            }

            /// Whether no key said anything.
            pub fn is_empty(&self) -> bool {
                $(self.$field.is_absent())&&*
            }
        }
    };
}

mirror! {
    /// A customer, as the API describes one.
    CustomerDetail {
        /// 客户ID. Wire: `string`. Example: `id`.
        "id" => id: Text,
        /// 客户编号. Wire: `string`. Example: `00001`.
        "customerNo" => customer_no: Text,
        /// 客户名称. Wire: `string`. Example: `金职院`.
        "name" => name: Text,
        /// 客户描述. Wire: `string`. Example: `描述`.
        "description" => description: Text,
        /// 来源. Wire: `string`. Example: `customer`.
        "from" => from: Text,
        /// 负责人. Wire: `string`. Example: `张三`.
        "managerName" => manager_name: Text,
        /// 负责人ID. Wire: `int`, kept as text: 19 digits fit no JavaScript number. Example: `87`.
        "managerId" => manager_id: Text,
        /// 所在部门, widest first. Wire: `array` of strings. Example: `["亚服", "服务站", "浙江站"]`.
        "departmentPath" => department_path: Trail,
        /// 行业ID. Wire: `int`, kept as text. Example: `67`.
        "industry_id" => industry_id: Text,
        /// 行业, widest first. Wire: `array` of strings. Example: `["政府", "司法", "监狱"]`.
        "industryPath" => industry_path: Trail,
        /// 区域, widest first. Wire: `array` of strings. Example: `["浙江省", "杭州市", "西湖区"]`.
        "area" => area: Trail,
        /// 所在区域编码, in the order of `area`. Wire: `string`, in the document's own example an array.
        /// Example: `["33", "3305", "330502"]`.
        "areaCode" => area_code: Trail,
        /// 合作关系. Wire: `string`. Example: `target`.
        "partnerRelationship" => partner_relationship: Text,
        /// 总成交额, in the currency and unit that the configuration names. Wire: `float`. Example: `2324.32`.
        "totalTurnover" => total_turnover: Decimal,
        /// 签单数, a count. Wire: `int`. Example: `1`.
        "transactionNumber" => transaction_number: Decimal,
        /// 排名, on a scale that the API does not tell. Wire: `int`. Example: `1`.
        "rank" => rank: Decimal,
        /// 客户级别. Wire: `string`. Example: `战略级`.
        "levelName" => level_name: Text,
        /// 客户类型. Wire: `enum`. Example: `CLIENT`.
        "type" => kind: CustomerType,
        /// 关注者, their ids. Wire: `array` of ints, kept as text. Example: `[1, 2, 3]`.
        "followers" => followers: Ids,
        /// 关注者, their ids and names. Wire: `object_array`.
        "followerNames" => follower_names: Vec<Follower>,
        /// 创建时间, a wall-clock time of no stated zone. Wire: `string`. Example: `2021-08-01 12:00:00`.
        "createdAt" => created_at: Timestamp,
        /// 未收款额, in the unit of `totalTurnover`. Wire: `string`. Example: `23.00`.
        "outstandingReceivables" => outstanding_receivables: Decimal,
        /// 累计质保金, in the unit of `totalTurnover`. Wire: `string`. Example: `434.99`.
        "retentionMoney" => retention_money: Decimal,
        /// 优势行业. Wire: `string`. Example: `电信`.
        "advantageousIndustry" => advantageous_industry: Text,
        /// 信用状况. Wire: `string`. Example: `优秀`.
        "creditSituation" => credit_situation: Text,
    }
}

mirror! {
    /// One entry of `followerNames`.
    Follower {
        /// 用户编号. Wire: `int`, kept as text. Example: `1`.
        "id" => id: Text,
        /// 姓名. Wire: `string`. Example: `张三`.
        "name" => name: Text,
    }
}

impl Follower {
    /// An object; a bare name where the list holds names alone; anything else is a follower of an unreadable name.
    fn read(raw: Raw<'_>) -> Self {
        Self::deserialize(raw).unwrap_or_else(|_| Self { id: Field::Absent, name: Field::read(raw) })
    }
}

impl FromJson for Vec<Follower> {
    /// A list of followers, without those that say nothing.
    fn from_json(json: Json<'_>) -> Option<Self> {
        let followers = json.items()?.into_iter().map(Follower::read);
        Some(followers.filter(|follower| !follower.is_empty()).collect())
    }

    fn says_nothing(&self) -> bool {
        self.is_empty()
    }

    fn has_unreadable(&self) -> bool {
        self.iter().any(|follower| !follower.unreadable().is_empty())
    }
}

/// 客户类型: what the customer is to us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CustomerType {
    /// 正式客户, `CLIENT`.
    Client,
    /// 目标客户, `TARGET_CUSTOMER`.
    TargetCustomer,
    /// 沟通客户, `PROSPECT`.
    Prospect,
    /// A constant that the API's document does not have, as it came.
    Unknown(String),
}

impl FromJson for CustomerType {
    fn from_json(json: Json<'_>) -> Option<Self> {
        Some(match Text::from_json(json)? {
            text if text == "CLIENT" => Self::Client,
            text if text == "TARGET_CUSTOMER" => Self::TargetCustomer,
            text if text == "PROSPECT" => Self::Prospect,
            text => Self::Unknown(text),
        })
    }
}

/// A wall-clock time without a zone: read for what it says, shown as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timestamp {
    /// The text, as it came.
    pub text: String,
    /// Year, month (1 to 12), day, hour, minute, second; the hour and what follows are 0 where the text has a date
    /// alone.
    pub parts: [u32; 6],
}

impl FromJson for Timestamp {
    fn from_json(json: Json<'_>) -> Option<Self> {
        let Json::Text(text) = json else { return None };
        let text = text.trim();
        // `2021-08-01 12:00:00`, `2021/8/1`, `2021-08-01T12:00:00.000+08:00`.
        let (date, time) = text.split_once([' ', 'T']).unwrap_or((text, ""));
        let clock = time.split(['.', '+', '-', 'Z']).next().unwrap_or_default();
        let mut parts = [0; 6];
        let date = date.split(['-', '/']);
        let clock = clock.split(':').filter(|_| !clock.is_empty());
        let (date, clock): (Vec<_>, Vec<_>) = (date.collect(), clock.collect());
        if date.len() != 3 || clock.len() == 1 || clock.len() > 3 {
            return None;
        }
        for (part, digits) in parts.iter_mut().zip(date.iter().chain(&clock)) {
            let is_number = digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
            *part = is_number.then(|| digits.parse().ok())??;
        }
        let timestamp = Self { text: text.to_owned(), parts };
        let [_, month, day, hour, minute, second] = parts;
        let in_calendar = (1..=12).contains(&month) && (1..=31).contains(&day);
        let on_clock = hour <= 24 && minute <= 59 && second <= 60;
        (timestamp.says_nothing() || in_calendar && on_clock).then_some(timestamp)
    }

    /// A zero date, as MySQL writes one.
    fn says_nothing(&self) -> bool {
        self.parts[..3] == [0, 0, 0]
    }
}
