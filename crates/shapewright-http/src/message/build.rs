//! Converts structures to headers and bodies.

use http::header::HeaderName;
use http::{HeaderMap, HeaderValue};
use shapewright_runtime::{Field, Structure};

use super::headers::{header_name, header_value, name_in_map};
use crate::xml::Purpose;
use crate::{Body, BuildError, Location, Message, Service, TimestampFormat, text, xml};

/// The largest number of headers: ten times what most servers accept. `HeaderMap` has a limit of its own.
const MOST_HEADERS: usize = 1_000;

/// The parts of a message other than its first line.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    pub(crate) headers: HeaderMap,
    /// The content type of the body; `None` without a body.
    pub(crate) content_type: Option<HeaderValue>,
    pub(crate) body: Vec<u8>,
    /// The status, if a member is bound to it.
    pub(crate) status: Option<u16>,
}

/// Builds the parts of a message from a structure.
pub(crate) fn build(
    service: &Service,
    purpose: Purpose,
    message: &Message,
    structure: &dyn Structure,
) -> Result<Parts, BuildError> {
    let names = (structure.member_names(), structure.sensitive_members());
    let mut parts = Parts::default();
    let mut outcome = Ok(());
    structure.visit_fields(&mut |fields| outcome = parts.members((service, purpose), message, names, fields));
    outcome?;
    if let Body::Document { root, .. } = &message.body {
        parts.document((service, purpose), root, &mut |to| to.structure(structure))?;
    }
    Ok(parts)
}

impl Parts {
    /// Converts the members that are bound to headers, the payload or the status.
    fn members(
        &mut self,
        form: (&Service, Purpose),
        message: &Message,
        (names, sensitive): (&[&str], &[&str]),
        fields: &[&dyn Field],
    ) -> Result<(), BuildError> {
        let members = || message.members.iter().zip(fields).zip(names);
        // Members bound to one header come before maps of headers, whose entries do not replace them.
        for ((location, field), name) in members() {
            match location {
                Location::Header(header) | Location::HeaderOr(header, _) => {
                    if let Some(value) = text::header(*field, message.format_in_header(name)) {
                        self.header(name, header, &value)?;
                    }
                }
                Location::HeaderInBase64(header) => {
                    if let Some(value) = text::header_in_base64(*field) {
                        self.header(name, header, &value)?;
                    }
                }
                Location::ResponseCode => {
                    let status = text::of(*field, TimestampFormat::DateTime);
                    self.status = status.map(|status| status_of(name, &status)).transpose()?;
                }
                Location::Payload if !field.is_absent() => {
                    let outcome = self.payload(form, message, *field);
                    outcome.map_err(|error| error.below(name, sensitive.contains(name)))?;
                }
                _ => {}
            }
        }
        for ((location, field), name) in members() {
            if let Location::PrefixHeaders(prefix) = location {
                for (key, values) in text::entries(*field, message.format_in_header(name)) {
                    let header = name_in_map(name, &format!("{prefix}{key}"))?;
                    self.insert(name, header, &values.join(", "))?;
                }
            }
        }
        Ok(())
    }

    /// Adds the header of a member, unless it is set already.
    fn header(&mut self, member: &str, name: &str, value: &str) -> Result<(), BuildError> {
        self.insert(member, header_name(member, name)?, value)
    }

    fn insert(&mut self, member: &str, header: HeaderName, value: &str) -> Result<(), BuildError> {
        if self.headers.len() >= MOST_HEADERS {
            let message = format!("{MOST_HEADERS} headers are as many as a message can hold: send fewer");
            return Err(BuildError::of_member(member, message));
        }
        let value = header_value(member, value)?;
        self.headers.entry(header).or_insert(value);
        Ok(())
    }

    fn payload(
        &mut self,
        form: (&Service, Purpose),
        message: &Message,
        field: &dyn Field,
    ) -> Result<(), BuildError> {
        match &message.body {
            Body::Payload { root, .. } => self.document(form, root, &mut |to| field.write(to))?,
            Body::Raw { media_type, .. } => {
                self.body = text::raw(field).unwrap_or_default();
                // An empty payload looks like an absent one.
                self.content_type = (!self.body.is_empty()).then(|| HeaderValue::from_static(media_type));
            }
            Body::Document { .. } | Body::Empty => {}
        }
        Ok(())
    }

    fn document(
        &mut self,
        (service, purpose): (&Service, Purpose),
        root: &xml::Element,
        value: &mut dyn FnMut(&mut dyn shapewright_runtime::Writer),
    ) -> Result<(), BuildError> {
        let mut document = String::new();
        let content_type = match purpose {
            Purpose::Request => None,
            Purpose::Response => {
                document.push_str(service.responses.declaration);
                service.responses.content_type
            }
        };
        xml::write_for(purpose, root, service.namespace, &mut document, value)?;
        self.body = document.into_bytes();
        self.content_type = Some(HeaderValue::from_static(content_type.unwrap_or("application/xml")));
        Ok(())
    }
}

fn status_of(member: &str, text: &str) -> Result<u16, BuildError> {
    let status = text.parse().ok().filter(|status| (100..1_000).contains(status));
    status.ok_or_else(|| BuildError::of_member(member, "is not an HTTP status: use 100 to 999"))
}
