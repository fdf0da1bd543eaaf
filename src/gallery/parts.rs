//! The presentational components in their variants, in both themes.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::{ApiError, Cause, CustomerDetail, CustomerType, Reason, answer};
use crate::browser;
use crate::customer::{
    Contacts, ExpandedState, Followers, Freshness, LoadError, LoadState, Section, StaleNote, TypeBadge,
    provide_changes,
};
use crate::locale::locale;
use crate::lookup::LookupBox;
use crate::ui::avatar::{Avatar, Monogram};
use crate::ui::bar::{Bar, BarTone};
use crate::ui::card::Card;
use crate::ui::copy::CopyButton;
use crate::ui::icon::{Icon, IconView};
use crate::ui::long_text::LongText;
use crate::ui::properties::{AbsentValue, Properties, Property, UnreadableValue};
use crate::ui::skeleton::Skeleton;
use crate::ui::trail::Trail;

#[component]
pub fn Parts() -> impl IntoView {
    // Without these, parts of a customer would find those of a customer's page before this one, which are disposed.
    ExpandedState::provide();
    provide_changes(RwSignal::new(LoadState::Loading));
    view! {
        <section>
            <h2>{locale().pick(["部件", "Parts"])}</h2>
            <Part name="TypeBadge" about=["客户类型", "A customer’s type"]>{badges()}</Part>
            <Part name="Avatar, Monogram" about=["关注者与客户的图标", "Followers, and the customer"]>{avatars()}</Part>
            <Part name="Icon" about=["所有图标", "Every icon"]>
                {Icon::ALL.iter().map(|icon| view! { <IconView icon=*icon/> }).collect_view()}
            </Part>
            <Part name="Bar" about=["从零线开始的数据条；零以下为警示色", "Bars from zero; amounts below it in the danger colour"]>
                {bars()}
            </Part>
            <Part
                name="Property"
                about=["标签与值：文字、金额、关闭提示前显示原值、未填写、无法识别", "Label and value: text, amount, previous value until dismissed, absent, unreadable"]
            >
                <Properties>
                    <Property label="文字 Text">{"浙江省首批示范性高职院校"}</Property>
                    <Property label="金额 Figure"><span class="figure">{"1,234,567.80"}</span></Property>
                    <Property label="刷新后变化 Changed" previous=Some("重点级".into_any())>{"战略级"}</Property>
                    <Property label="未填写 Absent"><AbsentValue/></Property>
                    <Property label="无法识别 Unreadable"><UnreadableValue raw=r#"{"amount": 12}"#.to_owned()/></Property>
                </Properties>
            </Part>
            <Part name="Card" about=["什么都没有填写的部分", "A section with nothing filled in"]>
                <Card name="gallery" title="区域 Area" is_empty=true>
                    <Properties>
                        <Property label="行业 Industry"><AbsentValue/></Property>
                    </Properties>
                </Card>
            </Part>
            <Part name="Trail" about=["由大到小的路径", "From wide to narrow"]>{trails()}</Part>
            <Part name="LongText" about=["可展开的长文字，其中的网址是链接", "Expands; its web addresses are links"]>
                <LongText
                    label="示例"
                    text=format!("官网 https://example.com。{}", "一段很长的客户描述。".repeat(60))
                    lang=Some("zh-CN".to_owned())
                    expanded=RwSignal::new(false)
                />
            </Part>
            <Part name="CopyButton" about=["复制，成功后短暂显示勾号", "Copies, then shows a tick for a moment"]>
                <CopyButton value="copied" label="示例"/>
            </Part>
            <Part name=".button" about=["主要、普通、停用、链接、更多", "Primary, default, disabled, link, more"]>
                <button type="button" class="button button-primary">{"主要 Primary"}</button>
                <button type="button" class="button">{"普通 Default"}</button>
                <button type="button" class="button" aria-disabled="true">{"停用 Disabled"}</button>
                <button type="button" class="link-button">{"链接 Link"}</button>
                <button type="button" class="more">{"+120"}</button>
            </Part>
            <Part name=".notice" about=["安静的提示", "A quiet notice"]>
                <p class="notice">{"3 项数据无法识别，已按原文显示：总成交额、创建时间、所在部门"}</p>
            </Part>
            <Part
                name="StaleNote"
                about=["刷新失败的提示；数据变化的提示见示例 refresh", "After a failed refresh; for the note on changes, see the sample refresh"]
            >
                {stale_note()}
            </Part>
            <Part name="LookupBox" about=["查找框", "Finds a customer"]>
                <LookupBox name="gallery"/>
            </Part>
            <Part name="Contacts" about=["文字中的电话和邮箱", "Telephone numbers and mail addresses in the texts"]>
                {contacts()}
            </Part>
            <Part name="Followers" about=["超过 20 位时可筛选", "With a filter above 20"]>{followers()}</Part>
            <Part name="LoadError" about=["每种失败的说明", "The error view of each failure"]>{failures()}</Part>
            <Part name="Skeleton" about=["加载时的骨架", "While loading"]>
                <Skeleton known_name=Box::new(|| None) lang=String::new()/>
            </Part>
        </section>
    }
}

/// Renders one component with its variants, light and dark side by side.
#[component]
fn Part(name: &'static str, about: [&'static str; 2], children: ChildrenFn) -> impl IntoView {
    let panel = |theme| view! { <div class="gallery-panel" data-theme=theme>{children()}</div> };
    view! {
        <article class="gallery-part">
            <h3>
                <code>{name}</code>
                <span class="secondary">{locale().pick(about)}</span>
            </h3>
            <div class="gallery-panels">{["light", "dark"].map(panel)}</div>
        </article>
    }
}

fn badges() -> impl IntoView {
    let unknown = CustomerType::Unknown("STRATEGIC_ALLY".to_owned());
    let known = CustomerType::DOCUMENTED.map(|(customer_type, ..)| customer_type);
    let badge = |customer_type| view! { <TypeBadge customer_type/> };
    known.into_iter().chain([unknown]).map(badge).collect_view()
}

fn avatars() -> impl IntoView {
    let names = [
        "张三",
        "欧阳小明",
        "王小明 (Tony)",
        "古丽娜尔·买买提",
        "Ada Lovelace",
        "李",
        "محمد علي",
        "",
    ];
    view! {
        {names.map(|name| view! { <Avatar name=name.to_owned()/> })}
        {["宁波澜沧", "Acme", ""].map(|name| view! { <Monogram name=name.to_owned()/> })}
    }
}

fn bars() -> impl IntoView {
    let bars = [
        (0, 1000, 0, BarTone::Turnover),
        (0, 250, 0, BarTone::Outstanding),
        (0, 120, 0, BarTone::Retention),
        (100, 300, 400, BarTone::BelowZero),
        (0, 0, 0, BarTone::Turnover),
    ];
    let bars = bars.map(|(from, length, zero, tone)| view! { <Bar from length zero tone/> });
    view! { <div class="gallery-rows">{bars}</div> }
}

fn trails() -> impl IntoView {
    let trails = [["亚服", "服务站", "浙江站"].as_slice(), &["浙江省"], &["长江三角洲一体化示范区"; 6]];
    let trails = trails.map(|steps| {
        let steps = steps.iter().map(|step| (*step).to_owned()).collect();
        view! { <Trail label="路径" steps lang=Some("zh-CN".to_owned())/> }
    });
    view! { <div class="gallery-rows">{trails}</div> }
}

fn stale_note() -> impl IntoView {
    let error = ApiError { cause: Cause::Offline, message: None };
    let fetched_at = js_sys::Date::now();
    let freshness = Freshness {
        fetched_at,
        failed: Some(error),
        ..Freshness::default()
    };
    view! { <StaleNote id="42".to_owned() freshness=RwSignal::new(freshness)/> }
}

fn customer(json: &str) -> ArcRwSignal<Arc<CustomerDetail>> {
    ArcRwSignal::new(Arc::new(answer::customer(json, &Default::default()).unwrap_or_default()))
}

fn contacts() -> impl IntoView {
    let customer =
        customer(r#"{"id": "42", "description": "王主任 0571-88886666 转 802，wang@example.com"}"#);
    view! {
        <Section customer keys=&[] let:customer>
            <Contacts customer/>
        </Section>
    }
}

fn followers() -> impl IntoView {
    let names: Vec<String> = (1..=30).map(|number| format!(r#""员工{number}""#)).collect();
    let customer = customer(&format!(r#"{{"id": "42", "followerNames": [{}]}}"#, names.join(",")));
    view! { <div class="gallery-rows"><Followers customer/></div> }
}

fn failures() -> impl IntoView {
    let causes = [
        Cause::NotFound,
        Cause::SignedOut,
        Cause::Forbidden,
        Cause::Unavailable { retry_after: Some(20) },
        Cause::Refused { code: "418".to_owned() },
        Cause::Offline,
        Cause::TimedOut,
        Cause::Unreadable { reason: Reason::NoCustomer },
        Cause::Unreadable { reason: Reason::SignInPage },
        Cause::Unreadable { reason: Reason::MixedText },
        Cause::Unreadable { reason: Reason::TooLarge },
    ];
    let failure = |cause| {
        let error = ApiError { cause, message: Some("<b>text</b>".to_owned()) };
        view! { <LoadError error failed_at=browser::now() id="42".to_owned() retry=Callback::new(|()| ())/> }
    };
    view! { <div class="gallery-rows">{causes.map(failure)}</div> }
}
