//! For designers: every sample customer, every failure, and every presentational part in its variants, on the start
//! page. Debug builds only.

use leptos::prelude::*;

use crate::api::{ApiError, Cause, sample};
use crate::config::Config;
use crate::customer::LoadError;
use crate::ui::avatar::Avatar;
use crate::ui::badge::{Badge, BadgeTone};
use crate::ui::bar::Bar;
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
                <Links title="Sample customers" ids=sample::answers()/>
                <Links title="Failures" ids=sample::failures()/>
                <Parts/>
                <Failures/>
                <details class="card">
                    <summary>"Skeleton"</summary>
                    <Skeleton/>
                </details>
            </div>
        }
    })
}

/// Links to the pages of sample ids.
#[component]
fn Links(
    /// What they are.
    title: &'static str,
    /// The ids.
    ids: Vec<&'static str>,
) -> impl IntoView {
    let config: Config = use_context().unwrap_or_default();
    let link = move |id| view! { <li><a href=config.customer_path(id)>{id}</a></li> };
    view! {
        <section class="card">
            <h2>{title}</h2>
            <ul class="load-error-offers">{ids.into_iter().map(link).collect_view()}</ul>
        </section>
    }
}

/// The presentational parts, each in its variants.
#[component]
fn Parts() -> impl IntoView {
    let badges = BadgeTone::ALL.map(|tone| view! { <Badge tone text=format!("{tone:?}")/> }).collect_view();
    let icons = Icon::ALL.map(|icon| view! { <IconView icon/> }).collect_view();
    let names = ["张三", "欧阳小明", "古丽娜尔·买买提", "Ada Lovelace", "李", ""];
    let avatars = names.map(|name| view! { <Avatar name=name.to_owned()/> }).collect_view();
    let trail = |steps: &[&str]| steps.iter().map(|step| (*step).to_owned()).collect::<Vec<_>>();
    let bars =
        [(0, 1000, "bar-turnover"), (0, 250, "bar-outstanding"), (400, 300, "bar-retention"), (0, 0, "bar-turnover")];
    let bars = bars.map(|(from, length, tone)| view! { <Bar from length tone/> }).collect_view();
    let items = vec![
        Property::new("Badge", badges).wide(),
        Property::new("Icon", icons),
        Property::new("Avatar", avatars),
        Property::new("Copy", view! { <CopyButton value="copied" label="sample"/> }),
        Property::new("Text", "浙江省首批示范性高职院校"),
        Property::new("Figure", view! { <span class="figure">"1,234,567.80"</span> }),
        Property::new("Absent", view! { <AbsentValue/> }),
        Property::new("Unreadable", view! { <UnreadableValue raw=r#"{"amount": 12}"#.to_owned()/> }),
        Property::new("Trail", view! { <Trail label="trail" steps=trail(&["亚服", "服务站", "浙江站"])/> }).wide(),
        Property::new("Trail, one step", view! { <Trail label="trail" steps=trail(&["浙江省"])/> }),
        Property::new("Trail, long", view! { <Trail label="trail" steps=trail(&["长江三角洲一体化示范区"; 6])/> })
            .wide(),
        Property::new("Bar", bars).wide(),
        Property::new("Long text", view! { <LongText text="一段很长的客户描述。".repeat(60)/> }).wide(),
    ];
    let buttons = view! {
        <p class="load-error-offers">
            <button type="button" class="button">"Button"</button>
            <button type="button" class="button button-primary">"Primary"</button>
            <button type="button" class="button button-primary" aria-disabled="true">"Disabled"</button>
            <button type="button" class="link-button">"Link"</button>
            <button type="button" class="more">"+120"</button>
        </p>
    };
    view! {
        <Card name="parts" title="Parts" aside="every variant">
            <Properties items/>
            {buttons}
            <p class="notice">"A quiet notice"</p>
        </Card>
    }
}

/// Every failure's message.
#[component]
fn Failures() -> impl IntoView {
    let causes = [
        Cause::NotFound,
        Cause::SignedOut,
        Cause::Forbidden,
        Cause::Unavailable { retry_after: Some(20) },
        Cause::Refused { code: "418".to_owned() },
        Cause::Offline,
        Cause::TimedOut,
        Cause::Unreadable { login: false },
        Cause::Unreadable { login: true },
    ];
    let errors = causes.map(|cause| {
        let error = ApiError { cause, message: Some("<b>text</b>".to_owned()) };
        view! { <LoadError error id="42".to_owned() retry=|| ()/> }
    });
    view! {
        <details class="card">
            <summary>"Messages"</summary>
            {errors.collect_view()}
        </details>
    }
}
