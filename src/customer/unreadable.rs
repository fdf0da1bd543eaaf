//! The notice about values that could not be read.

use leptos::prelude::*;

use crate::locale::{Labels, fill, words};

/// A quiet notice that counts and names the values that could not be read; nothing where all could.
#[component]
pub fn UnreadableNotice(
    /// The keys of these values, as the API spells them.
    keys: Vec<&'static str>,
) -> impl IntoView {
    let words = words();
    (!keys.is_empty()).then(|| {
        let names: Vec<&str> = keys.iter().map(|key| label_of(&words.labels, key)).collect();
        let names = names.join(words.texts.list_separator);
        let text = fill(words.texts.unreadable_notice, &[&keys.len().to_string(), &names]);
        view! { <p class="notice">{text}</p> }
    })
}

/// What a key is called on the page.
pub fn label_of(labels: &Labels, key: &str) -> &'static str {
    match key {
        "id" => labels.id,
        "customerNo" => labels.customer_no,
        "name" => labels.name,
        "description" => labels.description,
        "from" => labels.from,
        "managerName" => labels.manager_name,
        "managerId" => labels.manager_id,
        "departmentPath" => labels.department_path,
        "industry_id" => labels.industry_id,
        "industryPath" => labels.industry_path,
        "area" => labels.area,
        "areaCode" => labels.area_code,
        "partnerRelationship" => labels.partner_relationship,
        "totalTurnover" => labels.total_turnover,
        "transactionNumber" => labels.transaction_number,
        "rank" => labels.rank,
        "levelName" => labels.level_name,
        "type" => labels.kind,
        "followers" => labels.followers,
        "followerNames" => labels.follower_names,
        "createdAt" => labels.created_at,
        "outstandingReceivables" => labels.outstanding_receivables,
        "retentionMoney" => labels.retention_money,
        "advantageousIndustry" => labels.advantageous_industry,
        "creditSituation" => labels.credit_situation,
        _ => "?",
    }
}
