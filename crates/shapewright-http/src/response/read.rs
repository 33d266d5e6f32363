//! Converts responses to outputs and errors.

use http::Response;
use shapewright_runtime::{ErrorResponse, Structure, text};

use super::error_document;
use crate::message::{self, Problem, Received, Wrong};
use crate::{Binding, ReadOptions, ResponseError};

impl Binding {
    /// Fills the output from a response, as a client does.
    ///
    /// # Errors
    ///
    /// With the error of the service if the status is not a success, or if the response cannot be read. An error
    /// document that cannot be read results in an error of the service without a code.
    pub fn parse_response<B: AsRef<[u8]>>(
        &self,
        response: &Response<B>,
        options: ReadOptions,
        output: &mut dyn Structure,
    ) -> Result<(), ResponseError<ErrorResponse>> {
        let (headers, body) = (response.headers(), response.body().as_ref());
        let status = response.status();
        if !status.is_success() {
            return Err(ResponseError::Service(error_document::read(status, headers, body, options)));
        }
        let options = ReadOptions { skips_empty: true, ..options };
        let received = Received { headers, body, status: Some(status.as_u16()), options };
        message::read(&self.output, received, output).map_err(|Problem { member, wrong }| {
            let message = match wrong {
                Wrong::Value(message) => message,
                Wrong::Document(error) => format!("in the body: {error}"),
            };
            ResponseError::Unreadable { status: status.as_u16(), member, message: text::message(message) }
        })
    }
}
