//! Elements that follow signals, and end with what they belong to.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use customer_profile::ui::element::{El, el};
use customer_profile::ui::live::{Drawing, later, one_by_one};
use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, HtmlElement, MutationObserver, MutationObserverInit, MutationRecord};

use crate::support::{script, settle, wait_until};

/// An element drawn by `draw`, and the owner that it ends with.
fn drawn(draw: impl FnOnce() -> El) -> (El, Owner) {
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
async fn what_is_drawn_again_stays_where_it_is() {
    let count = ArcRwSignal::new(1);
    let (kept, drawn_for) = (el("b"), count.clone());
    let inside = kept.clone();
    let (element, _owner) = drawn(|| {
        el("p").live_children(move || match drawn_for.get() {
            1 => vec![el("i"), inside.clone()],
            2 => vec![inside.clone()],
            _ => vec![inside.clone(), el("u")],
        })
    });
    let moved = Rc::new(Cell::new(0));
    let noted = moved.clone();
    let note = Closure::<dyn FnMut(Array)>::new(move |records: Array| {
        let nodes = |record: MutationRecord| [record.added_nodes(), record.removed_nodes()];
        let lists = records.iter().flat_map(|record| nodes(record.unchecked_into()));
        let names = lists.flat_map(|list| (0..list.length()).filter_map(move |at| list.get(at)));
        noted.set(noted.get() + names.filter(|node| node.node_name() == "B").count());
    });
    let observer = MutationObserver::new(note.as_ref().unchecked_ref()).unwrap();
    let init = MutationObserverInit::new();
    init.set_child_list(true);
    observer.observe_with_options(&element, &init).unwrap();
    for (step, shown) in [(2, "<p><b></b></p>"), (3, "<p><b></b><u></u></p>")] {
        count.set(step);
        settle().await;
        assert_eq!(markup(&element), shown);
    }
    assert_eq!(moved.get(), 0);
    assert!(kept.is_same_node(element.first_child().as_ref()));
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

#[wasm_bindgen_test]
async fn what_stands_around_a_part_comes_before_it_and_ends_it() {
    let count = ArcRwSignal::new(1);
    let ran: Rc<RefCell<Vec<String>>> = Rc::default();
    let [around, inside] = [count.clone(), count.clone()];
    let (noted, noting) = (ran.clone(), ran.clone());
    let (_, _owner) = drawn(|| {
        el("p").live_children(move || {
            let drawn_for = around.get();
            noted.borrow_mut().push(format!("around {drawn_for}"));
            let (inside, noting) = (inside.clone(), noting.clone());
            Some(el("i").live_text(move || {
                noting.borrow_mut().push(format!("{} inside {drawn_for}", inside.get()));
                ""
            }))
        })
    });
    ran.borrow_mut().clear();
    count.set(2);
    settle().await;
    assert_eq!(*ran.borrow(), ["around 2", "2 inside 2"]);
}

/// Where the focus goes with the element that has it, browsers lay the page out once more.
#[wasm_bindgen_test]
async fn the_focus_leaves_before_anything_changes() {
    let is_next = ArcRwSignal::new(false);
    let drawn_for = is_next.clone();
    let draw = move || Some(el(if drawn_for.get() { "u" } else { "b" }).child(el("button")));
    let (place, _owner) = drawn(|| el("div").live_children(draw));
    document().body().unwrap().append_child(&place).unwrap();
    let button: HtmlElement = place.query_selector("button").unwrap().unwrap().unchecked_into();
    button.focus().unwrap();
    assert!(button.is_same_node(document().active_element().as_deref()));
    let left: Rc<RefCell<Vec<String>>> = Rc::default();
    let (noting, around) = (left.clone(), place.clone());
    let note = Closure::<dyn FnMut()>::new(move || noting.borrow_mut().push(around.inner_html()));
    button.add_event_listener_with_callback("blur", note.as_ref().unchecked_ref()).unwrap();
    is_next.set(true);
    settle().await;
    assert_eq!(*left.borrow(), ["<b><button></button></b>"]);
    assert_eq!(place.inner_html(), "<u><button></button></u>");
    place.remove();
}

#[wasm_bindgen_test]
async fn what_is_put_off_is_not_done_for_a_part_that_has_gone() {
    let done: Rc<RefCell<Vec<&str>>> = Rc::default();
    let put_off = |name: &'static str| {
        let [first, second, fourth] = [done.clone(), done.clone(), done.clone()];
        drawn(move || {
            provide_context(name);
            let note = |done: Rc<RefCell<Vec<&'static str>>>| {
                move || done.borrow_mut().push(use_context::<&str>().unwrap_or_default())
            };
            let drawings: [Drawing; 2] = [Box::new(note(first)), Box::new(note(fourth))];
            one_by_one(true, drawings);
            later(note(second));
            el("p")
        })
    };
    let (_, gone) = put_off("gone");
    let (_, _there) = put_off("there");
    gone.cleanup();
    assert_eq!(done.borrow().len(), 0);
    wait_until("what was put off", || done.borrow().len() >= 3).await;
    settle().await;
    assert_eq!(*done.borrow(), ["there"; 3]);
}

#[wasm_bindgen_test]
async fn parts_are_drawn_a_frame_each_where_somebody_waits_and_else_at_once() {
    let drawn_at: Rc<RefCell<Vec<f64>>> = Rc::default();
    let drawings = || -> [Drawing; 3] {
        [0; 3].map(|_| -> Drawing {
            let drawn_at = drawn_at.clone();
            Box::new(move || drawn_at.borrow_mut().push(frame_time()))
        })
    };
    let (_, _owner) = drawn(|| {
        one_by_one(false, drawings());
        el("p")
    });
    assert_eq!(drawn_at.take().len(), 3);
    let (_, _owner) = drawn(|| {
        one_by_one(true, drawings());
        el("p")
    });
    assert_eq!(drawn_at.borrow().len(), 0);
    wait_until("all of them", || drawn_at.borrow().len() == 3).await;
    assert!(drawn_at.borrow().is_sorted_by(|one, next| one < next), "each with a frame of its own: {drawn_at:?}");
}

/// When the present frame began: the same for all that is done with it.
fn frame_time() -> f64 {
    script("", "return document.timeline.currentTime").call0(&JsValue::UNDEFINED).unwrap().as_f64().unwrap()
}
