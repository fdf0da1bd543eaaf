//! Views without their differences, which are most of a view's code: what is drawn here is never compared with what
//! was there before, it takes its place. What that buys is in docs/performance.md.

use std::any::Any;

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use crate::browser;

/// A view that is drawn already: its nodes, with whatever keeps them alive.
pub struct Drawn(SendWrapper<DrawnState>);

/// The nodes on the page, and the effects and listeners inside them.
pub struct DrawnState {
    nodes: Vec<Node>,
    _alive: Box<dyn Any>,
}

/// Draws a view, now. What it consists of at its root must not change afterwards; what is inside may.
pub fn drawn<V>(view: V) -> Drawn
where
    V: Render,
    V::State: 'static,
{
    let mut state = view.build();
    let place = browser::document().create_document_fragment();
    state.mount(place.unchecked_ref(), None);
    let children = place.child_nodes();
    let nodes = (0..children.length()).filter_map(|index| children.get(index)).collect();
    Drawn(SendWrapper::new(DrawnState { nodes, _alive: Box::new(state) }))
}

/// A part of the page that is drawn anew whenever a signal that `draw` reads has changed; it may be nothing.
pub fn dynamic(draw: impl Fn() -> Option<Drawn> + Send + 'static) -> AnyView {
    // Boxed, so that all dynamic parts of the page are one type.
    let draw: Box<dyn Fn() -> Option<Drawn> + Send> = Box::new(draw);
    let part = move || draw();
    part.into_any()
}

impl Mountable for DrawnState {
    fn unmount(&mut self) {
        for node in &self.nodes {
            if let Some(parent) = node.parent_node() {
                let _ = parent.remove_child(node);
            }
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        for node in &self.nodes {
            // Fails only where the marker has left the parent: then there is no place for it either.
            let _ = parent.insert_before(node, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.nodes.first().and_then(Node::parent_node);
        if let Some(parent) = &parent {
            // Leptos says element where any parent will do; it may be a fragment.
            child.mount(parent.unchecked_ref(), self.nodes.first());
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<Element> {
        self.nodes.iter().filter_map(|node| node.clone().dyn_into().ok()).collect()
    }
}

impl Render for Drawn {
    type State = DrawnState;

    fn build(self) -> Self::State {
        self.0.take()
    }

    fn rebuild(self, state: &mut Self::State) {
        let mut new = self.0.take();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl AddAnyAttr for Drawn {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, _: A) -> Self {
        self
    }
}

/// Leptos asks it of every view; there is no server that would use it.
impl RenderHtml for Drawn {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Self::State {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
