//! Converts requests to inputs.

use http::header::CONTENT_TYPE;
use http::{HeaderMap, Request};
use shapewright_runtime::text::{decapitalised, start};
use shapewright_runtime::{Field, ReadError, Structure};

use super::query::Query;
use crate::message::{self, Names, Problem, Received, Wrong, truncation};
use crate::uri::{Segment, decode, label_problem, labels, split};
use crate::{Binding, Body, Location, ReadOptions, RequestError, Strictness, text};

impl Binding {
    /// Fills the input from a request, as a server does.
    ///
    /// Absent members are no error: use the validators to find missing members. Does not check that the request has
    /// the method and path of the operation: use the [`Router`](crate::Router).
    ///
    /// # Errors
    ///
    /// When the body is missing, malformed or shorter than `Content-Length`, when a value is repeated or cannot be read
    /// (a label that is empty, `.` or `..`, text that is not UTF-8), or when the options do not allow a part of the
    /// request. The error has the code of the service.
    pub fn parse_request<B: AsRef<[u8]>>(
        &self,
        request: &Request<B>,
        options: ReadOptions,
        input: &mut dyn Structure,
    ) -> Result<(), RequestError> {
        let body = request.body().as_ref();
        if body.is_empty() && self.input.body.is_required() {
            return Err(self.without_body(request.headers(), input));
        }
        let has_unknown_body = matches!(self.input.body, Body::Empty) && !body.is_empty();
        if has_unknown_body && options.strictness == Strictness::Strict {
            return Err(RequestError::new(
                self.service.malformed_body,
                None,
                "the request has a body, and the operation has none".to_owned(),
            ));
        }
        if let Some(message) = truncation(request.headers(), body, &self.input.body) {
            return Err(RequestError::new(self.service.malformed_body, None, message));
        }
        let names = Names::of(input);
        let path = request.uri().path();
        let query = Query::of(request.uri());
        let mut outcome = self.check_query(&query, options.strictness);
        if outcome.is_ok() {
            input.visit_fields_mut(&mut |fields| outcome = self.target_members(path, &query, names, fields));
        }
        let received = Received { headers: request.headers(), body, status: None, options };
        outcome
            .and_then(|()| message::read(&self.input, received, input))
            .map_err(|problem| self.refused(problem))
    }

    /// The error of a request without the body that the operation needs.
    fn without_body(&self, headers: &HeaderMap, input: &dyn Structure) -> RequestError {
        let absent = "the request has no body, and the operation needs one";
        let code = self.service.missing_payload.filter(|_| headers.contains_key(CONTENT_TYPE));
        let Some(code) = code else {
            return RequestError::new(self.service.missing_body, None, absent.to_owned());
        };
        // The words of the service, which its clients read: s3tools/s3cmd#1214 (2021).
        let payload = self.input.members.iter().position(|location| *location == Location::Payload);
        let name = payload.and_then(|position| input.member_names().get(position));
        let message = name.map_or_else(
            || absent.to_owned(),
            |name| {
                let path = decapitalised(name);
                format!(
                    "1 validation error detected: Value null at '{path}' failed to satisfy constraint: Member must \
                     not be null"
                )
            },
        );
        RequestError::new(code, None, message)
    }

    fn refused(&self, Problem { member, wrong }: Problem) -> RequestError {
        match wrong {
            Wrong::Value(message) => RequestError::new(self.service.invalid_value, member, message),
            Wrong::Document(error) => {
                RequestError::new(self.service.malformed_body, member, format!("in the body: {error}"))
            }
        }
    }

    /// Reads the members in the path and in the query.
    fn target_members(
        &self,
        path: &str,
        query: &Query<'_>,
        names: Names,
        fields: &mut [&mut dyn Field],
    ) -> Result<(), Problem> {
        let labels = labels(split(self.uri).0, path).unwrap_or_default();
        for ((location, field), name) in self.input.members.iter().zip(fields).zip(names.all) {
            let outcome = match location {
                Location::Label => {
                    let found = labels.iter().find_map(|(label, value)| match label {
                        Segment::Label(found) if found == name => Some((*value, false)),
                        Segment::Greedy(found) if found == name => Some((*value, true)),
                        _ => None,
                    });
                    found.map_or(Ok(()), |(value, is_greedy)| read_label(*field, value, is_greedy))
                }
                Location::Query(key) => query.read(key, *field),
                Location::QueryParams => query.read_map(self, *field),
                _ => Ok(()),
            };
            outcome.map_err(|error| names.value_problem(name, error))?;
        }
        Ok(())
    }
}

#[cold]
pub(super) fn not_utf8(text: &str, place: &str) -> ReadError {
    let quoted = format!("`{}` in the {place} is not UTF-8", start(text));
    ReadError::quoting(quoted, format!("the text in the {place} is not UTF-8"))
}

/// Reads the value of a label, still encoded.
fn read_label(field: &mut dyn Field, value: &str, is_greedy: bool) -> Result<(), ReadError> {
    let text = decode(value).ok_or_else(|| not_utf8(value, "path"))?;
    match label_problem(&text, is_greedy) {
        Some(problem) => Err(ReadError::new(problem)),
        None => text::read(field, &text),
    }
}
