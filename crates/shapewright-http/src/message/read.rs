//! Converts headers and bodies to structures.

use http::HeaderMap;
use shapewright_runtime::{Field, Read, ReadError, Structure};

use super::headers::Headers;
use crate::{Body, Location, Message, ReadOptions, Strictness, XmlError, text, xml};

/// The parts of a received message other than its first line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Received<'a> {
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: &'a [u8],
    /// The status of a response.
    pub(crate) status: Option<u16>,
    pub(crate) options: ReadOptions,
}

/// The error of reading a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The member that is wrong, if it is one member.
    pub(crate) member: Option<&'static str>,
    pub(crate) wrong: Wrong,
}

/// What is wrong with a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// A value outside the document cannot be read.
    Value(String),
    /// The document cannot be read.
    Document(XmlError),
}

/// The names of the members of a structure, for errors.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Names {
    pub(crate) all: &'static [&'static str],
    /// The members whose values errors do not quote.
    sensitive: &'static [&'static str],
}

impl Names {
    pub(crate) fn of(structure: &dyn Structure) -> Self {
        Names { all: structure.member_names(), sensitive: structure.sensitive_members() }
    }

    /// Returns the problem of a value outside the document.
    pub(crate) fn value_problem(self, member: &'static str, error: ReadError) -> Problem {
        let error = self.checked(member, error);
        Problem { member: Some(member), wrong: Wrong::Value(error.to_string()) }
    }

    /// Removes the value from the error of a sensitive member.
    fn checked(self, member: &str, error: ReadError) -> ReadError {
        if self.sensitive.contains(&member) { error.without_value() } else { error }
    }
}

/// Fills a structure from a message.
pub(crate) fn read(
    message: &Message,
    received: Received<'_>,
    structure: &mut dyn Structure,
) -> Result<(), Problem> {
    let names = Names::of(structure);
    let mut outcome = Ok(());
    structure.visit_fields_mut(&mut |fields| outcome = members(message, received, names, fields));
    outcome?;
    match &message.body {
        Body::Document { root, .. } if !received.body.is_empty() => {
            let read =
                xml::read(root, received.body, received.options, &mut |from| from.structure(structure));
            read.map_err(|error| Problem { member: None, wrong: Wrong::Document(error) })
        }
        _ => Ok(()),
    }
}

fn members(
    message: &Message,
    received: Received<'_>,
    names: Names,
    fields: &mut [&mut dyn Field],
) -> Result<(), Problem> {
    // A server refuses what it cannot read. A client does without a part of a text, because it needs the response.
    let is_response = received.status.is_some();
    let joins_lines = is_response && received.options.strictness == Strictness::Lenient;
    let headers = Headers { map: received.headers, is_lossy: is_response, joins_lines };
    for ((location, field), name) in message.members.iter().zip(fields).zip(names.all) {
        let outcome = match location {
            Location::HeaderOr(first, second) if !received.headers.contains_key(*first) => {
                headers.read(second, *field, text::Header::Plain)
            }
            Location::Header(header) | Location::HeaderOr(header, _) => {
                headers.read(header, *field, text::Header::Plain)
            }
            Location::HeaderInBase64(header) => headers.read(header, *field, text::Header::InBase64),
            Location::PrefixHeaders(prefix) => headers.read_map(prefix, *field),
            Location::ResponseCode => match received.status {
                Some(status) => text::read(*field, &status.to_string()),
                None => Ok(()),
            },
            Location::Payload => {
                payload(&message.body, received, &mut |from| {
                    field.read(from).map_err(|error| names.checked(name, error))
                })
                .map_err(|wrong| Problem { member: Some(name), wrong })?;
                continue;
            }
            Location::Document | Location::Label | Location::Query(_) | Location::QueryParams => Ok(()),
        };
        outcome.map_err(|error| names.value_problem(name, error))?;
    }
    Ok(())
}

fn payload(body: &Body, received: Received<'_>, value: &mut Read<'_>) -> Result<(), Wrong> {
    if received.body.is_empty() {
        return Ok(());
    }
    match body {
        Body::Payload { root, .. } => {
            xml::read(root, received.body, received.options, value).map_err(Wrong::Document)
        }
        Body::Raw { .. } => {
            text::read_raw(received.body, value).map_err(|error| Wrong::Value(error.to_string()))
        }
        Body::Document { .. } | Body::Empty => Ok(()),
    }
}
