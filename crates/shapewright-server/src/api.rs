//! What the engine needs to know of a service: its bindings, validators, errors and shapes, which are generated.

use std::any::Any;

use http::{Method, Uri};
use serde_json::Value;
use shapewright_http::{Binding, RouteError, Service};
use shapewright_runtime::{ErrorResponse, Structure};
use shapewright_validation::{Options, Report};

use crate::answer::{Outcome, Refusal};
use crate::call::Call;
use crate::table::Lifecycles;

/// A structure of the service that threads can share.
pub type Shape = Box<dyn Structure + Send + Sync>;

/// An operation that tables cannot state.
pub type Custom = fn(&mut Call<'_>) -> Outcome;

/// A refusal that tables cannot state, before an operation changes anything. It can prepare the call: add what the
/// service makes before, or narrow a list.
pub type Check = fn(&mut Call<'_>) -> Result<(), Refusal>;

/// Values that a service computes, in a tree: a stored structure before it is checked, or the output of a list.
pub type Complete = fn(&Call<'_>, &mut Value);

/// The generated code of a service.
pub trait Api: Send + Sync + 'static {
    /// The tables of its resources and operations.
    fn lifecycles(&self) -> &'static Lifecycles;

    /// The settings of its HTTP messages.
    fn service(&self) -> &'static Service;

    /// The operation of a request.
    ///
    /// # Errors
    ///
    /// When no operation has the method and URI.
    fn route(&self, method: &Method, uri: &Uri) -> Result<&'static Binding, RouteError>;

    /// The binding of an operation.
    fn binding(&self, operation: &str) -> Option<&'static Binding>;

    /// An empty input of an operation.
    fn input(&self, operation: &str) -> Option<Box<dyn Input>>;

    /// An empty structure.
    fn structure(&self, shape: &str) -> Option<Shape>;

    /// An error with the status that the service gives its code.
    fn error(&self, code: &str, message: &str) -> ErrorResponse;

    /// What an error code means, in a sentence.
    fn summary(&self, code: &str) -> Option<&'static str>;

    /// The function of an operation whose action is [`Custom`](crate::table::Action::Custom).
    fn custom(&self, operation: &str) -> Option<Custom>;

    /// A check before the operation changes anything, for refusals that tables cannot state.
    fn check(&self, operation: &str) -> Option<Check> {
        let _ = operation;
        None
    }

    /// What the service computes in the stored structure of a resource, whenever it is created, changed or deployed
    /// again.
    fn complete(&self, shape: &str) -> Option<Complete> {
        let _ = shape;
        None
    }

    /// What the service computes in the output of a list.
    fn listed(&self, operation: &str) -> Option<Complete> {
        let _ = operation;
        None
    }
}

/// The input of an operation, with the rules for it.
pub trait Input {
    /// The structure.
    fn structure(&mut self) -> &mut dyn Structure;

    /// Checks all rules.
    fn report(&self, options: &Options) -> Report;

    /// Checks the rules of replacing `current`, an input of the same operation.
    fn report_update(&self, current: &dyn Input, options: &Options) -> Report;

    /// The input, to be downcast.
    fn as_any(&self) -> &dyn Any;
}
