//! What a field is called and what it says, in words alone: for what is announced, for marks of former values, and for what is copied.

use super::members::members;
use crate::api::{CustomerDetail, CustomerType, Field, Number, Timestamp};
use crate::config::config;
use crate::decimal::Decimal;
use crate::format::{Money, moment, money, number};
use crate::locale::{Labels, locale, texts};

/// What a key of a customer says, as the page writes it; a value that could not be read as it came, and nothing where none
/// is filled in.
pub fn in_words(customer: &CustomerDetail, key: &str) -> Option<String> {
    let written = |field: &Field<Number>, write: fn(&Decimal) -> String| field.decimal().map(write);
    let written = match key {
        "totalTurnover" => written(&customer.total_turnover, in_money),
        "outstandingReceivables" => written(&customer.outstanding_receivables, in_money),
        "retentionMoney" => written(&customer.retention_money, in_money),
        "transactionNumber" => written(&customer.transaction_number, number),
        "rank" => written(&customer.rank, number),
        "type" => customer.kind.value().map(word_of_kind),
        "followers" | "followerNames" => names(customer),
        "createdAt" => customer.created_at.value().map(text_of_time),
        _ => None,
    };
    written.or_else(|| {
        let (_, field) = customer.fields().into_iter().find(|(known, _)| *known == key)?;
        match field.as_text() {
            Field::Value(text) => Some(config().word(key, &text).map(str::to_owned).unwrap_or(text)),
            Field::Unreadable(raw) => Some(raw),
            Field::Absent => None,
        }
    })
}

/// Everybody who follows a customer.
fn names(customer: &CustomerDetail) -> Option<String> {
    let texts = texts();
    let names: Vec<String> = members(customer)
        .iter()
        .map(|member| member.displayed(texts.unknown_member))
        .collect();
    (!names.is_empty()).then(|| names.join(texts.list_separator))
}

/// What a key is called on the page: the labels stand in the order of the keys.
pub fn label_of(labels: &Labels, key: &str) -> Option<&'static str> {
    let place = CustomerDetail::KEYS.iter().position(|known| *known == key)?;
    labels.all().get(place).map(|(_, label)| *label)
}

/// An amount in the configured currency and unit.
pub fn in_money(amount: &Decimal) -> String {
    let config = config();
    money(
        amount,
        &Money {
            currency: config.currency.as_deref(),
            unit: config.unit.as_deref(),
        },
        locale(),
    )
}

/// A type of customer; a constant that neither we nor the configuration know is written as it came.
pub fn word_of_kind(kind: &CustomerType) -> String {
    match kind {
        CustomerType::Client => texts().client.to_owned(),
        CustomerType::TargetCustomer => texts().target_customer.to_owned(),
        CustomerType::Prospect => texts().prospect.to_owned(),
        CustomerType::Unknown(constant) => config().word("type", constant).unwrap_or(constant).to_owned(),
    }
}

/// A wall-clock time as it came, a moment in the configured time zone.
pub fn text_of_time(time: &Timestamp) -> String {
    match time {
        Timestamp::Wall { text, .. } => text.clone(),
        Timestamp::Moment(milliseconds) => moment(*milliseconds as f64, config().time_zone.as_deref()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn every_key_has_its_own_label() {
        let labels = &Locale::Zh.words().labels;
        let label = |key| label_of(labels, key);
        assert_eq!(CustomerDetail::KEYS.len(), labels.all().len());
        assert_eq!(label("id"), Some(labels.id));
        assert_eq!(label("industry_id"), Some(labels.industry_id));
        assert_eq!(label("type"), Some(labels.kind));
        assert_eq!(label("createdAt"), Some(labels.created_at));
        assert_eq!(label("creditSituation"), Some(labels.credit_situation));
        assert_eq!(label("nothing"), None);
    }
}
