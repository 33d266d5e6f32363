//! Converts outputs to responses.

use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderValue, Response, StatusCode};
use shapewright_runtime::Structure;

use super::options::unsendable_id;
use crate::message::{self, Parts};
use crate::xml::Purpose;
use crate::{Binding, Body, BuildError, ResponseOptions};

impl Binding {
    /// Builds the response for an output: status, headers and body, in the [form](crate::Responses) of the service.
    /// The response has no request id: see [`Binding::build_response_with`].
    ///
    /// # Errors
    ///
    /// When a value cannot be sent at its location.
    pub fn build_response(&self, output: &dyn Structure) -> Result<Response<Vec<u8>>, BuildError> {
        self.build_response_with(output, ResponseOptions::default())
    }

    /// Builds the response for an output, with a request id for instance.
    ///
    /// # Errors
    ///
    /// When a value cannot be sent at its location, or when the request id cannot be the value of a header.
    pub fn build_response_with(
        &self,
        output: &dyn Structure,
        options: ResponseOptions<'_>,
    ) -> Result<Response<Vec<u8>>, BuildError> {
        let Parts { mut headers, content_type, body, status } =
            message::build(self.service, Purpose::Response, &self.output, output)?;
        let status = status.unwrap_or(self.status);
        let status = StatusCode::from_u16(status)
            .map_err(|_| BuildError::new(format!("{status} is not an HTTP status: use 100 to 999")))?;
        if may_have_body(status) {
            // An empty body has the type of XML too, as in Smithy's protocol tests, unless the service has a type of
            // its own. An absent payload of bytes has no type, because a client may bind the header `Content-Type` to a
            // member.
            let has_usual = self.service.responses.content_type.is_none()
                && !matches!(self.output.body, Body::Raw { .. });
            let usual = has_usual.then(|| HeaderValue::from_static("application/xml"));
            if let Some(content_type) = content_type.or(usual) {
                headers.entry(CONTENT_TYPE).or_insert(content_type);
            }
            // Without a body, a member may set the length: responses to HEAD have the length that GET would send.
            match body.len() {
                0 => drop(headers.entry(CONTENT_LENGTH).or_insert(0.into())),
                length => drop(headers.insert(CONTENT_LENGTH, length.into())),
            }
        }
        if let Some(id) = options.request_id {
            let (name, value) = self.service.request_id(id).ok_or_else(unsendable_id)?;
            headers.entry(name).or_insert(value);
        }
        let mut response = Response::new(body);
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        Ok(response)
    }
}

/// Returns whether a response with this status has the header `Content-Length`.
fn may_have_body(status: StatusCode) -> bool {
    !status.is_informational() && status != StatusCode::NO_CONTENT && status != StatusCode::NOT_MODIFIED
}
