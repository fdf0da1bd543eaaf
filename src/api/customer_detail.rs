//! The DTO of `GET /api/customers/{id}/detail`: one row per key. `tests/contract.rs` compares the rows with
//! `docs/api.md`.

use serde::Deserialize;

use super::customer_type::CustomerType;
use super::field::{self, Field, State, Text};
use super::number::{self, Number};
use super::timestamp::Timestamp;
use super::trail::{self, Trail};
use crate::json::is_spelled_alike;

/// Generates a DTO from the table of its keys: the struct that serde fills, an enum of the keys, and access by key.
///
/// A row is `"name on the wire" => Key, field: Value(type of the value)`.
macro_rules! dto {
    ($(#[$about:meta])* $dto:ident / $keys:ident {
        $($(#[$attribute:meta])* $name:literal => $key:ident, $field:ident: $value:ident($type:ty),)*
    }) => {
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
        pub struct $dto {
            $($(#[$attribute])* #[serde(rename = $name, default)] pub $field: Field<$type>,)*
        }

        #[doc = concat!("The keys of [`", stringify!($dto), "`].")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $keys {
            $($key,)*
        }

        impl $keys {
            /// Every key, in the order of the API's document.
            pub const ALL: &'static [Self] = &[$(Self::$key),*];

            /// Returns the key in the API's spelling.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$key => $name,)*
                }
            }

            /// Returns the key with this spelling in the API.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|key| key.as_str() == name)
            }
        }

        impl $dto {
            /// Returns the field of a key.
            pub fn get(&self, key: $keys) -> Value<'_> {
                match key {
                    $($keys::$key => Value::$value(&self.$field),)*
                }
            }

            /// Whether none of these keys has a value.
            pub fn has_none_of(&self, keys: &[$keys]) -> bool {
                keys.iter().all(|key| self.get(*key).state() == State::Absent)
            }

            /// Whether no key has a value.
            pub fn is_empty(&self) -> bool {
                self.has_none_of($keys::ALL)
            }

            /// Returns the keys whose value, or a part of it, could not be read.
            pub fn unreadable_keys(&self) -> Vec<$keys> {
                $keys::ALL.iter().copied().filter(|key| self.get(*key).has_unreadable()).collect()
            }
        }
    };
}

dto! {
    /// A customer.
    CustomerDetail / Key {
        #[serde(deserialize_with = "field::id")]
        /// 客户ID. Wire: `string`. Example: `id`.
        "id" => Id, id: Identifier(Text),
        /// 客户编号. Wire: `string`. Example: `00001`.
        "customerNo" => CustomerNo, customer_no: Identifier(Text),
        #[serde(deserialize_with = "field::name")]
        /// 客户名称. Wire: `string`. Example: `金职院`.
        "name" => Name, name: Text(Text),
        /// 客户描述. Wire: `string`. Example: `描述`.
        "description" => Description, description: LongText(Text),
        /// 来源. Wire: `string`. Example: `customer`.
        "from" => From, from: Code(Text),
        #[serde(deserialize_with = "field::name")]
        /// 负责人. Wire: `string`. Example: `张三`.
        "managerName" => ManagerName, manager_name: Text(Text),
        #[serde(deserialize_with = "field::id")]
        /// 负责人ID. Wire: `int`, kept as text: 19 digits fit no JavaScript number. Example: `87`.
        "managerId" => ManagerId, manager_id: Text(Text),
        /// 所在部门, widest first. Wire: `array` of strings. Example: `["亚服", "服务站", "浙江站"]`.
        "departmentPath" => DepartmentPath, department_path: Trail(Trail),
        #[serde(deserialize_with = "field::id")]
        /// 行业ID. Wire: `int`, kept as text. Example: `67`.
        "industry_id" => IndustryId, industry_id: Text(Text),
        /// 行业, widest first. Wire: `array` of strings. Example: `["政府", "司法", "监狱"]`.
        "industryPath" => IndustryPath, industry_path: Trail(Trail),
        /// 区域, widest first. Wire: `array` of strings. Example: `["浙江省", "杭州市", "西湖区"]`.
        "area" => Area, area: Trail(Trail),
        #[serde(deserialize_with = "trail::codes")]
        /// 所在区域编码, in the order of `area`. Wire: `string`, in the document's own example an array.
        /// Example: `["33", "3305", "330502"]`.
        "areaCode" => AreaCode, area_code: Trail(Trail),
        /// 合作关系. Wire: `string`. Example: `target`.
        "partnerRelationship" => PartnerRelationship, partner_relationship: Code(Text),
        /// 总成交额, in the configured currency and unit. Wire: `float`. Example: `2324.32`.
        "totalTurnover" => TotalTurnover, total_turnover: Amount(Number),
        #[serde(deserialize_with = "number::count")]
        /// 签单数. Wire: `int`. Example: `1`.
        "transactionNumber" => TransactionNumber, transaction_number: Count(Number),
        #[serde(deserialize_with = "number::count")]
        /// 排名, on a scale that the API does not define. Wire: `int`. Example: `1`.
        "rank" => Rank, rank: Count(Number),
        /// 客户级别. Wire: `string`. Example: `战略级`.
        "levelName" => LevelName, level_name: Code(Text),
        /// 客户类型. Wire: `enum`. Example: `CLIENT`.
        "type" => Type, customer_type: Type(CustomerType),
        /// 关注者, their ids. Wire: `array` of ints, kept as text. Example: `[1, 2, 3]`.
        "followers" => Followers, followers: FollowerIds(FollowerIds),
        /// 关注者, their ids and names. Wire: `object_array`.
        "followerNames" => FollowerNames, follower_names: Followers(Vec<Follower>),
        /// 创建时间, a wall-clock time without a time zone. Wire: `string`. Example: `2021-08-01 12:00:00`.
        "createdAt" => CreatedAt, created_at: Time(Timestamp),
        /// 未收款额, in the unit of `totalTurnover`. Wire: `string`. Example: `23.00`.
        "outstandingReceivables" => OutstandingReceivables, outstanding_receivables: Amount(Number),
        /// 累计质保金, in the unit of `totalTurnover`. Wire: `string`. Example: `434.99`.
        "retentionMoney" => RetentionMoney, retention_money: Amount(Number),
        /// 优势行业. Wire: `string`. Example: `电信`.
        "advantageousIndustry" => AdvantageousIndustry, advantageous_industry: Code(Text),
        /// 信用状况. Wire: `string`. Example: `优秀`.
        "creditSituation" => CreditSituation, credit_situation: Code(Text),
    }
}

dto! {
    /// One entry of `followerNames`.
    Follower / FollowerKey {
        #[serde(deserialize_with = "field::id")]
        /// 用户编号. Wire: `int`, kept as text. Example: `1`.
        "id" => Id, id: Text(Text),
        #[serde(deserialize_with = "field::name")]
        /// 姓名. Wire: `string`. Example: `张三`.
        "name" => Name, name: Text(Text),
    }
}

/// The value of `followers`: ids, with names if the server sends them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowerIds(pub Vec<Follower>);

/// Whether a name is a key of a customer, in any spelling.
pub(super) fn is_key(name: &str) -> bool {
    Key::ALL.iter().any(|key| is_spelled_alike(name, key.as_str()))
}

/// A field and the kind of its value, which decides how it is displayed. The kind depends on the key, not on the value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'a> {
    Text(&'a Field<Text>),
    /// A text that is copied more often than read.
    Identifier(&'a Field<Text>),
    /// A text of any length, with line breaks.
    LongText(&'a Field<Text>),
    /// A text that may be a code with a configured label.
    Code(&'a Field<Text>),
    /// An amount of money.
    Amount(&'a Field<Number>),
    /// A whole number that is not an amount of money.
    Count(&'a Field<Number>),
    Trail(&'a Field<Trail>),
    Time(&'a Field<Timestamp>),
    Type(&'a Field<CustomerType>),
    FollowerIds(&'a Field<FollowerIds>),
    Followers(&'a Field<Vec<Follower>>),
}

impl<'a> Value<'a> {
    /// Returns the state of the field.
    pub fn state(self) -> State<'a> {
        match self {
            Self::Text(field) | Self::Identifier(field) | Self::LongText(field) | Self::Code(field) => {
                field.state()
            }
            Self::Amount(field) | Self::Count(field) => field.state(),
            Self::Trail(field) => field.state(),
            Self::Time(field) => field.state(),
            Self::Type(field) => field.state(),
            Self::FollowerIds(field) => field.state(),
            Self::Followers(field) => field.state(),
        }
    }

    /// Whether the value, or a part of it, could not be read.
    pub fn has_unreadable(self) -> bool {
        let followers = match self {
            Self::FollowerIds(Field::Value(FollowerIds(followers))) => followers,
            Self::Followers(Field::Value(followers)) => followers,
            field => return matches!(field.state(), State::Unreadable(_)),
        };
        followers.iter().any(|follower| !follower.unreadable_keys().is_empty())
    }

    /// Returns the number of an amount or a count.
    pub fn number(self) -> Option<&'a Number> {
        match self {
            Self::Amount(field) | Self::Count(field) => field.value(),
            _ => None,
        }
    }
}
