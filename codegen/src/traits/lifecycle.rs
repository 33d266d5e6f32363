//! Traits about what a service keeps, and what its operations do with it.

use std::collections::BTreeMap;

use serde_json::Value;
use shapewright_smithy::TraitValue;
use shapewright_smithy::traits::Problem;

use super::parse;
use crate::ir::lifecycle::stated;

/// `shapewright#lifecycles`: what all resources of the service share.
#[derive(Clone, Debug)]
pub(crate) struct Lifecycles(pub(crate) stated::Settings);

/// `shapewright#lifecycle`: a resource, on its stored structure.
#[derive(Clone, Debug)]
pub(crate) struct Lifecycle(pub(crate) stated::Lifecycle);

/// `shapewright#managed`: resources that the service has from the start, on their stored structure, by key.
#[derive(Clone, Debug)]
pub(crate) struct Managed(pub(crate) BTreeMap<String, stated::Managed>);

/// `shapewright#messages`: the texts of errors, by `Code` or `Code/name`.
#[derive(Clone, Debug)]
pub(crate) struct Messages(pub(crate) BTreeMap<String, stated::Message>);

/// `shapewright#action`: what convention does not say of an operation.
#[derive(Clone, Debug)]
pub(crate) struct Action(pub(crate) stated::Action);

impl TraitValue for Lifecycles {
    const ID: &'static str = "shapewright#lifecycles";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = "write {\"endpoint\": \"https://…\", \"etags\": [\"…\"], \"page\": 100, \"codes\": {\"missing\": \
                    [\"NoSuch{noun}\"], …}, \"source\": \"…\"}";
        parse(value, help).map(Lifecycles)
    }
}

impl TraitValue for Lifecycle {
    const ID: &'static str = "shapewright#lifecycle";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = "write {\"id\": \"uuid\", \"source\": \"…\"}; other keys are thing, nouns, key, parents, location, \
                    fills, defaults, status, stages, firstVersion, unique, references, quota, quotas, inUse, \
                    newestFirst and summary";
        let read: stated::Lifecycle = parse(value, help)?;
        let count = |fill: &stated::Fill| {
            let given =
                [fill.json.is_some(), fill.reset.is_some(), fill.text.is_some(), fill.pending.is_some()];
            given.into_iter().filter(|is_given| *is_given).count()
        };
        match read.fills.iter().find(|(_, fill)| count(fill) != 1) {
            None => Ok(Lifecycle(read)),
            Some((path, _)) => Err(Problem {
                message: format!("needs one of `json`, `reset`, `text` and `pending` for `{path}`"),
                help: help.to_owned(),
            }),
        }
    }
}

impl TraitValue for Managed {
    const ID: &'static str = "shapewright#managed";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        parse(value, "write {\"<key>\": {\"stored\": {\"PolicyConfig\": {…}}, \"source\": \"…\"}}")
            .map(Managed)
    }
}

impl TraitValue for Messages {
    const ID: &'static str = "shapewright#messages";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = "write {\"<code>\": {\"text\": \"…\", \"source\": \"…\"}}; the key for a further text of a code is \
                    \"<code>/<name>\"";
        parse(value, help).map(Messages)
    }
}

impl TraitValue for Action {
    const ID: &'static str = "shapewright#action";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = "write {\"custom\": \"<why no row can state it>\"}, or {\"does\": \"update\", \"source\": \"…\"}; \
                    other keys are resource, keys, missing, sets, output and filters";
        parse(value, help).map(Action)
    }
}
