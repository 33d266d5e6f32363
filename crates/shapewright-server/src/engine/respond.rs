//! Responses.

use http::Response;
use serde_json::Value;
use shapewright_http::ResponseOptions;
use shapewright_runtime::deserialize_into;

use super::plan::Plan;
use super::{Engine, Handled};
use crate::answer::{Answer, Refusal};
use crate::api::Shape;
use crate::log::Ticket;
use crate::path;
use crate::random::etag;
use crate::record::Record;
use crate::table::Part;
use crate::template;
use crate::view::{self, View};

impl Engine {
    /// The response to a request that was carried out.
    pub(super) fn answered(
        &self,
        plan: &Plan,
        answer: &Answer,
        ticket: Option<Ticket>,
        options: ResponseOptions<'_>,
    ) -> Handled {
        match self.response(plan, answer, options) {
            Ok(response) => Handled { response, operation: Some(plan.operation.name), refusal: None, ticket },
            Err(message) => {
                let error = self.api().error("InternalError", &message);
                Handled { ticket, ..self.refused(Some(plan), Refusal::new(error, "response"), options) }
            }
        }
    }

    /// The response to a request that is refused.
    pub(super) fn refused(
        &self,
        plan: Option<&Plan>,
        refusal: Refusal,
        options: ResponseOptions<'_>,
    ) -> Handled {
        let response = self.api().service().build_error_with(options, &refusal.error);
        let operation = plan.map(|plan| plan.operation.name);
        Handled { response, operation, refusal: Some(refusal), ticket: None }
    }

    fn response(
        &self,
        plan: &Plan,
        answer: &Answer,
        options: ResponseOptions<'_>,
    ) -> Result<Response<Vec<u8>>, String> {
        let build = |output: &dyn shapewright_runtime::Structure| {
            plan.binding.build_response_with(output, options).map_err(|error| error.to_string())
        };
        match answer {
            Answer::Empty => {
                build(&View { shape: plan.binding.output.shape, names: plan.members, parts: &[] })
            }
            Answer::Tree(tree) => build(&*self.output(plan, tree)?),
            Answer::Resource(record) => {
                let parts = plan.operation.output;
                let views = parts.iter().map(|(name, part)| Some((*name, self.view(record, part)?)));
                if let Some(views) = views.collect::<Option<Vec<_>>>() {
                    return build(&View {
                        shape: plan.binding.output.shape,
                        names: plan.members,
                        parts: &views,
                    });
                }
                let members = parts.iter();
                let members = members
                    .filter_map(|(name, part)| Some(((*name).to_owned(), self.value_of(record, part)?)));
                build(&*self.output(plan, &Value::Object(members.collect()))?)
            }
        }
    }

    /// The output that a tree has.
    fn output(&self, plan: &Plan, tree: &Value) -> Result<Shape, String> {
        let shape = plan.binding.output.shape;
        let mut output = self.api().structure(shape).ok_or_else(|| format!("no structure {shape}"))?;
        deserialize_into(&mut *output, tree).map_err(|error| error.to_string())?;
        Ok(output)
    }

    /// A part of a resource as a member of an output, if it needs no copy.
    fn view<'a>(&self, record: &'a Record, part: &Part) -> Option<view::Part<'a>> {
        match part {
            Part::Stored(path) => Some(view::Part::Inside(&**record.stored, path)),
            Part::ETag => Some(view::Part::Text(self.etag(record.version))),
            Part::Location(text) => Some(view::Part::Text(self.location(record, text))),
            _ => None,
        }
    }

    /// A part of a resource as a tree.
    pub(super) fn value_of(&self, record: &Record, part: &Part) -> Option<Value> {
        match part {
            Part::Stored([]) => Some(path::tree(&**record.stored)),
            Part::Stored(path) => path::value_in(&**record.stored, path),
            Part::Capitals(path) => {
                let value = path::value_in(&**record.stored, path)?;
                Some(Value::String(value.as_str()?.to_uppercase()))
            }
            Part::Kept(name) => record.kept.get(*name).cloned(),
            Part::ETag => Some(Value::String(self.etag(record.version))),
            Part::Tags(_) if record.tags.is_empty() => None,
            Part::Tags(member) => Some(serde_json::json!({ *member: tag_list(record) })),
            Part::Location(text) => Some(Value::String(self.location(record, text))),
            Part::Json(json) => serde_json::from_str(json).ok(),
            Part::Managed(managed, custom) => {
                Some(Value::String((if record.managed { *managed } else { *custom }).to_owned()))
            }
        }
    }

    fn location(&self, record: &Record, text: &str) -> String {
        template::fill(text, |name| match name {
            "key" => Some((&*record.key.id).into()),
            "parent" => Some((&*record.key.parent).into()),
            "arn" => Some((&*record.arn).into()),
            _ => None,
        })
    }

    /// The ETag of a version.
    pub fn etag(&self, version: u32) -> String {
        etag(self.api().lifecycles().etags, version)
    }
}

/// The tags of a resource as a list of keys and values.
pub(super) fn tag_list(record: &Record) -> Value {
    record.tags.iter().map(|(key, value)| serde_json::json!({ "Key": key, "Value": value })).collect()
}
