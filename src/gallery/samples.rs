//! Links to the sample customers and the failures.

use leptos::prelude::*;

use crate::api::sample::{CUSTOMERS, FAILURES, Sample};
use crate::config::config;
use crate::locale::locale;
use crate::routes::Route;

#[component]
pub fn Samples() -> impl IntoView {
    view! {
        <Cards title=["示例客户", "Sample customers"] samples=CUSTOMERS/>
        <Cards title=["失败状态", "Failures"] samples=FAILURES/>
    }
}

#[component]
fn Cards(title: [&'static str; 2], samples: &'static [Sample]) -> impl IntoView {
    let config = config();
    let card = move |sample: &Sample| {
        view! {
            <li>
                <a class="card" href=Route::Customer(sample.id.to_owned()).to_path(&config.base_path)>
                    <code>{sample.id}</code>
                    <span class="secondary">{locale().pick(sample.caption)}</span>
                </a>
            </li>
        }
    };
    view! {
        <section>
            <h2>{locale().pick(title)}</h2>
            <ul class="gallery-cards">{samples.iter().map(card).collect_view()}</ul>
        </section>
    }
}
