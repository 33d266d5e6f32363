//! Converts requests to inputs.

use std::collections::BTreeMap;

use http::Request;
use shapewright_runtime::text::start;
use shapewright_runtime::{Field, ReadError, Structure};

use crate::message::{self, Names, Problem, Received, Wrong};
use crate::uri::{decode, labels, parameters, split};
use crate::{Binding, Location, ReadOptions, RequestError, text};

impl Binding {
    /// Fills the input from a request, as a server does.
    ///
    /// Absent members are no error: use the validators to find missing members. Does not check that the request has
    /// the method and path of the operation: use the [`Router`](crate::Router).
    ///
    /// # Errors
    ///
    /// When the body is missing or malformed, or a value cannot be read. The error has the code of the service.
    pub fn parse_request<B: AsRef<[u8]>>(
        &self,
        request: &Request<B>,
        options: ReadOptions,
        input: &mut dyn Structure,
    ) -> Result<(), RequestError> {
        let body = request.body().as_ref();
        if body.is_empty() && self.input.body.is_required() {
            return Err(RequestError::new(
                self.service.missing_body,
                None,
                "the request has no body, and the operation needs one".to_owned(),
            ));
        }
        let names = Names::of(input);
        let uri = (request.uri().path(), request.uri().query().unwrap_or_default());
        let mut outcome = Ok(());
        input.visit_fields_mut(&mut |fields| outcome = self.target_members(uri, names, fields));
        let received = Received { headers: request.headers(), body, status: None, options };
        outcome
            .and_then(|()| message::read(&self.input, received, input))
            .map_err(|problem| self.refused(problem))
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
        (path, query): (&str, &str),
        names: Names,
        fields: &mut [&mut dyn Field],
    ) -> Result<(), Problem> {
        let labels = labels(split(self.uri).0, path).unwrap_or_default();
        let query = decoded(query);
        for ((location, field), name) in self.input.members.iter().zip(fields).zip(names.all) {
            let outcome = match location {
                Location::Label => {
                    let Some((_, value)) = labels.iter().find(|(label, _)| label == name) else { continue };
                    match decode(value) {
                        Some(value) => text::read(*field, &value),
                        None => Err(not_utf8(value)),
                    }
                }
                Location::Query(key) => {
                    let values: Vec<&str> =
                        query.iter().filter(|(name, _)| name == key).map(|(_, value)| &**value).collect();
                    if values.is_empty() { Ok(()) } else { text::read_texts(*field, &values) }
                }
                Location::QueryParams => {
                    let entries = grouped(&query);
                    if entries.is_empty() { Ok(()) } else { text::read_entries(*field, &entries) }
                }
                _ => Ok(()),
            };
            outcome.map_err(|error| names.value_problem(name, error))?;
        }
        Ok(())
    }
}

#[cold]
fn not_utf8(value: &str) -> ReadError {
    let quoted = format!("`{}` in the path is not UTF-8", start(value));
    ReadError::quoting(quoted, "the text in the path is not UTF-8")
}

/// Returns the decoded names and values of a query. Replaces bytes that are not UTF-8 by U+FFFD.
///
/// Keeps `+`: HTML forms write a blank as `+`, but AWS clients do not.
fn decoded(query: &str) -> Vec<(String, String)> {
    let text = |part: &str| match decode(part) {
        Some(text) => text.into_owned(),
        None => percent_encoding::percent_decode_str(part).decode_utf8_lossy().into_owned(),
    };
    parameters(query).map(|(name, value)| (text(name), text(value.unwrap_or_default()))).collect()
}

/// Groups the values by name, in the order of the first value of each name.
fn grouped(query: &[(String, String)]) -> Vec<(&str, Vec<&str>)> {
    let mut entries: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut indexes = BTreeMap::new();
    for (name, value) in query {
        let index = *indexes.entry(name.as_str()).or_insert(entries.len());
        match entries.get_mut(index) {
            Some((_, values)) => values.push(value),
            None => entries.push((name, vec![value])),
        }
    }
    entries
}
