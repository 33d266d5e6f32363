//! What a response has beside the output or error.

use http::HeaderValue;
use http::header::HeaderName;

use crate::{BuildError, Service};

/// What a response has beside the output or error.
///
/// ```
/// use shapewright_http::{ResponseOptions, Service};
/// use shapewright_runtime::ErrorResponse;
///
/// let service = Service::new("InvalidArgument");
/// let options = ResponseOptions::default().request_id("a2d1ff0e-4d26-4e16-8a60-9a2e4c0c6c5d");
/// let response = service.build_error_with(options, &ErrorResponse::new("NoSuchBook"));
/// assert_eq!(response.headers()["x-amzn-requestid"], "a2d1ff0e-4d26-4e16-8a60-9a2e4c0c6c5d");
/// ```
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct ResponseOptions<'a> {
    /// The request id, for support cases: a lower-case UUID in responses of AWS. The caller creates it. Without one,
    /// the response has no header for it.
    pub request_id: Option<&'a str>,
}

impl<'a> ResponseOptions<'a> {
    /// Sets the request id.
    #[must_use]
    pub fn request_id(mut self, id: &'a str) -> Self {
        self.request_id = Some(id);
        self
    }
}

impl Service {
    /// Returns the header with a request id; `None` if the id cannot be the value of a header.
    pub(super) fn request_id(&self, id: &str) -> Option<(HeaderName, HeaderValue)> {
        let name = HeaderName::from_bytes(self.responses.request_id_header.as_bytes()).ok()?;
        Some((name, HeaderValue::from_str(id).ok()?))
    }
}

/// The error for an id that cannot be the value of a header.
#[cold]
pub(super) fn unsendable_id() -> BuildError {
    BuildError::new("the request id cannot be the value of a header: use visible ASCII")
}
