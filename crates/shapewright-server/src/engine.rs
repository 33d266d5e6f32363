//! The engine: runs the tables over the bindings.
//!
//! A request is read, checked and applied in this order: route, document, constraints of the model, `If-Match`, the
//! resource exists, its version, rules of updates and other rules, references, unique values, quotas, guards.

mod checks;
mod find;
mod list;
mod make;
mod plan;
mod respond;
mod run;
mod settle;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard};
use std::time::{Duration, SystemTime};

use http::{Request, Response};
use shapewright_http::{ReadOptions, ResponseOptions};

use crate::answer::Refusal;
use crate::api::Api;
use crate::log::{Log, Ticket};
use crate::random::Random;
use crate::record::{Key, Record};
use crate::state::State;
use crate::table::{Managed, Resource};
use plan::Plan;

/// When changes are deployed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deploy {
    /// So long after the change. With zero, the next read shows it.
    After(Duration),
    /// After so many reads.
    Reads(u32),
}

/// The settings of an engine.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Settings {
    /// The account that owns everything.
    pub account: String,
    /// The partition of ARNs.
    pub partition: String,
    /// When changes are deployed.
    pub deploy: Deploy,
    /// The seed of random values; without one they differ from run to run.
    pub seed: Option<u64>,
    /// Limits that replace those of the table, by the name of the quota.
    pub quotas: HashMap<String, u32>,
    /// How long every answer waits.
    pub latency: Duration,
    /// Whether requests are accepted that the service refuses: without `If-Match`, or against a rule.
    pub lenient: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            account: "123456789012".to_owned(),
            partition: "aws".to_owned(),
            deploy: Deploy::After(Duration::ZERO),
            seed: None,
            quotas: HashMap::new(),
            latency: Duration::ZERO,
            lenient: false,
        }
    }
}

/// A service with its state.
pub struct Engine {
    api: Arc<dyn Api>,
    settings: Settings,
    plans: HashMap<&'static str, Plan>,
    state: RwLock<State>,
    /// Held from the first check of a change until it is in the state: one change at a time.
    writer: Mutex<Random>,
    /// For the ids of requests.
    request_ids: Mutex<Random>,
    log: Option<Box<dyn Log>>,
}

/// What came of a request.
#[derive(Debug)]
pub struct Handled {
    /// The response. It must be sent only after the change is durable: see [`Handled::ticket`].
    pub response: Response<Vec<u8>>,
    /// The operation, if the request has one.
    pub operation: Option<&'static str>,
    /// Why the request was refused.
    pub refusal: Option<Refusal>,
    /// The change, if there is one and a log.
    pub ticket: Option<Ticket>,
}

/// A change of the state.
#[derive(Clone, Debug)]
pub enum Change {
    /// A resource is new, or different.
    Put(Arc<Record>),
    /// A resource is deleted.
    Delete(Key),
}

impl Engine {
    /// Creates a service without resources.
    pub fn new(api: Arc<dyn Api>, settings: Settings) -> Self {
        let plans = plan::all(&*api);
        let random = || Mutex::new(Random::new(settings.seed));
        let (writer, request_ids) = (random(), random());
        let engine =
            Engine { api, plans, state: RwLock::default(), writer, request_ids, log: None, settings };
        engine.load(engine.managed());
        engine
    }

    /// What the service has from the start.
    fn managed(&self) -> Vec<Record> {
        let resources = self.api.lifecycles().resources.iter();
        let managed = resources.flat_map(|resource| resource.managed.iter().map(move |row| (*resource, row)));
        let record = |(index, (resource, row)): (usize, (&'static Resource, &Managed))| {
            let tree = serde_json::from_str(row.json).ok()?;
            let stored = self.shape(resource.shape, &tree).ok()?;
            Some(Record {
                version: resource.first_version,
                managed: true,
                ..Record::new(
                    Key::new(resource.shape, row.key),
                    index as u64 + 1,
                    SystemTime::UNIX_EPOCH,
                    stored,
                )
            })
        };
        managed.enumerate().filter_map(record).collect()
    }

    /// Keeps changes in a log.
    #[must_use]
    pub fn with_log(mut self, log: Box<dyn Log>) -> Self {
        self.log = Some(log);
        self
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The generated code of the service.
    pub fn api(&self) -> &dyn Api {
        &*self.api
    }

    /// The resources.
    pub fn state(&self) -> RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds resources that are there from the start, or come from a log.
    pub fn load(&self, records: impl IntoIterator<Item = Record>) {
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        for record in records {
            state.put(self.api.lifecycles(), Arc::new(record));
        }
    }

    /// Answers a request.
    pub fn handle<B: AsRef<[u8]>>(&self, request: &Request<B>, now: SystemTime) -> Handled {
        let id = self.request_ids.lock().unwrap_or_else(PoisonError::into_inner).uuid();
        let options = ResponseOptions::default().request_id(&id);
        let binding = match self.api.route(request.method(), request.uri()) {
            Ok(binding) => binding,
            Err(error) => return self.refused(None, Refusal::new(error.to_response(), "route"), options),
        };
        let Some((plan, mut input)) = self.plans.get(binding.name).zip(self.api.input(binding.name)) else {
            let error = self.api.error("NotImplemented", "The operation has no table");
            return self.refused(None, Refusal::new(error, "table"), options);
        };
        let outcome = match binding.parse_request(request, ReadOptions::default(), input.structure()) {
            Ok(()) => self.run(plan, input, now),
            Err(error) => Err(Refusal::new(error.to_response(), "document")),
        };
        match outcome {
            Ok((answer, ticket)) => self.answered(plan, &answer, ticket, options),
            Err(refusal) => self.refused(Some(plan), refusal, options),
        }
    }

    /// Changes the state, and the log.
    fn publish(&self, changes: &[Change]) -> Option<Ticket> {
        if changes.is_empty() {
            return None;
        }
        let tables = self.api.lifecycles();
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        for change in changes {
            match change {
                Change::Put(record) => state.put(tables, Arc::clone(record)),
                Change::Delete(key) => state.delete(tables, key),
            }
        }
        drop(state);
        self.log.as_ref().map(|log| log.append(changes))
    }

    /// The right to change the state.
    fn write(&self) -> MutexGuard<'_, Random> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next number in the order of creation.
    fn next_sequence(&self) -> u64 {
        self.state.write().unwrap_or_else(PoisonError::into_inner).next_sequence()
    }

    /// The text of an error whose text is not known: the pattern of those that are, or what the code means.
    pub(crate) fn assumed_text(&self, code: &str) -> String {
        match self.api.error(code, "").status {
            Some(404) => "The specified {thing} does not exist.".to_owned(),
            _ => self.api.summary(code).unwrap_or(code).to_owned(),
        }
    }

    /// The table of a resource that a row names.
    fn resource(&self, shape: &str) -> Option<&'static Resource> {
        self.api.lifecycles().resource(shape)
    }
}
