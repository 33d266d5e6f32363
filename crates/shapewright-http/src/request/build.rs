//! Converts inputs to requests.

use std::fmt::Write;

use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use http::{Method, Request, Uri};
use shapewright_runtime::{Field, Structure};

use crate::message::{self, Parts};
use crate::uri::{Segment, encode, encode_path, label_problem, parameters, segments, split};
use crate::xml::Purpose;
use crate::{Binding, BuildError, Location, TimestampFormat, text};

impl Binding {
    /// Builds the request for an input: method, path with query, headers and body.
    ///
    /// The client must add the host, after the prefix of [`Binding::host_prefix_for`]. An absent idempotency token is
    /// not sent: see [`Binding::fill_idempotency_token`]. The input is not validated.
    ///
    /// # Errors
    ///
    /// When a label is absent or empty, or a value cannot be sent at its location.
    pub fn build_request(&self, input: &dyn Structure) -> Result<Request<Vec<u8>>, BuildError> {
        let parts = message::build(self.service, Purpose::Request, &self.input, input)?;
        let mut outcome = Err(BuildError::new("`visit_fields` of the input passed no members"));
        let names = input.member_names();
        input.visit_fields(&mut |fields| outcome = self.target(names, fields));
        let uri = outcome?;
        let Parts { mut headers, content_type, body, .. } = parts;
        if let Some(content_type) = content_type
            && !headers.contains_key(CONTENT_TYPE)
        {
            headers.insert(CONTENT_TYPE, content_type);
        }
        if !body.is_empty() {
            headers.insert(CONTENT_LENGTH, body.len().into());
        }
        let mut request = Request::new(body);
        *request.method_mut() =
            Method::from_bytes(self.method.as_bytes()).map_err(|error| BuildError::new(error.to_string()))?;
        *request.uri_mut() = uri;
        *request.headers_mut() = headers;
        Ok(request)
    }

    /// Sets the idempotency token to `token`, if the model has such a member and it is absent. Returns whether it was
    /// set.
    ///
    /// The caller creates the token: a random UUID for each request, and the same UUID when it retries the request.
    pub fn fill_idempotency_token(&self, input: &mut dyn Structure, token: &str) -> bool {
        let position = self
            .input
            .idempotency_token
            .and_then(|name| input.member_names().iter().position(|member| *member == name));
        let mut filled = false;
        input.visit_fields_mut(&mut |fields| {
            if let Some(field) = position.and_then(|position| fields.get_mut(position))
                && field.is_absent()
            {
                filled = text::read(*field, token).is_ok();
            }
        });
        filled
    }

    /// Returns the prefix of the host name for this input, with its dot: `data.123456789012.`.
    ///
    /// # Errors
    ///
    /// When a label is absent, or cannot be a part of a host name.
    pub fn host_prefix_for(&self, input: &dyn Structure) -> Result<String, BuildError> {
        let mut prefix = String::new();
        let mut rest = self.host_prefix;
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, label)| Some((before, label.split_once('}')?)))
        {
            prefix.push_str(before);
            let position = input.member_names().iter().position(|member| *member == name);
            let mut value = None;
            input.visit_fields(&mut |fields| {
                let field = position.and_then(|position| fields.get(position));
                value = field.and_then(|field| text::of(*field, TimestampFormat::DateTime));
            });
            let value = value.filter(|value| is_host_label(value));
            prefix.push_str(&value.ok_or_else(|| BuildError::of_member(name, NO_HOST_LABEL))?);
            rest = after;
        }
        prefix.push_str(rest);
        Ok(prefix)
    }

    /// Returns the path and query.
    fn target(&self, names: &[&str], fields: &[&dyn Field]) -> Result<Uri, BuildError> {
        let (path, constant) = split(self.uri);
        let mut target = String::new();
        for segment in segments(path) {
            target.push('/');
            let (name, greedy) = match segment {
                Segment::Literal(literal) => {
                    target.push_str(literal);
                    continue;
                }
                Segment::Label(name) => (name, false),
                Segment::Greedy(name) => (name, true),
            };
            let value = self.label(name, greedy, names, fields)?;
            // Writing to a `String` does not fail.
            let _ = if greedy {
                write!(target, "{}", encode_path(&value))
            } else {
                write!(target, "{}", encode(&value))
            };
        }
        let mut query = constant.to_owned();
        self.query(names, fields, &mut query);
        if !query.is_empty() {
            target.push('?');
            target.push_str(&query);
        }
        target
            .parse()
            .map_err(|error| BuildError::new(format!("the address of {} is not a URI: {error}", self.name)))
    }

    /// Returns the value of a label, without percent-encoding.
    fn label(
        &self,
        name: &str,
        greedy: bool,
        names: &[&str],
        fields: &[&dyn Field],
    ) -> Result<String, BuildError> {
        let field = names.iter().position(|member| *member == name).and_then(|index| fields.get(index));
        let value = field.and_then(|field| text::of(*field, self.input.format_in_uri(name)));
        let value = value.filter(|value| !value.is_empty()).ok_or_else(|| empty_label(name))?;
        match label_problem(&value, greedy) {
            Some(problem) => Err(BuildError::of_member(name, problem)),
            None => Ok(value),
        }
    }

    fn query(&self, names: &[&str], fields: &[&dyn Field], query: &mut String) {
        for ((location, field), name) in self.input.members.iter().zip(fields).zip(names) {
            let format = self.input.format_in_uri(name);
            if let Location::Query(key) = location {
                for value in text::texts(*field, format).unwrap_or_default() {
                    push(query, key, &value);
                }
            }
        }
        // Parameters in the model take precedence over entries of the map with the same name.
        let is_in_model = |key: &str| {
            let bound = self
                .input
                .members
                .iter()
                .any(|location| matches!(location, Location::Query(name) if *name == key));
            bound || parameters(split(self.uri).1).any(|(constant, _)| constant == key)
        };
        for (location, field) in self.input.members.iter().zip(fields) {
            if *location == Location::QueryParams {
                for (key, values) in text::entries(*field, TimestampFormat::DateTime) {
                    values.iter().filter(|_| !is_in_model(&key)).for_each(|value| push(query, &key, value));
                }
            }
        }
    }
}

/// Adds a parameter to a query.
fn push(query: &mut String, key: &str, value: &str) {
    let ampersand = if query.is_empty() { "" } else { "&" };
    // Writing to a `String` does not fail.
    let _ = write!(query, "{ampersand}{}={}", encode(key), encode(value));
}

const NO_HOST_LABEL: &str = "is part of the host name: use letters, digits and inner hyphens, at most 63";

/// Returns whether a string is a label of a host name (RFC 1123). Other strings could change the host.
fn is_host_label(text: &str) -> bool {
    let legal = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (1..=63).contains(&text.len())
        && text.bytes().all(legal)
        && !text.starts_with('-')
        && !text.ends_with('-')
}

#[cold]
fn empty_label(name: &str) -> BuildError {
    BuildError::of_member(name, "is part of the address and cannot be absent or empty: set it")
}
