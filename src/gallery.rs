//! For designers: every sample customer, every failure, and every presentational component in its variants, on the start
//! page. Debug builds only.

use leptos::prelude::*;

use crate::api::{ApiError, Cause, Reason, sample};
use crate::browser;
use crate::config::config;
use crate::customer::LoadError;
use crate::ui::avatar::Avatar;
use crate::ui::badge::{Badge, BadgeTone};
use crate::ui::bar::{Bar, BarTone};
use crate::ui::card::Card;
use crate::ui::copy::CopyButton;
use crate::ui::icon::{Icon, IconView};
use crate::ui::long_text::LongText;
use crate::ui::properties::{AbsentValue, Properties, Property, UnreadableValue};
use crate::ui::skeleton::Skeleton;
use crate::ui::trail::Trail;

/// The gallery; nothing where the preview shows a real back end.
#[component]
pub fn Gallery() -> impl IntoView {
    sample::is_installed().then(|| {
        view! {
            <div class="home" style:margin-top="16px">
                <Links name="samples" title="Sample customers" ids=sample::answers()/>
                <Links name="failures" title="Failures" ids=sample::failures()/>
                <Parts/>
                <details class="card">
                    <summary>{"Messages"}</summary>
                    <Messages/>
                </details>
                <details class="card">
                    <summary>{"Skeleton"}</summary>
                    <Skeleton/>
                </details>
            </div>
        }
    })
}

/// Links to the pages of sample ids.
#[component]
fn Links(
    /// The card's name.
    name: &'static str,
    /// The card's heading.
    title: &'static str,
    /// The ids.
    ids: Vec<&'static str>,
) -> impl IntoView {
    let config = config();
    let link = move |id| view! { <li><a rel="external" href=config.customer_path(id)>{id}</a></li> };
    view! {
        <Card name title>
            <ul class="load-error-offers">{ids.into_iter().map(link).collect_view()}</ul>
        </Card>
    }
}

/// The presentational components, each in its variants.
#[component]
fn Parts() -> impl IntoView {
    let badges = BadgeTone::ALL.map(|tone| view! { <Badge tone text=format!("{tone:?}")/> });
    let icons = Icon::ALL.map(|icon| view! { <IconView icon/> });
    let names = ["张三", "欧阳小明", "古丽娜尔·买买提", "Ada Lovelace", "李", ""];
    let avatars = names.map(|name| view! { <Avatar name=name.to_owned()/> });
    view! {
        <Card name="parts" title="Parts" aside="every variant">
            <Properties>
                <Property label="Badge" wide=true value=badges.into_any()/>
                <Property label="Icon" value=icons.into_any()/>
                <Property label="Avatar" value=avatars.into_any()/>
                <Property label="Copy" value=view! { <CopyButton value="copied" label="sample"/> }.into_any()/>
                <Property label="Text" value="浙江省首批示范性高职院校".into_any()/>
                <Property label="Figure" value=view! { <span class="figure">{"1,234,567.80"}</span> }.into_any()/>
                <Property label="Absent" value=view! { <AbsentValue/> }.into_any()/>
                <Property
                    label="Unreadable"
                    value=view! { <UnreadableValue raw=r#"{"amount": 12}"#.to_owned()/> }.into_any()
                />
            </Properties>
            <LongParts/>
            <Buttons/>
            <p class="notice">{"A quiet notice"}</p>
        </Card>
    }
}

/// The components that take the whole width.
#[component]
fn LongParts() -> impl IntoView {
    let trail = |steps: &[&str]| {
        let steps: Vec<String> = steps.iter().map(|step| (*step).to_owned()).collect();
        view! { <Trail label="trail" steps lang="zh-CN".to_owned()/> }.into_any()
    };
    let bars = [
        (0, 1000, BarTone::Turnover),
        (0, 250, BarTone::Outstanding),
        (400, 300, BarTone::Retention),
        (0, 0, BarTone::Turnover),
    ];
    let bars = bars.map(|(from, length, tone)| view! { <Bar from length zero=400 tone/> });
    let long_text = view! { <LongText text="一段很长的客户描述。".repeat(60) lang="zh-CN".to_owned()/> };
    view! {
        <Properties>
            <Property label="Trail" wide=true value=trail(&["亚服", "服务站", "浙江站"])/>
            <Property label="Trail, one step" value=trail(&["浙江省"])/>
            <Property label="Trail, long" wide=true value=trail(&["长江三角洲一体化示范区"; 6])/>
            <Property label="Bar" wide=true value=bars.into_any()/>
            <Property label="Long text" wide=true value=long_text.into_any()/>
        </Properties>
    }
}

/// Every kind of button.
#[component]
fn Buttons() -> impl IntoView {
    view! {
        <p class="load-error-offers">
            <button type="button" class="button">{"Button"}</button>
            <button type="button" class="button button-primary">{"Primary"}</button>
            <button type="button" class="button button-primary" aria-disabled="true">{"Disabled"}</button>
            <button type="button" class="link-button">{"Link"}</button>
            <button type="button" class="more">{"+120"}</button>
        </p>
    }
}

/// Every failure's message.
#[component]
fn Messages() -> impl IntoView {
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
    let message = |cause| {
        let error = ApiError { cause, message: Some("<b>text</b>".to_owned()) };
        view! { <LoadError error failed_at=browser::now() id="42".to_owned() retry=Callback::new(|()| ())/> }
    };
    causes.map(message)
}
