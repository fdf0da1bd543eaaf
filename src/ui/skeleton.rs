//! The skeleton: the layout of a customer's page before the data.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::html::Div;
use leptos::prelude::*;
use web_sys::Element;

use super::effect::use_effect;
use super::progress::use_is_slow;
use super::reactive::{reactive, reactive_value};
use crate::browser::timer::use_timer;
use crate::locale::texts;

/// Delay before a skeleton is shown. Most responses arrive sooner, and a skeleton costs a style and layout pass.
const DELAY: Duration = Duration::from_millis(100);

thread_local! {
    static TEMPLATE: RefCell<Option<Element>> = const { RefCell::new(None) };
    /// Whether the skeleton of index.html is still displayed.
    static IS_FIRST_PAGE: Cell<bool> = const { Cell::new(true) };
}

/// Keeps the skeleton of index.html, for [`Skeleton`].
pub fn keep_template() {
    if let Some(template) = document().get_element_by_id("skeleton") {
        let _ = template.remove_attribute("id");
        template.set_class_name("skeleton");
        TEMPLATE.set(Some(template));
    }
}

/// Delays all skeletons from now on. The first page's skeleton must render at once, to replace the one in index.html.
pub fn end_first_page() {
    IS_FIRST_PAGE.set(false);
}

/// Renders a copy of the skeleton in index.html, so that there is one definition and no layout shift when the program
/// starts.
#[component]
pub fn Skeleton(
    /// Returns the customer's name, if it is known before the response. Slow, so it is called after a delay.
    known_name: Box<dyn FnOnce() -> Option<String>>,
    lang: String,
) -> impl IntoView {
    let parent = NodeRef::<Div>::new();
    let show = move || {
        // `try`: mocked clocks can run a timer that was cleared.
        if let Some(parent) = parent.try_get_untracked().flatten()
            && let Some(copy) =
                TEMPLATE.with_borrow(|template| template.as_ref()?.clone_node_with_deep(true).ok())
        {
            let _ = parent.append_child(&copy);
        }
    };
    if IS_FIRST_PAGE.get() {
        use_effect(show);
    } else {
        use_timer(DELAY, show);
    }
    let name = RwSignal::new(String::new());
    let show_name = move || {
        let Some(known) = known_name() else { return };
        if let Some(parent) = parent.try_get_untracked().flatten()
            && let Ok(Some(title)) = parent.query_selector(".bone-title")
        {
            title.set_class_name("bone-title known-name");
            let _ = title.set_attribute("lang", &lang);
            title.set_text_content(Some(&known));
        }
        name.try_set(known);
    };
    use_timer(DELAY, show_name);
    let is_slow = use_is_slow();
    view! {
        <div aria-busy="true">
            // The skeleton is hidden from screen readers.
            <h1 class="visually-hidden">{texts().loading} " " <bdi>{reactive(move || name.get())}</bdi></h1>
            <div node_ref=parent class:slow=reactive_value(move || is_slow.get())></div>
        </div>
    }
}
