//! Elements that follow signals, and end with what they belong to.

use std::cell::Cell;
use std::rc::Rc;

use any_spawner::Executor;
use customer_profile::ui::element::{El, el};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

use crate::support::settle;

/// An element drawn by `draw`, and the owner that it ends with.
fn drawn(draw: impl FnOnce() -> El) -> (El, Owner) {
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    (owner.with(draw), owner)
}

fn markup(element: &El) -> String {
    element.outer_html()
}

#[wasm_bindgen_test]
async fn what_is_live_follows_its_signal_until_its_owner_ends() {
    let count = ArcRwSignal::new(1);
    let [text, class, item] = [count.clone(), count.clone(), count.clone()];
    let (element, owner) = drawn(|| {
        el("p")
            .live_class("a", "many", move || class.get() > 1)
            .live_text(move || text.get().to_string())
            .live_children(move || (0..item.get()).map(|_| el("i")))
    });
    assert_eq!(markup(&element), r#"<p class="a">1<i></i></p>"#);
    count.set(2);
    settle().await;
    assert_eq!(markup(&element), r#"<p class="a many">2<i></i><i></i></p>"#);
    owner.cleanup();
    count.set(3);
    settle().await;
    assert_eq!(markup(&element), r#"<p class="a many">2<i></i><i></i></p>"#);
}

#[wasm_bindgen_test]
async fn children_come_in_their_place_even_where_somebody_has_taken_text_away() {
    let shown = ArcRwSignal::new("a");
    let tag = shown.clone();
    let (element, _owner) = drawn(|| el("p").child(el("b")).live_children(move || Some(el(tag.get()))).child(el("u")));
    shown.set("s");
    settle().await;
    assert_eq!(markup(&element), "<p><b></b><s></s><u></u></p>");
    // As a translation in the browser may.
    let texts: Vec<_> = (0..element.child_nodes().length()).filter_map(|at| element.child_nodes().get(at)).collect();
    texts.iter().filter(|node| node.node_type() == 3).for_each(|text| drop(element.remove_child(text).unwrap()));
    shown.set("i");
    settle().await;
    assert_eq!(markup(&element), "<p><b></b><u></u><i></i></p>");
}

#[wasm_bindgen_test]
fn a_listener_finds_what_its_part_of_the_page_finds() {
    let found = Rc::new(Cell::new(0));
    let noted = found.clone();
    let (element, owner) = drawn(|| {
        provide_context(7);
        el("button").on("click", move |_| noted.set(use_context::<i32>().unwrap_or_default()))
    });
    element.dispatch_event(&Event::new("click").unwrap()).unwrap();
    assert_eq!(found.get(), 7);
    drop(owner);
}
