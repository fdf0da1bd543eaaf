//! The answer of `GET /api/customers/{id}/detail`: one row per key. `tests/contract.rs` compares the rows with
//! `docs/api.md`.

use serde::Deserialize;

use super::field::{self, Field, FromJson, IDS, Id, Number, State, Text, Trail, WORDS, first_of, pair_of};
use super::timestamp::Timestamp;
use crate::json::{Json, Raw, may_be_json};

/// Generates a DTO from the table of its keys: the struct that serde fills, an enum of the keys, and access by key.
///
/// A row is `"name on the wire" => Key, field: Value(type of the value)`.
macro_rules! dto {
    ($(#[$about:meta])* $dto:ident / $keys:ident {
        $($(#[$attribute:meta])* $name:literal => $key:ident, $field:ident: $value:ident($type:ty),)*
    }) => {
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
        #[serde(default)]
        pub struct $dto {
            $($(#[$attribute])* #[serde(rename = $name)] pub $field: Field<$type>,)*
        }

        #[doc = concat!("The keys of [`", stringify!($dto), "`].")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $keys {
            $($key,)*
        }

        impl $keys {
            /// Every key, in the order of the API's document.
            pub const ALL: &'static [Self] = &[$(Self::$key),*];

            /// The key as the API spells it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$key => $name,)*
                }
            }

            /// Returns the key that the API spells like this.
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
    /// A customer, as the API describes one.
    CustomerDetail / Key {
        #[serde(deserialize_with = "field::id")]
        /// 客户ID. Wire: `string`. Example: `id`.
        "id" => Id, id: Identifier(Text),
        /// 客户编号. Wire: `string`. Example: `00001`.
        "customerNo" => CustomerNo, customer_no: Identifier(Text),
        /// 客户名称. Wire: `string`. Example: `金职院`.
        "name" => Name, name: Text(Text),
        /// 客户描述. Wire: `string`. Example: `描述`.
        "description" => Description, description: LongText(Text),
        /// 来源. Wire: `string`. Example: `customer`.
        "from" => From, from: Code(Text),
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
        /// 所在区域编码, in the order of `area`. Wire: `string`, in the document's own example an array.
        /// Example: `["33", "3305", "330502"]`.
        "areaCode" => AreaCode, area_code: Trail(Trail),
        /// 合作关系. Wire: `string`. Example: `target`.
        "partnerRelationship" => PartnerRelationship, partner_relationship: Code(Text),
        /// 总成交额, in the configured currency and unit. Wire: `float`. Example: `2324.32`.
        "totalTurnover" => TotalTurnover, total_turnover: Amount(Number),
        /// 签单数. Wire: `int`. Example: `1`.
        "transactionNumber" => TransactionNumber, transaction_number: Count(Number),
        /// 排名, on a scale that the API does not define. Wire: `int`. Example: `1`.
        "rank" => Rank, rank: Count(Number),
        /// 客户级别. Wire: `string`. Example: `战略级`.
        "levelName" => LevelName, level_name: Code(Text),
        /// 客户类型. Wire: `enum`. Example: `CLIENT`.
        "type" => Type, kind: Type(CustomerType),
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
        /// 姓名. Wire: `string`. Example: `张三`.
        "name" => Name, name: Text(Text),
    }
}

/// A field, by what its value means. The variant is the same whether there is a value or not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'a> {
    Text(&'a Field<Text>),
    /// A text that is copied more often than read.
    Identifier(&'a Field<Text>),
    /// A text of any length, with line breaks.
    LongText(&'a Field<Text>),
    /// A text that may be a code for which the configuration has a word.
    Code(&'a Field<Text>),
    /// An amount of money.
    Amount(&'a Field<Number>),
    /// A whole number that is no amount of money.
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

impl Follower {
    /// A follower whose id and name come together: `{"id": 1, "name": "张三"}`, be it by other keys
    /// (`{"value": 1, "label": "张三"}`), or `[1, "张三"]`. `None` where one of them comes alone.
    fn of_both(json: &Json<'_>) -> Option<Self> {
        let object = match json {
            Json::Object(object) => object,
            Json::List(pair) => {
                let (id, name) = pair_of(pair)?;
                return Some(Self { id: Field::Value(id), name: Field::Value(name) });
            }
            _ => return None,
        };
        let mut follower = Self::deserialize(object).unwrap_or_default();
        let found = |keys: &[&str]| first_of(object, keys).map_or(Field::Absent, Field::Value);
        if follower.id.is_absent() {
            follower.id = found(&IDS);
        }
        if follower.name.is_absent() {
            follower.name = found(&NAMES);
        }
        if follower.is_empty() {
            follower.name = Field::unreadable(object.raw());
        }
        Some(follower)
    }

    fn of_id(id: impl Into<Text>) -> Self {
        Self { id: Field::Value(id.into()), name: Field::Absent }
    }
}

/// The members in which an object has the name of a person: its words, but for the one that may be its id.
const NAMES: [&str; WORDS.len() - 1] = {
    let [names @ .., _value] = WORDS;
    names
};

impl FromJson for Vec<Follower> {
    /// A list of followers or of bare names, or one of them alone. What says nothing is left out; what cannot be read is
    /// a follower of an unreadable name.
    fn from_json(json: Json<'_>) -> Option<Self> {
        if let Some(items) = json.items() {
            let follower = |item: Raw<'_>| {
                let json = item.look();
                let is_said = !json.says_nothing();
                let named = || Follower { id: Field::Absent, name: Field::read(item) };
                is_said
                    .then(|| Follower::of_both(&json).unwrap_or_else(named))
                    .filter(|follower| !follower.is_empty())
            };
            return Some(items.into_iter().filter_map(follower).collect());
        }
        let alone = Follower::of_both(&json);
        let named = |name| Follower { id: Field::Absent, name: Field::Value(name) };
        alone
            .or_else(|| Text::from_json(json).map(named))
            .map(|follower| vec![follower])
    }

    fn says_nothing(&self) -> bool {
        self.iter().all(Follower::is_empty)
    }
}

/// The people of `followers`, by their ids; with their names where back ends send those along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowerIds(pub Vec<Follower>);

impl FromJson for FollowerIds {
    /// A list of ids or of followers, or one of them alone; or ids in a text, as a database column holds them: `1,2,3`.
    fn from_json(json: Json<'_>) -> Option<Self> {
        let follower = |json: Json<'_>| {
            let both = Follower::of_both(&json);
            both.or_else(|| Id::from_json(json).map(|Id(id)| Follower::of_id(id)))
        };
        if let Some(items) = json.items() {
            let said = items.into_iter().map(Raw::look).filter(|json| !json.says_nothing());
            return said.map(follower).collect::<Option<_>>().map(Self);
        }
        match json {
            Json::Text(text) if may_be_json(&text) => None,
            Json::Text(text) => {
                let ids = text.split([',', '，']).map(str::trim).filter(|id| !id.is_empty());
                Some(Self(ids.map(Follower::of_id).collect()))
            }
            other => follower(other).map(|follower| Self(vec![follower])),
        }
    }

    fn says_nothing(&self) -> bool {
        self.0.is_empty()
    }
}

/// Customer type (客户类型).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CustomerType {
    Client,
    TargetCustomer,
    Prospect,
    /// A constant that the API's document does not have, as the server sent it.
    Unknown(String),
}

impl FromJson for CustomerType {
    fn from_json(json: Json<'_>) -> Option<Self> {
        let Json::Object(object) = json else {
            let text = Text::from_json(json)?;
            return Some(Self::named(&text).unwrap_or(Self::Unknown(text)));
        };
        let members = ["code", "key"].iter().chain(&WORDS).filter_map(|key| first_of(&object, &[key]));
        let known = members.filter_map(|text| Self::named(&text)).next();
        known.or_else(|| first_of(&object, &WORDS).map(Self::Unknown))
    }

    fn says_nothing(&self) -> bool {
        matches!(self, Self::Unknown(text) if text.says_nothing())
    }
}

impl CustomerType {
    /// The constants of the API's document with their words in it: back ends send either.
    pub const DOCUMENTED: [(Self, &'static str, &'static str); 3] = [
        (Self::Client, "CLIENT", "正式客户"),
        (Self::TargetCustomer, "TARGET_CUSTOMER", "目标客户"),
        (Self::Prospect, "PROSPECT", "沟通客户"),
    ];

    /// Returns the type of this name: its constant, in any case, or its word.
    fn named(name: &str) -> Option<Self> {
        let plain = |text: &str| text.replace(['_', '-', ' '], "").to_ascii_uppercase();
        let name = plain(name);
        let documented = Self::DOCUMENTED.into_iter();
        let mut found = documented.filter(|(_, constant, word)| name == plain(constant) || name == *word);
        found.next().map(|(customer_type, ..)| customer_type)
    }
}
