//! Traits about dialects, the ways in which tools write the resources of a service.

use std::collections::BTreeMap;

use serde_json::Value;
use shapewright_smithy::TraitValue;
use shapewright_smithy::traits::Problem;

use super::parse;
use crate::ir::exceptions::{Exceptions, PropertyException, Settings, SuppliedException};

/// `shapewright#dialects`: settings by dialect.
#[derive(Clone, Debug)]
pub(crate) struct Dialects(pub(crate) BTreeMap<String, Settings>);

/// `shapewright#inDialects`: where dialects differ from convention in the objects that become the structure.
#[derive(Clone, Debug)]
pub(crate) struct InDialects(pub(crate) BTreeMap<String, Exceptions>);

impl TraitValue for Dialects {
    const ID: &'static str = "shapewright#dialects";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = "write {\"terraform\": {\"title\": \"Terraform\", \"prefix\": \"aws_cloudfront_\"}}; other keys are \
                    blocks, from, variants, ignored and resources";
        parse(value, help).map(Dialects)
    }
}

impl TraitValue for InDialects {
    const ID: &'static str = "shapewright#inDialects";

    fn from_json(value: &Value) -> Result<Self, Problem> {
        let help = "write {\"terraform\": {\"properties\": {\"origin_id\": {\"path\": \"Id\"}}}}; other keys are \
                    supplied with `value` or `unknown`, absent and demanded with a reason";
        let read: BTreeMap<String, Exceptions> = parse(value, help)?;
        let problem = |message| Problem { message, help: help.to_owned() };
        for exceptions in read.values() {
            if let Some(name) = exceptions.properties.iter().find(|(_, found)| !is_one(found)) {
                return Err(problem(format!("needs one of `ignored`, `path` and `unless` for `{}`", name.0)));
            }
            let wrong = |(_, all): &(&String, &crate::ir::exceptions::OneOrMore<SuppliedException>)| {
                all.all().iter().any(|one| one.value.is_some() == one.unknown.is_some())
            };
            if let Some((path, _)) = exceptions.supplied.iter().find(wrong) {
                return Err(problem(format!("needs one of `value` and `unknown` for `{path}`")));
            }
        }
        Ok(InDialects(read))
    }
}

/// Whether the exception says something, and nothing that contradicts it.
fn is_one(exception: &PropertyException) -> bool {
    let PropertyException { path, ignored, unknown, unless, only_with, .. } = exception;
    let changes = path.is_some() || unknown.is_some() || !unless.is_empty() || !only_with.is_empty();
    changes != ignored.is_some()
}
