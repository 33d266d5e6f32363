//! Outputs to responses.

use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderValue, Response, StatusCode};
use shapewright_runtime::Structure;

use crate::message::{self, Parts};
use crate::{Binding, BuildError};

impl Binding {
    /// The response for an output: status, headers and body.
    ///
    /// # Errors
    ///
    /// When a value has no form where it has to travel.
    pub fn build_response(&self, output: &dyn Structure) -> Result<Response<Vec<u8>>, BuildError> {
        let Parts { mut headers, content_type, body, status } =
            message::build(self.service, &self.output, output)?;
        let status = status.unwrap_or(self.status);
        let status = StatusCode::from_u16(status).map_err(|_| {
            BuildError::new(self.name, format!("{status} is not an HTTP status: use 100 to 999"))
        })?;
        if may_have_body(status) {
            // An empty document is one in XML too.
            let content_type = content_type.unwrap_or(HeaderValue::from_static("application/xml"));
            headers.entry(CONTENT_TYPE).or_insert(content_type);
            headers.insert(CONTENT_LENGTH, body.len().into());
        }
        let mut response = Response::new(body);
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        Ok(response)
    }
}

/// Whether a response of this status says how long its body is.
fn may_have_body(status: StatusCode) -> bool {
    !status.is_informational() && status != StatusCode::NO_CONTENT && status != StatusCode::NOT_MODIFIED
}
