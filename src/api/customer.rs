//! The answer of `GET /api/customers/{id}/detail`: a mirror of the API's table, a line a key. `docs/api.md` is that
//! table; a test holds the two together.

use serde::Deserialize;

use super::field::{self, AnyField, Field, FromJson, IDS, Id, Number, Text, Trail, WORDS, first_of, pair_of};
use super::timestamp::Timestamp;
use crate::json::{Json, Raw, may_be_json};

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

            /// Every field under its key, in the order of the document.
            pub fn fields(&self) -> [(&'static str, &dyn AnyField); Self::KEYS.len()] {
                [$(($key, &self.$field)),*]
            }

            /// The keys whose value, or a part of it, could not be read.
            pub fn unreadable(&self) -> Vec<&'static str> {
                self.fields().into_iter().filter(|(_, field)| field.has_unreadable()).map(|(key, _)| key).collect()
            }

            /// The keys whose value is another one there.
            pub fn changed(&self, other: &Self) -> Vec<&'static str> {
                let fields = [$(($key, self.$field != other.$field)),*];
                fields.into_iter().filter(|(_, changed)| *changed).map(|(key, _)| key).collect()
            }

            /// Whether none of these keys said anything.
            pub fn is_silent_on(&self, keys: &[&str]) -> bool {
                self.fields().iter().all(|(key, field)| field.is_absent() || !keys.contains(key))
            }

            /// Whether no key said anything.
            pub fn is_empty(&self) -> bool {
                self.fields().iter().all(|(_, field)| field.is_absent())
            }
        }
    };
}

mirror! {
    /// A customer, as the API describes one.
    CustomerDetail {
        #[serde(deserialize_with = "field::id")]
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
        #[serde(deserialize_with = "field::id")]
        /// 负责人ID. Wire: `int`, kept as text: 19 digits fit no JavaScript number. Example: `87`.
        "managerId" => manager_id: Text,
        /// 所在部门, widest first. Wire: `array` of strings. Example: `["亚服", "服务站", "浙江站"]`.
        "departmentPath" => department_path: Trail,
        #[serde(deserialize_with = "field::id")]
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
        "totalTurnover" => total_turnover: Number,
        /// 签单数, a count. Wire: `int`. Example: `1`.
        "transactionNumber" => transaction_number: Number,
        /// 排名, on a scale that the API does not tell. Wire: `int`. Example: `1`.
        "rank" => rank: Number,
        /// 客户级别. Wire: `string`. Example: `战略级`.
        "levelName" => level_name: Text,
        /// 客户类型. Wire: `enum`. Example: `CLIENT`.
        "type" => kind: CustomerType,
        /// 关注者, their ids. Wire: `array` of ints, kept as text. Example: `[1, 2, 3]`.
        "followers" => followers: FollowerIds,
        /// 关注者, their ids and names. Wire: `object_array`.
        "followerNames" => follower_names: Vec<Follower>,
        /// 创建时间, a wall-clock time of no stated zone. Wire: `string`. Example: `2021-08-01 12:00:00`.
        "createdAt" => created_at: Timestamp,
        /// 未收款额, in the unit of `totalTurnover`. Wire: `string`. Example: `23.00`.
        "outstandingReceivables" => outstanding_receivables: Number,
        /// 累计质保金, in the unit of `totalTurnover`. Wire: `string`. Example: `434.99`.
        "retentionMoney" => retention_money: Number,
        /// 优势行业. Wire: `string`. Example: `电信`.
        "advantageousIndustry" => advantageous_industry: Text,
        /// 信用状况. Wire: `string`. Example: `优秀`.
        "creditSituation" => credit_situation: Text,
    }
}

mirror! {
    /// One entry of `followerNames`.
    Follower {
        #[serde(deserialize_with = "field::id")]
        /// 用户编号. Wire: `int`, kept as text. Example: `1`.
        "id" => id: Text,
        /// 姓名. Wire: `string`. Example: `张三`.
        "name" => name: Text,
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

    fn has_unreadable(&self) -> bool {
        self.iter()
            .any(|follower| follower.fields().iter().any(|(_, field)| field.has_unreadable()))
    }

    /// The names; the id of whoever has none.
    fn to_text(&self) -> String {
        let called = |follower: &Follower| match &follower.name {
            Field::Absent => follower.id.to_text(),
            name => name.to_text(),
        };
        self.iter().map(called).collect::<Vec<_>>().join("、")
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

    fn has_unreadable(&self) -> bool {
        self.0.has_unreadable()
    }

    /// The ids.
    fn to_text(&self) -> String {
        self.0
            .iter()
            .map(|follower| follower.id.to_text())
            .collect::<Vec<_>>()
            .join(", ")
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

    fn to_text(&self) -> String {
        match self {
            Self::Client => "正式客户".to_owned(),
            Self::TargetCustomer => "目标客户".to_owned(),
            Self::Prospect => "沟通客户".to_owned(),
            Self::Unknown(text) => text.clone(),
        }
    }
}

impl CustomerType {
    /// The type that is called so: by its constant, in whatever case, or by its word in the API's document.
    fn named(text: &str) -> Option<Self> {
        let letters = text.chars().filter(|letter| !matches!(letter, '_' | '-' | ' '));
        let letters: String = letters.map(|letter| letter.to_ascii_uppercase()).collect();
        match letters.as_str() {
            "CLIENT" | "正式客户" => Some(Self::Client),
            "TARGETCUSTOMER" | "目标客户" => Some(Self::TargetCustomer),
            "PROSPECT" | "沟通客户" => Some(Self::Prospect),
            _ => None,
        }
    }
}
