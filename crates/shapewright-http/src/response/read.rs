//! Converts responses to outputs and errors.

use http::Response;
use shapewright_runtime::{ErrorResponse, Structure, text};

use super::error_document;
use crate::message::{self, Problem, Received, Wrong, truncation};
use crate::{Binding, Body, ReadOptions, ResponseError, xml};

impl Binding {
    /// Fills the output from a response, as a client does.
    ///
    /// # Errors
    ///
    /// With the error of the service if the status is not a success or the body is an error document, or if the
    /// response cannot be read. An error document that cannot be read results in an error of the service without a
    /// code.
    pub fn parse_response<B: AsRef<[u8]>>(
        &self,
        response: &Response<B>,
        options: ReadOptions,
        output: &mut dyn Structure,
    ) -> Result<(), ResponseError<ErrorResponse>> {
        let (headers, body) = (response.headers(), response.body().as_ref());
        let status = response.status();
        // Some services report an error after they have sent the status of a success.
        if !status.is_success() || self.has_error_document(body) {
            return Err(ResponseError::Service(error_document::read(status, headers, body, options)));
        }
        if self.method != "HEAD"
            && let Some(message) = truncation(headers, body, &self.output.body)
        {
            return Err(ResponseError::Unreadable { status: status.as_u16(), member: None, message });
        }
        let options = ReadOptions { is_response: true, ..options };
        let received = Received { headers, body, status: Some(status.as_u16()), options };
        message::read(&self.output, received, output).map_err(|Problem { member, wrong }| {
            let message = match wrong {
                Wrong::Value(message) => message,
                Wrong::Document(error) => format!("in the body: {error}"),
            };
            ResponseError::Unreadable { status: status.as_u16(), member, message: text::message(message) }
        })
    }
    /// Returns whether a body is an error document, and not the output: its root is `Error` or `ErrorResponse`.
    fn has_error_document(&self, body: &[u8]) -> bool {
        let usual = match &self.output.body {
            Body::Raw { .. } => return false,
            Body::Document { root, .. } | Body::Payload { root, .. } => root.name,
            Body::Empty => "",
        };
        let found = xml::root_name(body);
        matches!(found, b"Error" | b"ErrorResponse") && found != usual.as_bytes()
    }
}
