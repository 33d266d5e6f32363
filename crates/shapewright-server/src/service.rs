//! The service as a function from requests to responses: accounts, faults, delays, and what is remembered.

use std::collections::HashMap;
use std::convert::Infallible;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::task::{Context, Poll};
use std::time::{Duration, Instant, SystemTime};

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_LENGTH};
use http::{HeaderMap, Request, Response};
use http_body::Body;
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use shapewright_http::ResponseOptions;

use crate::answer::Refusal;
use crate::api::Api;
use crate::control;
use crate::engine::{Engine, Handled, Settings};
use crate::faults::{Fault, Faults};
use crate::random::Random;
use crate::requests::{Requests, Seen, milliseconds, seconds};

/// How long the body of a request may be, in bytes.
const MAX_BODY: usize = 4 << 20;

/// A service for HTTP requests, without a socket. Clones share the state.
///
/// It implements `tower_service::Service`, so a client or a test can call it in the same process.
#[derive(Clone)]
pub struct Service {
    inner: Arc<Inner>,
}

struct Inner {
    api: Arc<dyn Api>,
    settings: Settings,
    accounts: RwLock<HashMap<String, Arc<Engine>>>,
    faults: Mutex<(Faults, Random)>,
    requests: Mutex<Requests>,
}

impl fmt::Debug for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Service").field("settings", &self.inner.settings).finish_non_exhaustive()
    }
}

impl Service {
    /// Creates a service without resources but those that are there from the start.
    pub fn new(api: Arc<dyn Api>, settings: Settings) -> Self {
        let faults = Mutex::new((Faults::default(), Random::new(settings.seed)));
        let (accounts, requests) = (RwLock::default(), Mutex::default());
        Service { inner: Arc::new(Inner { api, settings, accounts, faults, requests }) }
    }

    /// The state of an account.
    pub fn engine(&self, account: &str) -> Arc<Engine> {
        let accounts = self.inner.accounts.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(engine) = accounts.get(account) {
            return Arc::clone(engine);
        }
        drop(accounts);
        let new = || {
            let settings = Settings { account: account.to_owned(), ..self.inner.settings.clone() };
            Arc::new(Engine::new(Arc::clone(&self.inner.api), settings))
        };
        let mut accounts = self.inner.accounts.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(accounts.entry(account.to_owned()).or_insert_with(new))
    }

    /// The state of the usual account.
    pub fn default_engine(&self) -> Arc<Engine> {
        self.engine(&self.inner.settings.account)
    }

    /// Forgets all resources, fault rules and requests.
    pub fn reset(&self) {
        let mut accounts = self.inner.accounts.write().unwrap_or_else(PoisonError::into_inner);
        let old = std::mem::take(&mut *accounts);
        drop(accounts);
        self.faults().0 = Faults::default();
        self.requests().clear();
        // Many resources take a while to drop, which nobody should wait for.
        drop(std::thread::Builder::new().name("reset".to_owned()).spawn(move || drop(old)));
    }

    /// Replaces all fault rules.
    ///
    /// # Errors
    ///
    /// With one line for each mistake in the rules. Then the rules stay as they were.
    pub fn set_faults(&self, faults: Faults) -> Result<(), Vec<String>> {
        let is_operation = |name: &str| self.inner.api.binding(name).is_some();
        let problems = faults.problems(&is_operation);
        if !problems.is_empty() {
            return Err(problems);
        }
        self.faults().0 = faults;
        Ok(())
    }

    /// The fault rules that are left.
    pub fn current_faults(&self) -> Faults {
        self.faults().0.clone()
    }

    /// The last requests after one with a number; 0 for all.
    pub fn seen(&self, after: u64) -> Vec<Seen> {
        self.requests().after(after)
    }

    /// Answers a request.
    pub async fn answer<B>(&self, request: Request<B>) -> Response<Full<Bytes>>
    where
        B: Body,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let (head, body) = request.into_parts();
        let body = match read(&head.headers, body).await {
            Ok(body) => body,
            Err((status, text)) => return control::plain(status, text),
        };
        let request = Request::from_parts(head, body);
        if let Some(response) = control::answer(self, &request) {
            return response;
        }
        self.answer_operation(&request).await
    }

    async fn answer_operation(&self, request: &Request<Bytes>) -> Response<Full<Bytes>> {
        let (start, now) = (Instant::now(), SystemTime::now());
        let account = account(request.headers()).unwrap_or(&self.inner.settings.account).to_owned();
        let fault = self.fault(request);
        let handled = match fault.as_ref().and_then(|fault| fault.error.clone()) {
            Some((code, status)) => self.failed(&code, status, "A fault that was asked for"),
            None => self.engine(&account).handle(request, now),
        };
        let mut response = handled.response;
        if let Some(ticket) = handled.ticket
            && let Err(message) = ticket.durable().await
        {
            response = self.failed("InternalError", None, &message).response;
        }
        // Nothing is locked while the answer waits.
        let latency = self.inner.settings.latency + fault.map_or(Duration::ZERO, |fault| fault.latency);
        if !latency.is_zero() {
            tokio::time::sleep(latency).await;
        }
        let refusal = handled.refusal;
        self.requests().add(Seen {
            number: 0,
            time: seconds(now),
            account,
            method: request.method().to_string(),
            uri: request.uri().path_and_query().map_or_else(String::new, ToString::to_string),
            operation: handled.operation,
            status: response.status().as_u16(),
            code: refusal.as_ref().map(|refusal| refusal.error.code.clone()),
            message: refusal.as_ref().and_then(|refusal| refusal.error.details.message.clone()),
            refused_by: refusal.map(|refusal| refusal.by),
            milliseconds: milliseconds(start.elapsed()),
        });
        response.map(|body| Full::new(Bytes::from(body)))
    }

    /// What a rule says of a request.
    fn fault(&self, request: &Request<Bytes>) -> Option<Fault> {
        let mut faults = self.faults();
        let (rules, random) = &mut *faults;
        if rules.rules.is_empty() {
            return None;
        }
        let operation =
            self.inner.api.route(request.method(), request.uri()).map_or("", |binding| binding.name);
        rules.next(operation, &mut |share| random.chance(share))
    }

    /// The answer of a fault.
    fn failed(&self, code: &str, status: Option<u16>, message: &str) -> Handled {
        let mut error = self.inner.api.error(code, message);
        error.status = status.or(error.status);
        let id = self.faults().1.uuid();
        let options = ResponseOptions::default().request_id(&id);
        let response = self.inner.api.service().build_error_with(options, &error);
        Handled { response, operation: None, refusal: Some(Refusal::new(error, "fault")), ticket: None }
    }

    fn faults(&self) -> MutexGuard<'_, (Faults, Random)> {
        self.inner.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn requests(&self) -> MutexGuard<'_, Requests> {
        self.inner.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<B> tower_service::Service<Request<B>> for Service
where
    B: Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    type Response = Response<Full<Bytes>>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let service = self.clone();
        Box::pin(async move { Ok(service.answer(request).await) })
    }
}

/// Reads a body that is not too long.
async fn read<B>(headers: &HeaderMap, body: B) -> Result<Bytes, (u16, &'static str)>
where
    B: Body,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    const TOO_LONG: (u16, &str) = (413, "The body of the request is longer than 4 MiB.\n");
    let length = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if length.is_some_and(|length| length > MAX_BODY) {
        return Err(TOO_LONG);
    }
    match Limited::new(body, MAX_BODY).collect().await {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(TOO_LONG),
        Err(_) => Err((400, "The body of the request ends early.\n")),
    }
}

/// The account that a request is for: the access key id of its signature, if that is an account.
fn account(headers: &HeaderMap) -> Option<&str> {
    let text = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (_, credential) = text.split_once("Credential=")?;
    let key = credential.split('/').next()?;
    (key.len() == 12 && key.bytes().all(|byte| byte.is_ascii_digit())).then_some(key)
}
