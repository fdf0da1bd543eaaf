//! For designers: every sample customer, every failure, and every presentational part in its variants, on the start
//! page. Debug builds only.

use crate::api::{ApiError, Cause, sample};
use crate::browser;
use crate::config::config;
use crate::customer::load_error;
use crate::ui::avatar::avatar;
use crate::ui::badge::{BadgeTone, badge};
use crate::ui::bar::Bar;
use crate::ui::card::{card, card_with_aside};
use crate::ui::copy::copy_button;
use crate::ui::element::{El, el};
use crate::ui::icon::{Icon, icon};
use crate::ui::long_text::long_text;
use crate::ui::properties::{absent_value, properties, property, unreadable_value, wide};
use crate::ui::skeleton::skeleton;
use crate::ui::trail::trail;

/// The gallery; nothing where the preview shows a real back end.
pub fn gallery() -> Option<El> {
    sample::is_installed().then(|| {
        el("div")
            .class("home")
            .style("margin-top", "16px")
            .child(links("samples", "Sample customers", sample::answers()))
            .child(links("failures", "Failures", sample::failures()))
            .child(parts())
            .child(folded("Messages").children(failures()))
            .child(folded("Skeleton").child(skeleton()))
    })
}

fn folded(title: &str) -> El {
    el("details").class("card").child(el("summary").text(title))
}

/// Links to the pages of sample ids.
fn links(name: &'static str, title: &str, ids: Vec<&'static str>) -> El {
    let config = config();
    let link = |id| el("li").child(el("a").attr("href", &config.customer_path(id)).text(id));
    card(name, title).child(el("ul").class("load-error-offers").children(ids.into_iter().map(link)))
}

/// The presentational parts, each in its variants.
fn parts() -> El {
    let names = ["张三", "欧阳小明", "古丽娜尔·买买提", "Ada Lovelace", "李", ""];
    let steps = |steps: &[&str]| trail("trail", &steps.iter().map(|step| (*step).to_owned()).collect::<Vec<_>>());
    let bars =
        [(0, 1000, "bar-turnover"), (0, 250, "bar-outstanding"), (400, 300, "bar-retention"), (0, 0, "bar-turnover")];
    let bars = bars.map(|(from, length, tone)| {
        let bar = Bar::new(tone);
        bar.show(from, length);
        bar.element()
    });
    let items = [
        wide(part("Badge", BadgeTone::ALL.map(|tone| badge(tone, &format!("{tone:?}"))))),
        part("Icon", Icon::ALL.map(icon)),
        part("Avatar", names.map(avatar)),
        part("Copy", [copy_button("copied", "sample")]),
        property("Text", el("dd").text("浙江省首批示范性高职院校")),
        part("Figure", [el("span").class("figure").text("1,234,567.80")]),
        part("Absent", [absent_value()]),
        part("Unreadable", [unreadable_value(r#"{"amount": 12}"#)]),
        wide(part("Trail", [steps(&["亚服", "服务站", "浙江站"])])),
        part("Trail, one step", [steps(&["浙江省"])]),
        wide(part("Trail, long", [steps(&["长江三角洲一体化示范区"; 6])])),
        wide(part("Bar", bars)),
        wide(part("Long text", [long_text(&"一段很长的客户描述。".repeat(60))])),
    ];
    let buttons = [
        button("button", "Button"),
        button("button button-primary", "Primary"),
        button("button button-primary", "Disabled").attr("aria-disabled", "true"),
        button("link-button", "Link"),
        button("more", "+120"),
    ];
    card_with_aside("parts", "Parts", Some("every variant"))
        .child(properties(items))
        .child(el("p").class("load-error-offers").children(buttons))
        .child(el("p").class("notice").text("A quiet notice"))
}

fn part<const COUNT: usize>(label: &'static str, variants: [El; COUNT]) -> El {
    property(label, el("dd").children(variants))
}

fn button(class: &str, text: &str) -> El {
    el("button").attr("type", "button").class(class).text(text)
}

/// Every failure's message.
fn failures() -> impl Iterator<Item = El> {
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
    causes.into_iter().map(|cause| {
        let error = ApiError { cause, message: Some("<b>text</b>".to_owned()) };
        load_error(&error, "42", browser::now(), || ())
    })
}
