//! The fields of a decoded answer under their keys, so that a test can say something of all of them.

use std::fmt::Debug;

use customer_profile::api::{CustomerDetail, Field};

/// What has become of one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing was said.
    Absent,
    /// It was read; as `Debug` writes it.
    Value(String),
    /// It could not be read.
    Unreadable(String),
}

/// Every key of an answer with what has become of it, in the order of [`CustomerDetail::KEYS`].
pub fn states(customer: &CustomerDetail) -> Vec<(&'static str, State)> {
    // Without `..`: a field that is added to the DTO has to be added here.
    let CustomerDetail {
        id,
        customer_no,
        name,
        description,
        from,
        manager_name,
        manager_id,
        department_path,
        industry_id,
        industry_path,
        area,
        area_code,
        partner_relationship,
        total_turnover,
        transaction_number,
        rank,
        level_name,
        kind,
        followers,
        follower_names,
        created_at,
        outstanding_receivables,
        retention_money,
        advantageous_industry,
        credit_situation,
    } = customer;
    vec![
        ("id", state(id)),
        ("customerNo", state(customer_no)),
        ("name", state(name)),
        ("description", state(description)),
        ("from", state(from)),
        ("managerName", state(manager_name)),
        ("managerId", state(manager_id)),
        ("departmentPath", state(department_path)),
        ("industry_id", state(industry_id)),
        ("industryPath", state(industry_path)),
        ("area", state(area)),
        ("areaCode", state(area_code)),
        ("partnerRelationship", state(partner_relationship)),
        ("totalTurnover", state(total_turnover)),
        ("transactionNumber", state(transaction_number)),
        ("rank", state(rank)),
        ("levelName", state(level_name)),
        ("type", state(kind)),
        ("followers", state(followers)),
        ("followerNames", state(follower_names)),
        ("createdAt", state(created_at)),
        ("outstandingReceivables", state(outstanding_receivables)),
        ("retentionMoney", state(retention_money)),
        ("advantageousIndustry", state(advantageous_industry)),
        ("creditSituation", state(credit_situation)),
    ]
}

fn state<T: Debug>(field: &Field<T>) -> State {
    match field {
        Field::Absent => State::Absent,
        Field::Value(value) => State::Value(format!("{value:?}")),
        Field::Unreadable(raw) => State::Unreadable(raw.clone()),
    }
}
