//! A mock of `window.fetch`: returns the responses that a test sets, and records requests.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect, TypeError, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{
    AbortSignal, ReadableStream, Request, RequestRedirect, Response, ResponseInit, TransformStream,
};

use super::overrides::replace;

/// The response to requests for one id.
#[derive(Clone)]
pub struct MockResponse {
    outcome: Outcome,
    is_held: bool,
    ignores_abort: bool,
    is_redirected: bool,
}

#[derive(Clone)]
enum Outcome {
    Response {
        status: u16,
        headers: Vec<(&'static str, String)>,
        body: Vec<u8>,
    },
    /// Status, headers and the start of a body that never ends.
    Unfinished(String),
    /// A network failure: `fetch` rejects.
    NetworkError,
}

impl MockResponse {
    /// Returns a response with status 200 and a JSON body.
    pub fn ok(body: impl Into<String>) -> Self {
        Self::json(200, body)
    }

    /// Returns a response with a JSON body.
    pub fn json(status: u16, body: impl Into<String>) -> Self {
        Self::response(status, "application/json", body.into())
    }

    /// Returns a response with status 200 and an HTML body.
    pub fn html(body: &str) -> Self {
        Self::response(200, "text/html; charset=utf-8", body.to_owned())
    }

    /// Returns a response with status 200 and this body.
    pub fn bytes(content_type: &str, body: &[u8]) -> Self {
        Self::of(Outcome::Response {
            status: 200,
            headers: vec![("Content-Type", content_type.to_owned())],
            body: body.to_vec(),
        })
    }

    pub fn network_error() -> Self {
        Self::of(Outcome::NetworkError)
    }

    /// Returns a response whose body never ends.
    pub fn unfinished(beginning: &str) -> Self {
        Self::of(Outcome::Unfinished(beginning.to_owned()))
    }

    pub fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        if let Outcome::Response { headers, .. } = &mut self.outcome {
            headers.push((name, value.into()));
        }
        self
    }

    /// Holds the response until the test calls [`TestPage::release`](super::TestPage::release).
    pub fn held(self) -> Self {
        Self { is_held: true, ..self }
    }

    /// Ignores aborts: the response arrives although the request was aborted.
    pub fn ignoring_abort(self) -> Self {
        Self { ignores_abort: true, ..self }
    }

    /// Puts the response behind a redirect: a request that does not follow redirects gets an opaque one.
    pub fn behind_redirect(self) -> Self {
        Self { is_redirected: true, ..self }
    }

    fn response(status: u16, content_type: &str, body: String) -> Self {
        Self::of(Outcome::Response {
            status,
            headers: vec![("Content-Type", content_type.to_owned())],
            body: body.into_bytes(),
        })
    }

    fn of(outcome: Outcome) -> Self {
        Self {
            outcome,
            is_held: false,
            ignores_abort: false,
            is_redirected: false,
        }
    }
}

/// A recorded request.
#[derive(Clone)]
pub struct SentRequest {
    /// The id in the URL.
    pub id: String,
    pub request: Request,
    release: Option<Function>,
}

impl SentRequest {
    pub fn is_aborted(&self) -> bool {
        self.request.signal().aborted()
    }

    /// Returns the URL; of the same origin, only path and query.
    pub fn address(&self) -> String {
        let origin = window().location().origin().unwrap();
        let url = self.request.url();
        url.strip_prefix(&origin).map_or_else(|| url.clone(), str::to_owned)
    }

    pub fn header(&self, name: &str) -> Option<String> {
        self.request.headers().get(name).unwrap()
    }
}

/// The mocked network: responses by id, and recorded requests.
#[derive(Clone, Default)]
pub struct Network(Rc<Inner>);

#[derive(Default)]
struct Inner {
    answers: RefCell<HashMap<String, MockResponse>>,
    sent: RefCell<Vec<SentRequest>>,
}

impl Network {
    /// Replaces `window.fetch` until the end of the test.
    pub fn install() -> Self {
        let network = Self::default();
        let answering = network.clone();
        let fetch =
            Closure::<dyn Fn(Request) -> Promise>::new(move |request: Request| answering.fetch(request));
        replace(&window(), "fetch", &fetch.into_js_value());
        network
    }

    /// Sets the response to requests for an id. Other ids get a 404.
    pub fn mock_response(&self, id: &str, answer: MockResponse) {
        self.0.answers.borrow_mut().insert(id.to_owned(), answer);
    }

    /// Returns all requests so far.
    pub fn requests(&self) -> Vec<SentRequest> {
        self.0.sent.borrow().clone()
    }

    /// Releases the held responses for an id.
    pub fn release(&self, id: &str) {
        let held = self
            .requests()
            .into_iter()
            .filter(|sent| sent.id == id)
            .filter_map(|sent| sent.release);
        held.for_each(|release| drop(release.call0(&JsValue::UNDEFINED)));
    }

    fn fetch(&self, request: Request) -> Promise {
        let url = request.url();
        let segment = url
            .strip_suffix("/detail")
            .and_then(|url| url.rsplit('/').next())
            .unwrap_or_default();
        let id = js_sys::decode_uri_component(segment).map(String::from).unwrap_or_default();
        let answer = self
            .0
            .answers
            .borrow()
            .get(&id)
            .cloned()
            .unwrap_or_else(|| MockResponse::json(404, "{}"));
        let signal = (!answer.ignores_abort).then(|| request.signal());
        let is_followed = request.redirect() == RequestRedirect::Follow;
        let (released, release) = if answer.is_held {
            gate(signal.as_ref())
        } else {
            (None, None)
        };
        self.0.sent.borrow_mut().push(SentRequest { id, request, release });
        future_to_promise(async move {
            if let Some(released) = released {
                JsFuture::from(released).await?;
            }
            match &signal {
                Some(signal) if signal.aborted() => Err(signal.reason()),
                _ if answer.is_redirected && !is_followed => {
                    with_property("type", &"opaqueredirect".into(), Response::error())
                }
                _ if answer.is_redirected => {
                    with_property("redirected", &true.into(), respond(answer, signal.as_ref())?)
                }
                _ => respond(answer, signal.as_ref()).map(JsValue::from),
            }
        })
    }
}

/// Returns a promise and the function that resolves it. It rejects if the request is aborted first.
fn gate(signal: Option<&AbortSignal>) -> (Option<Promise>, Option<Function>) {
    let mut release = None;
    let promise = Promise::new(&mut |resolve, reject| {
        release = Some(resolve);
        if let Some(signal) = signal {
            on_abort(signal, move |reason| drop(reject.call1(&JsValue::UNDEFINED, &reason)));
        }
    });
    (Some(promise), release)
}

/// Overrides a read-only property of a response.
fn with_property(property: &str, value: &JsValue, response: Response) -> Result<JsValue, JsValue> {
    let descriptor = Object::new();
    Reflect::set(&descriptor, &"value".into(), value)?;
    Object::define_property(&response, &property.into(), &descriptor);
    Ok(response.into())
}

fn respond(answer: MockResponse, signal: Option<&AbortSignal>) -> Result<Response, JsValue> {
    let init = ResponseInit::new();
    match answer.outcome {
        Outcome::NetworkError => Err(TypeError::new("Failed to fetch").into()),
        Outcome::Response { status, headers, body } => {
            init.set_status(status);
            let body = Uint8Array::from(body.as_slice());
            let response = Response::new_with_opt_buffer_source_and_init(Some(&body), &init)?;
            for (name, value) in headers {
                response.headers().set(name, &value)?;
            }
            Ok(response)
        }
        Outcome::Unfinished(beginning) => {
            let (body, end) = unfinished(&beginning)?;
            if let Some(signal) = signal {
                on_abort(signal, end);
            }
            Response::new_with_opt_readable_stream_and_init(Some(&body), &init)
        }
    }
}

/// Returns a body that never ends, and a function that aborts it.
fn unfinished(beginning: &str) -> Result<(ReadableStream, impl FnOnce(JsValue) + use<>), JsValue> {
    let pipe = TransformStream::new()?;
    let writer = pipe.writable().get_writer()?;
    let written = writer.write_with_chunk(&Uint8Array::from(beginning.as_bytes()));
    let end = move |reason: JsValue| {
        let aborted = writer.abort_with_reason(&reason);
        // Awaits both promises, so that their rejections are handled.
        spawn_local(async move { drop((JsFuture::from(written).await, JsFuture::from(aborted).await)) });
    };
    Ok((pipe.readable(), end))
}

fn on_abort(signal: &AbortSignal, then: impl FnOnce(JsValue) + 'static) {
    let aborted = signal.clone();
    let listener = Closure::once_into_js(move || then(aborted.reason()));
    signal
        .add_event_listener_with_callback("abort", listener.unchecked_ref())
        .unwrap();
}
