//! Traits of the service as a whole: lists with counts, summaries of members by name, and error codes of general
//! answers.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Answer, Answers, CommonError, CommonErrors, Fault, QuantityConvention};
use crate::traits::{self, MemberSummaries, QuantityLists, Summary};
use shapewright_smithy::model::{Kind, Member, Model, Shape, ShapeId};
use shapewright_smithy::{Diagnostics, Place, TraitValue};

use super::responses;

/// Error code of a service without `shapewright#answers`: that of Smithy's validation error.
const GENERAL: &str = "ValidationException";

/// `shapewright#quantityLists`.
pub(super) fn quantities(service: &Shape) -> Option<QuantityConvention> {
    let QuantityLists { quantity, items, code, source } = service.traits.read()?;
    let file = service.traits.file_of(QuantityLists::ID).map_or_else(String::new, ToString::to_string);
    let omits_empty = responses::omits_empty_lists(service);
    Some(QuantityConvention { file, quantity, items, code, source, omits_empty })
}

/// `shapewright#memberSummaries`: summaries for members that have none of their own, by the name of the member.
/// Reports entries that no member needs.
pub(super) fn member_summaries(
    model: &Model,
    (id, service): (&ShapeId, &Shape),
    diagnostics: &mut Diagnostics,
) -> BTreeMap<String, String> {
    let Some(MemberSummaries(summaries)) = service.traits.read() else { return BTreeMap::new() };
    let file = service.traits.file_of(MemberSummaries::ID).map_or("", |file| file);
    let shapes = model.shapes.values();
    let members = shapes.filter(|shape| matches!(shape.kind, Kind::Structure | Kind::Union));
    let has_none = |member: &&Member| !member.traits.contains_key(Summary::ID);
    let members = members.flat_map(|shape| &shape.members).filter(has_none);
    let needed: BTreeSet<&str> = members.map(|member| member.name.as_str()).collect();
    for name in summaries.keys().filter(|name| !needed.contains(name.as_str())) {
        diagnostics.error(
            Place::shape(file, id),
            format!("`{}` has a summary for `{name}`, which no member needs", MemberSummaries::ID),
            "correct the name of the member, or remove the entry",
        );
    }
    summaries
}

/// `shapewright#answers`.
pub(super) fn answers(service: &Shape) -> Answers {
    let stated: traits::Answers = service.traits.read().unwrap_or_default();
    let file = service.traits.file_of(traits::Answers::ID).unwrap_or(&service.file).to_string();
    let is_said = stated.default.is_some();
    let default = stated.default.unwrap_or_else(|| GENERAL.to_owned());
    Answers {
        file,
        is_said,
        malformed: stated.malformed.unwrap_or_else(|| Answer { code: default.clone(), observed: None }),
        default,
        model: stated.model,
        payload: stated.payload,
        headers: stated.headers,
        addresses: stated.addresses,
    }
}

/// `shapewright#commonErrors`.
pub(super) fn common_errors(service: &Shape) -> CommonErrors {
    let Some(traits::CommonErrors(stated)) = service.traits.read() else { return CommonErrors::default() };
    let file = service.traits.file_of(traits::CommonErrors::ID).map_or("", |file| file).to_owned();
    let errors = stated.into_iter().map(|(code, error)| {
        let is_of_server = error.status >= 500;
        CommonError {
            code,
            rust: String::new(),
            status: error.status,
            fault: error.fault.unwrap_or(if is_of_server { Fault::Server } else { Fault::Client }),
            retryable: error.retryable || is_of_server || error.status == 429,
            summary: error.summary,
            source: error.source,
            is_modelled: false,
            docs: Vec::new(),
            code_docs: Vec::new(),
        }
    });
    CommonErrors { file, errors: errors.collect() }
}
