//! The sample customers and the failures, a card each.

use leptos::prelude::*;

use super::{Words, said};
use crate::api::sample;
use crate::config::config;

/// What there is to be seen at each id.
const SHOWN: &[(&str, Words)] = &[
    ("example", ("接口文档自己的示例", "The API document’s own example")),
    ("full", ("常见的完整档案，12 位关注者", "The usual full record, 12 followers")),
    ("target", ("目标客户，一笔小单", "A target customer with one small deal")),
    ("prospect", ("沟通客户，金额均为 0", "A prospect whose amounts are all 0")),
    ("unknown-type", ("文档中没有的客户类型", "A type that the document does not have")),
    ("sparse", ("刚建立，几乎什么都没有填写", "Just created, hardly anything filled in")),
    ("long-text", ("极长的名称、描述和路径", "A very long name, description and trails")),
    ("many-followers", ("10,000 位关注者", "10,000 followers")),
    (
        "odd-types",
        ("类型与文档不符的值，照样能读懂", "Values of other types than documented, all understood"),
    ),
    ("objects", ("以对象表示的文字和 ID", "Objects where texts and ids are meant")),
    ("unreadable", ("三个无法识别的值", "Three values that nobody can read")),
    ("exact", ("超出浮点精度的 ID 和金额", "Ids and amounts beyond a float")),
    ("envelope", ("包在 data 里的档案", "The record inside an envelope")),
    ("slow", ("迟到的响应：骨架屏", "A late answer: the skeleton")),
    ("401", ("登录已过期", "The sign-in has expired")),
    ("403", ("无权查看", "No right to view it")),
    ("404", ("未找到", "Not found")),
    ("429", ("请求过多，要求等待", "Too many requests, asked to wait")),
    ("500", ("服务器出错", "The server fails")),
    ("offline", ("没有网络", "No network")),
    ("timeout", ("没有及时回应", "No answer in time")),
    ("not-json", ("不是 JSON", "No JSON")),
    ("login-page", ("登录页面", "A sign-in page")),
    ("mixed-text", ("JSON 里混入其他文字", "Other text around the JSON")),
    ("too-large", ("过大的响应", "Too large an answer")),
    ("envelope-error", ("成功状态里的错误码", "An error code under a status of success")),
];

/// Every sample and every failure.
#[component]
pub fn Samples() -> impl IntoView {
    view! {
        <Cards title=("示例客户", "Sample customers") ids=sample::answers()/>
        <Cards title=("失败状态", "Failures") ids=sample::failures()/>
    }
}

/// Cards that lead to the pages of some ids.
#[component]
fn Cards(
    /// What they are.
    title: Words,
    /// The ids.
    ids: Vec<&'static str>,
) -> impl IntoView {
    let config = config();
    let card = move |id| {
        let shown = SHOWN
            .iter()
            .find(|(known, _)| *known == id)
            .map_or("", |(_, words)| said(*words));
        view! {
            <li>
                <a class="card" rel="external" href=config.customer_path(id)>
                    <code>{id}</code>
                    <span class="secondary">{shown}</span>
                </a>
            </li>
        }
    };
    view! {
        <section>
            <h2>{said(title)}</h2>
            <ul class="gallery-cards">{ids.into_iter().map(card).collect_view()}</ul>
        </section>
    }
}
