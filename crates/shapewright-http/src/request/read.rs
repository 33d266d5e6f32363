//! Converts requests to inputs.

use std::borrow::Cow;
use std::collections::BTreeMap;

use http::Request;
use shapewright_runtime::text::start;
use shapewright_runtime::{Field, ReadError, Structure};

use crate::message::{self, Names, Problem, Received, Wrong, truncation};
use crate::uri::{Segment, decode, label_problem, labels, parameters, split};
use crate::{Binding, Location, ReadOptions, RequestError, text};

impl Binding {
    /// Fills the input from a request, as a server does.
    ///
    /// Absent members are no error: use the validators to find missing members. Does not check that the request has
    /// the method and path of the operation: use the [`Router`](crate::Router).
    ///
    /// # Errors
    ///
    /// When the body is missing, malformed or shorter than `Content-Length`, or a value cannot be read: a label that is
    /// empty, `.` or `..`, text that is not UTF-8. The error has the code of the service.
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
        if let Some(message) = truncation(request.headers(), body, &self.input.body) {
            return Err(RequestError::new(self.service.malformed_body, None, message));
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
                    let found = labels.iter().find_map(|(label, value)| match label {
                        Segment::Label(found) if found == name => Some((*value, false)),
                        Segment::Greedy(found) if found == name => Some((*value, true)),
                        _ => None,
                    });
                    found.map_or(Ok(()), |(value, is_greedy)| read_label(*field, value, is_greedy))
                }
                Location::Query(key) => read_query(*field, key, &query),
                Location::QueryParams => read_query_params(*field, &query),
                _ => Ok(()),
            };
            outcome.map_err(|error| names.value_problem(name, error))?;
        }
        Ok(())
    }
}

/// A parameter of a query: its decoded name and value, or the encoded text if it is not UTF-8.
type Parameter<'q> = (Result<Cow<'q, str>, &'q str>, Result<Cow<'q, str>, &'q str>);

/// Returns the parameters of a query.
///
/// Keeps `+`: HTML forms write a blank as `+`, but AWS clients do not.
fn decoded(query: &str) -> Vec<Parameter<'_>> {
    let text = |part| decode(part).ok_or(part);
    parameters(query).map(|(name, value)| (text(name), text(value.unwrap_or_default()))).collect()
}

#[cold]
fn not_utf8(text: &str, place: &str) -> ReadError {
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

/// Reads the values of all parameters of one name.
fn read_query(field: &mut dyn Field, key: &str, query: &[Parameter<'_>]) -> Result<(), ReadError> {
    let mut values = Vec::new();
    for (name, value) in query {
        if name.as_deref().is_ok_and(|name| name == key) {
            values.push(value.as_deref().map_err(|text| not_utf8(text, "query"))?);
        }
    }
    if values.is_empty() { Ok(()) } else { text::read_texts(field, &values) }
}

/// Reads all parameters into a map, in the order of the first value of each name.
fn read_query_params(field: &mut dyn Field, query: &[Parameter<'_>]) -> Result<(), ReadError> {
    let mut entries: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut indexes = BTreeMap::new();
    for (name, value) in query {
        let name = name.as_deref().map_err(|text| not_utf8(text, "query"))?;
        let value = value.as_deref().map_err(|text| not_utf8(text, "query"))?;
        let index = *indexes.entry(name).or_insert(entries.len());
        match entries.get_mut(index) {
            Some((_, values)) => values.push(value),
            None => entries.push((name, vec![value])),
        }
    }
    if entries.is_empty() { Ok(()) } else { text::read_entries(field, &entries) }
}
