//! What this page asks of the browser, each with its answer where a browser refuses: storage, clipboard, focus,
//! address, document.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::task::{Context, Waker};

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement, HtmlTextAreaElement, Storage, Window};

/// How many milliseconds hardly anybody notices: what is over in less, such as most loading, need not be told.
pub const MOMENT: i32 = 200;
/// After how many milliseconds people have waited for long, and see that something is still under way. The script in the
/// page's head knows it, too.
pub const LONG: i32 = 800;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = window)]
    static WINDOW: Window;
    #[wasm_bindgen(thread_local_v2, js_name = document)]
    static DOCUMENT: Document;
}

/// The window; there always is one where this program runs.
pub fn window() -> Window {
    WINDOW.with(Window::clone)
}

/// The document.
pub fn document() -> Document {
    DOCUMENT.with(Document::clone)
}

/// Sets an attribute of the document's root.
pub fn set_root(attribute: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(attribute, value);
    }
}

/// The text inside the element of this id.
pub fn text_of(id: &str) -> Option<String> {
    document().get_element_by_id(id)?.text_content()
}

/// The path of the present address.
pub fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// The present address, whole.
pub fn address() -> String {
    window().location().href().unwrap_or_default()
}

/// Loads the page anew.
pub fn reload() {
    // A refusal leaves the person where they are, with the button still there.
    let _ = window().location().reload();
}

/// Sets the document's title in a moment, unless it is to be another one by then: browsers take their time for it, and a
/// frame, which nothing on the page has to wait for.
pub fn set_title(title: &str) {
    let (title, turn) = (title.to_owned(), TITLES.get() + 1);
    TITLES.set(turn);
    after(MOMENT, move || {
        if TITLES.get() == turn {
            document().set_title(&title);
        }
    });
}

thread_local! {
    /// Counts the titles: only the last one is set.
    static TITLES: Cell<u32> = const { Cell::new(0) };
}

/// Moves the focus with the next frame: to the first element of the first selector that has one.
pub fn focus(selectors: &'static [&'static str]) {
    with_frame(move || focus_now(selectors));
}

/// Where the focus is when something begins, to be led on to what comes of that.
#[derive(Clone)]
pub struct Focus(Option<Element>);

impl Focus {
    /// Where it is now: in no particular place, if only the page or its main part has it.
    pub fn now() -> Self {
        Self(document().active_element().filter(|focused| !matches!(focused.tag_name().as_str(), "BODY" | "MAIN")))
    }

    /// Whether it is inside an element of this selector.
    pub fn is_in(&self, selector: &str) -> bool {
        self.0.as_ref().is_some_and(|focused| focused.closest(selector).is_ok_and(|around| around.is_some()))
    }

    /// Moves it to the first element of this selector, unless the person has moved it meanwhile.
    pub fn lead_to(&self, selector: &'static str) {
        let Self(now) = Self::now();
        if now.is_none() || now == self.0 {
            focus_now(&[selector]);
        }
    }

    /// Does so once the next frame is on the screen: to find out what can have the focus, browsers lay the page out before
    /// its time.
    pub fn lead_to_afterwards(self, selector: &'static str) {
        after_frame(move || self.lead_to(selector));
    }

    /// Moves it there, likewise, only if what had it has gone, and nothing has it now.
    pub fn keep_afterwards(self, selector: &'static str) {
        after_frame(move || {
            if Self::now().0.is_none() {
                focus_now(&[selector]);
            }
        });
    }
}

/// Takes the focus from whatever has it inside an element that is about to go: where that goes with the focus, the browser
/// lays the whole page out first. (What listens for that inside the element may have ended already, so nothing should.)
pub fn take_focus_from(element: &Element) {
    let focused = document().active_element().filter(|focused| element.contains(Some(focused)));
    if let Some(focused) = focused.and_then(|focused| focused.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.blur();
    }
}

fn focus_now(selectors: &[&str]) {
    let find = |selector: &&str| document().query_selector(selector).ok()??.dyn_into::<HtmlElement>().ok();
    if let Some(element) = selectors.iter().find_map(find) {
        let _ = element.focus();
    }
}

/// What localStorage holds under a key; nothing where it is forbidden.
pub fn stored(key: &str) -> Option<String> {
    local_storage()?.get_item(key).ok()?
}

/// Keeps a text in localStorage; a storage that is full or forbidden keeps nothing, and nothing depends on it.
pub fn store(key: &str, value: &str) {
    if let Some(storage) = local_storage() {
        let _ = storage.set_item(key, value);
    }
}

/// Removes a key from localStorage.
pub fn forget(key: &str) {
    if let Some(storage) = local_storage() {
        let _ = storage.remove_item(key);
    }
}

/// What the sign-in has left under a key, in this tab's storage or in the origin's.
pub fn stored_token(key: &str) -> Option<String> {
    let of_tab = window().session_storage().ok().flatten().and_then(|storage| storage.get_item(key).ok()?);
    of_tab.or_else(|| stored(key))
}

fn local_storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// Copies a text; whether that happened.
pub async fn copy(text: &str) -> bool {
    // Over plain HTTP there is no `navigator.clipboard`, whatever its type says.
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into()).unwrap_or_default();
    if let Ok(clipboard) = clipboard.dyn_into::<web_sys::Clipboard>()
        && JsFuture::from(clipboard.write_text(text)).await.is_ok()
    {
        return true;
    }
    copy_selection(text).unwrap_or(false)
}

/// The older way: select the text in a field of its own and have the document copy its selection.
fn copy_selection(text: &str) -> Option<bool> {
    let document = document();
    let focused = document.active_element();
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_value(text);
    field.set_class_name("visually-hidden");
    // Inside an open dialog, because what is outside it cannot be selected.
    let place = document.query_selector("dialog[open]").ok().flatten().or_else(|| document.body().map(Into::into))?;
    place.append_child(&field).ok()?;
    field.select();
    let html: &web_sys::HtmlDocument = document.unchecked_ref();
    let copied = html.exec_command("copy").unwrap_or(false);
    field.remove();
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.focus();
    }
    Some(copied)
}

/// Opens the browser's print dialog.
pub fn print() {
    let _ = window().print();
}

/// Milliseconds since the page was opened.
pub fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

/// Runs a future to its end; as far as it comes without waiting, at once: what it asks of the network is asked before
/// the caller goes on.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    // One type for all of them.
    let mut future: Pin<Box<dyn Future<Output = ()>>> = Box::pin(future);
    if future.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending() {
        wasm_bindgen_futures::spawn_local(future);
    }
}

/// Calls `then` when the next frame is about to be drawn; soon, where nobody looks and none is.
pub fn with_frame(then: impl FnOnce() + 'static) {
    if document().hidden() {
        return soon(then);
    }
    let callback = Closure::once_into_js(then);
    let _ = window().request_animation_frame(callback.unchecked_ref());
}

/// Calls `then`, likewise, when the frame after the next one is about to be drawn, and the next one is on the screen.
pub fn after_frame(then: impl FnOnce() + 'static) {
    let is_first = AFTER_FRAME.with_borrow_mut(|waiting| {
        waiting.push(Box::new(then));
        waiting.len() == 1
    });
    if is_first {
        with_frame(|| {
            let waiting = AFTER_FRAME.take();
            with_frame(|| waiting.into_iter().for_each(|then| then()));
        });
    }
}

thread_local! {
    /// What waits for the next frame: one callback for all of it, because each takes its time before that is drawn.
    static AFTER_FRAME: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// Calls `then` when all that is under way is done.
pub fn soon(then: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(then);
    let _ = window().set_timeout_with_callback(callback.unchecked_ref());
}

/// Calls `then` when the browser has nothing better to do; after a while, in one that does not say so.
pub fn when_idle(then: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(then);
    let window = window();
    if window.request_idle_callback(callback.unchecked_ref()).is_err() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), MOMENT);
    }
}

/// Calls `then` after some milliseconds.
pub fn after(milliseconds: i32, then: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(then);
    let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), milliseconds);
}

/// Whether a media query holds.
pub fn matches_media(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|media| media.matches())
}
